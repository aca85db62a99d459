"""Relative dates in prose (“last week”), and what they mean on a day."""

import re
from collections.abc import Iterator
from datetime import date

from briefgen.model import MONTHS
from briefgen.prose import Pattern
from briefgen.rules.analysis.calendar_days import format_day
from briefgen.yamltext import Span

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
UNIT = r"(?:day|week|month|year)"
# One group for each kind of phrase.
_RELATIVE = Pattern(
    rf"\b(?:(?:for|over|during|in|within) the (?P<span>past|last|next|coming) (?:(?P<many>{NUMBER}) )?"
    rf"(?P<unit>{UNIT})s?"
    r"|(?P<which>this|last|next) (?P<period>week|month|year)"
    rf"|in (?P<bound>less than|under|more than|about) (?P<ahead>{NUMBER}) (?P<step>{UNIT})s?"
    rf"|(?P<back>{NUMBER}) (?P<ago>{UNIT})s? ago"
    r"|(?P<now>as of now|as of today|today|tonight)|(?P<before>yesterday)|(?P<after>tomorrow))\b",
    literals=(" day", " week", " month", " year", "today", "tonight", "yesterday", "tomorrow", "as of now"),
    reach=40,
    ignores_case=True,
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
        return read_period(parts["period"].lower(), {"last": -1, "this": 0, "next": 1}[parts["which"].lower()], day)
    if parts["span"]:
        days = count_days(parts["many"] or "one", parts["unit"])
        is_past = parts["span"].lower() in {"past", "last"}
        return _between(move(day, -days), day) if is_past else _between(day, move(day, days))
    if parts["ahead"]:
        word = {"about": "about", "more than": "after"}.get(parts["bound"].lower(), "before")
        return f"{word} {format_day(move(day, count_days(parts['ahead'], parts['step'])))}"
    if parts["back"]:
        return f"about {format_day(move(day, -count_days(parts['back'], parts['ago'])))}"
    return format_day(move(day, -1 if parts["before"] else 1 if parts["after"] else 0))


def read_period(unit: str, step: int, day: date) -> str:
    """Return what the last (-1), this (0) or the next (1) week, month or year means on a day: `May 8–14, 2023`."""
    match unit:
        case "week":
            monday = move(day, 7 * step - day.weekday())
            return _between(monday, move(monday, 6))
        case "month":
            month = day.year * 12 + day.month - 1 + step
            return f"{MONTHS[month % 12]} {month // 12}"
        case _:
            return str(day.year + step)


def count_days(number: str, unit: str) -> int:
    """Return the days in a number of units: `two`, `week`; months have 30 days, and years 365."""
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    return count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit.lower()]


def move(day: date, days: int) -> date:
    """Add days to a date, clamped to the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _between(first: date, last: date) -> str:
    """Format a range of days in house style: `May 8–14, 2023`."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {last.year}"
    return f"{format_day(first)} – {format_day(last)}"
