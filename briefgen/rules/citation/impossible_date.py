"""A citation with a date that does not exist.

The date is wrong, and readers cannot tell what it should be. This rule cannot be silenced: look at the article again.

Bad:
    briefs:
      - title: Tacoma and Fuzhou
        body: |
          Xi visited Tacoma (SCMP, September 31, 2015).

Reports:
    4:32 there is no September 31

Good:
    briefs:
      - title: Tacoma and Fuzhou
        body: |
          Xi visited Tacoma (SCMP, September 24, 2015).
"""

from collections.abc import Iterator

from briefgen.citations import write_date
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield typed dates that do not exist."""
    for item, _, citation, _ in manuscript.citations():
        if citation.date is None:
            continue
        year = manuscript.read_issue.date.year
        missing, reason = citation.date.impossible_day(year), citation.date.calendar_error(year)
        if reason:
            day = write_date(missing, manuscript.written_language(item.field)) if missing else ""
            message = f"there is no {day}" if day else reason
            yield Finding(span=item.file_span(citation.date_span), message=message, help="check the article")


RULE = Rule("C202", "impossible-date", Severity.ERROR, check, can_be_silenced=False)
