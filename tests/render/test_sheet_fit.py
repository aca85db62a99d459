"""The content of tables and code determines their layout."""

import re

import pytest

from briefgen.render.sheet_fit import fit_to_sheet
from tests.render.stress import ADDRESS, HANZI, LONG, grid, table


def classes(html: str) -> str:
    return fit_to_sheet(html).partition(">")[0].partition('class="')[2].rstrip('"')


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
    link = f'<a title="{LONG}" href="{ADDRESS}">{ADDRESS}</a>'
    html = fit_to_sheet(
        f"<title>{LONG}</title><body><p>{LONG} to</p>{grid(('a', 'b'), ('Rockhampton', f'{link} x'))[1]}"
    )
    assert html.count("long-word") == 2
    assert f'<a title="{LONG}" href="{ADDRESS}"><span class="long-word">{ADDRESS}</span></a> x' in html
    assert f'<p><span class="long-word">{LONG}</span> to</p>' in html


def test_code_is_as_wide_as_its_longest_line() -> None:
    short, long, hanzi = "a " * 34, "&lt; " * 35, "一 " * 23
    html = fit_to_sheet("".join(f"<pre><code>x\n{line}\n</code></pre>" for line in (short, long, hanzi)))
    assert re.findall(r"<pre[^>]*>", html) == ["<pre>", '<pre class="wide">', '<pre class="wide">']


PLACE = '<div class="prose turned-tables"></div>'


def section(rows: str) -> str:
    return f'<section class="table" aria-label="Table" data-of="A &amp; B" lang="de">{rows}<p>note</p></section>'


def test_a_turned_table_goes_to_the_next_place_for_such_tables_and_leaves_a_link() -> None:
    wide, narrow = section(table(1, 2, 14, "word{row}{column}00")[1]), section(table(2, 2, 2)[1])
    html = fit_to_sheet(f"<p>1</p>{wide}<p>2</p>{narrow}<p>3</p>{PLACE}<p>4</p>{wide}{PLACE}<p>5</p>{wide}")
    first, second, end = html.split("</div>")
    assert re.findall(r"<p>(\d)", html) == ["1", "2", "3", "4", "5"]
    link = '<p class="moved" id="turned-table-1-call"><a href="#turned-table-1">Table</a></p>'
    assert first.startswith(f'<p>1</p>{link}<p>2</p><section class="table"')
    assert '<section id="turned-table-1" class="table"' in first.partition("<p>3</p>")[2]
    assert '<p class="of"><a href="#turned-table-1-call">A &amp; B</a></p><table class="turned kept">' in first
    assert first.endswith("<p>note</p></section>")
    assert 'id="turned-table-2"' in second
    # Where no place follows, as in a publication's own template, it stays.
    assert end.startswith('<p>5</p><section class="table"')
    assert end.count("moved") == 0


def test_a_place_for_turned_tables_goes_when_there_are_none() -> None:
    narrow = section(table(1, 2, 2)[1])
    assert "turned" not in fit_to_sheet(f"<p>1</p>{narrow}{PLACE}")
    assert fit_to_sheet(f"<p>1</p>{PLACE}<p>2</p>") == "<p>1</p><p>2</p>"
