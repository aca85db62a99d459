"""What web servers and search engines ask for: the page for addresses that lead nowhere, robots.txt, the site map."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from markupsafe import escape

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.site_pages import SitePages

MOST = 50_000
"""How many addresses a site map may have, by its specification."""


def make_service_files(archive: Archive, pages: SitePages) -> Iterator[ArchiveFile]:
    """Yield `404.html` and `robots.txt`."""
    # A server shows it at any address, so its links are from the root of the host.
    root = urlsplit(archive.head.url).path or "/"
    yield pages.plan("404.html", "404.html.j2", root=root, title=archive.language.labels.not_found)
    lines = ["# Made by briefgen.", "User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {archive.head.url}sitemap.xml"] if archive.head.url else []
    content = "\n".join([*lines, ""]).encode()
    yield ArchiveFile("robots.txt", lines, lambda: content)


def make_sitemap(archive: Archive, paths: Iterable[str]) -> ArchiveFile | None:
    """Return `sitemap.xml` with the issues and the pages of the site at `paths`; None if nobody knows its address."""
    home = archive.head.url
    if not home:
        return None
    dates = [(f"{home}{entry.slug}/", entry.modified) for entry in archive.entries]
    pages = [f"{home}{path.removesuffix('index.html')}" for path in paths if path.endswith("/index.html")]
    newest = max((date for _, date in dates), default="")
    listed = [(home, newest), *dates, *((address, "") for address in sorted(pages))][:MOST]
    return ArchiveFile("sitemap.xml", listed, lambda: _format(listed))


def _format(listed: Iterable[tuple[str, str]]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<!-- Made by briefgen. -->"]
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for address, date in listed:
        changed = f"<lastmod>{date}</lastmod>" if date else ""
        lines.append(f"<url><loc>{escape(address)}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
