"""A table's words decide how it is set."""

import pytest

from briefgen.render.table_fit import fit_tables
from tests.render.stress import ADDRESS, HANZI, LONG, grid, table


def classes(html: str) -> str:
    return fit_tables(html).partition(">")[0].partition('class="')[2].rstrip('"')


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (table(1, 3, 3)[1], "kept"),
        (table(1, 11, 3)[1], "kept"),
        (table(1, 12, 3)[1], ""),
        (table(1, 4, 2, "a cell with some words " * 14)[1], ""),
        (table(1, 2, 14, "{row}{column}00")[1], "wide kept"),
        (table(1, 2, 14, "word{row}{column}00")[1], "turned kept"),
        (table(1, 2, 20, "wordlong{row}x{column}")[1], "turned squeezed kept"),
        (grid((HANZI, HANZI), ("a", "b"))[1], "kept"),
        (grid(("a", "b"), ("c", LONG * 8))[1], "tall"),
        (grid(("a",), ())[1], "kept"),
    ],
)
def test_a_table_is_as_wide_as_its_longest_words_and_breaks_by_its_height(html: str, expected: str) -> None:
    assert classes(html) == expected


def test_long_words_may_be_broken_and_others_not() -> None:
    link = f'<a href="{ADDRESS}">{ADDRESS}</a>'
    html = fit_tables(f"<p>{LONG}</p>{grid(('a', 'b'), ('Rockhampton', f'{link} x'))[1]}")
    assert html.count("long-word") == 1
    assert f'<a href="{ADDRESS}"><span class="long-word">{ADDRESS}</span></a> x' in html
    assert f"<p>{LONG}</p>" in html
