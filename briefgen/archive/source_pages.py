"""The pages of outlets and sources: who cites what, how often, and since when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.paging import split_pages
from briefgen.archive.site_pages import SitePages
from briefgen.archive.works import CitedIn, OutletRecord, Work, find_outlets, find_works
from briefgen.edition.source_list import format_long
from briefgen.model import parse_date

PAGE = 150
"""How many works a page lists."""
MOST_CITED = 50
OUTLETS_PAGE = 500
_UNDATED = "undated"


class WorkCard(Struct, frozen=True):
    """A work with its date spelled out."""

    work: Work
    date_long: str


class OutletRow(Struct, frozen=True):
    """An outlet in the list of outlets."""

    name: str
    label: str
    path: str
    citations: int
    works: int
    issues: int
    first: CitedIn
    last: CitedIn


class YearOfWorks(Struct, frozen=True):
    """A link to the works of a year."""

    year: str
    """`2023`, or the label for undated works."""
    path: str
    works: int
    cards: tuple[WorkCard, ...]
    """The works themselves where a young archive has so few that one page lists them all; otherwise nothing."""


def make_sources(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield the lists of outlets and sources, the pages of each outlet, and those of sources by their year."""
    works = find_works(archive)
    if not works:
        return
    yield from _OutletsAndSources(archive, pages).make(works, find_outlets(works))


class _OutletsAndSources(Struct, frozen=True):
    archive: Archive
    pages: SitePages

    def make(self, works: Sequence[Work], outlets: Sequence[OutletRecord]) -> Iterator[ArchiveFile]:
        labels = self.archive.language.labels
        rows = tuple(map(_make_row, outlets))
        for part in split_pages("outlets/", rows, OUTLETS_PAGE):
            yield self.pages.plan(part.path, "outlets.html.j2", title=labels.outlets, page=part)
        for outlet, row in zip(outlets, rows, strict=True):
            cards = [self._card(work) for work in outlet.works]
            for page in split_pages(outlet.folder, cards, PAGE):
                yield self.pages.plan(page.path, "outlet.html.j2", title=outlet.name, outlet=row, page=page)
        dated = sorted(works, key=lambda work: work.date, reverse=True)
        years = [(year, list(listed)) for year, listed in groupby(dated, key=lambda work: work.date[:4] or _UNDATED)]
        has_few = len(works) <= PAGE
        links = tuple(self._link(year, listed, has_few=has_few) for year, listed in years)
        yield self.pages.plan(
            "sources/index.html",
            "works.html.j2",
            title=labels.sources,
            works=self._most_cited(works),
            years=links,
        )
        for (_, listed), link in zip(years, links, strict=True):
            title = f"{labels.sources}, {link.year}"
            for page in split_pages(link.path.removesuffix("index.html"), [self._card(work) for work in listed], PAGE):
                yield self.pages.plan(page.path, "works_year.html.j2", title=title, year=link, page=page)

    def _most_cited(self, works: Sequence[Work]) -> tuple[WorkCard, ...]:
        """Return the works that several issues cite, the most cited first."""
        shared = [work for work in works if work.issues > 1]
        shared.sort(key=lambda work: (work.issues, work.citations), reverse=True)
        return tuple(map(self._card, shared[:MOST_CITED]))

    def _link(self, year: str, works: Sequence[Work], *, has_few: bool) -> YearOfWorks:
        words = self.archive.language.labels.undated if year == _UNDATED else year
        cards = tuple(map(self._card, works)) if has_few else ()
        return YearOfWorks(words, f"sources/{year}/index.html", len(works), cards)

    def _card(self, work: Work) -> WorkCard:
        return WorkCard(work, _format_date(self.archive, work.date))


def _make_row(outlet: OutletRecord) -> OutletRow:
    return OutletRow(
        name=outlet.name,
        label=outlet.label,
        path=f"{outlet.folder}index.html",
        citations=outlet.citations,
        works=len(outlet.works),
        issues=outlet.issues,
        first=outlet.first,
        last=outlet.last,
    )


def _format_date(archive: Archive, date: str) -> str:
    return format_long(parse_date(date) if date else None, archive.language)
