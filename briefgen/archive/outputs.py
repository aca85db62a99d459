"""All outputs of an archive, in one place."""

from collections.abc import Callable, Iterator

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.author_pages import make_authors
from briefgen.archive.index_pages import make_index
from briefgen.archive.moved_pages import make_moved
from briefgen.archive.service_files import make_service_files, make_sitemap
from briefgen.archive.site_pages import SitePages
from briefgen.archive.source_pages import make_sources

ArchiveOutput = Callable[[Archive, SitePages], Iterator[ArchiveFile]]

ARCHIVE_OUTPUTS: tuple[ArchiveOutput, ...] = (make_index, make_authors, make_sources, make_moved, make_service_files)
"""Each yields the files that it makes of an archive; the second argument renders pages in the look of the site."""


def plan_files(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield all files of the site."""
    paths: list[str] = []
    for output in ARCHIVE_OUTPUTS:
        for file in output(archive, pages):
            if output is not make_moved:
                paths.append(file.path)
            yield file
    sitemap = make_sitemap(archive, paths)
    if sitemap is not None:
        yield sitemap
