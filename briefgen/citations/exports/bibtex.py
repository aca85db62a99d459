"""Bibliographies as BibTeX, with the fields of biblatex that BibTeX itself skips."""

import re
from collections.abc import Iterable
from itertools import accumulate

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
    "newspaper": "article",
    "magazine": "article",
    "journal": "article",
    "web page": "online",
    "post": "online",
    "interview": "misc",
    "document": "misc",
}
# Where styles look for who published a work of that type.
_OUTLETS = {"article": "journal", "online": "organization", "misc": "howpublished"}
_SUBTYPES: dict[WorkKind, str] = {"newspaper": "newspaper", "magazine": "magazine"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BRACES = {"{": r"\{", "}": r"\}"}
# BibTeX counts braces behind a backslash too, so one without its partner would end the file. Pandoc skips these names.
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{character: f"\\{character}" for character in "%&#$_"},
}
# An empty group keeps TeX from making one character of two: a dash, a quotation mark.
_SPECIAL = r"[\\{}~^`%&#$_]|([-',<>])(?=\1)"


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
    fields = {
        "author": names,
        # BibTeX would put a title that is not in braces of its own into lower case.
        "title": f"{{{_escape(source.title)}}}" if source.title else "",
        "titleaddon": f"{{{_escape(source.translated_title)}}}" if source.translated_title else "",
        _OUTLETS[_TYPES[kind]]: f"{{{_escape(source.outlet)}}}",
        "entrysubtype": _SUBTYPES.get(kind, ""),
        **_list_dates(source.date),
        # `language` would be printed as it is.
        "langid": source.language or "",
        # An address is read verbatim; none contains a brace or a backslash.
        "url": source.address,
        "urldate": source.accessed.isoformat() if source.accessed else "",
        "note": _escape(_format_note(entry)),
        "keywords": entry.mark,
    }
    # The month is not in braces: BibTeX styles define the names of months.
    values = ((name, value if name == "month" else f"{{{value}}}") for name, value in fields.items() if value)
    lines = "".join(f"  {name} = {value},\n" for name, value in values)
    return f"@{_TYPES[kind]}{{{entry.id},\n{lines}}}\n"


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
    line = one_line(text)
    escapes = _ESCAPES | (_BRACES if _is_balanced(line) else _LONE_BRACES)
    return re.sub(_SPECIAL, lambda match: escapes.get(match[0], f"{match[0]}{{}}"), line)


def _is_balanced(text: str) -> bool:
    """Return whether each brace has its partner, in order."""
    depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in text))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)
