"""Suggests a correction for an invalid date: prose, and formats of other tools and countries."""

import re
from datetime import date
from typing import NamedTuple

from briefgen.expressions import expression
from briefgen.model.month_words import month_number
from briefgen.model.months import ERAS, MONTHS
from briefgen.model.nearest import nearest

UNKNOWN_WORDS = frozenset({
    "n.d.", "n.d", "nd", "no date", "none", "unknown", "n/a", "na", "not dated", "date unknown", "s.d.", "sine dato",
    "o.d.", "o.j.", "o. d.", "o. j.", "ohne datum", "undatiert", "sin fecha", "s.f.", "s. f.", "s/f", "s. d.",
    "sans date", "non daté", "sem data", "s/d", "senza data", "zonder datum", "z.d.", "z. d.", "ongedateerd",
    "日付なし", "日付無し", "日付不明", "不明", "日期不详", "日期不詳", "日期不明", "无日期", "無日期",
    "일자 없음", "날짜 없음", "날짜 미상", "미상",
    "brak daty", "без даты", "без дати", "?", "??", "???", "-", "–", "—", "forthcoming", "in press", "to appear",
})  # fmt: skip

_SEASON = r"(?:early |mid-?|late )?(?:spring|summer|autumn|fall|winter)"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
# Letters followed by combining accents.
_MONTH = r"(?P<month>[^\W\d_][\w\u0300-\u036f]{2,14})\.?"
# Connectives between the parts of a date in other languages: `12 de mayo de 2023`, `12 tháng`, `12 мая 2023 г.`
_OF = r"(?:\s+(?:of|de|del|di|do|van))?"
_YEAR = r"(?P<year>\d{4})"
# A word before the day: the weekday, unless it is a month.
_WEEKDAY = expression(r"^(?:(?P<word>[^\W\d_]{2,14})\.?(?:-feira)?,?\s+)(?=[^\W_])")
_TIME = expression(
    r"(?i)[,\s]+(?:(?:at|um|à)\s+)?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s*(?:[ap]\.?m\.?|uhr))?(?:\s*(?:z|[a-z]{2,4}|[+-]\d\d:?\d\d))?$"
)
_YEAR_MARK = expression(r"\s*(?:г\.?|року|р\.|r\.)$")
_EAST = expression(
    r"(?P<era>令和|平成|昭和|民國|民国)?\s?(?P<year>\d{1,4}|元)\s?[年년]\s?"
    r"(?:(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日號号일])?)?(?:\s?[（(].{1,3}[）)])?"
)
_SHORT_YEAR = expression(
    rf"(?:{_ORDINAL}[\s-]+{_MONTH}|{_MONTH.replace('month', 'other')}\s+\d{{1,2}},?)[\s-]+['’]?(?P<year>\d\d)"
)
_STAMP = expression(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)\d{6}")
_SPAN = expression(r"(?P<first>\d{4}-\d{2}-\d{2})\s*(?:to|until|bis|and|und|updated|[-/,;]+)\s*\d{4}-\d{2}-\d{2}")
_SPELLED = (
    rf"{_MONTH}\s+{_ORDINAL},?\s+{_YEAR}",
    rf"{_ORDINAL}{_OF}[\s/-]*{_MONTH}{_OF},?[\s/-]+{_YEAR}",
    rf"{_MONTH}{_OF},?\s+{_YEAR}",
    rf"{_YEAR}[\s-]+{_MONTH}(?:[\s-]+{_ORDINAL})?",
)
_FIGURES = expression(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})[./-](?P<year>\d{4})")
_COMPACT = expression(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SWAPPED = expression(r"(?P<year>\d{4})-(?P<day>\d{2})-(?P<month>\d{2})")
_LOOSE = expression(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:[T ]\d.*)?")
_ABOUT = expression(
    rf"(?i)(?:(?:c|ca|circa|about|around|approx|early|mid|late|©|copyright|{_SEASON}|q[1-4]|the)\.?[\s,-]*(?:of\s+)?(?P<year>\d{{4}})(?:/\d\d(?:\d\d)?)?"
    rf"|(?P<first>\d{{4}})(?:\?|s|\s*\(.*\)|[\s/-]*(?:q[1-4]|{_SEASON})|\s*[-–/]\s*\d{{4}}|[–/]\d\d|-[2-9]\d))"
)


# What people leave behind a date: the weekday in brackets, and what is left of a time.
_TRAILING = expression(r"(?:(?<=\d)[TtZz]|\s*\([^()]{1,12})$")
# An `O` or `l` that looks like a digit.
_LETTERS = expression(r"(?=[^-]*\d)(?:[\dOolI]{4})-(?:[\dOolI]{2})(?:-[\dOolI]{2})?$")
_TO_DIGITS = str.maketrans("OolI", "0011")
_MONTH_FIRST = expression(r"(?P<month>\d{1,2})[./-](?P<year>\d{4})")
_LETTERED = expression(r"(?P<year>\d{4})(?P<letter>[a-z])")
_DAYS = expression(r"(?P<before>.*\D)?(?P<first>\d{1,2})-\d{1,2}(?P<after>\D.*\d{4})")

_FULL = len("2023-05-12")


class DateHint(NamedTuple):
    """The correct value (`instead`, "" if it is not certain), and advice in words."""

    instead: str
    advice: str


def suggest_date(text: str, *, to_the_day: bool) -> DateHint:
    """Return a suggestion for a text that is not a valid date."""
    plain = re.sub(r"\d", lambda digit: str(int(digit.group())), re.sub("[–—‐‑−]", "-", text))
    words = re.sub(r"(?<=\d[./])\s+(?=\d)", "", re.sub(r"\s+", " ", plain.strip().strip("[]().,;“”\"'")).strip())
    words = _LETTERS.sub(lambda found: found.group().translate(_TO_DIGITS), _TRAILING.sub("", words))
    words = re.sub(r"(?<=\d)\s+-\s+(?=\d{2}(?:\D|$))", "-", words)
    if not to_the_day and (text.strip().casefold() in UNKNOWN_WORDS or words.casefold() in UNKNOWN_WORDS):
        return DateHint("undated", "write `undated`, and `accessed:` with the day you read it")
    if words.casefold() in {"today", "yesterday", "now", "tomorrow"}:
        return DateHint("", "write the day itself: `2023-05-12`")
    return _advise_on_certain(words, to_the_day=to_the_day) or _advise_on_uncertain(words, to_the_day=to_the_day)


def _advise_on_certain(words: str, *, to_the_day: bool) -> DateHint | None:
    """Return advice for a date with only one meaning, or None."""
    iso = _read_east(words) or _read_spelled(_without_extras(words)) or _read_figures(words)
    if iso and to_the_day and len(iso) < _FULL:
        return DateHint("", f"add the day: `{iso}-01` is the first")
    return DateHint(iso, f"write `{iso}`") if iso else None


def _advise_on_uncertain(words: str, *, to_the_day: bool) -> DateHint:
    """Return advice for an ambiguous or incomplete date, or for text that is not a date."""
    found = _advise_on_several(words) or (None if to_the_day else _advise_on_vague(words))
    yearless = "" if found else _read_spelled(f"{_without_extras(words)} 2000")
    if yearless:
        return DateHint("", f"add the year, as in `2023{yearless[4:]}`")
    return found or DateHint("", _choose_order(words) or "write year, month, day: `2023-05-12`")


def _advise_on_several(words: str) -> DateHint | None:
    """Return advice for several days, or a year of two digits, or None."""
    span, short, days = (pattern.fullmatch(words) for pattern in (_SPAN, _SHORT_YEAR, _DAYS))
    if span is not None:
        return DateHint("", f"write the first day alone: `{span['first']}`")
    if short is not None:
        meant = _read_spelled(words[: short.start("year")].rstrip("'’") + f"20{short['year']}")
        return DateHint("", f"write the year with four digits: `{meant or '2023-05-12'}`")
    first = _read_spelled(f"{days['before'] or ''}{days['first']}{days['after']}") if days is not None else ""
    return DateHint("", f"write the first day alone: `{first}`") if first else None


def _advise_on_vague(words: str) -> DateHint | None:
    """Return advice for a year with words or a letter, and for `undatd`, or None."""
    about, lettered = _ABOUT.fullmatch(words), _LETTERED.fullmatch(words)
    if about is not None:
        year = about["year"] or about["first"]
        if re.search(r"\d[-–/]\d{2}(?:\d\d)?\Z", words):
            return DateHint(year, f"a source has one year: write `{year}`, or the one in which it was finished")
        return DateHint(year, f"write the year alone: `{year}`")
    if lettered is not None:
        return DateHint("", f"write `{lettered['year']}`, and the letter as `suffix: {lettered['letter']}`")
    return DateHint("undated", "write `undated`") if nearest(words, ["undated"]) else None


def _choose_order(words: str) -> str:
    """Return advice for a numeric date in which either number may be the month, or ""."""
    both = _FIGURES.fullmatch(words)
    if both is not None:
        first, second = (_iso(both["year"], *pair) for pair in ((both["one"], both["two"]), (both["two"], both["one"])))
        ways = [way for way in (first, second) if way]
        if ways:
            return " or ".join(f"`{way}`" for way in ways).join(("write ", ", whichever you mean"))
    return ""


def _without_extras(words: str) -> str:
    """Strip the weekday before a date and the time after it."""
    words = _YEAR_MARK.sub("", _TIME.sub("", words))
    weekday = _WEEKDAY.match(words)
    is_month = weekday is None or month_number(weekday["word"]) > 0
    return words if weekday is None or is_month else words[weekday.end() :]


def _read_east(words: str) -> str:
    """Return the ISO form of East Asian dates such as `2023年5月12日`, era years included, or ""."""
    found = _EAST.fullmatch(words)
    if found is None:
        return ""
    year = (1 if found["year"] == "元" else int(found["year"])) + ERAS.get(found["era"] or "", 0)
    if not found["month"]:
        return f"{year}" if year > 1000 else ""  # noqa: PLR2004 - years have four digits
    return _iso(f"{year:04}", found["month"], found["day"] or "") if year > 1000 else ""  # noqa: PLR2004


def _read_spelled(words: str) -> str:
    """Return the ISO form of a date whose month is spelled out, or ""."""
    for pattern in _SPELLED:
        found = re.fullmatch(pattern, words)
        month = month_number(found["month"]) if found else 0
        if found is not None and month:
            return _iso(found["year"], str(month), found.groupdict().get("day") or "")
    return ""


def _read_figures(words: str) -> str:
    """Return the ISO form of a numeric date if it can be read in one way only, else ""."""
    for pattern in (_LOOSE, _COMPACT, _STAMP, _SWAPPED, _MONTH_FIRST):
        found = pattern.fullmatch(words)
        iso = _iso(found["year"], found["month"], found.groupdict().get("day") or "") if found else ""
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


def _iso(year: str, month: str, day: str) -> str:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
