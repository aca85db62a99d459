"""Citations as written: groups in parentheses or brackets, and their parts, which point at sources."""

from typing import Literal, NamedTuple, Self

from msgspec import Struct

from briefgen.model import MONTHS, DateError, PartialDate
from briefgen.yamltext import Span

Form = Literal["keyed", "typed"]
NOWHERE = Span(0, 0)


class TypedDate(NamedTuple):
    """A date as typed in a citation; the year may be missing, and the day may not exist."""

    month: int | None = None
    day: int | None = None
    year: int | None = None
    suffix: str = ""
    """The letter that distinguishes two sources of the same day: `a` in `February 20a`."""
    is_undated: bool = False
    last: tuple[int, int] | None = None
    """Month and day of the last day of a range; the day is 0 if the range is one of months."""
    season: str = ""
    """`winter`, or `q3`; the year is that of the date."""

    def with_year(self, year: int) -> Self:
        """Return the date with `year` filled in if it has none."""
        if self.is_undated or self.year is not None:
            return self
        return self._replace(year=year)

    def to_date(self) -> PartialDate:
        """Convert it to a partial date.

        Raises:
            DateError: the calendar has no such day.
        """
        return PartialDate() if self.is_undated else PartialDate(self.year, self.month, self.day)

    def resolve(self, year: int) -> PartialDate | None:
        """Return the date it means in an issue of `year`, or None if there is no such day."""
        try:
            return self.with_year(year).to_date()
        except DateError:
            return None

    def calendar_error(self, year: int) -> str:
        """Return why the day does not exist, or ""; `year` is used if none is typed.

        February 29 without a year exists in some years, so it is accepted.
        """
        if self.year is None and (self.month, self.day) == (2, 29):
            return ""
        try:
            self.with_year(year).to_date()
            if self.last is not None and self.last[1]:
                PartialDate(self.with_year(year).year, *self.last)
        except DateError as error:
            return str(error)
        return ""

    def impossible_day(self, year: int) -> Self | None:
        """Return the day that does not exist in its month, with its year if that matters; else None."""
        if not self.calendar_error(year):
            return None
        typed = self.with_year(year).year or year
        for month, day in ((self.month, self.day), self.last or (None, None)):
            if month and day and month <= len(MONTHS) and not _exists(typed, month, day):
                return type(self)(month, day, typed if month == 2 else None)  # noqa: PLR2004 - February
        return None

    def __str__(self) -> str:
        """Return it in house style: `September 24, 2015`."""
        if self.is_undated:
            return f"undated {self.suffix}".rstrip()
        month = MONTHS[self.month - 1] if self.month else self.season.capitalize()
        day = (f"{month} {self.day}" if self.day else month) + self._until()
        year = str(self.year) if self.year else ""
        return (", " if day and self.day else " ").join(part for part in (day, year) if part) + self.suffix

    def _until(self) -> str:
        """Return the end of a range with its dash, or ""."""
        if self.last is None:
            return ""
        month, day = self.last
        name = MONTHS[month - 1] if month != self.month or not day else ""
        return "–" + " ".join(filter(None, (name, str(day or ""))))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        PartialDate(year, month, day)
    except DateError:
        return False
    return True


class Citation(Struct, frozen=True):
    """One part of a group: a key, or an outlet with a date.

    A part with neither key nor date names a document, or lacks its date.
    """

    span: Span
    """In the body, from the prefix to the locator."""
    key: str = ""
    outlet: str = ""
    outlet_span: Span = NOWHERE
    date: TypedDate | None = None
    date_span: Span = NOWHERE
    prefix: str = ""
    """`see`, `cf.`"""
    locator: str = ""
    """`p. 3`"""
    author: str = ""
    """The author of the work or post, if the citation names one."""
    document: str = ""
    """The document that a part without a date names: `Advisory AA23-335A`."""
    lead: str = ""
    """The words before the outlet, as typed: an author, a title in quotation marks."""
    trail: str = ""
    """The words after the date, as typed, with the space or comma before them: ` assessment`."""
    is_plain: bool = True
    """Whether the part states its own outlet and date; false if it shares one with a neighbour."""

    @property
    def lacks_date(self) -> bool:
        """Whether the part names an outlet, and neither a date nor a document."""
        return not self.key and self.date is None and not self.document


class Group(Struct, frozen=True):
    """One pair of parentheses or brackets with citations."""

    span: Span
    form: Form
    citations: tuple[Citation, ...]
    remarks: tuple[Span, ...] = ()
    """The parts that are no citations: `in Chinese`."""


class Malformed(Struct, frozen=True):
    """Text that is meant as a citation but cannot be parsed."""

    span: Span
    text: str
    help: str
    suggestion: str = ""
    """The likely correct form."""


class Scan(Struct, frozen=True):
    """The citations of a body, in order."""

    groups: tuple[Group, ...]
    malformed: tuple[Malformed, ...]
