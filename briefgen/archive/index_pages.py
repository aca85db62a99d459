"""The index, which is the publication's home, and a page for each year."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.author_pages import AuthorLink, Authors
from briefgen.archive.entry import Entry, EntryPicture
from briefgen.archive.feeds import link_sections
from briefgen.archive.paging import split_pages
from briefgen.archive.site_pages import SitePages

SHOWN = 24
"""How many issues the index shows; the others are on the pages of their years."""
PAGE = 60
"""How many issues a page of a year shows."""


class IssueCard(Struct, frozen=True):
    """What a list of issues shows of one."""

    slug: str
    number_label: str
    date: str
    date_long: str
    year: str
    title: Markup
    summary: str
    authors: tuple[AuthorLink, ...]
    """The authors of the feature."""
    picture: EntryPicture | None
    briefs: tuple[Markup, ...]
    """The titles of the briefs."""


class YearLink(Struct, frozen=True):
    """A link to the issues of a year."""

    year: str
    path: str
    issues: int | None
    """How many there are, where the link says so: on the index, which changes with every issue anyway."""


def make_index(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield `index.html` and `years/2023/index.html`, for each year."""
    authors = Authors(archive)
    links = tuple(YearLink(year, f"years/{year}/index.html", len(entries)) for year, entries in archive.years)
    shown = tuple(_make_card(entry, authors) for entry in archive.entries[:SHOWN])
    sections = link_sections(archive)
    yield pages.plan(
        "index.html", "index.html.j2", title=archive.head.name, issues=shown, years=links, sections=sections
    )
    bare = tuple(replace(link, issues=None) for link in links)
    for year, entries in archive.years:
        cards = tuple(_make_card(entry, authors) for entry in entries)
        for page in split_pages(f"years/{year}/", cards, PAGE):
            title = f"{archive.head.name}{archive.language.labels.comma}{year}"
            yield pages.plan(page.path, "year.html.j2", title=title, year=year, page=page, years=bare)


def _make_card(entry: Entry, authors: Authors) -> IssueCard:
    return IssueCard(
        slug=entry.slug,
        number_label=entry.number_label,
        date=entry.date,
        date_long=entry.date_long,
        year=entry.year,
        title=entry.feature.title,
        summary=entry.summary,
        authors=tuple(map(authors.link, entry.feature.authors)),
        picture=entry.picture,
        briefs=tuple(item.title for item in entry.items[1:]),
    )
