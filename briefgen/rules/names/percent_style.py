"""“%” and “percent” in one issue.

Two forms of one thing look like the work of two writers. The form that the issue uses most often is right, or, if they
are equally frequent, the first; there is one report for the whole issue, with all places of the others. Only figures in
running text count: not tables, titles, headings, captions and parentheses, where “%” saves space, nor quotations,
titles of works and citations, nor “100 percent”, which is a phrase, too.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Trade rose by 15 percent in May, and by 20 percent in June. It had fallen by 62% (NYT, May 8).

Reports:
    4:84 “62%” here, but 2 figures like “15 percent”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          Trade rose by 15 percent in May, and by 20 percent in June. It had fallen by 62 percent (NYT, May 8).

          | Month | Rise |
          | --- | ---: |
          | May | 15% |
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.mixed_forms import find_mixed
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_WORDS = ("percent", "per cent")
# “100 percent” is a phrase, too.
_PERCENT = Pattern(
    r"\d(?<![\w.,-].)(?!(?<=1)00)[\d.,]*(?P<form> ?%|[ -]per ?cent)(?!\w)",
    literals=("%", *(f" {word}" for word in _WORDS)),
    reach=30,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all percentages that are not in the usual form."""
    text = manuscript.document.text
    if sum(form in text for form in ("%", " %", *_WORDS)) < len(_WORDS):
        return
    yield from find_mixed(manuscript, _PERCENT, _form_of, "write all percentages in one form")


def _form_of(words: str) -> str:
    """Return “%”, “ %”, “percent” or “per cent”."""
    return words.strip("-") if "%" in words else words.strip(" -")


RULE = Rule("N115", "percent-style", Severity.NOTE, check, languages=ENGLISH)
