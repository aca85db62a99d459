"""The tables of `briefgen sources`: what is in their columns."""

from collections.abc import Sequence

from msgspec import Struct

from briefgen.citations.bibliography import BibliographyEntry
from briefgen.citations.bibliography_views import list_mentions, summarize_outlets
from briefgen.compile.source_selection import find_lacking

_NOTHING = "–"


class Table(Struct, frozen=True):
    """A table that is shown, or written as CSV."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]


def list_sources(entries: Sequence[BibliographyEntry]) -> Table:
    """Return a table of sources, for people; CSV files have more columns."""
    headings = ("Key", "Outlet", "Date", "Title", "Cited in")
    return Table(
        headings, [(each.id, each.source.outlet, _date(each), _title(each), _cited_in(each)) for each in entries]
    )


def list_lacking(entries: Sequence[BibliographyEntry], field: str) -> Table:
    """Return a table of the listings that lack a field: one source may lack it in several files."""
    headings = ("Place", "Key", "Source")
    found = ((each, listing) for each in entries for listing in find_lacking(each, field))
    rows = [
        (
            f"{listing.path}:{listing.position.line}",
            listing.key,
            "\n".join((f"{listing.source.outlet}, {listing.source.date or 'no date'}", *_titles(each))),
        )
        for each, listing in sorted(found, key=lambda pair: (pair[1].issue, pair[1].path, pair[1].position))
    ]
    return Table(headings, rows)


def list_outlets(entries: Sequence[BibliographyEntry]) -> Table:
    """Return a table of the outlets of some sources."""
    headings = ("Outlet", "Sources", "Citations", "Issues", "First", "Last")
    rows = [
        (
            each.name,
            str(each.sources),
            str(each.citations),
            str(each.issues),
            str(each.first or _NOTHING),
            str(each.last or _NOTHING),
        )
        for each in summarize_outlets(entries)
    ]
    return Table(headings, rows)


def list_places(entries: Sequence[BibliographyEntry]) -> Table:
    """Return a table of the places that cite some sources."""
    headings = ("Source", "Issue", "Issue date", "Item", "Place")
    mentions = (each for entry in entries for each in list_mentions(entry))
    rows = [
        (
            each.key,
            str(each.issue),
            str(each.issue_date),
            each.item if each.position else "(listed, not cited)",
            f"{each.path}:{each.position.line}:{each.position.column}" if each.position else each.path,
        )
        for each in mentions
    ]
    return Table(headings, rows)


def _date(entry: BibliographyEntry) -> str:
    return str(entry.source.date or _NOTHING)


def _title(entry: BibliographyEntry) -> str:
    """Return the headline with its translation below it; failing that, the address."""
    return "\n".join(_titles(entry)) or entry.source.address or _NOTHING


def _titles(entry: BibliographyEntry) -> list[str]:
    return [title for title in (entry.source.title, entry.source.translated_title) if title]


def _cited_in(entry: BibliographyEntry) -> str:
    """Return the numbers of the issues, with how often each cites the source if that is more than once."""
    if entry.mark:
        return entry.mark
    counts = {listing.issue: 0 for listing in entry.listings if listing.places}
    for listing in entry.listings:
        if listing.places:
            counts[listing.issue] += len(listing.places)
    return ", ".join(f"{issue} ({count})" if count > 1 else str(issue) for issue, count in counts.items())
