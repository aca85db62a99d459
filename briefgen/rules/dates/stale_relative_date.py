"""A sentence says “this week”, but its newest source is older than that.

It was probably moved here from an older draft, and readers will date the event wrongly. Because newsletters are
written before they appear, the rule allows 3 days for “today”, 10 for “this week” and 17 for “last week”. Only
sources with a full date count.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          This week the harbour opened (NYT, April 19). It is deep (BBC, May 9).

Reports:
    4:7 “This week”, but its newest source is 23 days old

Good:
    briefs:
      - title: Harbour Opens
        body: |
          In April the harbour opened (NYT, April 19). It is deep (BBC, May 9).
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from briefgen.citations import Citation
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Pattern
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_PHRASE = Pattern(
    r"\b(?:today|(?<!\w )Today|(?:[Tt]his|[Ll]ast) week)\b",
    literals=("today", "Today", "his week", "ast week"),
    reach=12,
)
OLDEST = {"today": 3, "this week": 10, "last week": 17}
"""Days between the newest source and the issue."""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield phrases that their sources have left behind."""
    for item in manuscript.items:
        # A sentence may hold a thousand phrases and as many citations.
        newest_of: dict[Span, date | None] = {}
        for match in _PHRASE.finditer(item.prose.visible):
            span = Span(*match.span())
            sentence = item.prose.sentence_at(span.start)
            if sentence is not None and sentence not in newest_of:
                newest_of[sentence] = _newest(manuscript, item, sentence)
            newest = newest_of[sentence] if sentence is not None else None
            if newest is None or item.prose.is_quoted(span):
                continue
            age = (manuscript.read_issue.date - newest).days
            if age > OLDEST[match.group().lower()]:
                yield Finding(
                    span=item.file_span(span),
                    message=f"“{match.group()}”, but its newest source is {age} days old",
                    help="write the date, or cite the newer source",
                )


def _newest(manuscript: Manuscript, item: ItemText, sentence: Span) -> date | None:
    """Return the day of the newest source of a sentence."""
    first, last = (
        bisect_left(item.groups, end, key=lambda group: group.span.start) for end in (sentence.start, sentence.end)
    )
    groups = [group for group in item.groups[first:last] if sentence.covers(group.span)]
    days = [_day(manuscript, citation) for group in groups for citation in group.citations]
    # A source whose day nobody knows may be the newest of them.
    return None if None in days else max((day for day in days if day is not None), default=None)


def _day(manuscript: Manuscript, citation: Citation) -> date | None:
    found = manuscript.resolver.date_of(citation)
    return found.earliest if found is not None and found.precision == "day" else None


RULE = Rule("D103", "stale-relative-date", Severity.WARNING, check, languages=ENGLISH)
