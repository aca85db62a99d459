"""A date that falls on a different weekday.

One of the two is wrong, and readers who plan by it come on the wrong day. All usual forms are read, such as “Mon. May
8”, “Monday, 8 May 2023”, “May 8, 2023 (Monday)” and “Monday the 8th of May”, and those of the other languages below,
in which days may also be figures, as in “Donnerstag, 5.5.2026”, and weekdays abbreviated. If the year is left out, the
rule takes the date nearest to that of the issue; but it says nothing if the weekday is right in a year that the
paragraph names, or in the year before or after and the date is months away. Quotations are checked too: you can
compare them with their source.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Tuesday, May 8 (NYT, May 8), and closed again on Wed. 10 May.
          It opens for good on the 1st of June, 2023 (Friday).

Reports:
    4:29 May 8, 2023, is a Monday
    5:32 June 1, 2023, is a Thursday

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday, May 8 (NYT, May 8), and closed again on Wed. 10 May.

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Der Hafen wurde am Dienstag, den 8. Mai 2023 eröffnet.

Reports:
    5:26 8. Mai 2023 is a Monday (Montag)

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Der Hafen wurde am Montag, den 8. Mai 2023 eröffnet.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from briefgen.citations import TypedDate, write_date
from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.analysis.calendar_days import WEEKDAYS, CalendarDay, find_days, format_day
from briefgen.rules.analysis.foreign_days import find_foreign_days
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.calendar_names import CALENDARS
from briefgen.yamltext import Span

_FAR = timedelta(days=90)
_YEARS = expression(r"(?:1[89]|20)\d\d(?<!\d{5})(?!\d)")
# Before the Gregorian calendar was in use everywhere.
_FIRST_YEAR = 1924


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield dates with the wrong weekday."""
    for field in manuscript.fields:
        calendar = CALENDARS.get(field.language)
        days = find_days(field.prose.visible) if calendar is None else find_foreign_days(field.prose.visible, calendar)
        for each in days:
            day = each.nearest_to(manuscript.read_issue.date) if each.weekday is not None else None
            if day is None or day.weekday() == each.weekday or _is_right_in_another_year(manuscript, field, each, day):
                continue
            name, own_name = WEEKDAYS[day.weekday()], calendar.weekdays[day.weekday()] if calendar else ""
            yield Finding(
                span=field.file_span(Span(each.start, each.end)),
                message=f"{_format(manuscript, field, day)} is a {name} ({own_name})"
                if own_name
                else f"{format_day(day)}, is a {name}",
                help="check both against the source",
            )


def _format(manuscript: Manuscript, field: FieldText, day: date) -> str:
    """Return a day as the language of a text writes it."""
    return write_date(TypedDate(day.month, day.day, day.year), manuscript.written_language(field.field))


def _is_right_in_another_year(manuscript: Manuscript, field: FieldText, each: CalendarDay, day: date) -> bool:
    """Return whether the weekday is right in a year that the author may have meant."""
    if each.year is not None:
        return each.year < _FIRST_YEAR
    block = field.prose.block_at(each.start)
    named = {int(year) for year in _YEARS.findall(block.span.of(field.prose.text))} if block else set()
    issue_day = manuscript.read_issue.date
    near = {issue_day.year - 1, issue_day.year, issue_day.year + 1} if abs(day - issue_day) > _FAR else set()
    others = (each.in_year(year) for year in named | near)
    return any(other is not None and other.weekday() == each.weekday for other in others)


RULE = Rule("D101", "weekday-mismatch", Severity.WARNING, check, languages=("en", *CALENDARS))
