"""Rows and values that were meant as a table, and are printed as lines of text."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding
from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.yamltext import Span

_ROW = expression(r"(?m)^[ \t]*\|[^|\n]+\|.*$")
_LONE_ROW = expression(r"\|(?:[^|\n]+\|){2,20}\Z")
_PIPE = r"(?<!\\)\|"
_LONGEST_CELL = 30


def find_loose_tables(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for each table that is none, with its kind."""
    yield from _find_tables(text)
    yield from _find_values(text)


def _find_tables(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield table rows without a delimiter row, which are not a table."""
    for block in text.prose.blocks:
        words = block.span.of(text.prose.visible) if block.kind == "paragraph" else ""
        rows = _ROW.findall(words) if "|" in words else []
        if len(rows) == 1 and _LONE_ROW.match(words.strip()) is not None:
            # An empty line parts it from its table.
            start = Span(block.span.start, block.span.start + 1)
            help_ = "delete the empty line above it, if it belongs to the table there"
            yield (
                "row",
                Finding(
                    span=text.file_span(start), message="a row of a table outside of one is shown as text", help=help_
                ),
            )
        if len(rows) > 1:
            help_ = _advise_table(block.span.of(text.prose.visible), rows)
            start = Span(block.span.start, block.span.start + 1)
            yield (
                "table",
                Finding(span=text.file_span(start), message=f"{len(rows)} rows that do not form a table", help=help_),
            )


def _advise_table(words: str, rows: list[str]) -> str:
    """Return what makes a table of rows: a line of hyphens with as many cells as the first, or an empty line above."""
    head, second = rows[0].strip(), rows[1].strip()
    rule = f"|{' --- |' * len(re.split(_PIPE, head.strip('| ')))}"
    if not second.strip("|:-–—=_+ \t"):
        return f"write the second row as `{rule}`"
    above = "" if words.lstrip().startswith(head) else ", and an empty line above it"
    return f"write `{rule}` below the first row{above}"


def _find_values(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield lines of values with the same number of commas, semicolons or tabs, as copied from a spreadsheet."""
    for block in text.prose.blocks:
        words = block.span.of(text.prose.visible) if block.kind == "paragraph" else ""
        lines = [line.strip(" ") for line in words.strip("\n").split("\n")]
        sign = next((sign for sign in "\t;,|" if lines and sign in lines[0]), "")
        if len(lines) < 2 or not sign:  # noqa: PLR2004 - one line is no table
            continue
        counts = {line.count(sign) for line in lines}
        cells = [cell.strip() for line in lines for cell in line.split(sign)]
        # One comma or semicolon in each of two lines is common in verse and lists.
        is_even = len(counts) == 1 and (sign in "\t|" or min(counts) > 1) and not words.startswith("|")
        if is_even and max(map(len, cells)) <= _LONGEST_CELL and words.rstrip()[-1:] not in {".", ":", "!", "?", "”"}:
            row = " | ".join(cell.strip() for cell in lines[0].split(sign))
            rule = f"|{' --- |' * (min(counts) + 1)}"
            help_ = f"write a table: `| {row[:60]} |`, below it `{rule}`, then the rows"
            name = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars"}[sign]
            start = Span(block.span.start, block.span.start + 1)
            message = f"{len(lines)} lines of values between {name} are no table"
            yield "values", Finding(span=text.file_span(start), message=message, help=help_)
