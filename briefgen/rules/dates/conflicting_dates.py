"""A relative date that contradicts the date beside it.

Readers count “yesterday” and “next week” from the date of the issue. If that does not lead to the date beside it, one
of the two is wrong, or the words come from an older draft. “Last Friday” may be either of the last two Fridays, “last
week” the last seven days or the week before, and weeks may start on Sunday or Monday. If the year is left out, the
rule takes the date nearest to that of the issue. Quotations are ignored: they are read from their own day.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour closed yesterday (May 8) and opens next week, on May 30 (NYT, May 8).
          It was deepened last year (2021), as planned last Friday, April 21.

Reports:
    4:26 “yesterday” is May 11, 2023, not May 8
    4:54 “next week” is May 15–21, 2023, not May 30
    5:23 “last year” is 2022, not 2021
    5:52 “last Friday” is May 5, 2023, not April 21

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour closed on Monday (May 8) and opens next week, on May 18 (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.analysis.calendar_days import find_own_days, is_own
from briefgen.rules.analysis.relative_spans import Contradiction, contradict, contradict_months
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield relative dates that do not lead to the date beside them."""
    for field, found in _find(manuscript):
        yield Finding(
            span=field.file_span(found.span),
            message=f"“{found.phrase}” is {found.reading}, not {found.date}",
            help="check both, and the date of the issue",
        )


def _find(manuscript: Manuscript) -> Iterator[tuple[FieldText, Contradiction]]:
    issue = manuscript.read_issue.date
    for field, day in find_own_days(manuscript.fields):
        found = contradict(field.prose.visible, day, issue)
        if found is not None:
            yield field, found
    for field in manuscript.fields:
        yield from ((field, each) for each in contradict_months(field.prose.visible, issue) if is_own(field, each.span))


RULE = Rule("D106", "conflicting-dates", Severity.WARNING, check, languages=ENGLISH)
