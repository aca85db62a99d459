"""All outputs of an archive, in one place."""

from collections.abc import Callable, Iterator

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.index_pages import make_index
from briefgen.archive.site_pages import SitePages

ArchiveOutput = Callable[[Archive, SitePages], Iterator[ArchiveFile]]

ARCHIVE_OUTPUTS: tuple[ArchiveOutput, ...] = (make_index,)
"""Each yields the files that it makes of an archive; the second argument renders pages in the look of the site."""


def plan_files(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield all files of the site."""
    for output in ARCHIVE_OUTPUTS:
        yield from output(archive, pages)
