"""A date that falls on a different weekday.

One of the two is wrong, and readers who plan by it come on the wrong day. If the year is left out, the rule takes the
date nearest to that of the issue. Quotations are checked too: you can compare them with their source.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Tuesday, May 8 (NYT, May 8).

Reports:
    4:29 May 8, 2023, is a Monday

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday, May 8 (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.relative_dates import WEEKDAYS, find_weekdays, format_day
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield dates with the wrong weekday."""
    for item in manuscript.items:
        for span, weekday, day in find_weekdays(item.prose.visible, manuscript.read_issue.date):
            right = WEEKDAYS[day.weekday()]
            if weekday != right:
                yield Finding(
                    span=item.file_span(span),
                    message=f"{format_day(day)}, is a {right}",
                    help="check both against the source",
                )


RULE = Rule("D101", "weekday-mismatch", Severity.WARNING, check, languages=ENGLISH)
