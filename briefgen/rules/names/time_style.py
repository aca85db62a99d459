"""“10 a.m.” and “11:30am” in one issue.

Two forms of one thing look like the work of two writers. The form that the issue uses most often is right, or, if they
are equally frequent, the first; there is one report for the whole issue, with all places of the others. Only times in
running text count: not tables, titles, headings, captions and parentheses, nor quotations, titles of works and
citations.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opens at 10 a.m. and closes at 4:30 p.m., but the lock opens at 9am (NYT, May 8).

Reports:
    4:83 “9am” here, but 2 figures like “10 a.m.”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opens at 10 a.m. and closes at 4:30 p.m., but the lock opens at 9 a.m. (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.mixed_forms import find_mixed
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_FORMS = ("a.m.", "p.m.", "am", "pm", "AM", "PM", "A.M.", "P.M.")
_TIME = Pattern(
    r"\d(?<![\w:.,$£€-].)\d?(?:[:.]\d\d)?(?P<form> ?(?:[ap]\.m\.|[ap]m|[AP]M|[AP]\.M\.))(?!\w)",
    literals=tuple(f"{before}{form}" for form in _FORMS for before in (" ", *"0123456789")),
    reach=30,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all times that are not in the usual form."""
    text = manuscript.document.text
    if sum(any(form in text for form in forms) for forms in (_FORMS[:2], _FORMS[2:4], _FORMS[4:6], _FORMS[6:])) > 1:
        yield from find_mixed(manuscript, _TIME, _form_of, "write all times in one form")


def _form_of(words: str) -> str:
    """Return “a.m.”, “am”, “AM” or “A.M.”: a space before it is another matter."""
    return words.strip().replace("p", "a").replace("P", "A")


RULE = Rule("N117", "time-style", Severity.NOTE, check, languages=ENGLISH)
