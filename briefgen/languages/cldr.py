"""Dates, lists and direction from the CLDR, by way of Babel; the only module that knows it."""

from babel import Locale, UnknownLocaleError
from babel.dates import match_skeleton

from briefgen.model import AMERICAN, DateForms, Direction, Labels, Language, ListForms


def make_language(tag: str, labels: Labels) -> Language:
    """Return a language with the CLDR's forms; American ones where the CLDR does not know it."""
    locale = find_locale(tag)
    if locale is None:
        return Language(tag, labels, AMERICAN.dates, AMERICAN.short_dates, AMERICAN.lists)
    lists = locale.list_patterns["standard"]
    # Written out, 八月 is the eighth month of the traditional calendar as well.
    month = "LLL" if locale.language == "zh" else "LLLL"
    return Language(
        tag=tag,
        labels=labels,
        dates=_forms(locale, locale.date_formats["long"].format, "MMMMd", "yMMMM", month),
        short_dates=_forms(locale, _skeleton(locale, "yMMMd"), "MMMd", "yMMM", "LLL"),
        lists=ListForms(lists["2"], lists["start"], lists["middle"], lists["end"]),
        direction=_direction(locale),
    )


def find_locale(tag: str) -> Locale | None:
    """Return what Babel knows of a language; of one with an unknown region, the language in general."""
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _direction(locale: Locale) -> Direction:
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def _forms(locale: Locale, full: str, without_year: str, without_day: str, month: str) -> DateForms:
    return DateForms(
        full=full,
        without_year=_skeleton(locale, without_year),
        without_day=_skeleton(locale, without_day),
        month=f"%({month})s",
        months={
            letter * length: tuple(locale.months[context][width][each] for each in range(1, 13))
            for letter, context in (("M", "format"), ("L", "stand-alone"))
            for length, width in ((3, "abbreviated"), (4, "wide"))
        },
    )


def _skeleton(locale: Locale, skeleton: str) -> str:
    found = match_skeleton(skeleton, locale.datetime_skeletons)
    return str(locale.datetime_skeletons[found].format) if found else ""
