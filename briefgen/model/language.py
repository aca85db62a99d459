"""Language-specific formatting: labels, dates, lists and writing direction."""

from collections.abc import Mapping
from functools import reduce
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefgen.model.dates import PartialDate
from briefgen.model.months import MONTHS
from briefgen.model.printed_labels import ENGLISH, Labels
from briefgen.model.publication import Style

Direction = Literal["ltr", "rtl"]
StrT = TypeVar("StrT", bound=str)

# Associated Press style abbreviates all months except the five short ones.
_AP_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_UNSPACED = frozenset({"ja", "zh"})


class DateForms(Struct, frozen=True):
    """Date formats by precision; printf-style patterns whose fields have CLDR's names."""

    full: str
    without_year: str
    without_day: str
    month: str
    months: Mapping[str, tuple[str, ...]]
    """Names of the months for each month field that a pattern may contain."""
    year: str = "%(y)s"
    """A year alone: `2025年`."""
    first_day: str = "1"
    """How the first of a month is written beside its name: an ordinal in French, where all other days are numbers."""

    def format(self, date: PartialDate, *, has_year: bool) -> str:
        """Format a date, with or without its year if it has a month."""
        if date.month is None:
            return self.fill(self.year, date.year, 1, 1)
        if date.day is None:
            pattern = self.without_day if has_year else self.month
        else:
            pattern = self.full if has_year else self.without_year
        return self.fill(pattern, date.year, date.month or 1, date.day or 1)

    def fill(self, pattern: str, year: int | None, month: int, day: int) -> str:
        """Write a day, which need not exist, into one of the patterns."""
        fields = {name: words[month - 1] for name, words in self.months.items()}
        fields |= {
            "y": f"{year}",
            "M": f"{month}",
            "MM": f"{month:02}",
            "d": self.first_day if day == 1 else f"{day}",
            "dd": f"{day:02}",
        }
        return pattern % fields


class ListForms(Struct, frozen=True):
    """List patterns with the placeholders `{0}` and `{1}`, as in CLDR."""

    pair: str
    start: str
    middle: str
    end: str


class Language(Struct, frozen=True):
    """A language with its labels and formats."""

    tag: str
    labels: Labels
    dates: DateForms
    short_dates: DateForms
    lists: ListForms
    direction: Direction = "ltr"

    @property
    def is_unspaced(self) -> bool:
        """Whether it is written without spaces between words, with full-width punctuation."""
        return self.tag.partition("-")[0] in _UNSPACED

    def format_date(self, date: PartialDate | None, *, year: int | None, style: Style) -> str:
        """Format a date in house style; `year` is the issue's own, which may be elided."""
        if date is None or date.year is None:
            return self.labels.undated
        forms = self.short_dates if style.months == "abbreviated" else self.dates
        return forms.format(date, has_year=date.year != year or style.year != "elide")

    def join(self, words: tuple[StrT, ...], kind: type[StrT]) -> StrT:
        """Join words into a list: `A, B and C`; `Markup` stays `Markup`."""
        if len(words) <= 1:
            return words[0] if words else kind()
        if len(words) == 2:  # noqa: PLR2004 - lists of two have a separate pattern
            return kind(kind(self.lists.pair).format(*words))
        *most, last = words
        start = kind(kind(self.lists.start).format(*most[:2]))
        middle = reduce(lambda done, word: kind(kind(self.lists.middle).format(done, word)), most[2:], start)
        return kind(kind(self.lists.end).format(middle, last))

    def sort_key(self, name: str) -> tuple[str, str, str]:
        """Return a key that sorts names as a dictionary in this language does."""
        from briefgen.model.collation import sort_key  # noqa: PLC0415 - only the site sorts names

        return sort_key(name, self.tag)

    def with_labels(self, labels: Mapping[str, str]) -> "Language":
        """Return the language with some labels replaced."""
        return replace(self, labels=replace(self.labels, **labels)) if labels else self


def _american_dates(months: tuple[str, ...]) -> DateForms:
    return DateForms(
        full="%(MMMM)s %(d)s, %(y)s",
        without_year="%(MMMM)s %(d)s",
        without_day="%(MMMM)s %(y)s",
        month="%(MMMM)s",
        months={"MMMM": months},
    )


AMERICAN = Language(
    tag="en",
    labels=ENGLISH,
    dates=_american_dates(MONTHS),
    short_dates=_american_dates(_AP_MONTHS),
    lists=ListForms("{0} and {1}", "{0}, {1}", "{0}, {1}", "{0} and {1}"),
)
"""American English in Associated Press style; needs no CLDR data."""
