"""Suggests a correction for an invalid date: prose, and formats of other tools and countries."""

import re
from datetime import date
from typing import NamedTuple

from briefgen.model.months import MONTHS

UNKNOWN_WORDS = frozenset({
    "n.d.", "n.d", "nd", "no date", "none", "unknown", "n/a", "na", "not dated", "date unknown", "s.d.", "sine dato",
    "o.d.", "o.j.", "?", "??", "???", "-", "–", "—", "forthcoming", "in press", "to appear",
})  # fmt: skip

_SEASON = r"(?:early |mid-?|late )?(?:spring|summer|autumn|fall|winter)"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = re.compile(r"(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")
_SPELLED = (
    rf"{_MONTH}\s+{_ORDINAL},?\s+{_YEAR}",
    rf"{_ORDINAL}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_YEAR}[\s-]+{_MONTH}(?:[\s-]+{_ORDINAL})?",
)
_FIGURES = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})[./-](?P<year>\d{4})")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SWAPPED = re.compile(r"(?P<year>\d{4})-(?P<day>\d{2})-(?P<month>\d{2})")
_LOOSE = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:[T ]\d.*)?")
_ABOUT = re.compile(
    rf"(?i)(?:(?:c|ca|circa|about|around|approx|early|mid|late|©|copyright|{_SEASON}|q[1-4]|the)\.?[\s,]*(?:of\s+)?(?P<year>\d{{4}})(?:/\d\d(?:\d\d)?)?"
    rf"|(?P<first>\d{{4}})(?:\?|s|\s*\(.*\)|[\s/-]*(?:q[1-4]|{_SEASON})|\s*[-–/]\s*\d{{4}}|[–/]\d\d|-[2-9]\d))"
)


class DateHint(NamedTuple):
    """The correct value (`instead`, "" if it is not certain), and advice in words."""

    instead: str
    advice: str


def suggest_date(text: str, *, to_the_day: bool) -> DateHint:
    """Return a suggestion for a text that is not a valid date."""
    words = re.sub(r"\s+", " ", re.sub("[–—‐‑−]", "-", text).strip().strip("[]().,;“”\"'")).strip()
    if not to_the_day and (text.strip().casefold() in UNKNOWN_WORDS or words.casefold() in UNKNOWN_WORDS):
        return DateHint("undated", "write `undated`, and `accessed:` with the day you read it")
    if words.casefold() in {"today", "yesterday", "now", "tomorrow"}:
        return DateHint("", "write the day itself: `2023-05-12`")
    iso = _read_spelled(_WEEKDAY.sub("", words)) or _read_figures(words)
    if iso:
        return DateHint(iso, f"write `{iso}`")
    about = _ABOUT.fullmatch(words)
    if about is not None and not to_the_day:
        year = about["year"] or about["first"]
        return DateHint(year, f"write the year alone: `{year}`")
    both = _FIGURES.fullmatch(words)
    if both is not None:
        first, second = (_iso(both["year"], *pair) for pair in ((both["one"], both["two"]), (both["two"], both["one"])))
        ways = [way for way in (first, second) if way]
        if ways:
            return DateHint("", " or ".join(f"`{way}`" for way in ways).join(("write ", ", whichever is meant")))
    return DateHint("", "write year, month, day: `2023-05-12`")


def _read_spelled(words: str) -> str:
    """Return the ISO form of a date whose month is spelled out, or ""."""
    for pattern in _SPELLED:
        found = re.fullmatch(pattern, words)
        month = _month_number(found["month"]) if found else 0
        if found is not None and month:
            return _iso(found["year"], str(month), found.groupdict().get("day") or "")
    return ""


def _read_figures(words: str) -> str:
    """Return the ISO form of a numeric date if it can be read in one way only, else ""."""
    for pattern in (_LOOSE, _COMPACT, _SWAPPED):
        found = pattern.fullmatch(words)
        iso = _iso(found["year"], found["month"], found["day"] or "") if found else ""
        if iso:
            return iso
    found = _FIGURES.fullmatch(words)
    if found is None:
        return ""
    one, two, year = found["one"], found["two"], found["year"]
    # With dots between the numbers, the day comes first.
    if found["mark"] == "." or int(one) > len(MONTHS) or one == two:
        return _iso(year, two, one)
    return _iso(year, one, two) if int(two) > len(MONTHS) else ""


def _month_number(word: str) -> int:
    small = word.casefold()
    if small == "sept":
        small = "sep"
    found = [number for number, name in enumerate(MONTHS, start=1) if name.casefold().startswith(small)]
    return found[0] if len(found) == 1 else 0


def _iso(year: str, month: str, day: str) -> str:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
