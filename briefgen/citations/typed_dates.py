"""Dates in typed citations, parsed strictly; near misses get a suggestion."""

import re

from msgspec import Struct

from briefgen.citations.citation import TypedDate
from briefgen.model import MONTHS, distance

SHORT = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
BY_NAME = {name: number for number, name in enumerate(MONTHS, start=1)} | SHORT
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(SHORT, key=len, reverse=True))})\.?)"
YEAR = r"(?:19|20)\d{2}"
DAY = r"\d{1,2}(?!\d)"

# One date: a month with optional day and year; a year; or a word for “undated”.
ONE = re.compile(
    rf"""(?:
        (?P<month>{MONTH})(?:\s+(?P<day>{DAY})(?P<suffix>[a-z]\b)?(?:,?\s+(?P<year>{YEAR})(?P<late>[a-z]\b)?)?
                            |\s+(?P<only>{YEAR})(?P<after>[a-z]\b)?)?
      | (?P<bare>{YEAR})(?P<letter>[a-z]\b)?
      | (?P<none>undated|n\.d\.)(?P<tail>\s?[a-z]\b)?
    )""",
    re.VERBOSE,
)

# A string, so that `re` compiles it on first use: few citations have several dates.
_NEXT = rf"(?:,\s*(?:and\s+)?|\s+and\s+)(?=(?:{MONTH}\s+)?{DAY}(?!\s*[-–]))"
_BARE_DAY = rf"(?P<day>{DAY})(?P<suffix>[a-z]\b)?(?:,?\s+(?P<year>{YEAR}))?"
# Date formats of other style guides, as strings, so that `re` compiles them on first use; ours is `Month D, YYYY`.
_DAY_FIRST = rf"(?P<day>{DAY})(?:st|nd|rd|th|\.)?\s+(?P<month>{MONTH}),?(?:\s+(?P<year>{YEAR}))?\b"
_ISO = r"(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})\b"
_ORDINAL = rf"(?P<month>{MONTH})\s+(?P<day>{DAY})(?:st|nd|rd|th)\b(?:,?\s+(?P<year>{YEAR}))?"
_SLASHED = r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>(?:19|20)\d{2}))?(?![\d/])"
_RANGE = rf"(?P<month>{MONTH})\s+{DAY}\s*[-–]\s*{DAY}"
_WORD_DAY = rf"(?P<word>[A-Z][a-z]{{2,10}})\.?\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?\b"
MAX_SLIPS = 2


class NearDate(Struct, frozen=True):
    """A date in a format that is not ours; `written` is our format, or "" if that is unclear."""

    start: int
    end: int
    written: str
    help: str


def read_dates(text: str, start: int, end: int) -> tuple[tuple[TypedDate, int, int], ...]:
    """Parse `text[start:end]` as one or several dates (`October 18, 28`, `June 11 and 25`).

    Returns each date with its start and end; empty unless the whole range consists of dates.
    """
    found: list[tuple[TypedDate, int, int]] = []
    at = start
    while True:
        one = ONE.match(text, at, end)
        bare = re.compile(_BARE_DAY).match(text, at, end) if one is None and found and found[-1][0].month else None
        match = one or bare
        if match is None:
            return ()
        date = _typed(one) if one is not None else _inherited(match, found[-1][0])
        found.append((date, match.start(), match.end()))
        if match.end() == end:
            return tuple(found)
        following = re.compile(_NEXT).match(text, match.end(), end)
        if following is None:
            return ()
        at = following.end()


def _typed(match: re.Match[str]) -> TypedDate:
    parts = match.groupdict()
    if parts["none"]:
        return TypedDate(is_undated=True, suffix=(parts["tail"] or "").strip())
    year = parts["year"] or parts["only"] or parts["bare"]
    suffix = next((parts[name] for name in ("suffix", "late", "after", "letter") if parts[name]), "")
    return TypedDate(
        BY_NAME[parts["month"].rstrip(".")] if parts["month"] else None,
        int(parts["day"]) if parts["day"] else None,
        int(year) if year else None,
        suffix,
    )


def _inherited(match: re.Match[str], before: TypedDate) -> TypedDate:
    year = match["year"]
    return TypedDate(before.month, int(match["day"]), int(year) if year else None, match["suffix"] or "")


def has_date(text: str) -> bool:
    """Return whether a text contains a month with a day or year, or a year."""
    return any(
        match["day"] or match["only"] or match["bare"] or (match["month"] and len(match["month"]) > 3)  # noqa: PLR2004
        for match in ONE.finditer(text)
        if not match["none"]
    )


def find_near_date(text: str) -> NearDate | None:
    """Find a date in a format that is not ours, with its house form and a help text."""
    for pattern, name in (
        (_DAY_FIRST, "the month first"),
        (_ISO, "the month as a word"),
        (_ORDINAL, "a plain number"),
    ):
        match = re.search(pattern, text)
        if match is not None:
            written = _house_form(match)
            return NearDate(match.start(), match.end(), written, f"write {name}: `{written}`")
    match = re.search(_SLASHED, text)
    if match is not None:
        return _slashed(match)
    match = re.search(_RANGE, text)
    if match is not None:
        return NearDate(match.start(), match.end(), "", "cite one day for each source, parted by semicolons")
    return _near_month(text)


def _slashed(match: re.Match[str]) -> NearDate:
    """Convert a date with slashes; if either number may be the month, there is no suggestion."""
    one, two = int(match["month"]), int(match["day"])
    year = f", {match['year']}" if match["year"] else ""
    ways = [
        f"{MONTHS[month - 1]} {day}{year}"
        for month, day in dict.fromkeys(((one, two), (two, one)))
        if 1 <= month <= len(MONTHS) and 1 <= day <= 31  # noqa: PLR2004 - the longest month
    ]
    help_ = f"write the month as a word: {' or '.join(f'`{way}`' for way in ways) or '`May 12`'}"
    return NearDate(match.start(), match.end(), ways[0] if len(ways) == 1 else "", help_)


def _near_month(text: str) -> NearDate | None:
    small = re.search(rf"\b(?P<month>{'|'.join(MONTHS).lower()})\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?\b", text)
    if small is not None:
        written = f"{small['month'].capitalize()} {small['day']}" + (f", {small['year']}" if small["year"] else "")
        return NearDate(small.start(), small.end(), written, f"write `{written}`")
    for match in re.finditer(_WORD_DAY, text):
        word = match["word"]
        if word in BY_NAME:
            continue
        month = next((name for name in MONTHS if 0 < distance(word, name) <= min(MAX_SLIPS, len(name) // 3)), None)
        if month is not None:
            written = f"{month} {match['day']}" + (f", {match['year']}" if match["year"] else "")
            return NearDate(match.start(), match.end(), written, f"did you mean `{written}`?")
    return None


def _house_form(match: re.Match[str]) -> str:
    month = match["month"].rstrip(".")
    number = int(month) if month.isdigit() else BY_NAME[month]
    name = MONTHS[number - 1] if 1 <= number <= len(MONTHS) else month
    return f"{name} {int(match['day'])}" + (f", {match['year']}" if match["year"] else "")
