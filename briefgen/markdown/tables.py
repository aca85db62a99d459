"""Recognizes GFM tables, and splits their rows into cells."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression

# A string, so that `re` compiles it on first use.
_RULE = r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?$"
_TOKEN = expression(r"\\.|\|")
_ALIGNMENTS = {(True, False): "left", (False, True): "right", (True, True): "center"}

Piece = tuple[int, str]
"""An offset in the body, and the text there."""


def is_table(head: str, rule: str) -> bool:
    """Return whether two lines start a table: the second is a delimiter row with as many cells as the first."""
    rule = rule.rstrip()
    is_rule = "|" in head and re.match(_RULE, rule) is not None
    return is_rule and len(list(split_row(0, head))) == len(list(split_row(0, rule)))


def read_alignments(rule: str) -> tuple[str, ...]:
    """Return the alignment of each column, "" if unspecified."""
    cells = ("".join(words for _, words in cell) for cell in split_row(0, rule))
    return tuple(_ALIGNMENTS.get((cell.startswith(":"), cell.endswith(":")), "") for cell in cells)


def split_row(offset: int, row: str) -> Iterator[list[Piece]]:
    r"""Yield the cells of a row, trimmed; an escaped pipe splits a cell into several pieces: `a \| b`."""
    row = row.rstrip()
    cell: list[Piece] = []
    start = len(row) - len(row.lstrip())
    start += row.startswith("|", start)
    for token in _TOKEN.finditer(row, start):
        if token.group() == "|":
            yield _stripped([*cell, (offset + start, row[start : token.start()])])
            cell, start = [], token.end()
        elif token.group() == r"\|":
            cell.append((offset + start, row[start : token.start()]))
            start = token.start() + 1
    if start < len(row) or cell:
        yield _stripped([*cell, (offset + start, row[start:])])


def _stripped(cell: list[Piece]) -> list[Piece]:
    (first, words), *rest = cell
    lead = len(words) - len(words.lstrip())
    *rest, (last, words) = [(first + lead, words.lstrip()), *rest]
    return [*rest, (last, words.rstrip())]
