"""The feeds of a publication: one of its issues, and one for each section and each author of their items."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.author_pages import Authors
from briefgen.archive.entry import Entry, EntryAuthor, EntryItem
from briefgen.archive.feed import Feed, FeedEntry, FeedWriter
from briefgen.archive.feed_files import plan_feed
from briefgen.archive.feed_ids import make_ids
from briefgen.archive.names import name_in_order
from briefgen.archive.site_pages import SitePages

MAIN = "feed"


class FeedLink(Struct, frozen=True):
    """A feed as pages refer to it."""

    title: str
    path: str
    """From the folder of the archive, without suffix."""


def make_feeds(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield all feeds, each as Atom and as JSON Feed; none if nobody knows where the site stands."""
    if not archive.head.url:
        return
    feeds = _Feeds(archive, FeedWriter(archive, make_ids(archive.entries, archive.feed_base)))
    for feed in (feeds.of_publication(), *feeds.of_sections(), *feeds.of_authors()):
        yield from plan_feed(feed, archive, pages.templates)


def link_sections(archive: Archive) -> tuple[FeedLink, ...]:
    """Return the feeds of sections, by name; none if nobody knows where the site stands."""
    if not archive.head.url:
        return ()
    links = [FeedLink(_title(archive, section), path) for path, section, _ in _find_sections(archive)]
    return tuple(sorted(links, key=lambda link: (archive.language.sort_key(link.title), link.path)))


class _Feeds(Struct, frozen=True):
    archive: Archive
    writer: FeedWriter

    def of_publication(self) -> Feed:
        """Return the feed of the issues."""
        entries = map(self.writer.write_issue, self.archive.entries)
        return self._make(MAIN, self.archive.head.name, entries, self.writer.publisher)

    def of_sections(self) -> Iterator[Feed]:
        """Yield the feed of each section that an author has named."""
        for path, section, items in _find_sections(self.archive):
            entries = (self.writer.write_item(*each) for each in items)
            yield self._make(path, _title(self.archive, section), entries, self.writer.publisher)

    def of_authors(self) -> Iterator[Feed]:
        """Yield the feed of each author."""
        authors = Authors(self.archive)
        for key, items in authors.items.items():
            person, page = authors.names[key], authors.link(authors.names[key]).path
            entries = (self.writer.write_item(*each) for each in items)
            home = self.archive.head.url + page.removesuffix("index.html")
            yield self._make(authors.feed(person), _title(self.archive, person.name), entries, person, home)

    def _make(self, path: str, title: str, entries: Iterable[FeedEntry], author: EntryAuthor, home: str = "") -> Feed:
        head = self.archive.head
        # What was corrected last comes back, however old it is: its readers have to hear of it. Sorting is stable.
        newest = sorted(entries, key=lambda entry: (entry.updated, entry.published), reverse=True)
        return Feed(
            path=path,
            id=self.archive.feed_base + (path if path != MAIN else ""),
            address=head.url + path,
            title=title,
            subtitle=head.tagline,
            home=home or head.url,
            author=author,
            icon=head.url + head.icon if head.icon else "",
            logo=head.url + head.logo.path if head.logo else "",
            entries=tuple(newest[: self.archive.feeds.entries]),
        )


def _title(archive: Archive, words: str) -> str:
    return f"{words} | {archive.head.name}"


def _find_sections(archive: Archive) -> Iterator[tuple[str, str, list[tuple[Entry, EntryItem]]]]:
    """Yield the path of each section's feed, its name in the newest issue, and its items, the newest first."""
    found: dict[str, list[tuple[Entry, EntryItem]]] = {}
    for entry in archive.entries:
        for item in entry.items:
            if item.section:
                found.setdefault(item.section.casefold(), []).append((entry, item))
    first = {key: (items[-1][0].date, key) for key, items in found.items()}
    sections = {key: found[key][0][1].section for key in sorted(found, key=first.__getitem__)}
    folders = name_in_order(sections, archive.language.tag)
    for key, items in found.items():
        yield f"feeds/sections/{folders[key]}", items[0][1].section, items
