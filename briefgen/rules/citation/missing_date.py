"""A source without a date, or an undated one without the day it was read.

Without a date nobody can find the article again. Cite a page that shows no date as `undated`. Since such pages
change, add `accessed:` with the day you read it.

Bad:
    briefs:
      - title: The Bill
        body: |
          The bill seeks a report [@bill; @office].
    sources:
      bill: {outlet: Congress.gov}
      office: {outlet: GAO, date: undated}

Reports:
    6:3 source `bill` has no date
    7:3 source `office` is undated and has no access date

Good:
    briefs:
      - title: The Bill
        body: |
          The bill seeks a report [@bill; @office].
    sources:
      bill: {outlet: Congress.gov, date: 2023-04-27}
      office: {outlet: GAO, date: undated, accessed: 2023-05-12}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources without a date, and undated ones without an access date."""
    issue = manuscript.read_issue
    for key, source in issue.sources.items():
        span = manuscript.document.nearest_span("sources", key)
        if source.date is None:
            hint = "find the date, or write `date: undated` and `accessed:`"
            yield Finding(span=span, message=f"source `{key}` has no date", help=hint)
        elif source.date.year is None and source.accessed is None:
            yield Finding(
                span=span,
                message=f"source `{key}` is undated and has no access date",
                help=f"add `accessed: {issue.date}`, the day you read it",
                severity=Severity.NOTE,
            )


RULE = Rule("C201", "missing-date", Severity.ERROR, check)
