"""Dates in citations that cannot be read as they stand: misspelt months, and numbers in an unknown order."""

import re

from msgspec import Struct

from briefgen.citations.month_names import ENGLISH_MONTHS
from briefgen.citations.typed_dates import DAY, MAX_DAY, MAX_MONTH, YEAR
from briefgen.model import MONTHS, distance

# Strings, so that `re` compiles them on first use.
_ISO = rf"(?P<year>{YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b"
_SLASHED = rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:/(?P<year>{YEAR}|\d{{2}}))?(?![\d/])"
_WORD_DAY = rf"(?P<word>[A-Z][a-z]{{2,10}})\.?\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?\b"
_DAY_WORD = rf"(?P<day>{DAY})\.?\s+(?P<word>[A-Z][a-z]{{2,10}})\b\.?(?:,?\s+(?P<year>{YEAR})\b)?"
MAX_SLIPS = 2


class NearDate(Struct, frozen=True):
    """A date that cannot be read; `written` is our format, or "" if it is unclear what is meant."""

    start: int
    end: int
    written: str
    help: str


def find_near_date(text: str) -> NearDate | None:
    """Find a date that cannot be read, with its house form and a help text."""
    match = re.search(_ISO, text)
    if match is not None and not (1 <= int(match["month"]) <= MAX_MONTH and 1 <= int(match["day"]) <= MAX_DAY):
        return NearDate(*match.span(), "", "write a month and a day that exist: `2023-05-12`")
    match = re.search(_SLASHED, text)
    return _slashed(match) if match else _near_month(text)


def _slashed(match: re.Match[str]) -> NearDate | None:
    """Report a date with slashes whose order is unknown, with both ways to read it."""
    one, two = int(match["month"]), int(match["day"])
    year = f", {match['year']}" if match["year"] else ""
    ways = [
        f"{MONTHS[month - 1]} {day}{year}"
        for month, day in dict.fromkeys(((one, two), (two, one)))
        if 1 <= month <= MAX_MONTH and 1 <= day <= MAX_DAY
    ]
    help_ = f"write the month as a word: {' or '.join(f'`{way}`' for way in ways) or '`May 12`'}"
    return NearDate(*match.span(), ways[0] if len(ways) == 1 else "", help_)


def _near_month(text: str) -> NearDate | None:
    for match in (*re.finditer(_WORD_DAY, text), *re.finditer(_DAY_WORD, text)):
        word = match["word"]
        if word.casefold() in ENGLISH_MONTHS:
            continue
        month = next((name for name in MONTHS if 0 < distance(word, name) <= min(MAX_SLIPS, len(name) // 3)), None)
        if month is not None:
            is_first = match.start("day") < match.start("word")
            day = f"{match['day']} {month}" if is_first else f"{month} {match['day']}"
            written = day + (f"{' ' if is_first else ', '}{match['year']}" if match["year"] else "")
            return NearDate(match.start(), match.end(), written, f"did you mean `{written}`?")
    return None
