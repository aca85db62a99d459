"""Makes bibliographies of one source, and reads the exports back with other people's parsers."""

import csv
import json
from datetime import date
from io import StringIO
from typing import NamedTuple

import rispy
from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from briefgen.citations.bibliography import BibliographyEntry, CitingPlace, SourceListing, make_bibliography
from briefgen.citations.exports import format_bibtex, format_csv, format_ris, make_csl
from briefgen.citations.source_identity import identify_source
from briefgen.model import Source
from briefgen.reports.visible import dump_json
from briefgen.yamltext import Position
from tests.citations.register import shipped_outlets

FORMATS = ("csv", "csl-json", "bibtex", "ris")
_DECODE = LatexNodes2Text(keep_comments=True)
_CSL = {"title": "title", "outlet": "container-title", "language": "language", "url": "URL", "mark": "keyword"}
_RIS = {
    "title": "title",
    "translation": "translated_title",
    "outlet": "secondary_title",
    "language": "language",
    "url": "urls",
    "mark": "keywords",
    "date": "date",
    "author": "authors",
    "note": "notes",
}


class Record(NamedTuple):
    """A source as a parser reads it; what is not there is empty."""

    key: str
    title: str = ""
    translation: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    archived: str = ""
    mark: str = ""
    note: str = ""


def listing(source: Source, key: str = "nyt", *, issue: int = 133, places: int = 1) -> SourceListing:
    outlets = shipped_outlets()
    named = outlets.named(source.outlet)
    return SourceListing(
        path=f"issues/{issue}-a.yaml",
        issue=issue,
        issue_date=date(2023, 5, 12).replace(day=1 + issue % 28),
        key=key,
        source=source,
        position=Position(30, 3),
        identity=identify_source(source, outlets),
        outlet=named[0] if len(named) == 1 else None,
        places=tuple(CitingPlace("Kiel Waits", Position(9 + place, 20)) for place in range(places)),
    )


def entries_of(*sources: Source) -> tuple[BibliographyEntry, ...]:
    return make_bibliography(listing(each, f"key-{number}") for number, each in enumerate(sources))


def export(kind: str, *sources: Source) -> str:
    entries = entries_of(*sources)
    match kind:
        case "csv":
            return format_csv(entries)
        case "csl-json":
            return dump_json(make_csl(entries))
        case "bibtex":
            return format_bibtex(entries)
        case _:
            return format_ris(entries)


def read_back(kind: str, text: str) -> list[Record]:
    """Read an export with a parser that is not ours."""
    match kind:
        case "csv":
            return [_from_csv(row) for row in csv.DictReader(StringIO(text), strict=True)]
        case "csl-json":
            return [_from_csl(item) for item in json.loads(text)]
        case "bibtex":
            return read_bibtex(text)
        case _:
            return [_from_ris(entry) for entry in rispy.loads(text)]


def _from_csv(row: dict[str, str]) -> Record:
    # What does not fit into the columns would be in this one.
    assert None not in row
    names = {"key": "key", "translation": "translated_title", "archived": "archived_url"}
    return Record(**{name: row.get(names.get(name, name), "") for name in Record._fields})


def _from_csl(item: dict[str, object]) -> Record:
    custom = item.get("custom", {})
    issued = item.get("issued", {})
    authors = item.get("author", [])
    assert isinstance(custom, dict)
    assert isinstance(issued, dict)
    assert isinstance(authors, list)
    parts = issued.get("date-parts", [[]])[0]
    return Record(
        key=str(item["id"]),
        translation=custom.get("translated-title", ""),
        author=" and ".join(each["literal"] for each in authors),
        date=issued.get("literal", "-".join(f"{part:02}" for part in parts)),
        archived=str(item.get("archive_location", "")),
        note=custom.get("former-url", ""),
        **{name: str(item.get(variable, "")) for name, variable in _CSL.items()},
    )


def read_bibtex(text: str) -> list[Record]:
    library = parse_string(text)
    assert not library.failed_blocks
    assert not [block for block in library.blocks if block not in library.entries]
    return [
        _from_bibtex(each.key, {name: str(field.value) for name, field in each.fields_dict.items()})
        for each in library.entries
    ]


def _from_bibtex(key: str, fields: dict[str, str]) -> Record:
    return Record(
        key=key,
        title=_decode(fields.get("title", "")),
        translation=_decode(fields.get("titleaddon", "")),
        outlet=_decode(fields.get("journal") or fields.get("organization") or fields.get("howpublished", "")),
        author=_decode(fields.get("author", "").replace("} and {", " and ")),
        date=fields.get("date") or fields.get("year", ""),
        language=fields.get("langid", ""),
        url=fields.get("url", ""),
        mark=fields.get("keywords", ""),
        note=_decode(fields.get("note", "")),
    )


def _decode(value: str) -> str:
    """Return the text that TeX would print, in spite of a decoder that knows no lone braces."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    named = inner.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    # It takes the circumflex for an accent.
    return str(_DECODE.latex_to_text(named.replace(r"\textasciicircum{}", "^")))


def _from_ris(entry: dict[str, object]) -> Record:
    values = {name: entry.get(label, "") for name, label in _RIS.items()}
    values["date"] = str(values["date"]).strip("/").replace("/", "-")
    joined = {name: " and ".join(value) if isinstance(value, list) else str(value) for name, value in values.items()}
    # rispy does not know the tag for the place in an archive.
    unknown = entry.get("unknown_tag", {})
    assert isinstance(unknown, dict)
    assert unknown.keys() <= {"AV"}
    return Record(key=str(entry["id"]), archived="".join(unknown.get("AV", ())), **joined)
