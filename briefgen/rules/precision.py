"""What is known of how often a rule is right, in a sentence or two."""

from briefgen.frozen import Frozen
from briefgen.rules.measured import MEASURED

WHEN = "control texts, November 2026"


class Precision(Frozen):
    """How many of the reports that people judged were right."""

    right: int
    labelled: int
    on_own_texts: int = 0
    """How many of the labelled stand in texts on which the rule was made or mended."""
    remark: str = ""

    def __str__(self) -> str:
        """Return what a reader should know before trusting the rule."""
        if not self.labelled:
            return " ".join(["No report in the control texts.", self.remark]).rstrip()
        noun = "report was" if self.labelled == 1 else "reports were"
        parts = [f"{self.right} of {self.labelled} labelled {noun} right ({WHEN})."]
        if self.on_own_texts == self.labelled:
            parts.append("The rule was made or mended on these very texts.")
        elif self.on_own_texts:
            parts.append(f"{self.on_own_texts} of them stood in texts on which the rule was made or mended.")
        return " ".join([*parts, self.remark]).rstrip()


def describe_precision(code: str) -> str:
    """Return what is known of the rule with a code."""
    figures = MEASURED.get(code)
    return str(Precision(*figures)) if figures else "Not measured yet."
