"""Bibliographies as CSL-JSON, which Zotero, Pandoc and other programs with CSL styles read (schema 1.0.2)."""

from collections.abc import Iterable

from briefgen.citations.bibliography import BibliographyEntry
from briefgen.citations.exports.source_values import (
    WorkKind,
    find_archive,
    find_kind,
    find_lost_address,
    list_authors,
    one_line,
)
from briefgen.model import UNDATED, PartialDate

_TYPES: dict[WorkKind, str] = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
    "web page": "webpage",
    "post": "post",
    "interview": "interview",
    "document": "document",
}

Item = dict[str, object]


def make_csl(entries: Iterable[BibliographyEntry]) -> list[Item]:
    """Return the items of a CSL-JSON file.

    `title` is the headline as published. CSL has no variable for a translation: `original-title` is the title of
    another work, which this one translates, and `translated-title` was taken back before the version 1.0.2. So it is a
    pair in `custom`, which is for what has no variable.
    """
    return [_make_item(each) for each in entries]


def _make_item(entry: BibliographyEntry) -> Item:
    source = entry.source
    archive, copy = find_archive(source)
    item: Item = {
        "id": entry.id,
        "type": _TYPES[find_kind(entry)],
        "title": one_line(source.title or ""),
        "author": [{"literal": name} for name in list_authors(source)],
        "container-title": one_line(source.outlet),
        "issued": _make_date(source.date),
        "accessed": _make_date(PartialDate.of(source.accessed)) if source.accessed else None,
        "language": source.language,
        "URL": source.address,
        "archive": archive,
        "archive_location": copy,
        "keyword": entry.mark,
        "custom": _filled(
            {
                "translated-title": one_line(source.translated_title or ""),
                "archived": source.archived.date.isoformat() if source.archived else "",
                "former-url": find_lost_address(source),
            }
        ),
    }
    return _filled(item)


def _make_date(written: PartialDate | None) -> Item | None:
    """Return a date with the parts that are known; `undated` is what the issue says in place of one."""
    if written is None:
        return None
    if written.year is None:
        return {"literal": UNDATED}
    return {"date-parts": [[part for part in (written.year, written.month, written.day) if part is not None]]}


def _filled(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
