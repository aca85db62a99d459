"""The bibliography: the sources of one or several issues, each once, with the places that cite them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations.source_identity import Identity, group_alike
from briefgen.model import Outlet, Source
from briefgen.model.outlets import OutletKind
from briefgen.yamltext import Position

# What one issue may say of a source and another may leave out.
_FILLED = (
    "date", "title", "translated_title", "language", "author", "url", "archived", "accessed",
)  # fmt: skip
_FLAGS = ("dead", "background", "print", "interview")


class CitingPlace(NamedTuple):
    """A citation of a source, or a link to it."""

    item: str
    """The title of the item; "" if it is in none."""
    position: Position


class SourceListing(Struct, frozen=True, kw_only=True):
    """A source as one issue lists it."""

    path: str
    issue: int
    issue_date: date
    key: str
    source: Source
    position: Position
    """Where its key is in the file."""
    identity: Identity
    outlet: Outlet | None = None
    """Its outlet in the register, if the name means one only."""
    places: tuple[CitingPlace, ...] = ()


class BibliographyEntry(Struct, frozen=True, kw_only=True):
    """A source with all its listings, the earliest issue first."""

    id: str
    """Its key in the first issue; if another source has that, with the number of the issue."""
    source: Source
    """What the latest issue says of it, and the earlier ones where that says nothing."""
    listings: tuple[SourceListing, ...]

    @property
    def outlet_kind(self) -> OutletKind | None:
        """The kind of its outlet, as far as the register knows it."""
        return next((each.outlet.kind for each in reversed(self.listings) if each.outlet), None)

    @property
    def citations(self) -> int:
        """How often it is cited."""
        return sum(len(each.places) for each in self.listings)

    @property
    def mark(self) -> Literal["", "uncited", "background"]:
        """Whether nothing cites it, or it is listed without being cited on purpose."""
        if self.citations:
            return ""
        return "background" if self.source.background else "uncited"


def make_bibliography(listings: Iterable[SourceListing]) -> tuple[BibliographyEntry, ...]:
    """Return the sources of some issues, each once, by date, outlet and title; undated ones last."""
    ordered = sorted(listings, key=lambda each: (each.issue_date, each.issue, each.path))
    groups: dict[str, list[SourceListing]] = {}
    for key, listing in zip(group_alike(each.identity for each in ordered), ordered, strict=True):
        groups.setdefault(key, []).append(listing)
    taken: set[str] = set()
    entries = [
        BibliographyEntry(id=_choose_id(group[0], taken), source=_merge(group), listings=tuple(group))
        for group in groups.values()
    ]
    return tuple(sorted(entries, key=_place))


def _choose_id(listing: SourceListing, taken: set[str]) -> str:
    """Return a key that no other source has, whatever its capitals: BibTeX takes `NYT` and `nyt` for one."""
    numbered = f"{listing.key}-{listing.issue}"
    candidates = [listing.key, numbered]
    while candidates[0].casefold() in taken:
        candidates = candidates[1:] or [f"{numbered}-{len(taken)}"]
    taken.add(candidates[0].casefold())
    return candidates[0]


def _merge(listings: Sequence[SourceListing]) -> Source:
    """Return the latest listing of a source, with what it leaves out taken from the one before it, and so on."""
    *earlier, latest = (each.source for each in listings)
    merged = latest
    for source in reversed(earlier):
        blanks = {name: getattr(source, name) for name in _FILLED if getattr(merged, name) is None}
        merged = replace(merged, **blanks, **{name: getattr(merged, name) or getattr(source, name) for name in _FLAGS})
    return merged


def _place(entry: BibliographyEntry) -> tuple[date, str, str, str]:
    source = entry.source
    earliest = source.date.earliest if source.date else date.max
    return earliest, source.outlet.casefold(), (source.title or "").casefold(), entry.id
