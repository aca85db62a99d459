"""Date and list formats and writing direction from the CLDR; the only module that imports Babel."""

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.dates import match_skeleton

from briefgen.expressions import expression
from briefgen.model import AMERICAN, DateForms, Direction, Labels, Language, ListForms

_FIELD = expression(r"[LM]{3,4}")
_DAY = expression(r"(%\(d\)s\.?) ")
_WIDE = 4
# The CLDR's patterns for dates have no ordinals.
_FIRST_DAYS = {"fr": "1er"}
# Nor no-break spaces, where these languages part no day from its month.
_WITH_FIRM_DAYS = frozenset({"cs", "de", "fr", "pl", "ru", "sk", "uk"})


def make_language(tag: str, labels: Labels) -> Language:
    """Return a language with CLDR formats; American ones if the CLDR does not know it."""
    locale = find_locale(tag)
    if locale is None:
        return Language(tag, labels, AMERICAN.dates, AMERICAN.short_dates, AMERICAN.lists)
    lists = locale.list_patterns["standard"]
    dates = _forms(locale, (locale.date_formats["long"].format, *_skeletons(locale, "MMMMd", "yMMMM", "y")))
    short = _forms(locale, tuple(_skeletons(locale, "yMMMd", "MMMd", "yMMM", "y")))
    return Language(
        tag=tag,
        labels=labels,
        dates=dates,
        # Arabic has no abbreviated month names, and Babel confuses those of its regions.
        short_dates=dates if locale.language == "ar" else short,
        lists=ListForms(lists["2"], lists["start"], lists["middle"], lists["end"]),
        direction=_direction(locale),
    )


def find_locale(tag: str) -> Locale | None:
    """Return Babel's locale for a tag; without the region if that is unknown."""
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _direction(locale: Locale) -> Direction:
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def _forms(locale: Locale, patterns: tuple[str, ...]) -> DateForms:
    full, without_year, without_day, year = map(_plain, patterns)
    if locale.language in _WITH_FIRM_DAYS:
        full, without_year = (_DAY.sub("\\g<1>\u00a0", each) for each in (full, without_year))
    # Spelled out, 八月 may also mean the eighth month of the traditional calendar.
    named = "MMM" if locale.language == "zh" else next(iter(_FIELD.findall(without_day)), "MMM")
    return DateForms(
        full=full,
        without_year=without_year,
        without_day=without_day,
        month=f"%({named})s",
        # A full stop behind a year would be taken for that of the sentence.
        year="%(y)s" if year.endswith(".") else year,
        months={
            field: _names(locale, field) for field in {named, *_FIELD.findall(f"{full}{without_year}{without_day}")}
        },
        first_day=_FIRST_DAYS.get(locale.language, "1"),
    )


def _plain(pattern: str) -> str:
    """Simplify a pattern to our fields; drops eras and other calendars."""
    pattern = re.sub(r"%\((?:Y+|y+)\)s", "%(y)s", pattern)
    pattern = re.sub(r"%\(L(L?)\)s", r"%(M\1)s", pattern)
    return re.sub(r"\s*%\((?!y\b|d{1,2}\b|M{1,4}\b|L{3,4}\b)\w+\)s\s*", " ", pattern).strip()


def _names(locale: Locale, field: str) -> tuple[str, ...]:
    """Return the month names for a pattern's field.

    Stand-alone names are used only if the pattern asks for them: for a language without them, Babel returns those
    of the last language that has some.
    """
    names = locale.months["stand-alone" if field.startswith("L") else "format"]
    return tuple(names["wide" if len(field) == _WIDE else "abbreviated"][each] for each in range(1, 13))


def _skeletons(locale: Locale, *skeletons: str) -> Iterator[str]:
    for skeleton in skeletons:
        found = match_skeleton(skeleton, locale.datetime_skeletons)
        yield str(locale.datetime_skeletons[found].format) if found else AMERICAN.dates.without_day
