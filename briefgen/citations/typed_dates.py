"""Dates in typed citations: words, numbers, ranges and lists, in the language of the text."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from msgspec import Struct

from briefgen.citations.citation import TypedDate
from briefgen.citations.date_words import (
    AND,
    ARTICLE,
    DAY,
    DAY_FIRST,
    FIRST_DAY,
    LETTER,
    SEASON,
    TO,
    UNDATED,
    WEEKDAY,
    WORD,
    YEAR,
    may_be_worded,
    season_of,
)
from briefgen.citations.east_asian import ERA, year_of_era
from briefgen.citations.east_asian import WEEKDAY as HANZI_WEEKDAY
from briefgen.citations.month_names import month_number
from briefgen.model import MONTHS

Order = Literal["day", "month", ""]
"""Which number of a date with slashes comes first; "" if that is unknown."""

_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
MAX_MONTH = 12
MAX_DAY = 31
# Years with two digits: the language of most newsletters writes 24 for 2024.
_CENTURY = 2000

# All patterns are strings, so that `re` compiles them on first use: most groups are keyed.
_LEAD_IN = (
    r"(?i)(?:early|mid|late)[-\s]"
    r"|(?i:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+"
)
_MONTH_FIRST = (
    rf"(?P<month>{WORD})\.?(?:"
    rf"\s+(?P<day>{DAY})(?:st|nd|rd|th)?(?P<suffix>[a-z]\b)?"
    rf"(?:(?:{TO}|\sto\s)(?:(?P<last_month>{WORD})\.?\s+)?(?P<last_day>{DAY}))?"
    rf"(?:,?\s+(?P<year>{YEAR})(?P<late>[a-z]\b)?)?"
    rf"|(?:(?:{TO}|/)(?P<until>{WORD})\.?)?,?\s+(?:del?\s+)?(?P<only>{YEAR})(?P<after>[a-z]\b)?(?:\s?[гр]\.)?{LETTER}"
    r")?(?!\w)"
)
_EARLIER = rf"(?P<earlier>(?:{DAY}(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*)){{1,9}})?"
_DAY_FIRST = (
    rf"(?P<day>{DAY}){_ORDINAL}(?:{TO}(?P<last>{DAY}){_ORDINAL})?\s+(?:of\s+|de\s+)?(?P<month>{WORD})\.?"
    rf"(?:{TO}(?P<last_day>{DAY}){_ORDINAL}\s+(?P<last_month>{WORD})\.?)?"
    rf"(?:,?\s+(?:del?\s+)?(?P<year>{YEAR})(?P<late>[a-z]\b)?(?:\s?[грr]\.)?)?{LETTER}(?!\w)"
)
_YEAR_FIRST = rf"(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"
_MONTH_NUMBER = rf"(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![/\d])"
_NUMBERS = (
    rf"(?P<one>{DAY})(?:/(?P<two>{DAY})(?:/(?P<year>{YEAR}|\d{{2}}(?!\d)))?(?![/\d])"
    rf"|\.\s?(?P<dotted>{DAY})\.(?:\s?(?P<dotted_year>{YEAR}|\d{{2}}(?!\d)))?)"
)
# In languages that write the day first: `10-05-2026`.
_HYPHENED = rf"(?P<one>{DAY})-(?P<dotted>{DAY})-(?P<dotted_year>{YEAR}|\d{{2}}(?!\d))(?![-\d])"
_HANZI_DATE = (
    rf"(?:(?:(?P<year>\d{{4}})|(?P<era>{ERA})\s?(?P<era_year>\d{{1,3}}|元))\s?[年년]\s?)?(?P<month>\d{{1,2}})\s?[月월]"
    rf"(?:\s?(?P<day>\d{{1,2}})(?:[日號号일]|\s일)?{HANZI_WEEKDAY}"
    r"(?:\s?[至到~～〜—–-]\s?(?:(?P<last_month>\d{1,2})\s?[月월]\s?)?"
    rf"(?P<last_day>\d{{1,2}})(?:[日號号일]|\s일)?{HANZI_WEEKDAY})?)?{LETTER}"
)
# Behind a day of the same month: `5月11日、14日`.
_HANZI_DAY = rf"(?P<day>\d{{1,2}})[日號号일]{HANZI_WEEKDAY}(?=\s*(?:$|[,;)・付]))"
_HANZI_NEXT = r",\s*|\s?・\s?"
_HANZI_YEAR = r"(?P<year>\d{4})\s?[年년]" + LETTER
_SEASON = rf"(?i)(?P<season>spring|summer|autumn|fall|winter|q[1-4])\s+(?:of\s+)?(?P<year>{YEAR})(?!\d)"
_BARE_YEAR = rf"(?P<year>{YEAR})(?P<late>[a-z]\b)?(?![\w/])"
_BARE_DAY = (
    rf"(?P<day>{DAY})(?P<suffix>[a-z]\b)?(?:,?\s+(?P<year>{YEAR})(?P<late>[a-z]\b)?)?"
    r"(?=\s*(?:$|[,;)]|and\b|&))"
)
_NEXT = rf",\s*(?:and\s+)?|\s+{AND}\s+|\s*&\s*"
_IN_TEXT = rf"(?<![\w/.-]){YEAR}[a-z]?(?![\w/])"
_NAMED_IN_TEXT = rf"(?P<before>\d{{1,2}}\.?\s+(?:de\s+)?)?(?P<month>{WORD})\.?(?=(?:\s+(?P<after>\d{{1,2}}|{YEAR})\b)?)"
_LONG_NAME = 4


WITH_HANZI = frozenset({"zh", "ja", "ko"})
_Make = Callable[[dict[str, str | None]], TypedDate | None]
_MONTH_SIGNS = tuple(name[:3] for name in MONTHS)


def may_have_date(text: str) -> bool:
    """Return whether a text may contain a date: it has a digit, a month, or a word for “undated”."""
    if any(map(str.isdigit, text)) or any(map(text.__contains__, _MONTH_SIGNS)):
        return True
    return may_be_worded(text)


class Dated(NamedTuple):
    """A date with its span in the text."""

    date: TypedDate
    start: int
    end: int


class DateReader(Struct, frozen=True):
    """Reads dates in the language of a text."""

    language: str = "en"
    """The primary subtag of the language."""
    order: Order = ""

    def read(self, text: str, start: int, end: int) -> tuple[Dated, ...]:
        """Read one or several dates at `start`: `October 18, 28`, `12 and 14 March`; empty if there is none."""
        found: list[Dated] = []
        at = start
        while True:
            some = self._read_some(text, at, end, found[-1].date if found else None)
            if not some:
                return tuple(found)
            found += some
            following = re.compile(_HANZI_NEXT if self.language in WITH_HANZI else _NEXT).match(text, some[-1].end, end)
            if following is None:
                return tuple(found)
            at = following.end()

    def read_number(self, text: str, start: int, end: int) -> Dated | None:
        """Read one date in digits: `24/02/2020`, `2020-02-24`."""
        shorter = re.compile(_MONTH_NUMBER).match(text, start, end)
        if shorter is not None:
            return Dated(_month_number(shorter.groupdict()), start, shorter.end())
        match = re.compile(_YEAR_FIRST).match(text, start, end) or re.compile(_NUMBERS).match(text, start, end)
        date = self._numbers(match.groupdict()) if match else None
        return Dated(date, start, match.end()) if match and date else None

    def has_date(self, text: str) -> bool:
        """Return whether a text contains a month with a day or year, or a year."""
        if re.search(_IN_TEXT, text):
            return True
        return any(
            match["before"] or match["after"] or len(match["month"]) >= _LONG_NAME
            for match in re.finditer(_NAMED_IN_TEXT, text)
            if (match["month"][0].isupper() or match["before"] or match["after"]) and self._month(match["month"])
        )

    def is_month(self, word: str) -> bool:
        """Return whether a word is a month in English, or in the language of the text."""
        return self._month(word) > 0

    def _month(self, word: str | None) -> int:
        return month_number(word, self.language) if word else 0

    def _read_some(self, text: str, at: int, end: int, before: TypedDate | None) -> list[Dated]:
        """Read one date, or the days before one month."""
        if text[at:end][:1].isdigit() or (self.language in WITH_HANZI and re.compile(ERA).match(text, at, end)):
            return self._read_digits(text, at, end, before)
        found = self._first_of(text, at, end, ((_MONTH_FIRST, self._named),))
        if found:
            return found
        lead = re.compile(_LEAD_IN).match(text, at, end)
        if lead is None and self.language != "en":
            lead = re.compile(WEEKDAY).match(text, at, end) or re.compile(ARTICLE).match(text, at, end)
        if lead is not None:
            return self._read_some(text, lead.end(), end, before)
        others = ((FIRST_DAY, self._first_day), (SEASON, _season)) if self.language != "en" else ()
        return self._first_of(text, at, end, (*others, (_SEASON, _season), (UNDATED, _undated)))

    def _read_digits(self, text: str, at: int, end: int, before: TypedDate | None) -> list[Dated]:
        """Read one date that begins with a digit, or the days before one month."""
        if self.language in WITH_HANZI:
            found = self._first_of(text, at, end, ((_HANZI_DATE, self._hanzi), (_HANZI_YEAR, _year_alone)))
            if found:
                return found
        found = (
            self._first_of(text, at, end, ((_YEAR_FIRST, self._numbers), (_BARE_YEAR, _year_alone)))
            or self._day_first(text, at, end)
            or self._first_of(text, at, end, ((_MONTH_NUMBER, _month_number), (_NUMBERS, self._numbers)))
            or (self.order == "day" and self._first_of(text, at, end, ((_HYPHENED, self._numbers),)))
            or []
        )
        if found or before is None or not before.day:
            return found
        day = re.compile(_HANZI_DAY).match(text, at, end) if self.language in WITH_HANZI else None
        if day is not None:
            return [Dated(TypedDate(before.month, int(day["day"]), before.year), at, day.end())]
        bare = re.compile(_BARE_DAY).match(text, at, end)
        if bare is None:
            return []
        suffix = bare["suffix"] or bare["late"] or ""
        return [Dated(TypedDate(before.month, int(bare["day"]), _number(bare["year"]), suffix), at, bare.end())]

    def _day_first(self, text: str, at: int, end: int) -> list[Dated]:
        pattern = _EARLIER + _DAY_FIRST if self.language == "en" else DAY_FIRST
        match = re.compile(pattern).match(text, at, end)
        date = self._named(match.groupdict()) if match else None
        if match is None or date is None:
            return []
        earlier = [
            Dated(TypedDate(date.month, int(day.group()), date.year), at + day.start(), at + day.end())
            for day in re.finditer(r"\d+", match["earlier"] or "")
        ]
        return [*earlier, Dated(date, match.start("day"), match.end())]

    @staticmethod
    def _first_of(text: str, at: int, end: int, readers: tuple[tuple[str, _Make], ...]) -> list[Dated]:
        """Read a date with the first pattern that matches, and makes a date."""
        for pattern, make in readers:
            match = re.compile(pattern).match(text, at, end)
            found = make(match.groupdict()) if match else None
            if match and found:
                return [Dated(found, at, match.end())]
        return []

    def _named(self, parts: dict[str, str | None]) -> TypedDate | None:
        """Make a date whose month is a word."""
        word = parts["month"] or ""
        month = self._month(word)
        year = _number(parts.get("year") or parts.get("only"))
        day = _number(parts.get("day"))
        # A lower-case “may” or “mars” alone is a word like any other.
        if not month or (day is None and year is None and not word[0].isupper()):
            return None
        last = None
        if parts.get("until"):
            last = (self._month(parts["until"]), 0)
        elif parts.get("last_day"):
            last = (self._month(parts["last_month"]) if parts["last_month"] else month, int(parts["last_day"] or 0))
        elif parts.get("last"):
            last = (month, int(parts["last"] or 0))
        if last is not None and not last[0]:
            return None
        suffix = next((parts[name] for name in ("suffix", "late", "after", "letter") if parts.get(name)), "")
        return TypedDate(month, day, year, suffix or "", last=last)

    def _hanzi(self, parts: dict[str, str | None]) -> TypedDate | None:
        month = _number(parts["month"])
        if month is None or not 1 <= month <= MAX_MONTH:
            return None
        last = (_number(parts["last_month"]) or month, int(parts["last_day"])) if parts["last_day"] else None
        era = parts["era"]
        year = year_of_era(era, parts["era_year"] or "") if era else _number(parts["year"])
        return TypedDate(month, _number(parts["day"]), year, parts["letter"] or "", last=last)

    def _first_day(self, parts: dict[str, str | None]) -> TypedDate | None:
        return self._named(parts | {"day": "1"})

    def _numbers(self, parts: dict[str, str | None]) -> TypedDate | None:
        """Make a date in digits; None if either number may be the month and nothing says which is."""
        year = _number(parts.get("year") or parts.get("dotted_year"))
        year = _CENTURY + year if year is not None and year < 100 else year  # noqa: PLR2004 - two digits
        if "mark" in parts:
            month, day = int(parts["month"] or 0), int(parts["day"] or 0)
        elif parts["dotted"]:
            month, day = int(parts["dotted"]), int(parts["one"] or 0)
        else:
            order = order_of(int(parts["one"] or 0), int(parts["two"] or 0)) or self.order
            first, second = int(parts["one"] or 0), int(parts["two"] or 0)
            if not order:
                return None
            month, day = (second, first) if order == "day" else (first, second)
        return TypedDate(month, day, year) if 1 <= month <= MAX_MONTH and 1 <= day <= MAX_DAY else None


def order_of(one: int, two: int) -> Order:
    """Return the order of two numbers of which only one can be the month, or are the same; else ""."""
    if MAX_MONTH < one <= MAX_DAY or one == two:
        return "day"
    return "month" if MAX_MONTH < two <= MAX_DAY else ""


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year_alone(parts: dict[str, str | None]) -> TypedDate:
    return TypedDate(year=_number(parts["year"]), suffix=parts.get("late") or parts.get("letter") or "")


def _month_number(parts: dict[str, str | None]) -> TypedDate:
    return TypedDate(_number(parts["month"]), year=_number(parts["year"]))


def _season(parts: dict[str, str | None]) -> TypedDate:
    name = (parts["season"] or "").casefold()
    return TypedDate(year=_number(parts["year"]), season="autumn" if name == "fall" else season_of(name))


def _undated(parts: dict[str, str | None]) -> TypedDate:
    return TypedDate(is_undated=True, suffix=(parts["tail"] or "").strip())
