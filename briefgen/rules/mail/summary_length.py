"""A summary that is too short to tell anything, or too long to be shown.

Inboxes and search results cut after some 25 words, so the first of them must do. In preview: the bounds
are a rule of thumb. A line that names what the issue holds may do with six.

Bad:
    summary: Sister cities.

Reports:
    1:10 summary is 2 words (6 to 45 do best)

Good:
    summary: Town halls from Kiel to Wagga Wagga ask what a tie to a city in China is for.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_LEAST, _MOST = 6, 45


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a summary out of bounds."""
    summary = manuscript.read_issue.summary
    words = len((summary or "").split())
    if summary is not None and not _LEAST <= words <= _MOST:
        yield Finding(
            span=manuscript.document.value_span("summary"),
            message=f"summary is {words} {plural(words, 'word')} ({_LEAST} to {_MOST} do best)",
            help="lengthen it" if words < _LEAST else "shorten it",
        )


RULE = Rule("M104", "summary-length", Severity.NOTE, check, in_preview=True, languages=ENGLISH)
