"""The index: the publication's home, with its issues by year."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.entry import Entry, EntryAuthor, EntryPicture
from briefgen.archive.site_pages import SitePages


class IssueCard(Struct, frozen=True):
    """What a list of issues shows of one."""

    slug: str
    number_label: str
    date: str
    date_long: str
    title: Markup
    summary: str
    authors: tuple[EntryAuthor, ...]
    picture: EntryPicture | None


def make_card(entry: Entry) -> IssueCard:
    """Return what a list of issues shows of one."""
    return IssueCard(
        entry.slug,
        entry.number_label,
        entry.date,
        entry.date_long,
        entry.feature.title,
        entry.summary,
        entry.feature.authors,
        entry.picture,
    )


def make_index(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield `index.html`."""
    years = tuple((year, tuple(map(make_card, entries))) for year, entries in archive.years)
    yield pages.plan("index.html", "index.html.j2", title=archive.head.name, years=years)
