"""A day that its month does not have, or a year after “since” that has not come.

April has 30 days, and February 29 comes in leap years only. Years after “since” are looked at in English only. Readers
cannot tell which day was meant. Quotations are checked too: you can compare them with their source. The rule says
nothing of February 29 without a year, of “no April 31”, and of a quotation or title that begins with the day.
Citations with such days are errors: see `impossible-date`.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on April 31 and will be deepened by 29 February 2025 (NYT, May 8).
          It has silted up since 2061.

Reports:
    4:29 there is no April 31
    4:62 there is no February 29 in 2025
    5:24 “since 2061” is after the date of the issue

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on April 30 and will be deepened by February 28, 2025 (NYT, May 8).
          It has silted up since 2016.

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Der Hafen wurde am 31. April 2026 eröffnet.

Reports:
    5:26 there is no April 31

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Der Hafen wurde am 30. April 2026 eröffnet.

Bad:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          港は4月31日に開いた。次は13月8日だ。

Reports:
    5:9 there is no April 31
    5:21 there is no month 13

Good:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          港は4月30日に開いた。次は12月8日だ。
"""

from collections.abc import Iterable, Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import MONTHS
from briefgen.prose import Pattern
from briefgen.rules.analysis.calendar_days import CalendarDay, find_days
from briefgen.rules.analysis.foreign_days import find_all_days, find_numbered_days
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.calendar_names import CALENDARS

_LEAP_YEAR = 2024
_SINCE = Pattern(r"(?<!\w)[Ss]ince (?P<year>(?:19|20)\d\d)(?![\w%–-]|[.,]\d)", literals=("ince ",), reach=20)
_OPENING = ("“", "„", "«", "‘", "‚", "「", "『", '"', "*", "_", "no ", "No ")
_LANGUAGES = ("en", *CALENDARS)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield days that do not exist."""
    for field in manuscript.fields:
        for day in _find(field):
            if day.in_year(day.year or _LEAP_YEAR) is None and not _is_meant(field, day):
                yield Finding(
                    span=field.file_span(day.span),
                    message=_message(day),
                    help="check it against the source",
                )
    year = manuscript.read_issue.date.year if manuscript.issue else 0
    for found in find_own(manuscript, _SINCE, when=lambda match: year and int(match["year"]) > year):
        message = f"“{found.written(found.span(0))}” is after the date of the issue"
        yield Finding(span=found.span(), message=message, help="check it against the source")


def _find(field: FieldText) -> Iterable[CalendarDay]:
    calendar, text = CALENDARS.get(field.language), field.prose.visible
    if calendar is None:
        return find_days(text)
    return find_all_days(text, calendar) if calendar.months else find_numbered_days(text)


def _message(day: CalendarDay) -> str:
    if not 1 <= day.month <= len(MONTHS):
        return f"there is no month {day.month}"
    in_year = f" in {day.year}" if day.year and day.in_year(_LEAP_YEAR) else ""
    return f"there is no {MONTHS[day.month - 1]} {day.day}{in_year}"


def _is_meant(field: FieldText, day: CalendarDay) -> bool:
    """Return whether a day stands in a citation, or is named because it does not exist."""
    before = field.prose.visible[max(0, day.span.start - 3) : day.span.start]
    is_cited = "\0" in day.span.of(field.uncited) or field.malformed.holds(day.span.start)
    return is_cited or before.endswith(_OPENING) or is_sic(field.prose.text, day.span.end)


RULE = Rule("D105", "impossible-day", Severity.WARNING, check, languages=_LANGUAGES)
