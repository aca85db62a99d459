"""Dates in citations that cannot be read as they stand: misspelt months, and numbers in an unknown order."""

import re

from msgspec import Struct

from briefgen.citations.citation import TypedDate
from briefgen.citations.date_words import DAY, YEAR
from briefgen.citations.labels import add_letter
from briefgen.citations.month_names import ENGLISH_MONTHS, month_number
from briefgen.citations.typed_dates import MAX_DAY, MAX_MONTH
from briefgen.citations.written import month_names, write_date_in
from briefgen.model import MONTHS, distance

# Strings, so that `re` compiles them on first use.
_ISO = rf"(?P<year>{YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b"
_SLASHED = rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:/(?P<year>{YEAR}|\d{{2}}))?(?![\d/])"
_WORD_DAY = rf"(?P<word>[A-Z][a-z]{{2,10}})\.?\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?\b"
_DAY_WORD = rf"(?P<day>{DAY})\.?\s+(?P<word>[A-Z][a-z]{{2,10}})\b\.?(?:,?\s+(?P<year>{YEAR})\b)?"
_FOREIGN_DAY_WORD = (
    rf"(?<![\w./])(?P<day>{DAY})[.º°]?\s+(?P<of>de\s+)?(?P<word>[^\W\d_]{{3,11}})\.?"
    rf"(?:,?\s+(?:del?\s+)?(?P<year>{YEAR}))?(?=\s*(?:$|[,;]))"
)
MAX_SLIPS = 2


class NearDate(Struct, frozen=True):
    """A date that cannot be read; `written` is our format, or "" if it is unclear what is meant."""

    start: int
    end: int
    written: str
    help: str


def find_near_date(text: str, language: str = "en") -> NearDate | None:
    """Find a date that cannot be read, with its house form and a help text; `language` is that of the text."""
    match = re.search(_ISO, text)
    if match is not None and not (1 <= int(match["month"]) <= MAX_MONTH and 1 <= int(match["day"]) <= MAX_DAY):
        return NearDate(*match.span(), "", "write a month and a day that exist: `2023-05-12`")
    match = re.search(_SLASHED, text)
    if match is not None:
        return _slashed(match, language)
    return _near_month(text) if language == "en" else _near_foreign_month(text, language)


def _slashed(match: re.Match[str], language: str) -> NearDate | None:
    """Report a date with slashes whose order is unknown, with both ways to read it."""
    one, two = int(match["month"]), int(match["day"])
    ways = [
        _write(month, day, match["year"], language)
        for month, day in dict.fromkeys(((one, two), (two, one)))
        if 1 <= month <= MAX_MONTH and 1 <= day <= MAX_DAY
    ]
    example = write_date_in(language, TypedDate(5, 12))
    help_ = f"write the month as a word: {' or '.join(f'`{way}`' for way in ways) or f'`{example}`'}"
    return NearDate(*match.span(), ways[0] if len(ways) == 1 else "", help_)


def _write(month: int, day: int, year: str | None, language: str) -> str:
    if language == "en":
        return f"{MONTHS[month - 1]} {day}" + (f", {year}" if year else "")
    full = int(f"20{year}" if year and len(year) == 2 else year or 0)  # noqa: PLR2004 - two digits
    return write_date_in(language, TypedDate(month, day, full or None))


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


def _near_foreign_month(text: str, language: str) -> NearDate | None:
    """Find a day with a word that is nearly a month of the language, and of no other: `12 de mayi`, `7. Aprl`."""
    for match in re.finditer(_FOREIGN_DAY_WORD, text):
        word = match["word"]
        # German months are nouns, and English ones names.
        if month_number(word, language) or (language == "de" and word.islower()):
            continue
        # `9 de mayob`: the letter of a source stands apart.
        names = {name.casefold(): number for name, number in month_names(language).items()}
        joined = 0 if match["year"] else names.get(word[:-1].casefold(), 0)
        close = [joined] if joined else _nearest_months(word, language, MAX_SLIPS if match["of"] else 1)
        letter = word[-1] if joined else ""
        ways = [add_letter(_write(month, int(match["day"]), match["year"], language), letter) for month in close]
        if ways:
            help_ = f"did you mean {' or '.join(f'`{way}`' for way in ways)}?"
            return NearDate(match.start(), match.end(), ways[0] if len(ways) == 1 else "", help_)
    return None


def _nearest_months(word: str, language: str, slips: int) -> list[int]:
    """Return the numbers of the months of a language whose names are nearest to a word, if they are near."""
    names = month_names(language) | {name: number for number, name in enumerate(MONTHS, start=1)}
    gaps = {name: distance(word.casefold(), name.casefold()) for name in names}
    near = {
        name: gap
        for name, gap in gaps.items()
        if gap == 1 or (gap <= max(slips, min(MAX_SLIPS, len(name) // 3)) and name[0].casefold() == word[0].casefold())
    }
    best = min(near.values(), default=0)
    return sorted({names[name] for name, gap in near.items() if gap == best})
