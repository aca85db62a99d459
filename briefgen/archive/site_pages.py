"""Renders the pages of the site."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.edition.output import Output
from briefgen.render.templates import Templates


class NavigationLink(Struct, frozen=True):
    """A link at the head of all pages."""

    words: str
    path: str


class SitePages(Struct, frozen=True):
    """What all pages of a site have in common."""

    archive: Archive
    templates: Templates
    stylesheets: tuple[str, ...]
    """The paths of the style sheets, from the folder of the archive."""
    navigation: tuple[NavigationLink, ...] = ()

    def plan(self, path: str, template: str, *, root: str | None = None, **shows: object) -> ArchiveFile:
        """Return a page; `shows` are the variables of its template that depend on the issues.

        `root` leads from the page to the folder of the archive, if it is not clear from the path.
        """
        lead = "../" * path.count("/") if root is None else root

        def make() -> bytes:
            return self._render(path, template, lead, shows)

        return ArchiveFile(path, (template, lead, self.navigation, shows), make)

    def _render(self, path: str, template: str, root: str, shows: Mapping[str, object]) -> bytes:
        archive = self.archive
        page = self.templates.render(
            template,
            "html",
            site=archive.head,
            labels=archive.language.labels,
            language=archive.language,
            stylesheets=self.stylesheets,
            navigation=self.navigation,
            path=path,
            root=root,
            **shows,
        )
        return page.encode()


def make_pages(archive: Archive, templates: Templates, stylesheets: tuple[str, ...]) -> SitePages:
    """Return what renders the pages of an archive."""
    return SitePages(archive, templates, stylesheets, tuple(_navigate(archive)))


def _navigate(archive: Archive) -> Iterator[NavigationLink]:
    labels = archive.language.labels
    yield NavigationLink(labels.issues, "index.html")
    if any(item.authors for entry in archive.entries for item in entry.items):
        yield NavigationLink(labels.authors, "authors/index.html")
    if any(entry.sources for entry in archive.entries):
        yield NavigationLink(labels.outlets, "outlets/index.html")
        yield NavigationLink(labels.sources, "sources/index.html")


def share(file: Output) -> ArchiveFile:
    """Return a file whose name contains the digest of its content."""
    return ArchiveFile(file.path, None, lambda: file.content)
