"""Bibliographies as RIS, which EndNote, Zotero, Mendeley and others read (tags of 2011)."""

from collections.abc import Iterable, Iterator

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
    "newspaper": "NEWS",
    "magazine": "MGZN",
    "journal": "JOUR",
    "web page": "ELEC",
    "post": "ELEC",
    "interview": "PCOMM",
    "document": "GEN",
}


def format_ris(entries: Iterable[BibliographyEntry]) -> str:
    """Return a RIS file: a line for each value, and a blank line behind each source.

    The translation of a headline has a tag of its own, `TT`.
    """
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _list_fields(each)) for each in entries)


def _list_fields(entry: BibliographyEntry) -> Iterator[tuple[str, str]]:
    """Yield tags and values; a reader takes a line that begins like a tag for one, so no value has two lines."""
    source = entry.source
    archive, copy = find_archive(source)
    lost = find_lost_address(source)
    yield "TY", _TYPES[find_kind(entry)]
    fields = (
        ("ID", entry.id),
        *(("AU", name) for name in list_authors(source)),
        ("TI", source.title or ""),
        ("TT", source.translated_title or ""),
        ("T2", source.outlet),
        ("PY", f"{source.date.year:04}" if source.date and source.date.year else ""),
        ("DA", _format_date(source.date)),
        ("Y2", _format_date(PartialDate.of(source.accessed)) if source.accessed else ""),
        ("LA", source.language or ""),
        ("UR", source.address),
        ("DB", archive),
        ("AV", copy),
        ("N1", f"Formerly at {lost}" if lost else ""),
        ("KW", entry.mark),
    )
    yield from ((tag, line) for tag, value in fields if (line := one_line(value)))
    yield "ER", ""


def _format_date(written: PartialDate | None) -> str:
    """Return year, month and day between slashes, all of which RIS wants: `2023/05//`; `///undated`."""
    if written is None:
        return ""
    if written.year is None:
        return f"///{UNDATED}"
    month, day = (f"{part:02}" if part else "" for part in (written.month, written.day))
    return f"{written.year:04}/{month}/{day}/"
