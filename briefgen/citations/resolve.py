"""Resolves citations to sources."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from briefgen.citations.citation import Citation, TypedDate
from briefgen.citations.labels import make_letters
from briefgen.model import DateError, Issue, Outlets, PartialDate, Source


class Resolution(NamedTuple):
    """The keys of the sources that a citation may refer to.

    One key: resolved. Several: ambiguous. None: no source fits.
    """

    keys: tuple[str, ...]
    year_differs: bool = False
    """The citation omits the year, but the source is from another year than the issue."""

    @property
    def key(self) -> str:
        """The key of the source if there is exactly one, else ""."""
        return self.keys[0] if len(self.keys) == 1 else ""


class Resolver(Struct, frozen=True, dict=True):
    """Looks up sources by key, or by outlet and date."""

    sources: Mapping[str, Source]
    year: int
    """The year of the issue, which typed dates without a year refer to."""
    outlets: Outlets
    letters: Mapping[str, str]

    @classmethod
    def of(cls, issue: Issue, outlets: Outlets) -> "Resolver":
        """Return the resolver for an issue."""
        return cls(issue.sources, issue.date.year, outlets, make_letters(issue.sources))

    def resolve(self, citation: Citation) -> Resolution:
        """Return the sources that a citation may refer to."""
        if citation.date is None:
            return Resolution(self._undated(citation))
        same = self._of_outlet(citation.outlet)
        exact = self._dated(same, citation.date.with_year(self.year))
        if exact or citation.date.year is not None or citation.date.is_undated:
            return Resolution(exact)
        other_years = tuple(key for key in same if self._is_of_another_year(key, citation.date))
        return Resolution(other_years, year_differs=bool(other_years))

    def _undated(self, citation: Citation) -> tuple[str, ...]:
        """Return the source with the citation's key, or those of its outlet that have its document in their title."""
        if not citation.document:
            return (citation.key,) if citation.key in self.sources else ()
        wanted = citation.document.casefold()
        return tuple(
            key for key in self._of_outlet(citation.outlet) if wanted in (self.sources[key].title or "").casefold()
        )

    def date_of(self, citation: Citation) -> PartialDate | None:
        """Return the date of a citation's source; failing that, the typed date, if it exists."""
        source = self.sources.get(self.resolve(citation).key)
        if source is not None and source.date is not None:
            return source.date
        return citation.date.resolve(self.year) if citation.date else None

    def _of_outlet(self, name: str) -> tuple[str, ...]:
        found = {key for outlet in self.outlets.ids(name) for key in self._by_outlet.get(outlet, ())}
        return tuple(key for key in self.sources if key in found) if found else ()

    @cached_property
    def _by_outlet(self) -> Mapping[str, list[str]]:
        """Keys of sources by outlet id, in file order; a source with an ambiguous name has several ids."""
        found: dict[str, list[str]] = {}
        for key, source in self.sources.items():
            for outlet in self.outlets.ids(source.outlet):
                found.setdefault(outlet, []).append(key)
        return found

    def _dated(self, keys: tuple[str, ...], date: TypedDate) -> tuple[str, ...]:
        """Return those of `keys` with a date; for a month or year, also those within it if none matches exactly."""
        try:
            wanted = date.to_date()
        except DateError:
            return ()
        if date.last is not None:
            return tuple(key for key in keys if _is_in_range(self.sources[key].date, date))
        exact = [key for key in keys if self.sources[key].date == wanted]
        if date.suffix:
            return tuple(key for key in exact if self.letters.get(key) == date.suffix)
        if not exact and wanted.precision in {"month", "year"}:
            exact = [key for key in keys if _is_within(self.sources[key].date, wanted)]
        return tuple(exact)

    def _is_of_another_year(self, key: str, typed: TypedDate) -> bool:
        date, letter = self.sources[key].date, self.letters.get(key, "")
        if date is None or date.year in {None, self.year}:
            return False
        if typed.last is not None:
            return _is_in_range(date, typed.with_year(date.year))
        return (date.month, date.day) == (typed.month, typed.day) and typed.suffix in {"", letter}


def _is_in_range(date: PartialDate | None, typed: TypedDate) -> bool:
    """Return whether a day, or a month, lies in a range; one over the turn of a year ends in the next."""
    if date is None or date.month is None or typed.last is None or typed.year is None:
        return False
    first, last = (typed.year, typed.month or 0, typed.day or 0), (typed.year, *typed.last)
    if last[1] < first[1]:
        last = (typed.year + 1, *typed.last)
    # A month is in a range that it shares days with, and a range of months ends with the last day of its last month.
    if date.day is None or not last[2]:
        return first[:2] <= (date.year or 0, date.month) <= last[:2]
    return first <= (date.year or 0, date.month, date.day) <= last


def _is_within(date: PartialDate | None, wider: PartialDate) -> bool:
    return date is not None and date.year == wider.year and (wider.month is None or date.month == wider.month)
