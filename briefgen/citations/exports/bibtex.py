"""Bibliographies as BibTeX, with the fields of biblatex that BibTeX itself skips."""

import re
from collections.abc import Iterable

from briefgen.citations.bibliography import BibliographyEntry
from briefgen.citations.exports.values import (
    WorkKind,
    find_archive,
    find_kind,
    find_lost_address,
    list_authors,
    one_line,
)
from briefgen.model import UNDATED, PartialDate

_TYPES: dict[WorkKind, str] = {
    "newspaper": "article",
    "magazine": "article",
    "journal": "article",
    "web page": "misc",
    "post": "misc",
    "interview": "misc",
    "document": "misc",
}
_SUBTYPES: dict[WorkKind, str] = {"newspaper": "newspaper", "magazine": "magazine"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace is spelled out, because BibTeX counts those behind a backslash too. Empty groups keep TeX from making one
# character of two.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "--": "-{}-",
    "``": "`{}`",
    "''": "'{}'",
    **{character: f"\\{character}" for character in "%&#$_"},
}
_SPECIAL = r"[\\{}~^%&#$_]|-(?=-)|`(?=`)|'(?=')"
_PAIRED = "-`'"


def format_bibtex(entries: Iterable[BibliographyEntry]) -> str:
    """Return a BibTeX file.

    The translation of a headline is the `titleaddon` of biblatex, whose `origtitle` is that of a work which this one
    translates. A date is `date`, as biblatex reads it, and `year` and `month`, as BibTeX does.
    """
    return "\n".join(map(_format_entry, entries))


def _format_entry(entry: BibliographyEntry) -> str:
    source = entry.source
    kind = find_kind(entry)
    names = " and ".join(f"{{{_escape(name)}}}" for name in list_authors(source))
    periodical = _TYPES[kind] == "article"
    fields = {
        "author": names,
        # BibTeX would put a title that is not in braces of its own into lower case.
        "title": f"{{{_escape(source.title)}}}" if source.title else "",
        "titleaddon": _escape(source.translated_title or ""),
        "journal" if periodical else "howpublished": f"{{{_escape(source.outlet)}}}",
        "entrysubtype": _SUBTYPES.get(kind, ""),
        **_list_dates(source.date),
        "language": source.language or "",
        # An address is read verbatim; none contains a brace or a backslash.
        "url": source.address,
        "urldate": source.accessed.isoformat() if source.accessed else "",
        "note": _escape(_format_note(entry)),
        "keywords": entry.mark,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and name != "month"]
    if month := fields.get("month"):
        # Not in braces: BibTeX styles define the names of months.
        lines.append(f"  month = {month},\n")
    return f"@{_TYPES[kind]}{{{entry.id},\n{''.join(lines)}}}\n"


def _list_dates(written: PartialDate | None) -> dict[str, str]:
    """Return the fields of a date; `undated` is what the issue says in place of a year."""
    if written is None:
        return {}
    if written.year is None:
        return {"year": UNDATED}
    month = {"month": _MONTHS[written.month - 1]} if written.month else {}
    return {"date": str(written), "year": f"{written.year:04}", **month}


def _format_note(entry: BibliographyEntry) -> str:
    source = entry.source
    _, copy = find_archive(source)
    lost = find_lost_address(source)
    notes = (
        f"Archived on {source.archived.date}" + (f": {copy}" if copy != source.address else "")
        if source.archived
        else "",
        f"formerly at {lost}" if lost else "",
    )
    return "; ".join(filter(None, notes))


def _escape(text: str) -> str:
    """Return a text on one line in which TeX obeys nothing."""
    return re.sub(_SPECIAL, _escape_one, one_line(text))


def _escape_one(match: "re.Match[str]") -> str:
    found = match[0]
    return f"{found}{{}}" if found in _PAIRED else _ESCAPES[found]
