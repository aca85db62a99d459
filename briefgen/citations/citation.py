"""A citation as it stands in the text: a parenthesis or bracket, and the parts that point at sources."""

from typing import Literal, NamedTuple, Self

from msgspec import Struct

from briefgen.model import MONTHS, DateError, PartialDate
from briefgen.yamltext import Span

Form = Literal["keyed", "typed"]
NOWHERE = Span(0, 0)


class TypedDate(NamedTuple):
    """A date as typed: it may lack its year, and the calendar may not know it."""

    month: int | None = None
    day: int | None = None
    year: int | None = None
    suffix: str = ""
    """The letter that tells two sources of one day apart: `a` in `February 20a`."""
    is_undated: bool = False

    def with_year(self, year: int) -> Self:
        """Return the date with the year it leaves out."""
        if self.is_undated or self.year is not None:
            return self
        return self._replace(year=year)

    def to_date(self) -> PartialDate:
        """Return the date it names.

        Raises:
            DateError: the calendar has no such day.
        """
        return PartialDate() if self.is_undated else PartialDate(self.year, self.month, self.day)

    def resolve(self, year: int) -> PartialDate | None:
        """Return the date it means in an issue of a year; None when the calendar has no such day."""
        try:
            return self.with_year(year).to_date()
        except DateError:
            return None

    def calendar_error(self, year: int) -> str:
        """Say which day the calendar does not have, or nothing; `year` stands in where none is typed.

        February 29 without a year is right in some years, and is not called impossible.
        """
        if self.year is None and (self.month, self.day) == (2, 29):
            return ""
        try:
            self.with_year(year).to_date()
        except DateError as error:
            return str(error)
        return ""

    def __str__(self) -> str:
        """Return it as the house prints it: `September 24, 2015`."""
        if self.is_undated:
            return f"undated {self.suffix}".rstrip()
        month = MONTHS[self.month - 1] if self.month else ""
        day = f"{month} {self.day}" if self.day else month
        year = str(self.year) if self.year else ""
        return (", " if day and self.day else " ").join(part for part in (day, year) if part) + self.suffix


class Citation(Struct, frozen=True):
    """One part of a group: a key, or an outlet with a date."""

    span: Span
    """In the body: from the prefix to the locator."""
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
    """Who wrote or posted it, where the part says so."""
    is_plain: bool = True
    """Whether the part says all of its own outlet and date; false where it shares them with a neighbour."""


class Group(Struct, frozen=True):
    """One parenthesis or bracket."""

    span: Span
    form: Form
    citations: tuple[Citation, ...]


class Malformed(Struct, frozen=True):
    """A parenthesis that means to cite and cannot be understood."""

    span: Span
    text: str
    help: str
    suggestion: str = ""
    """What it should probably be."""


class Scan(Struct, frozen=True):
    """What one scan of a body found, in order."""

    groups: tuple[Group, ...]
    malformed: tuple[Malformed, ...]
