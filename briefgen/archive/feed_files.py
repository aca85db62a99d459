"""Writes a feed as Atom (RFC 4287) and as JSON Feed 1.1."""

from collections.abc import Iterator
from functools import cached_property

import msgspec
from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.archive import Archive, ArchiveFile
from briefgen.archive.entry import EntryAuthor
from briefgen.archive.feed import Feed, FeedEntry
from briefgen.render.anchors import lead_to_page
from briefgen.render.templates import Templates

ATOM = "feed.xml.j2"
ENTRY = "feed_entry.html.j2"
_COMMENT = "A JSON Feed, made by briefgen. To follow the newsletter, add the address of this file to a feed reader."
_VERSION = "https://jsonfeed.org/version/1.1"


def plan_feed(feed: Feed, archive: Archive, templates: Templates) -> Iterator[ArchiveFile]:
    """Yield the two files of a feed."""
    text = _FeedText(feed, archive, templates)
    yield ArchiveFile(f"{feed.path}.xml", feed, text.write_atom)
    yield ArchiveFile(f"{feed.path}.json", feed, text.write_json)


class _FeedText(Struct, frozen=True, dict=True):
    feed: Feed
    archive: Archive
    templates: Templates

    @cached_property
    def entries(self) -> tuple[tuple[FeedEntry, str], ...]:
        """The entries with their HTML."""
        return tuple((entry, self._render(entry)) for entry in self.feed.entries)

    def write_atom(self) -> bytes:
        """Return the feed as Atom."""
        language = self.archive.language
        text = self.templates.render(ATOM, "html", feed=self.feed, entries=self.entries, language=language)
        return text.encode()

    def write_json(self) -> bytes:
        """Return the feed as JSON Feed."""
        feed = self.feed
        content: dict[str, object] = {
            "version": _VERSION,
            "title": feed.title,
            "user_comment": _COMMENT if self.archive.language.tag.partition("-")[0] == "en" else "",
            "home_page_url": feed.home,
            "feed_url": f"{feed.address}.json",
            "description": feed.subtitle,
            "icon": feed.logo,
            "favicon": feed.icon,
            "authors": [_format_author(feed.author)],
            "language": self.archive.language.tag,
            "items": [_format_entry(entry, html) for entry, html in self.entries],
        }
        return msgspec.json.format(msgspec.json.encode(_without_blanks(content)), indent=1) + b"\n"

    def _render(self, entry: FeedEntry) -> str:
        texts = self.archive.load_content(entry.slug)
        parts = [
            {
                "section": part.section,
                "title": part.title,
                "language": part.language,
                "html": Markup(texts.get(part.anchor, "")),  # noqa: S704 - what a template has made
            }
            for part in entry.parts
        ]
        return self.templates.render(
            ENTRY,
            "html",
            parts=parts,
            corrections=entry.corrections,
            has_sources=entry.has_sources,
            page=entry.page,
            language=self.archive.language,
            adapt=lambda html: lead_to_page(html, entry.page),
        )


def _format_entry(entry: FeedEntry, html: str) -> dict[str, object]:
    return _without_blanks(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "content_html": html,
            "summary": entry.summary,
            "image": entry.picture.address if entry.picture else "",
            "date_published": entry.published,
            "date_modified": entry.updated if entry.updated != entry.published else "",
            "authors": [_format_author(author) for author in entry.authors],
            "tags": list(entry.sections),
            "language": entry.language,
        }
    )


def _format_author(author: EntryAuthor) -> dict[str, object]:
    return _without_blanks({"name": author.name, "url": author.url})


def _without_blanks(values: dict[str, object]) -> dict[str, object]:
    """Leave out what nobody knows, as JSON Feed wants it; `content_html` may be empty."""
    return {key: value for key, value in values.items() if value or key == "content_html"}
