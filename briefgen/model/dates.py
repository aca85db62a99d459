"""Partial dates: known to the day, the month or the year, or not at all."""

import re
from datetime import date
from typing import Literal, Self

from msgspec import Struct

from briefgen.model.months import MONTHS

UNDATED = "undated"

_ISO = r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"

Precision = Literal["day", "month", "year", "undated"]


class DateError(ValueError):
    """A text that is not a date; `hint` proposes one action, `instead` is the correct value if that is certain."""

    def __init__(self, message: str, hint: str, instead: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.instead = instead


class PartialDate(Struct, frozen=True):
    """A date that may lack its day, its month, or everything (`undated`).

    Raises:
        DateError: the calendar has no such day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Check the date against the calendar."""
        if self.month is not None and not 1 <= self.month <= len(MONTHS):
            message = f"there is no month {self.month}"
            raise DateError(message, _without_month(self))
        if self.year is not None and self.month is not None and self.day is not None:
            check_day(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Return the ISO form: `2023-05-12`, `2023-05`, `2023` or `undated`."""
        if self.year is None:
            return UNDATED
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @classmethod
    def of(cls, day: date) -> Self:
        """Convert a full date."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """Which components are known."""
        if self.year is None:
            return "undated"
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day it can be; `date.max` if undated, so that undated sources sort last."""
        if self.year is None:
            return date.max
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be; `date.max` if undated."""
        if self.year is None:
            return date.max
        if self.day is not None:
            return self.earliest
        from calendar import monthrange  # noqa: PLC0415 - takes 3 ms, and only lists of sources need it

        month = self.month or len(MONTHS)
        return date(self.year, month, monthrange(self.year, month)[1])


def check_day(year: int, month: int, day: int) -> None:
    """Check that a day exists.

    Raises:
        DateError: `month` of `year` has no such day.
    """
    try:
        date(year, month, day)
    except ValueError as error:
        from calendar import monthrange  # noqa: PLC0415 - takes 3 ms, and only this mistake needs it

        if day == 0:
            # As some tools write a day that they do not know.
            message, without = "there is no day 0", f"{year:04}-{month:02}"
            raise DateError(message, f"leave the day out if it is unknown: `{without}`", without) from error
        last = monthrange(year, month)[1]
        message = f"there is no {MONTHS[month - 1]} {day}" + (f", {year}" if month == 2 else "")  # noqa: PLR2004
        raise DateError(message, f"{MONTHS[month - 1]} {year} has {last} days") from error


def parse_date(text: str, *, to_the_day: bool = False) -> PartialDate:
    """Parse `2023-05-12`, `2023-05`, `2023` or `undated`; with `to_the_day`, error hints ask for a full date.

    Raises:
        DateError: it has none of these forms, or the calendar has no such day.
    """
    if text.strip().lower() == UNDATED:
        return PartialDate()
    found = re.fullmatch(_ISO, text.strip())
    if found is None:
        from briefgen.model.date_hints import suggest_date  # noqa: PLC0415 - only needed for invalid dates

        hint = suggest_date(text, to_the_day=to_the_day)
        message = f"“{text.strip()}” is not a date"
        raise DateError(message, hint.advice, hint.instead)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year == 0:
        message = "there is no year 0000"
        raise DateError(message, "write the year with four digits")
    return PartialDate(year, month, day)


def _without_month(date: PartialDate) -> str:
    if date.year is not None and date.day is not None:
        from briefgen.model.date_hints import suggest_date  # noqa: PLC0415 - for the same reason

        swapped = suggest_date(f"{date.year:04}-{date.month:02}-{date.day:02}", to_the_day=True)
        if swapped.instead:
            return swapped.advice
    return "months are 01 to 12: `2023-05-12`"
