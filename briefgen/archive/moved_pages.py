"""Pages at the former addresses of issues, which lead to the new ones."""

from collections.abc import Iterator

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.site_pages import SitePages


def make_moved(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield a page for each former address whose issue is on the site."""
    entries = {entry.slug: entry for entry in archive.entries}
    for moved in archive.moved:
        if moved.slug in entries and moved.old not in entries:
            entry = entries[moved.slug]
            yield pages.plan(
                f"{moved.old}/index.html",
                "moved.html.j2",
                title=entry.title,
                slug=entry.slug,
                issue_title=entry.feature.title,
                number_label=entry.number_label,
            )
