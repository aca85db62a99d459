"""Tables for a terminal: as wide as it is, with nothing cut."""

from collections.abc import Iterable, Sequence
from io import StringIO

from briefgen.reports.terminal_width import width
from briefgen.reports.visible import show

WHOLE = {"Place": 2, "Date": 2, "First": 2, "Last": 2, "Key": 4}
"""Headings of columns that are kept whole, since people copy what is in them; which part of the table they may take."""
_GAP = 2
NARROW = 60
"""Below this width, in cells, five columns would be a few letters wide each."""


def format_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, columns: int, colour: bool = False) -> str:
    """Return a table of a width in cells; "" if it has no rows.

    A text that is too long for its column goes on in the next line, and a line break in a cell stays. The column with
    the longest texts gets the most room. On a narrow terminal each row becomes a paragraph with a line for each cell
    that is not empty.
    """
    shown = [tuple("\n".join(map(show, cell.split("\n"))) for cell in row) for row in rows]
    if not shown:
        return ""
    if columns < NARROW:
        return "\n".join(_format_paragraph(headings, row) for row in shown)
    return _format_columns(headings, shown, columns, colour=colour)


def _format_paragraph(headings: Sequence[str], row: Sequence[str]) -> str:
    cells = zip(headings, row, strict=True)
    return "".join(f"{heading}: {' / '.join(cell.split(chr(10)))}\n" for heading, cell in cells if cell)


def _format_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], columns: int, *, colour: bool) -> str:
    from rich.console import Console  # noqa: PLC0415 - takes 100 ms, and only tables need it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    cells_of = zip(headings, *rows, strict=True)
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    longest = [max(width(line) for cell in cells for line in cell.split("\n")) for cells in cells_of]
    widest = longest.index(max(longest))
    fits = sum(longest) + _GAP * (len(longest) - 1) <= columns
    for place, heading in enumerate(headings):
        is_whole = heading in WHOLE and longest[place] <= columns // WHOLE[heading]
        limit = None if fits or is_whole or place == widest else columns // 5
        table.add_column(Text(heading), overflow="fold", no_wrap=is_whole, max_width=limit)
    for row in rows:
        table.add_row(*map(Text, row))
    file = StringIO()
    console = Console(
        file=file,
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        # What `NO_COLOR` and its like ask for has been decided already.
        _environ={},
    )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().split("\n")[:-1])
