"""Days with a weekday in prose that is not English, in the order that is usual in each language."""

import re
from collections.abc import Iterator
from functools import cache

from briefgen.prose import Pattern
from briefgen.rules.analysis.calendar_days import CalendarDay
from briefgen.rules.vocabulary.calendar_names import Calendar
from briefgen.yamltext import Span

_YEAR = r"(?:1[0-9]|20)\d\d"
# `środa` is `środę` after “on”, and `среда` is `среду`.
_CASES = {"a": "[aę]", "а": "[ау]", "я": "[яю]"}
_APOSTROPHES = "[ʼ’']"
# The weekday follows in East Asia: `2023年5月8日(月)`, `5月8日（星期一）`, `5월 8일(월요일)`.
_EAST_ASIAN = Pattern(
    rf"(?:(?P<year>{_YEAR})\s?[年년]\s?)?(?<!\d)(?P<month>1[0-2]|[1-9])\s?[月월]\s?(?P<day>[12]\d|3[01]|[1-9])\s?[日일]\s?"
    r"(?:[（(]\s?(?:星期|周|週|礼拜|禮拜)?(?P<short>[月火水木金土日一二三四五六天월화수목금토일])(?:曜日?|요일)?\s?[)）]"
    r"|(?:星期|周|週)(?P<chinese>[一二三四五六日天])|(?P<long>[月火水木金土日월화수목금토일])(?:曜日?|요일))",
    literals=("月", "월"),
    reach=24,
)
# Lunar months are others, and `31日間` is a span.
_NUMBERED = Pattern(
    rf"(?:(?P<year>{_YEAR})\s?[年년]\s?)?(?<!\d)(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일](?![間间간内])",
    literals=("月", "월"),
    reach=24,
)
_LUNAR = r"(?:旧暦|陰暦|农历|農曆|农曆|阴历|陰曆|음력)\D{0,3}(?:\d{4}\s?[年년]\s?)?\Z"
_BEFORE = 16
_EAST_ASIAN_WEEKDAYS = ("月火水木金土日", "一二三四五六天", "월화수목금토일")


def find_foreign_days(text: str, calendar: Calendar) -> Iterator[CalendarDay]:
    """Yield the days with a weekday in a text, in the language of `calendar`."""
    for match in _pattern(calendar).finditer(text):
        yield _day(match, calendar)
    numeric = _numeric_pattern(calendar)
    for match in numeric.finditer(text) if numeric else ():
        yield _day(match, calendar)


def find_all_days(text: str, calendar: Calendar) -> Iterator[CalendarDay]:
    """Yield the days with the name of a month in a text, with or without a weekday."""
    for match in _bare_pattern(calendar).finditer(text) if calendar.months else ():
        yield _day(match, calendar)


def find_numbered_days(text: str) -> Iterator[CalendarDay]:
    """Yield the days of East Asia, whose months are numbers, even those that are none: `4月31日`, `13월 8일`."""
    for match in _NUMBERED.finditer(text):
        if not re.search(_LUNAR, text[max(0, match.start() - _BEFORE) : match.start()]):
            yield CalendarDay(
                span=Span(*match.span()),
                month=int(match["month"]),
                day=int(match["day"]),
                year=int(match["year"]) if match["year"] else None,
                is_day_first=False,
                is_ordinal=False,
                weekday=None,
                start=match.start(),
                end=match.end(),
            )


def _day(match: re.Match[str], calendar: Calendar) -> CalendarDay:
    parts = match.groupdict()
    return CalendarDay(
        span=Span(*match.span()),
        month=int(parts["month"]) if parts["month"].isdigit() else calendar.months.index(parts["month"].lower()) + 1,
        day=int(parts["day"]),
        year=int(parts["year"]) if parts["year"] else None,
        is_day_first=True,
        is_ordinal=False,
        weekday=_weekday(parts, calendar) if "weekday" in parts or not calendar.months else None,
        start=match.start(),
        end=match.end(),
    )


def _weekday(parts: dict[str, str], calendar: Calendar) -> int:
    if calendar.months:
        word = parts["weekday"].lower().replace("’", "ʼ").replace("'", "ʼ")
        others = dict(calendar.other_weekdays) | {name: at for at, name in enumerate(calendar.short_weekdays)}
        other = next((place for name, place in others.items() if name.lower() == word), None)
        if other is not None:
            return other
        # The last letter depends on the case.
        return next(place for place, name in enumerate(calendar.weekdays) if name.lower()[:-1] == word[:-1])
    letter = parts["short"] or parts["chinese"] or parts["long"]
    return next(week.index(letter) for week in _EAST_ASIAN_WEEKDAYS if letter in week)


@cache
def _pattern(calendar: Calendar) -> Pattern:
    if not calendar.months:
        return _EAST_ASIAN
    article, ordinal, of, months = _parts(calendar)
    return Pattern(
        rf"{_weekdays(calendar)},?\s\(?{article}(?P<day>\d\d?){ordinal}\s{of}(?P<month>{months})"
        rf"(?!\w)(?:,?\s{of}(?P<year>{_YEAR})(?!\w))?",
        literals=calendar.months,
        reach=48,
        ignores_case=True,
    )


@cache
def _numeric_pattern(calendar: Calendar) -> Pattern | None:
    """Return the pattern of days in figures: `Donnerstag, 5.5.2026`, `jueves 5/5/2026`."""
    if not calendar.numeric:
        return None
    mark = re.escape(calendar.numeric)
    article, *_ = _parts(calendar)
    # Without a year, `5/5` may be a share; `5.5.` is a day.
    year = rf"{mark}(?:\s?(?P<year>{_YEAR}))?(?!\w)" if calendar.numeric == "." else rf"{mark}(?P<year>{_YEAR})(?!\w)"
    return Pattern(
        rf"{_weekdays(calendar)},?\s\(?{article}(?P<day>3[01]|[12]\d|0?[1-9]){mark}\s?(?P<month>1[0-2]|0?[1-9]){year}",
        literals=tuple(f"{digit}{calendar.numeric}" for digit in range(10)),
        reach=48,
        ignores_case=True,
    )


@cache
def _bare_pattern(calendar: Calendar) -> Pattern:
    """Return the pattern of days without a weekday."""
    _, ordinal, of, months = _parts(calendar)
    return Pattern(
        rf"(?<![\w.,:/$£€#])(?P<day>\d\d?){ordinal}\s{of}(?P<month>{months})(?!\w)(?:,?\s{of}(?P<year>{_YEAR})(?!\w))?",
        literals=calendar.months,
        reach=36,
        ignores_case=True,
    )


def _weekdays(calendar: Calendar) -> str:
    """Return an expression for the names of weekdays; short ones have a full stop or comma behind them."""
    names = "|".join([*map(_cases, calendar.weekdays), *(name for name, _ in calendar.other_weekdays)])
    short = "|".join(calendar.short_weekdays)
    return rf"(?<!\w)(?P<weekday>{names}" + (rf"|(?:{short})(?=[.,]))\.?" if short else ")")


def _parts(calendar: Calendar) -> tuple[str, str, str, str]:
    """Return the expressions for what may stand before and behind a day and before the month, and for the months."""
    article, ordinal, of = (
        f"(?:{part})?" if part else "" for part in (calendar.article, calendar.ordinal, calendar.of)
    )
    return article, ordinal, of, "|".join(calendar.months)


def _cases(name: str) -> str:
    """Return an expression for a weekday in the cases that dates need."""
    return name[:-1].replace("ʼ", _APOSTROPHES) + _CASES.get(name[-1], re.escape(name[-1]))
