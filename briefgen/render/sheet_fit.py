"""Fits tables and code to the printed page: their content determines font size, rotation and page breaks."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import count, zip_longest
from math import ceil
from typing import Final, Literal
from unicodedata import east_asian_width

from briefgen.expressions import expression

_TABLE: Final = expression(r"<table>(?P<rows>.*?)</table>", re.DOTALL)
_CODE: Final = expression(r"<pre>(?P<lines>.*?)</pre>", re.DOTALL)
_PLACE: Final = '<div class="prose turned-tables"></div>'
_TURNED_TABLE: Final = expression(
    r'<section(?P<attributes> class="table" aria-label="(?P<label>[^"]*)" data-of="(?P<of>[^"]*)"[^>]*)>'
    r'(?P<rest><table class="turned\b.*?)</section>',
    re.DOTALL,
)
"""Sections are not allowed in tables and notes, so the next end tag is the matching one."""
_ROW: Final = expression(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL: Final = expression(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
_TAG: Final = expression(r"<[^>]*>")
_LONG_WORD: Final = expression(r"<[^>]*>|[^\s<>]{25,}")
_BREAKS: Final = expression(r"[\s/-]+")

_LONGEST: Final = 24
"""Longer words are broken, so this is the maximum width of a word."""
_GAP: Final = 2.2
"""The space between columns, in letters."""
_COLUMN, _SHEET = 78, 126
_TURNED: Final = {"a4": 186, "letter": 173}
"""The width of a table in lower-case letters: in the text column, across the page, and on a rotated page.

The last two use 7.4 points, the first 8.4; a letter is taken as half an em, with some margin for error.
"""
_CODE_COLUMN: Final = 68
"""The number of letters per line of code that fit the text column."""
_ROW_GAP: Final = 0.6
"""The space between rows, in lines."""
_KEPT: Final = 20
"""A table with at most so many lines (a third of the page) is not split."""
_REPEATED: Final = 14
"""The head of a table is repeated on each page only if it and the tallest row have at most so many lines."""
_SPACE_BEFORE = expression(r'(?<=[^\s>]) (<(?:span class="cite"|em|strong)>)')
_NARROW, _WIDE = frozenset("ijlt.,:;'’|! ()[]"), frozenset("mwMW@%—…")


def fit_to_sheet(page: str, paper: Literal["a4", "letter"] = "a4") -> str:
    """Add layout classes to tables and code, and mark long words, which may be broken.

    `wide` uses the whole width of the page, `turned` a rotated page. In a `squeezed` table, every word may be broken.
    A `kept` table is short enough not to be split. The head of a `tall` table is too large to be repeated: WeasyPrint
    drops a repeated head if a row does not fit below it.

    A space before a citation or emphasis moves into it: where the text before it fills the line, WeasyPrint would find
    no room for the space, and break that line after its first word.

    Words are broken only if marked, because WeasyPrint would break any word in nested inline elements, such as a link
    in emphasis, that does not fit the rest of a line.

    A turned table moves to the next placeholder for such tables (in the default template, at the end of the issue) and
    leaves a link behind. WeasyPrint starts a new page for it, and would leave the rest of the previous one empty.
    """
    page = _SPACE_BEFORE.sub(r"\1 ", page)
    head, body, text = page.partition("<body")
    page = head + body + _LONG_WORD.sub(_mark_word, text) if body else _LONG_WORD.sub(_mark_word, head)
    if "<pre>" in page:
        page = _CODE.sub(_fit_code, page)
    if "<table>" not in page:
        return page.replace(_PLACE, "")
    page = _TABLE.sub(lambda found: _fit(found, _TURNED[paper]), page)
    *parts, end = page.split(_PLACE)
    number = count(1)
    return "".join(_move_turned(part, number) for part in parts) + end


def _mark_word(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("<") else f'<span class="long-word">{found[0]}</span>'


def _move_turned(part: str, number: Iterator[int]) -> str:
    """Return the page before a placeholder, with its turned tables moved to the end."""
    turned: list[str] = []

    def move(found: re.Match[str]) -> str:
        identifier = f"turned-table-{next(number)}"
        turned.append(
            f'<section id="{identifier}"{found["attributes"]}>'
            f'<p class="of"><a href="#{identifier}-call">{found["of"]}</a></p>{found["rest"]}</section>'
        )
        return f'<p class="moved" id="{identifier}-call"><a href="#{identifier}">{found["label"]}</a></p>'

    part = _TURNED_TABLE.sub(move, part)
    return f'{part}<div class="prose turned-tables">{"".join(turned)}</div>' if turned else part


def _fit_code(found: re.Match[str]) -> str:
    longest = max(map(_measure_code, _TAG.sub("", found["lines"]).split("\n")))
    return f'<pre class="wide">{found["lines"]}</pre>' if longest > _CODE_COLUMN else found[0]


def _measure_code(line: str) -> int:
    return sum(2 if _is_broad(one) else 1 for one in unescape(line))


def _fit(found: re.Match[str], turned: float) -> str:
    rows = [[unescape(_TAG.sub("", cell)) for cell in _CELL.findall(row)] for row in _ROW.findall(found["rows"])]
    widest = [max(map(_longest_word, column)) for column in zip_longest(*rows, fillvalue="")]
    width = sum(widest) + _GAP * len(widest)
    classes = ["turned"] if width > _SHEET else ["wide"] if width > _COLUMN else []
    if width > turned:
        classes.append("squeezed")
    lines = _count_lines(rows, _SHEET if classes else _COLUMN)
    if sum(each + _ROW_GAP for each in lines) <= _KEPT:
        classes.append("kept")
    elif lines[0] + max(lines) > _REPEATED:
        classes.append("tall")
    return f'<table class="{" ".join(classes)}">{found["rows"]}</table>' if classes else found[0]


def _longest_word(cell: str) -> float:
    """Return the width of the longest unbreakable word; lines may break between any two Hanzi."""
    words = _BREAKS.split("".join(f"{one} " if _is_broad(one) else one for one in cell))
    return min(_LONGEST, max(map(_measure, words)))


def _count_lines(rows: list[list[str]], width: float) -> list[int]:
    """Estimate the number of lines of each row, with the width shared among columns in proportion to their content."""
    longest = [max(map(_measure, column)) for column in zip_longest(*rows, fillvalue="")]
    room, total = width - _GAP * len(longest), sum(longest)
    shares = [max(1.0, each * min(1.0, room / (total or 1))) for each in longest]
    return [max(ceil(_measure(cell) / share) for cell, share in zip(row, shares, strict=False)) for row in rows if row]


def _measure(text: str) -> float:
    """Estimate the width of a text, in lower-case letters."""
    return sum(map(_measure_letter, text))


def _measure_letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.6
    if letter in _WIDE:
        return 1.7
    if _is_broad(letter):
        return 2
    return 1.25 if letter.isupper() else 1


def _is_broad(character: str) -> bool:
    return character > "\u2e7f" and east_asian_width(character) in {"W", "F"}
