"""Two views of a bibliography: its outlets, and what cites a source."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from briefgen.citations.bibliography import BibliographyEntry, SourceListing
from briefgen.model import PartialDate, fold_name
from briefgen.model.same_address import normalised
from briefgen.yamltext import Position


class OutletSummary(Struct, frozen=True, kw_only=True):
    """An outlet, and how much of it is cited."""

    name: str
    sources: int
    citations: int
    issues: int
    first: PartialDate | None
    """The date of its oldest source; None if no source has one."""
    last: PartialDate | None


class Mention(NamedTuple):
    """A place that cites a source; without a position, an issue that lists the source and does not cite it."""

    key: str
    issue: int
    issue_date: date
    item: str
    path: str
    position: Position | None


def summarize_outlets(entries: Iterable[BibliographyEntry]) -> tuple[OutletSummary, ...]:
    """Return the outlets of some sources, those that are cited most first.

    Names that the register gives to one outlet count as one; it is called as sources call it most often.
    """
    groups: dict[str, list[BibliographyEntry]] = {}
    for entry in entries:
        groups.setdefault(_outlet_of(entry), []).append(entry)
    found = (_summarize(group) for group in groups.values())
    return tuple(sorted(found, key=lambda each: (-each.citations, -each.sources, each.name.casefold())))


def _outlet_of(entry: BibliographyEntry) -> str:
    outlet = entry.listings[-1].outlet
    return f"id {outlet.id}" if outlet else fold_name(entry.source.outlet)


def _summarize(entries: Sequence[BibliographyEntry]) -> OutletSummary:
    dates = [each.source.date for each in entries if each.source.date and each.source.date.year is not None]
    return OutletSummary(
        name=Counter(each.source.outlet for each in entries).most_common(1)[0][0],
        sources=len(entries),
        citations=sum(each.citations for each in entries),
        issues=len({(listing.path, listing.issue) for each in entries for listing in each.listings}),
        first=min(dates, key=lambda each: each.earliest, default=None),
        last=max(dates, key=lambda each: each.latest, default=None),
    )


def find_entries(entries: Iterable[BibliographyEntry], word: str) -> tuple[BibliographyEntry, ...]:
    """Return the sources with a key or an address, however that is written; of a key, there may be several."""
    entries = tuple(entries)
    found = tuple(each for each in entries if word in {each.id, *(listing.key for listing in each.listings)})
    if found or "." not in word:
        return found
    try:
        address = normalised(word if "://" in word else f"https://{word}")
    except ValueError:
        # What looks like an address need not be one: `https://[a.org`.
        return ()
    return tuple(each for each in entries if any(address in _addresses(listing) for listing in each.listings))


def _addresses(listing: SourceListing) -> set[str]:
    source = listing.source
    written = (source.url, source.archived.url if source.archived else None)
    return {normalised(each) for each in written if each}


def list_mentions(entry: BibliographyEntry) -> tuple[Mention, ...]:
    """Return the places that cite a source, the earliest issue first."""
    return tuple(each for listing in entry.listings for each in _list_mentions(listing))


def _list_mentions(listing: SourceListing) -> Iterable[Mention]:
    where = (listing.key, listing.issue, listing.issue_date)
    if not listing.places:
        return [Mention(*where, "", listing.path, None)]
    return [Mention(*where, place.item, listing.path, place.position) for place in listing.places]
