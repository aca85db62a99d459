"""Renders the pages of the site."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.edition.output import Output
from briefgen.expressions import expression
from briefgen.render.templates import Templates
from briefgen.render.webfonts import format_subset_faces

SEARCH_PAGE = "search/index.html"
_FOREIGN = expression("[\u0590-\u08ff\u2e80-\ufefe\uff00-\U0010ffff]")
"""Letters that the fonts of the site lack."""
_IN_FOREIGN_SCRIPT = frozenset({"ar", "fa", "he", "ja", "ko", "ur", "yi", "zh"})
"""Languages whose readers have fonts for these letters, of which their lists are full."""
MOST_FONTS = 60_000
"""Bytes of fonts in a page, as Base64: enough for a hundred Hanzi."""


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
    has_search: bool = False
    """Whether the site has an index in which one can search."""

    def plan(self, path: str, template: str, *, root: str | None = None, **shows: object) -> ArchiveFile:
        """Return a page; `shows` are the variables of its template that depend on the issues.

        `root` leads from the page to the folder of the archive, if it is not clear from the path.
        """
        lead = "../" * path.count("/") if root is None else root

        def make() -> bytes:
            return self._render(path, template, lead, shows)

        return ArchiveFile(path, (template, lead, self.navigation, self.has_search, shows), make)

    def _render(self, path: str, template: str, root: str, shows: Mapping[str, object]) -> bytes:
        page = self._fill(path, template, root, shows, "")
        # Its words determine which fonts it needs.
        fonts = self._find_fonts(page)
        return (self._fill(path, template, root, shows, fonts) if fonts else page).encode()

    def _find_fonts(self, page: str) -> str:
        """Return the `@font-face` rules with fonts for the foreign words of a page; "" if it has none, or too many."""
        if self.archive.language.tag.partition("-")[0] in _IN_FOREIGN_SCRIPT or not _FOREIGN.search(page):
            return ""
        rules = format_subset_faces(page)
        return rules if len(rules) <= MOST_FONTS else ""

    def _fill(self, path: str, template: str, root: str, shows: Mapping[str, object], fonts: str) -> str:
        archive = self.archive
        return self.templates.render(
            template,
            "html",
            site=archive.head,
            labels=archive.language.labels,
            language=archive.language,
            stylesheets=self.stylesheets,
            navigation=self.navigation,
            has_search=self.has_search,
            path=path,
            root=root,
            fonts=Markup(fonts),  # noqa: S704 - made by us, and without angle brackets
            fonts_hash=b64encode(sha256(fonts.encode()).digest()).decode("ascii"),
            **shows,
        )


def make_pages(
    archive: Archive, templates: Templates, stylesheets: tuple[str, ...], *, has_search: bool = False
) -> SitePages:
    """Return what renders the pages of an archive."""
    navigation = list(_navigate(archive))
    if has_search:
        navigation.append(NavigationLink(archive.language.labels.search, SEARCH_PAGE))
    return SitePages(archive, templates, stylesheets, tuple(navigation), has_search)


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
