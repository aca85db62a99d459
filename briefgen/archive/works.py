"""Who cites what: the works that issues cite, each once, with the issues and items that cite it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive
from briefgen.archive.entry import Entry, EntryCorrection, EntrySource
from briefgen.archive.names import find_usual_names, name_outlets
from briefgen.citations.source_identity import group_alike, name_work
from briefgen.model import Language


class CitedIn(Struct, frozen=True):
    """An item that cites a work."""

    slug: str
    number_label: str
    date: str
    date_long: str
    """The dates are those of the issue."""
    anchor: str
    """Of the item on the page of its issue; that of the source if it is cited outside of the items, or not at all."""
    title: Markup
    """Of the item, or "" outside of the items."""
    language: str
    """Of the item; "" if it is the newsletter's own."""
    count: int
    """How often it does so; 0 if the source is listed as background."""


class Work(Struct, frozen=True):
    """A cited work; missing fields are empty strings."""

    anchor: str
    """On the pages that list it, and the name of its own."""
    outlet_id: str
    outlet: str
    outlet_folder: str
    """The folder of the outlet's page: `outlets/nyt/`."""
    outlet_label: str
    title: str
    title_language: str
    translated_title: str
    author: str
    date: str
    """`2021-05-29`, `2021-05` or `2021`; "" if it is undated."""
    url: str
    cited: tuple[CitedIn, ...]
    """The items that cite it, the newest issue first."""

    @property
    def issues(self) -> int:
        """In how many issues it is listed."""
        return len({each.slug for each in self.cited})

    @property
    def citations(self) -> int:
        """How often it is cited."""
        return sum(each.count for each in self.cited)

    @property
    def since(self) -> str:
        """The date of the first issue that lists it."""
        return self.cited[-1].date

    @property
    def folder(self) -> str:
        """The folder of its own page, `sources/w-0123456789ab/`; "" if one issue only lists it, and it has none."""
        return f"sources/{self.anchor}/" if self.cited[0].slug != self.cited[-1].slug else ""


class CitingIssue(Struct, frozen=True):
    """An issue that cites a work."""

    slug: str
    number_label: str
    date: str
    date_long: str
    items: tuple[CitedIn, ...]
    """Its items that cite the work."""
    corrections: tuple[EntryCorrection, ...]
    """Those of these items, and those that name no item."""


class OutletRecord(Struct, frozen=True):
    """An outlet with what is cited of it."""

    name: str
    label: str
    folder: str
    works: tuple[Work, ...]
    """Those that were cited last come first, by the issue that cited them for the first time."""

    @property
    def citations(self) -> int:
        """How often its works are cited."""
        return sum(work.citations for work in self.works)

    @property
    def issues(self) -> int:
        """How many issues list its works."""
        return len({each.slug for work in self.works for each in work.cited})

    @property
    def first(self) -> CitedIn:
        """The first citation of it."""
        return min((work.cited[-1] for work in self.works), key=lambda each: each.date)

    @property
    def last(self) -> CitedIn:
        """The last citation of it."""
        return max((work.cited[0] for work in self.works), key=lambda each: each.date)


def find_works(archive: Archive) -> tuple[Work, ...]:
    """Return all cited works; those that were cited for the first time last come first.

    What is printed of a work is what the newest issue says, and of its outlet the name that issues use most. Its
    address comes from what the oldest says, so that later issues leave it as it is.
    """
    listed = [(entry, source) for entry in archive.entries for source in entry.sources]
    found: dict[str, tuple[EntrySource, list[CitedIn]]] = {}
    names = find_usual_names((source.outlet_id, source.outlet) for _, source in listed)
    oldest: dict[str, tuple[str, str]] = {}
    for (entry, source), alike in zip(listed, group_alike(source.identity for _, source in listed), strict=True):
        # What is like no other has its place in the list as key, which the next issue would change.
        key = alike if source.identity.address or source.identity.description else f"{entry.slug}#{source.anchor}"
        if oldest.get(key, ("",))[0] != entry.slug:
            oldest[key] = (entry.slug, name_work(source.identity, key))
        found.setdefault(key, (source, []))[1].extend(_find_citing(entry, source))
    folders = name_outlets(names, archive.language.tag)
    works = [
        Work(
            anchor=oldest[key][1],
            outlet_id=source.outlet_id,
            outlet=names[source.outlet_id],
            outlet_folder=f"outlets/{folders[source.outlet_id]}/",
            outlet_label=source.outlet_label,
            title=source.title,
            title_language=source.title_language,
            translated_title=source.translated_title,
            author=source.author,
            date=source.date,
            url=source.url,
            cited=tuple(cited),
        )
        for key, (source, cited) in found.items()
    ]
    return tuple(sorted(works, key=lambda work: work.since, reverse=True))


def _find_citing(entry: Entry, source: EntrySource) -> Iterator[CitedIn]:
    """Yield the items of an issue that cite a source, each once."""
    for anchor in dict.fromkeys(source.cited_in or ("",)):
        item = entry.item(anchor) if anchor else None
        yield CitedIn(
            slug=entry.slug,
            number_label=entry.number_label,
            date=entry.date,
            date_long=entry.date_long,
            anchor=item.anchor if item else source.anchor,
            title=item.title if item else Markup(),
            language=item.language if item else "",
            count=source.cited_in.count(anchor),
        )


def find_citing_issues(work: Work, entries: Mapping[str, Entry]) -> Iterator[CitingIssue]:
    """Yield the issues that cite a work, the newest first; `entries` are those of all issues by slug."""
    for slug, cited in groupby(work.cited, key=lambda each: each.slug):
        entry, items = entries[slug], tuple(cited)
        anchors = {"", *(each.anchor for each in items)}
        yield CitingIssue(
            slug=slug,
            number_label=entry.number_label,
            date=entry.date,
            date_long=entry.date_long,
            items=items,
            corrections=tuple(each for each in entry.corrections if each.item in anchors),
        )


def find_outlets(works: tuple[Work, ...], language: Language) -> tuple[OutletRecord, ...]:
    """Return the outlets of works; the most cited first, then by name as the language sorts them."""
    by_outlet: dict[str, list[Work]] = {}
    for work in works:
        by_outlet.setdefault(work.outlet_id, []).append(work)
    outlets = [
        OutletRecord(listed[0].outlet, listed[0].outlet_label, listed[0].outlet_folder, tuple(listed))
        for listed in by_outlet.values()
    ]
    return tuple(sorted(outlets, key=lambda each: (-each.citations, language.sort_key(each.name), each.folder)))
