"""“40kg” and “40 kg” in one issue.

Two forms of one thing look like the work of two writers. The form that the issue uses most often is right, or, if they
are equally frequent, the first; there is one report for the whole issue, with all places of the others. Only figures in
running text count: not tables, titles, headings, captions and parentheses, nor quotations, titles of works and
citations, nor a figure with a hyphen (“a 40-kg bag”). For “40tonnes” see T140.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          A crate weighs 40 kg, and the crane lifts it 12 m. The smaller ones weigh 30kg (NYT, May 8).

Reports:
    4:81 “30kg” here, but 2 figures like “40 kg”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          A crate weighs 40 kg, and the crane lifts it 12 m. The smaller ones weigh 30 kg (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.mixed_forms import find_mixed
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

# Not “m” without a space, which is short for a million, too.
_UNITS = ("kg", "km", "cm", "mm", "ml", "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "MB", "GB", "TB", "mph")
_FIGURE = Pattern(
    rf"\d(?<![\w.,$£€:/#-].)[\d.,]*(?P<form> ?)(?:{'|'.join(_UNITS)}|(?<= )m(?= |[.,;]))(?![\w/-])",
    literals=(*_UNITS, " m"),
    reach=30,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all figures with a unit that are not in the usual form."""
    text = manuscript.document.text
    if _has(text, "") and _has(text, " "):
        yield from find_mixed(
            manuscript,
            _FIGURE,
            lambda form: "apart" if form else "together",
            "write all figures with a unit in one form",
        )


def _has(text: str, space: str) -> bool:
    """Return whether a unit may stand behind a figure and a space, or right behind a figure."""
    return any(
        text[at - len(space) - 1 : at - len(space)].isdigit()
        for unit in _UNITS
        if (mark := space + unit) in text
        for at in _places(text, mark, len(space))
    )


def _places(text: str, mark: str, before: int) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at + before
        at = text.find(mark, at + 1)


RULE = Rule("N116", "unit-spacing", Severity.NOTE, check, languages=ENGLISH)
