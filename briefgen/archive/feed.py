"""A feed: what readers of feeds are told of the newest issues, or of the newest items of a section or an author."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive
from briefgen.archive.entry import Entry, EntryAuthor, EntryCorrection, EntryItem
from briefgen.render.page import MEDIA_TYPES

Value = TypeVar("Value")


class FeedPicture(Struct, frozen=True):
    """A picture with its address."""

    address: str
    media_type: str


class FeedPart(Struct, frozen=True):
    """An item within an entry of a feed."""

    anchor: str
    content: str
    """The digest of its text."""
    section: str = ""
    """The heading above it, if it is the first of a section."""
    title: Markup = Markup()
    """Its own heading, if it is not the title of the entry."""
    language: str = ""
    """Of its title, if that is not the newsletter's own."""


class FeedEntry(Struct, frozen=True):
    """An issue or an item in a feed; missing fields are empty strings."""

    id: str
    slug: str
    address: str
    page: str
    """The address of the issue, ending with a slash."""
    title: str
    language: str
    summary: str
    published: str
    updated: str
    """Dates are those of RFC 3339; since days have no time, it is noon."""
    authors: tuple[EntryAuthor, ...]
    sections: tuple[str, ...]
    picture: FeedPicture | None
    parts: tuple[FeedPart, ...]
    corrections: tuple[EntryCorrection, ...]
    has_sources: bool
    """Whether it ends with a link to the list of sources."""


class Feed(Struct, frozen=True):
    """A feed; missing fields are empty strings."""

    path: str
    """From the folder of the archive, without suffix: `feed`, `feeds/authors/flora-yan`."""
    id: str
    address: str
    """Without suffix."""
    title: str
    subtitle: str
    home: str
    """The address of the page about the same."""
    author: EntryAuthor
    icon: str
    logo: str
    entries: tuple[FeedEntry, ...]
    """The newest first."""

    @property
    def updated(self) -> str:
        """When the last of the entries was updated."""
        return max(entry.updated for entry in self.entries)


class FeedWriter(Struct, frozen=True):
    """Makes entries of feeds."""

    archive: Archive
    ids: Mapping[str, str]
    """The identifier of each issue by its slug."""

    @property
    def publisher(self) -> EntryAuthor:
        """Who publishes the newsletter, as an author."""
        head = self.archive.head
        return EntryAuthor(head.publisher or head.name, head.url)

    def write_issue(self, entry: Entry) -> FeedEntry:
        """Return an issue as an entry."""
        items = entry.items
        return self._write(
            entry,
            parts=tuple(self._divide(entry)),
            sections=_distinct((item.section for item in items if item.section), str.casefold),
            authors=_distinct((author for item in items for author in item.authors), lambda author: author.name),
            corrections=entry.corrections,
        )

    def write_item(self, entry: Entry, item: EntryItem) -> FeedEntry:
        """Return an item as an entry; a correction that names no item may be one of it."""
        return self._write(
            entry,
            item,
            parts=(FeedPart(item.anchor, item.content),),
            sections=(item.section,) if item.section else (),
            authors=item.authors,
            corrections=tuple(each for each in entry.corrections if each.item in {"", item.anchor}),
        )

    def _write(  # noqa: PLR0913 - all that differs between the two
        self,
        entry: Entry,
        item: EntryItem | None = None,
        *,
        parts: tuple[FeedPart, ...],
        sections: tuple[str, ...],
        authors: tuple[EntryAuthor, ...],
        corrections: tuple[EntryCorrection, ...],
    ) -> FeedEntry:
        home = self.archive.head.url
        page = f"{home}{entry.slug}/"
        shows_picture = entry.picture is not None and (item is None or item.kind == "feature")
        return FeedEntry(
            id=f"{self.ids[entry.slug]}/{item.anchor}" if item else self.ids[entry.slug],
            slug=entry.slug,
            address=f"{page}#{item.anchor}" if item else page,
            page=page,
            title=item.title_text if item else entry.title,
            language=(item or entry.feature).language or entry.language,
            summary="" if item else entry.summary,
            published=_noon(entry.date),
            updated=_noon(max([entry.date, *(each.date for each in corrections)])),
            # Not all feed readers take the author of the feed for those of entries without any.
            authors=authors or (self.publisher,),
            sections=sections,
            picture=_link_picture(home, entry.picture.path) if shows_picture and entry.picture else None,
            parts=parts,
            corrections=corrections,
            has_sources=bool(entry.sources),
        )

    def _divide(self, entry: Entry) -> Iterable[FeedPart]:
        """Yield the items in the order of the page: the feature, then the briefs by section."""
        yield FeedPart(entry.feature.anchor, entry.feature.content)
        sections: dict[str, list[EntryItem]] = {}
        for brief in entry.items[1:]:
            sections.setdefault(brief.section.casefold(), []).append(brief)
        for briefs in sections.values():
            for brief in briefs:
                heading = (brief.section or self.archive.language.labels.briefs) if brief is briefs[0] else ""
                yield FeedPart(brief.anchor, brief.content, heading, brief.title, brief.language)


def _distinct(values: Iterable[Value], key: Callable[[Value], str]) -> tuple[Value, ...]:
    """Return the first of the values with each key."""
    found: dict[str, Value] = {}
    for value in values:
        found.setdefault(key(value), value)
    return tuple(found.values())


def _noon(day: str) -> str:
    return f"{day}T12:00:00Z"


def _link_picture(home: str, path: str) -> FeedPicture:
    return FeedPicture(home + quote(path), MEDIA_TYPES[PurePosixPath(path).suffix.lower()])
