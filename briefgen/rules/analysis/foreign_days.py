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
_EAST_ASIAN_WEEKDAYS = ("月火水木金土日", "一二三四五六天", "월화수목금토일")


def find_foreign_days(text: str, calendar: Calendar) -> Iterator[CalendarDay]:
    """Yield the days with a weekday in a text, in the language of `calendar`."""
    for match in _pattern(calendar).finditer(text):
        parts = match.groupdict()
        month = calendar.months.index(parts["month"].lower()) + 1 if calendar.months else int(parts["month"])
        yield CalendarDay(
            span=Span(*match.span()),
            month=month,
            day=int(parts["day"]),
            year=int(parts["year"]) if parts["year"] else None,
            is_day_first=True,
            is_ordinal=False,
            weekday=_weekday(parts, calendar),
            start=match.start(),
            end=match.end(),
        )


def _weekday(parts: dict[str, str], calendar: Calendar) -> int:
    if calendar.months:
        word = parts["weekday"].lower().replace("’", "ʼ").replace("'", "ʼ")
        # The last letter depends on the case.
        return next(place for place, name in enumerate(calendar.weekdays) if name.lower()[:-1] == word[:-1])
    letter = parts["short"] or parts["chinese"] or parts["long"]
    return next(week.index(letter) for week in _EAST_ASIAN_WEEKDAYS if letter in week)


@cache
def _pattern(calendar: Calendar) -> Pattern:
    if not calendar.months:
        return _EAST_ASIAN
    weekdays = "|".join(map(_cases, calendar.weekdays))
    months = "|".join(calendar.months)
    optional = (f"(?:{part})?" if part else "" for part in (calendar.article, calendar.ordinal, calendar.of))
    article, ordinal, of = optional
    return Pattern(
        rf"(?P<weekday>{weekdays}),?\s\(?{article}(?P<day>\d\d?){ordinal}\s{of}(?P<month>{months})"
        rf"(?!\w)(?:,?\s{of}(?P<year>{_YEAR})(?!\w))?",
        literals=calendar.months,
        reach=48,
        ignores_case=True,
    )


def _cases(name: str) -> str:
    """Return an expression for a weekday in the cases that dates need."""
    return name[:-1].replace("ʼ", _APOSTROPHES) + _CASES.get(name[-1], re.escape(name[-1]))
