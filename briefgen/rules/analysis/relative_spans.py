"""Which days a relative phrase (“yesterday”, “last Friday”, “next week”) may mean, read on the day of the issue."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from briefgen.citations.typed_dates import BY_NAME, MONTH
from briefgen.prose import Pattern
from briefgen.rules.analysis.calendar_days import WEEKDAYS, CalendarDay, format_day
from briefgen.rules.analysis.relative_dates import NUMBER, UNIT, count_days, move, read_period
from briefgen.yamltext import Span

# Strings, so that `re` compiles them on first use: few dates stand beside such a phrase.
_BESIDE = r"(?:\s\(|,?\son\s|,\s|\s[–—]\s)(?:on\s)?(?:the\s)?\Z"
_PHRASE = (
    rf"(?i)(?<!\w)(?P<words>(?:(?:the\s)?day\s(?P<shift>before|after)\s)?(?P<near>yesterday|tomorrow|today|tonight)"
    rf"|(?P<which>last|this|next)\s(?P<period>week|month|year)"
    rf"|(?:(?P<ahead>in)\s)?(?P<count>{NUMBER})\s(?P<unit>{UNIT})s?(?P<back>\sago)?){_BESIDE}"
)
_PHRASE_LITERALS = ("day", "week", "month", "year", "tonight", "tomorrow")
_WEEKDAY_PHRASE = r"(?i)(?<!\w)(?P<which>last|next|this past|the past|past|this coming|the coming|coming|this)\s\Z"
_MAKES_A_SUBJECT = r"\s(?:is|was|has|had|will|marks|marked|remains|remained|became)\b"
_YEAR = r"(?:19|20)\d\d"
_MONTH_OR_YEAR = Pattern(
    rf"(?<!\w)(?P<words>(?i:(?P<which>last|this|next)\s(?P<period>month|year)"
    rf"|(?P<count>{NUMBER})\s(?P<unit>year)s?(?P<back>\sago)))"
    rf"(?:\s\((?=[^()]*\))|,\sin\s)(?P<date>(?:(?P<month>{MONTH})(?!\w))?(?:,?\s?(?<!\d)(?P<year>{_YEAR}))?)"
    r"(?=\)|[,.;:]?(?:\s|$))(?!\s(?:dollars|prices|terms|figures|and|to|or|[–—-]))",
    literals=("month (", "year (", "month, in", "year, in", "ago (", "ago, in"),
    reach=64,
)
_WIDTH = 48
_RANGE = rf"\s?(?:[-–—]|to|and)\s?(?:(?P<month>{MONTH})\s)?(?P<day>\d\d?)(?!\w)"
_SLACK = {"day": 1, "week": 4, "month": 20, "year": 370}
"""Days by which a number of units may be rounded."""
_TURN = 15
"""Days from a New Year in which “last year” and “this year” may be read from either side."""


class Contradiction(Struct, frozen=True):
    """A relative phrase with a date beside it that it does not lead to."""

    span: Span
    """Phrase and date, as offsets in the text."""
    phrase: str
    reading: str
    """What the phrase means: `May 11, 2023`."""
    date: str
    """The date as written."""


class _Stretch(Struct, frozen=True):
    """The days that a phrase may mean, with tolerance."""

    first: date
    last: date
    reading: str


def contradict(text: str, day: CalendarDay, issue: date) -> Contradiction | None:
    """Return how a day contradicts the relative phrase before it in a text, read on the day of the issue."""
    meant = day.nearest_to(issue)
    if meant is None or (day.weekday is not None and day.weekday != meant.weekday()):
        return None
    before = text[max(0, day.start - _WIDTH) : day.start]
    phrase = re.search(_WEEKDAY_PHRASE, before) if day.start < day.span.start else None
    stretch: _Stretch | None
    if phrase is not None:
        words, stretch = f"{phrase['which']} {WEEKDAYS[meant.weekday()]}", _read_weekday(phrase, meant, issue)
    else:
        phrase = re.search(_PHRASE, before) if any(each in before for each in _PHRASE_LITERALS) else None
        if phrase is None or _is_name(phrase) or _is_subject(phrase, text, day.end):
            return None
        words, stretch = phrase["words"], _read_phrase(phrase, issue, has_year=day.year is not None)
    if stretch is None or (meant <= stretch.last and _last_day(text, day, meant) >= stretch.first):
        return None
    start = day.start - len(before) + phrase.start()
    return Contradiction(Span(start, day.end), words, stretch.reading, day.span.of(text))


def _is_name(phrase: re.Match[str]) -> bool:
    """Return whether a phrase is the end of a name: `USA Today`."""
    start = phrase.start()
    return phrase.group()[0].isupper() and start > 1 and phrase.string[start - 2].isalnum()


def _is_subject(phrase: re.Match[str], text: str, end: int) -> bool:
    """Return whether the date begins a statement of its own: `today, May 8 is a holiday`."""
    return phrase.group().endswith(", ") and re.match(_MAKES_A_SUBJECT, text[end : end + _WIDTH]) is not None


def contradict_months(text: str, issue: date) -> Iterator[Contradiction]:
    """Yield relative months and years with another month or year beside them: `last year (2021)`."""
    for match in _MONTH_OR_YEAR.finditer(text):
        month = BY_NAME.get((match["month"] or "").rstrip("."))
        year = int(match["year"]) if match["year"] else None
        stretch = _read_phrase(match, issue, has_year=year is not None)
        says_nothing = (month is None and year is None) or (month is None and match["period"] == "month")
        if stretch is None or says_nothing:
            continue
        first, last = (_month_index(each) for each in (stretch.first, stretch.last))
        if year is None:
            is_meant = any((index - (month or 0) + 1) % 12 == 0 for index in range(first, last + 1))
        else:
            start, end = year * 12 + (month or 1) - 1, year * 12 + (month or 12) - 1
            is_meant = first <= end and start <= last
        if not is_meant:
            words = match["words"]
            yield Contradiction(Span(match.start(), match.end()), words, stretch.reading, match["date"])


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _last_day(text: str, day: CalendarDay, meant: date) -> date:
    """Return the last day of a range that begins with a day: `May 8–14`, `April 28 to May 4`."""
    match = re.match(_RANGE, text[day.end : day.end + _WIDTH])
    if match is None:
        return meant
    month = BY_NAME[match["month"].rstrip(".")] if match["month"] else meant.month
    year = meant.year + (month < meant.month)
    try:
        return date(year, month, int(match["day"]))
    except ValueError:
        return meant


def _read_weekday(phrase: re.Match[str], meant: date, issue: date) -> _Stretch:
    which = phrase["which"].lower().split(" ")[-1]
    # How many days before or after that of the issue it may be, and on which side its reading is.
    earliest, latest = {"last": (-14, -1), "past": (-14, 0), "this": (-7, 7), "coming": (0, 8), "next": (1, 14)}[which]
    back, ahead = (issue.weekday() - meant.weekday()) % 7 or 7, (meant.weekday() - issue.weekday()) % 7 or 7
    reading = move(issue, -back if latest <= 0 else ahead)
    return _Stretch(move(issue, earliest), move(issue, latest), format_day(reading))


def _read_phrase(phrase: re.Match[str], issue: date, *, has_year: bool) -> _Stretch | None:
    """Return what a phrase may mean; None if it is no relative date, or needs a year that the date leaves out."""
    parts = phrase.groupdict()
    if parts.get("near"):
        days = {"yesterday": -1, "tomorrow": 1}.get(parts["near"].lower(), 0) * (2 if parts["shift"] else 1)
        return _Stretch(move(issue, days), move(issue, days), format_day(move(issue, days)))
    if parts["which"]:
        step, unit = {"last": -1, "this": 0, "next": 1}[parts["which"].lower()], parts["period"].lower()
        return _read_unit(step, unit, issue) if has_year or unit != "year" else None
    if bool(parts["back"]) == bool(parts.get("ahead")):
        return None
    unit = parts["unit"].lower()
    days = count_days(parts["count"], unit) * (-1 if parts["back"] else 1)
    slack = _SLACK[unit] + abs(days) // 10
    if unit == "year" and not has_year:
        return None
    return _Stretch(move(issue, days - slack), move(issue, days + slack), f"about {format_day(move(issue, days))}")


def _read_unit(step: int, unit: str, issue: date) -> _Stretch:
    """Return the days of the last, this or the next week, month or year."""
    reading = read_period(unit, step, issue)
    if unit == "week":
        earliest, latest = {-1: (-14, -1), 0: (-7, 7), 1: (1, 14)}[step]
        return _Stretch(move(issue, earliest), move(issue, latest), reading)
    # Shortly before and after a new month or year, the author's day may be on the other side.
    slack = _TURN if unit == "year" else _SLACK["day"] * 3
    if unit == "year":
        years = sorted(move(issue, days).year + step for days in (-slack, slack))
        return _Stretch(date(years[0], 1, 1), date(years[1], 12, 31), reading)
    months = sorted(_month_index(move(issue, days)) + step for days in (-slack, slack))
    return _Stretch(_first_of(months[0]), move(_first_of(months[1] + 1), -1), reading)


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
