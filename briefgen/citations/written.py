"""Writes typed citations and their dates for messages and fixes, as the language of the text writes them."""

from collections.abc import Iterable

from briefgen.citations.citation import TypedDate
from briefgen.citations.date_words import DAY_OF_RANGE, SEASON_NAMES
from briefgen.citations.labels import add_letter
from briefgen.citations.typed_dates import DateReader, Order
from briefgen.languages import load_language
from briefgen.model import DateForms, Language, PartialDate

_AMERICAN = frozenset({"en", "en-us"})
_DAY = TypedDate(5, 12)
_ABBREVIATED = len("MMM")


def write_date(date: TypedDate, language: Language) -> str:
    """Return a date in the form that is printed in a language; in English form if that could not be read back."""
    if language.tag.lower() in _AMERICAN:
        return str(date)
    written = as_typed(_compose(date, language))
    return written if is_read_as(written, date, language.tag) else str(date)


def write_part(outlet: str, date: TypedDate | str, language: Language) -> str:
    """Return an outlet with its date, or its document: `El País, 30 de abril`."""
    if isinstance(date, str):
        return f"{outlet} {date}"
    return f"{outlet}{language.labels.comma}{write_date(date, language)}"


def write_group(parts: Iterable[str], language: Language) -> str:
    """Return parts in the parentheses of a language: `(El País, 30 de abril; EFE, 2 de mayo)`."""
    labels = language.labels
    return f"{labels.group_open}{as_typed(labels.between_parts).join(parts)}{labels.group_close}"


def write_example(tag: str, *outlets: str) -> str:
    """Return outlets with a day that stands for any: `(BBC, May 12)`; without one, the shape of a group."""
    if not outlets and tag.lower() in _AMERICAN:
        return "(Outlet, Month D, YYYY; Outlet, Month D)"
    language = load_language(tag)
    dates = (_DAY,) * len(outlets) or (_DAY._replace(year=2023), _DAY)
    names = outlets or (language.labels.outlet,) * len(dates)
    return write_group((write_part(*each, language) for each in zip(names, dates, strict=True)), language)


def write_date_in(tag: str, date: TypedDate) -> str:
    """Return a date as a language, given by its tag, writes it."""
    return write_date(date, load_language(tag))


def month_names(tag: str) -> dict[str, int]:
    """Return the names of the months in a language, inside a date and alone, with their numbers."""
    fields = [names for field, names in load_language(tag).dates.months.items() if len(field) > _ABBREVIATED]
    return {name: number for names in fields for number, name in enumerate(names, start=1)}


def as_typed(printed: str) -> str:
    """Return what is printed with spaces as people type them; the outputs have no-break ones where they belong."""
    return printed.replace("\u00a0", " ").replace("\u202f", " ")


def is_read_as(words: str, date: TypedDate, tag: str) -> bool:
    """Return whether words are read as a date in a language, with either order of the numbers in it."""
    orders: tuple[Order, ...] = ("", "day", "month")
    read = (DateReader(tag.partition("-")[0].lower(), order).read(words, 0, len(words)) for order in orders)
    return any(len(found) == 1 and found[0].end == len(words) and found[0].date == date for found in read)


def to_typed(date: PartialDate, year: int) -> TypedDate:
    """Return the date of a source as it is typed in an issue of a year, which is left out."""
    if date.year is None:
        return TypedDate(is_undated=True)
    is_own = date.year == year and date.month is not None
    return TypedDate(date.month, date.day, None if is_own else date.year)


def _compose(date: TypedDate, language: Language) -> str:
    return add_letter(_without_letter(date, language), date.suffix)


def _without_letter(date: TypedDate, language: Language) -> str:
    if date.is_undated:
        return language.labels.undated
    forms = language.dates
    if date.month is None:
        season = SEASON_NAMES.get(language.tag.partition("-")[0].lower(), {}).get(date.season, date.season.upper())
        return f"{season} {date.year}" if date.season else forms.fill(forms.year, date.year, 1, 1)
    pattern = _pattern(forms, has_day=bool(date.day), has_year=bool(date.year))
    if date.last is None:
        return forms.fill(pattern, date.year, date.month, date.day or 1)
    month, day = date.last
    if day and month == date.month:
        # The mark behind a day, if any, stands behind both: `8.–9. Mai`.
        mark = DAY_OF_RANGE.search(pattern)
        first = f"{date.day}{mark['mark']}–" if mark else ""
        return forms.fill(DAY_OF_RANGE.sub(rf"{first}\g<0>", pattern, count=1), date.year, month, day)
    ends = [pattern, _pattern(forms, has_day=bool(day), has_year=False)]
    # The year stands once: first in East Asia, elsewhere last.
    first, last = ends if pattern.startswith("%(y)s") else ends[::-1]
    from_ = forms.fill(first, date.year, date.month, date.day or 1)
    return f"{from_}–{forms.fill(last, date.year, month, day or 1)}"


def _pattern(forms: DateForms, *, has_day: bool, has_year: bool) -> str:
    if has_day:
        return forms.full if has_year else forms.without_year
    return forms.without_day if has_year else forms.month
