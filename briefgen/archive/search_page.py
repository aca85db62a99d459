"""The page with the search, which works where the index of the search is there."""

from collections.abc import Iterator

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.search_documents import find_filters
from briefgen.archive.site_pages import SEARCH_PAGE, SitePages, share
from briefgen.render.shared_style import make_asset

_SCRIPT = "js/search.js"


def make_search(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield `search/index.html` and its script, if the site has a search."""
    if not pages.has_search:
        return
    script = make_asset("search", "js", pages.templates.read(_SCRIPT).encode())
    yield share(script)
    title = archive.language.labels.search
    yield pages.plan(SEARCH_PAGE, "search.html.j2", title=title, script=script.path, filters=find_filters(archive))
