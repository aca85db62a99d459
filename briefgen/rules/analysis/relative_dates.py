"""Dates in prose: relative phrases (“last week”), and dates with a weekday."""

import re
from collections.abc import Iterator
from datetime import date

from briefgen.citations.typed_dates import BY_NAME, DAY, MONTH, YEAR
from briefgen.model import MONTHS, DateError, PartialDate
from briefgen.prose import Pattern
from briefgen.yamltext import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?:day|week|month|year)"
# One group for each kind of phrase.
_RELATIVE = Pattern(
    rf"\b(?:(?:for|over|during|in|within) the (?P<span>past|last|next|coming) (?:(?P<many>{_NUMBER}) )?"
    rf"(?P<unit>{_UNIT})s?"
    r"|(?P<which>this|last|next) (?P<period>week|month|year)"
    rf"|in (?P<bound>less than|under|more than|about) (?P<ahead>{_NUMBER}) (?P<step>{_UNIT})s?"
    rf"|(?P<back>{_NUMBER}) (?P<ago>{_UNIT})s? ago"
    r"|(?P<now>as of now|as of today|today|tonight)|(?P<before>yesterday)|(?P<after>tomorrow))\b",
    literals=(" day", " week", " month", " year", "today", "tonight", "yesterday", "tomorrow", "as of now"),
    reach=40,
    ignores_case=True,
)
_DATED = Pattern(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),? (?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?\b",
    literals=tuple(f"day{comma} {letter}" for comma in (",", "") for letter in sorted({name[0] for name in MONTHS})),
    reach=40,
)
_NAMED = ("Today", "Tonight", "Tomorrow")


def find_relative(text: str, day: date) -> Iterator[tuple[Span, str]]:
    """Yield the relative phrases in a text, with their meaning as of `day`."""
    for match in _RELATIVE.finditer(text):
        # A name: “USA Today”.
        is_name = match.group() in _NAMED and match.start() > 1 and text[match.start() - 2].isalnum()
        if not is_name:
            yield Span(*match.span()), _reading(match, day)


def _reading(match: re.Match[str], day: date) -> str:
    parts = match.groupdict()
    if parts["which"]:
        return _period(parts["period"].lower(), {"last": -1, "this": 0, "next": 1}[parts["which"].lower()], day)
    if parts["span"]:
        days = _days(parts["many"] or "one", parts["unit"])
        is_past = parts["span"].lower() in {"past", "last"}
        return _between(_moved(day, -days), day) if is_past else _between(day, _moved(day, days))
    if parts["ahead"]:
        word = {"about": "about", "more than": "after"}.get(parts["bound"].lower(), "before")
        return f"{word} {format_day(_moved(day, _days(parts['ahead'], parts['step'])))}"
    if parts["back"]:
        return f"about {format_day(_moved(day, -_days(parts['back'], parts['ago'])))}"
    return format_day(_moved(day, -1 if parts["before"] else 1 if parts["after"] else 0))


def _period(unit: str, step: int, day: date) -> str:
    match unit:
        case "week":
            monday = _moved(day, 7 * step - day.weekday())
            return _between(monday, _moved(monday, 6))
        case "month":
            month = day.year * 12 + day.month - 1 + step
            return f"{MONTHS[month % 12]} {month // 12}"
        case _:
            return str(day.year + step)


def _days(number: str, unit: str) -> int:
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    return count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit.lower()]


def _moved(day: date, days: int) -> date:
    """Add days to a date, clamped to the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def format_day(day: date) -> str:
    """Format a day in house style: `May 12, 2023`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _between(first: date, last: date) -> str:
    """Format a range of days in house style: `May 8–14, 2023`."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {last.year}"
    return f"{format_day(first)} – {format_day(last)}"


def find_weekdays(text: str, day: date) -> Iterator[tuple[Span, str, date]]:
    """Yield dates that follow a weekday: span, weekday, and date.

    A missing year is chosen so that the date is nearest to `day`.
    """
    for match in _DATED.finditer(text):
        number, month = int(match["day"]), BY_NAME[match["month"].rstrip(".")]
        years = [int(match["year"])] if match["year"] else [day.year - 1, day.year, day.year + 1]
        found = [each for each in (_make(year, month, number) for year in years) if each is not None]
        if found:
            yield Span(*match.span()), match["weekday"], min(found, key=lambda each: abs(each - day))


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return PartialDate(year, month, day).earliest
    except DateError:
        return None
