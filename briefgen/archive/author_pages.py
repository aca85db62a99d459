"""The pages of authors: what each has written, and in which issues."""

from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.entry import Entry, EntryAuthor, EntryItem
from briefgen.archive.names import name_in_order
from briefgen.archive.paging import split_pages
from briefgen.archive.site_pages import SitePages

PAGE = 100


class AuthorLink(Struct, frozen=True):
    """An author with the page about them."""

    name: str
    path: str


class AuthoredItem(Struct, frozen=True):
    """An item that an author has written, alone or with others."""

    slug: str
    number_label: str
    date: str
    date_long: str
    anchor: str
    title: Markup
    language: str
    section: str


class AuthorRow(Struct, frozen=True):
    """An author in the list of authors."""

    name: str
    path: str
    items: int
    first_long: str
    first: str
    last_long: str
    last: str


class Authors(Struct, frozen=True, dict=True):
    """The authors of an archive; two of one name are one."""

    archive: Archive

    @cached_property
    def items(self) -> dict[str, list[tuple[Entry, EntryItem]]]:
        """The items of each author by key, the newest issue first."""
        found: dict[str, list[tuple[Entry, EntryItem]]] = {}
        for entry in self.archive.entries:
            for item in entry.items:
                for key in dict.fromkeys(_key(author.name) for author in item.authors):
                    found.setdefault(key, []).append((entry, item))
        return found

    @cached_property
    def names(self) -> dict[str, EntryAuthor]:
        """Each author by key, as the newest issue has them."""
        found: dict[str, EntryAuthor] = {}
        for entry in self.archive.entries:
            for author in (author for item in entry.items for author in item.authors):
                found.setdefault(_key(author.name), author)
        return found

    @cached_property
    def folders(self) -> dict[str, str]:
        """The folder of each author's page by key."""
        return {key: f"authors/{name}/" for key, name in self._folder_names.items()}

    @cached_property
    def _folder_names(self) -> dict[str, str]:
        first = sorted(self.items, key=lambda key: (self.items[key][-1][0].date, key))
        return name_in_order({key: self.names[key].name for key in first}, self.archive.language.tag)

    def feed(self, author: EntryAuthor) -> str:
        """Return the path of an author's feed, without suffix."""
        return f"feeds/authors/{self._folder_names[_key(author.name)]}"

    def link(self, author: EntryAuthor) -> AuthorLink:
        """Return an author with the page about them."""
        return AuthorLink(author.name, f"{self.folders[_key(author.name)]}index.html")


def make_authors(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield the list of authors, and the pages of each."""
    authors = Authors(archive)
    if not authors.names:
        return
    labels = archive.language.labels
    rows = [
        AuthorRow(
            name=author.name,
            path=f"{authors.folders[key]}index.html",
            items=len(items),
            first_long=items[-1][0].date_long,
            first=items[-1][0].date,
            last_long=items[0][0].date_long,
            last=items[0][0].date,
        )
        for key, author in authors.names.items()
        for items in (authors.items[key],)
    ]
    rows.sort(key=lambda row: (-row.items, archive.language.sort_key(row.name)))
    yield pages.plan("authors/index.html", "authors.html.j2", title=labels.authors, authors=tuple(rows))
    for key, author in authors.names.items():
        written = [_authored(entry, item) for entry, item in authors.items[key]]
        for page in split_pages(authors.folders[key], written, PAGE):
            yield pages.plan(
                page.path, "author.html.j2", title=author.name, author=author, page=page, feed=authors.feed(author)
            )


def _authored(entry: Entry, item: EntryItem) -> AuthoredItem:
    return AuthoredItem(
        slug=entry.slug,
        number_label=entry.number_label,
        date=entry.date,
        date_long=entry.date_long,
        anchor=item.anchor,
        title=item.title,
        language=item.language,
        section=item.section,
    )


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
