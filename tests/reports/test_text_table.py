"""Tables for a terminal."""

import pytest

from briefgen.reports.terminal_width import width
from briefgen.reports.text_table import NARROW, format_table

HEADINGS = ("Key", "Date", "Title")
ROWS = [
    ("xinhua-2017", "2017-04-01", "中共中央、国务院决定设立河北雄安新区\nCentral Committee and State Council Decide"),
    ("hkfp", "2018-05", f"https://hongkongfp.com/2018/{'long-' * 30}"),
    ("b", "–", ""),
]


@pytest.mark.parametrize("columns", [NARROW, 70, 80, 100, 200])
def test_a_table_is_as_wide_as_the_terminal_and_nothing_is_cut(columns: int) -> None:
    text = format_table(HEADINGS, ROWS, columns=columns)
    assert max(map(width, text.splitlines())) <= columns
    start = text.index("Title")
    titles = "".join(line[start:].strip() for line in text.splitlines()[1:])
    assert titles.replace(" ", "") == "".join(row[2] for row in ROWS).replace(" ", "").replace("\n", "")
    assert "…" not in text
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_columns_line_up_by_the_cells_that_they_take() -> None:
    lines = format_table(HEADINGS, [("雄安", "2023", "x"), ("ab", "2023-05-12", "y")], columns=80).splitlines()
    assert [width(line[: line.index(mark)]) for line, mark in zip(lines, ("Title", "x", "y"), strict=True)] == [18] * 3


def test_a_date_and_a_place_are_in_one_line() -> None:
    rows = [("issues/133-sister-cities.yaml:17", "2023-05-12", "words " * 40)]
    first = format_table(("Place", "Date", "Title"), rows, columns=80).splitlines()[1]
    assert first.startswith("issues/133-sister-cities.yaml:17  2023-05-12  words")


def test_on_a_narrow_terminal_each_row_is_a_paragraph() -> None:
    assert format_table(HEADINGS, ROWS[::2], columns=NARROW - 1) == (
        "Key: xinhua-2017\nDate: 2017-04-01\n"
        "Title: 中共中央、国务院决定设立河北雄安新区 / Central Committee and State Council Decide\n"
        "\nKey: b\nDate: –\n"
    )


def test_no_rows_are_no_table() -> None:
    assert format_table(HEADINGS, [], columns=80) == ""


def test_nothing_in_a_cell_drives_the_terminal() -> None:
    text = format_table(HEADINGS, [("\x1b[31mred", "[bold]x[/bold]", ":smile: \u202e")], columns=100)
    assert r"\u{1b}[31mred" in text
    assert "[bold]x[/bold]" in text
    assert r":smile: \u{202e}" in text


def test_only_headings_are_bold_in_colour() -> None:
    lines = format_table(HEADINGS, [("a", "2023", "c")], columns=80, colour=True).splitlines()
    assert "\x1b[1mKey\x1b[0m" in lines[0]
    assert "\x1b" not in lines[1]
