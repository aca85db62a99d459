"""The pages of outlets and sources: who cites what, how often, and since when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.paging import split_pages
from briefgen.archive.site_pages import SitePages
from briefgen.archive.works import (
    CitedIn,
    CitingIssue,
    OutletRecord,
    Work,
    find_citing_issues,
    find_outlets,
    find_works,
)
from briefgen.edition.source_list import format_long
from briefgen.model import parse_date
from briefgen.render.anchors import lead_to_page

PAGE = 150
"""How many works a page lists."""
MOST_CITED = 50
OUTLETS_PAGE = 500
CITING_PAGE = 100
"""How many of the issues that cite a work its own page shows."""
SHOWN = 4
"""How many of the items that cite a work are listed with it, if it has a page of its own: a list grows with its works,
not with how often they are cited."""
_UNDATED = "undated"


class WorkCard(Struct, frozen=True):
    """A work in a list."""

    work: Work
    """With the latest of the items that cite it, if it has a page with all of them."""
    date_long: str
    path: str
    """Of its own page; "" if one issue only cites it."""
    citations: int
    issues: int
    """How often it is cited in all, and in how many issues."""


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
    """Yield the lists of outlets and sources, and the pages of outlets, years and sources of several issues."""
    works = find_works(archive)
    if not works:
        return
    yield from _OutletsAndSources(archive, pages).make(works, find_outlets(works, archive.language))


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
            title = f"{labels.sources}{labels.comma}{link.year}"
            for page in split_pages(link.path.removesuffix("index.html"), [self._card(work) for work in listed], PAGE):
                yield self.pages.plan(page.path, "works_year.html.j2", title=title, year=link, page=page)
        entries = {entry.slug: entry for entry in self.archive.entries}
        for work in works:
            if work.folder:
                yield from self._make_own(work, tuple(find_citing_issues(work, entries)))

    def _make_own(self, work: Work, issues: Sequence[CitingIssue]) -> Iterator[ArchiveFile]:
        """Yield the page of a work, or several if very many issues cite it."""
        card, labels = self._card(work), self.archive.language.labels
        title = f"{labels.quote_open}{work.title}{labels.quote_close}" if work.title else card.date_long
        for page in split_pages(work.folder, issues, CITING_PAGE):
            root = "../" * page.path.count("/")
            yield self.pages.plan(
                page.path,
                "work.html.j2",
                title=f"{work.outlet}{labels.comma}{title}",
                card=card,
                first=issues[-1],
                last=issues[0],
                page=replace(page, items=tuple(_lead_home(each, root) for each in page.items)),
            )

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
        return WorkCard(
            work=replace(work, cited=work.cited[:SHOWN]) if work.folder else work,
            date_long=_format_date(self.archive, work.date),
            path=f"{work.folder}index.html" if work.folder else "",
            citations=work.citations,
            issues=work.issues,
        )


def _lead_home(issue: CitingIssue, root: str) -> CitingIssue:
    """Let links in corrections, which lead to places of their page, lead there from elsewhere."""
    page = f"{root}{issue.slug}/index.html"
    return replace(
        issue, corrections=tuple(replace(each, html=lead_to_page(each.html, page)) for each in issue.corrections)
    )


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
