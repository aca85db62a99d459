"""A summary too short to say anything, or too long to be shown.

Inboxes and search results cut the summary after about 25 words, so the first ones matter most. In preview, because
the limits are a rule of thumb: a line that says what is in the issue can do it in six words.

Bad:
    summary: Sister cities.

Reports:
    1:10 summary is 2 words (6 to 45 work best)

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
            message=f"summary is {words} {plural(words, 'word')} ({_LEAST} to {_MOST} work best)",
            help="lengthen it" if words < _LEAST else "shorten it",
        )


RULE = Rule("M104", "summary-length", Severity.NOTE, check, in_preview=True, languages=ENGLISH)
