"""Tables as CSV, which no spreadsheet program takes for formulas."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from briefgen.citations.bibliography import BibliographyEntry
from briefgen.citations.exports.source_values import one_line

HEADINGS = (
    "key", "outlet", "date", "title", "translated_title", "language", "author", "url", "archived_url",
    "archived_date", "accessed", "dead", "print", "interview", "citations", "mark", "issues", "places",
)  # fmt: skip
# What spreadsheet programs evaluate, also as East Asian keyboards write it.
_FORMULA = "=+-@＝＋－＠"


def format_csv(entries: Iterable[BibliographyEntry]) -> str:
    """Return a CSV file with a row for each source, in the columns of `HEADINGS`."""
    return format_csv_table(HEADINGS, map(_list_cells, entries))


def _list_cells(entry: BibliographyEntry) -> tuple[str, ...]:
    source = entry.source
    numbers = dict.fromkeys(each.issue for each in entry.listings)
    places = (f"{each.path}:{each.position.line}" for each in entry.listings)
    return (
        entry.id,
        source.outlet,
        str(source.date or ""),
        source.title or "",
        source.translated_title or "",
        source.language or "",
        source.author or "",
        source.url or "",
        source.archived.url if source.archived else "",
        str(source.archived.date) if source.archived else "",
        str(source.accessed or ""),
        *("yes" if flag else "" for flag in (source.dead, source.print, source.interview)),
        str(entry.citations),
        entry.mark,
        " ".join(map(str, numbers)),
        " ".join(places),
    )


def format_csv_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a CSV file (RFC 4180) with a line of headings, every cell in quotation marks.

    A cell that a spreadsheet program would evaluate gets an apostrophe in front, which those programs hide.
    """
    file = StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([headings, *(tuple(map(_disarm, row)) for row in rows)])
    return file.getvalue()


def _disarm(cell: str) -> str:
    line = one_line(cell)
    return f"'{line}" if line.startswith(tuple(_FORMULA)) else line
