"""Days in English prose in all their forms (`May 8`, `8th of May, 2023`), with the weekday beside them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from briefgen.citations.month_names import BY_NAME, MONTH
from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.model import MONTHS
from briefgen.prose import Pattern
from briefgen.rules.vocabulary.common_words import FUNCTION_WORDS
from briefgen.yamltext import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_YEAR = r"(?:1[0-9]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)"
# A day does not go on in another figure: `May 8,000`, `May 8:30`, `May 8.5`, `May 8/9`.
_END = r"(?![\w%/]|[,.:]\d)"
# A line of a list may begin with spaces.
_SPACE = r"(?:[^\S\n]|\n *)"
_DAY = Pattern(
    rf"(?:\d(?<![\w.,:/$£€#].)(?<![^\W\d]-.)\d?(?P<one>{_ORDINAL})?(?:{_SPACE}of)?{_SPACE}(?P<late>{MONTH})(?!\w)"
    rf"|(?<!\w)(?P<early>{MONTH}){_SPACE}(?:the{_SPACE})?(?P<number>\d\d?)(?P<other>{_ORDINAL})?{_END})"
    rf"(?:,?{_SPACE}(?P<year>{_YEAR}){_END})?",
    literals=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    also=tuple("0123456789０１２３４５６７８９"),
    reach=36,
)
_LAST = 31
# Strings, so that `re` compiles them on first use; few dates need them.
# In “in May 8 ships sank”, the figure counts; only these words may follow a day there.
_COUNTING = r"(?i)\b(?:in|during|last|this|next)\s\Z"
_MAY_FOLLOW = FUNCTION_WORDS | {
    "after", "amid", "because", "before", "due", "had", "her", "off", "over", "so", "through", "under", "until",
}  # fmt: skip
# `No. 31 May 2023`: the figure is the number of something else.
_NUMBERING = r"(?i)\b(?:no\.|vol\.|pp?\.|issue|number|pages?|chapter|article|section)\s\Z"
_SHORT = tuple(name[:3] for name in WEEKDAYS)
_BY_NAME = {name: index for names in (WEEKDAYS, _SHORT) for index, name in enumerate(names)}
_BY_NAME |= {"Tues": 1, "Thur": 3, "Thurs": 3}
_WEEKDAY = r"[MTWFS][a-z]{2,8}"
_BEFORE = expression(rf"(?P<word>{_WEEKDAY})(?P<mark>\.?),?{_SPACE}(?:the{_SPACE})?\(?\Z")
_AFTER = expression(rf"\s?\((?:a\s)?(?P<word>{_WEEKDAY})\.?\)|(?:,|\s[–—])\sa\s(?P<name>{_WEEKDAY})(?!\w)")
# A newspaper may be called The Sun, and `Mon` may be a name: without a stop, a short name needs one of these before it.
_LEADS_IN = r"(?:^|[\n(|*\0•–—]\s?|\b(?:on|by|from|until|till|since|for|and|to|of|-)\s)\Z"
# “Monday to Wednesday, May 8–10”: the weekday is not that of the first day.
_SPAN_OF_WEEKDAYS = rf"(?P<word>{_WEEKDAY}?)s?\.?,?\s?(?:[-–—/&,]|to|and|or|through|until|till)\s?\Z"
_NEAR = 24


class CalendarDay(Struct, frozen=True):
    """A day of a month in a text; spans are offsets in the text."""

    span: Span
    """The day without its weekday: `8 May 2023`."""
    month: int
    day: int
    """From 1 to 31; the month may not have it."""
    year: int | None
    is_day_first: bool
    is_ordinal: bool
    weekday: int | None = None
    """0 for a Monday; None if no weekday stands beside it."""
    start: int = 0
    """Where the weekday before it starts, or the day itself."""
    end: int = 0

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None if that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def nearest_to(self, day: date) -> date | None:
        """Return the day in its own year, or in the year that brings it nearest to `day`; None if there is none."""
        years = (self.year,) if self.year else (day.year - 1, day.year, day.year + 1)
        found = [each for each in map(self.in_year, years) if each is not None]
        return min(found, key=lambda each: abs(each - day), default=None)


@lru_cache(maxsize=64)
def find_days(text: str) -> tuple[CalendarDay, ...]:
    """Return the days in a text, in order."""
    return tuple(_read_days(text))


def find_own_days(fields: Iterable[FieldText]) -> Iterator[tuple[FieldText, CalendarDay]]:
    """Yield the days in the newsletter's own words, not in quotations, titles of works, citations and credits."""
    for field in fields:
        yield from ((field, day) for day in find_days(field.prose.visible) if is_own(field, day.span))


def is_own(field: FieldText, span: Span) -> bool:
    """Return whether a span of a field is in the newsletter's own words."""
    return (
        field.name not in {"credit", "bio"}
        and "\0" not in span.of(field.own_words)
        and not any(words.start <= span.start < words.end for words in field.verbatim)
    )


def _read_days(text: str) -> Iterator[CalendarDay]:
    for match in _DAY.finditer(text):
        is_first = match["late"] is not None
        digits = re.match(r"\d+", match.group()) if is_first else None
        number = int(digits.group() if digits else match["number"])
        is_day = 1 <= number <= _LAST and not _is_count(text, match, is_first=is_first)
        if is_day and not _has_other_year(text, match.end()):
            weekday, start, end = _weekday_beside(text, *match.span())
            yield CalendarDay(
                span=Span(*match.span()),
                month=BY_NAME[(match["late"] or match["early"]).rstrip(".")],
                day=number,
                year=int(match["year"]) if match["year"] else None,
                is_day_first=is_first,
                is_ordinal=bool(match["one"] or match["other"]),
                weekday=weekday,
                start=start,
                end=end,
            )


def _is_count(text: str, match: re.Match[str], *, is_first: bool) -> bool:
    """Return whether the figure counts or numbers something else."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if is_first:
        return re.search(_NUMBERING, before) is not None
    if match["other"] or match["year"] or not re.search(_COUNTING, before):
        return False
    after = re.match(r"\s([a-z]+)", text[match.end() : match.end() + _NEAR])
    return after is not None and after[1] not in _MAY_FOLLOW


def _has_other_year(text: str, end: int) -> bool:
    """Return whether a year that is no year of ours follows: `May 8, 480 BC`, `May 8 ’23`."""
    return re.match(r",?\s(?:\d{3,}|[’']\d\d)(?!\w)", text[end : end + 8]) is not None


def _weekday_beside(text: str, start: int, end: int) -> tuple[int | None, int, int]:
    """Return the weekday beside a day, and the whole expression's start and end."""
    base = max(0, start - _NEAR)
    before = _BEFORE.search(text, base, start) if _may_hold_weekday(text[base:start]) else None
    if before is not None and _is_weekday_of_day(text, before, base):
        closes = before.group().endswith("(") and text[end : end + 1] == ")"
        return _BY_NAME[before["word"]], before.start(), end + closes
    after = _AFTER.match(text, end) if _may_hold_weekday(text[end : end + _NEAR]) else None
    weekday = _BY_NAME.get(after["word"] or after["name"]) if after else None
    return (weekday, start, after.end()) if after and weekday is not None else (None, start, end)


def _may_hold_weekday(text: str) -> bool:
    return any(map(text.__contains__, _SHORT))


def _is_weekday_of_day(text: str, match: re.Match[str], base: int) -> bool:
    start, word = match.start(), match["word"]
    if word not in _BY_NAME or text[max(0, start - 1) : start].isalnum():
        return False
    several = re.search(_SPAN_OF_WEEKDAYS, text[base:start])
    if several is not None and several["word"] in _BY_NAME:
        return False
    if word in WEEKDAYS:
        return not match["mark"]
    return bool(match["mark"]) or re.search(_LEADS_IN, text[max(0, start - 12) : start]) is not None


def format_day(day: date) -> str:
    """Format a day in house style: `May 12, 2023`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
