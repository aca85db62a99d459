"""The measured precision of a rule, in a sentence or two."""

from msgspec import Struct

from briefgen.rules.precision_data import MEASURED

WHEN = "control texts, November 2026"


class Precision(Struct, frozen=True):
    """How many of a rule's labelled reports were right."""

    right: int
    labelled: int
    on_own_texts: int = 0
    """How many of the labelled reports are from texts on which the rule was written or tuned."""
    remark: str = ""

    def __str__(self) -> str:
        """Return the figures as sentences."""
        if not self.labelled:
            return f"It reported nothing in the control texts. {self.remark}".rstrip()
        if self.labelled == 1:
            parts = [f"Its only report was {'right' if self.right else 'wrong'} ({WHEN})."]
        else:
            parts = [f"Of {self.labelled} reports checked by hand, {self.right} were right ({WHEN})."]
        if self.on_own_texts == self.labelled:
            parts.append("The rule was written or tuned on these same texts.")
        elif self.on_own_texts:
            stood = (
                "One of them was in a text" if self.on_own_texts == 1 else f"{self.on_own_texts} of them were in texts"
            )
            parts.append(f"{stood} that the rule was written or tuned on.")
        return " ".join([*parts, self.remark]).rstrip()


def describe_precision(code: str) -> str:
    """Return the precision of the rule with a code, as text."""
    figures = MEASURED.get(code)
    return str(Precision(*figures)) if figures else "Not measured yet."
