"""How much of what a body may hold: the renderer behind it takes quadratic time on more.

The figures were measured on 417 synthetic bodies against Python-Markdown 3.11: within them none takes
longer than about two seconds. A link-heavy feature of 2,240 words stays below a half of each.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.model.scripts import UNSPACED
from briefgen.yamltext import Span

MAX_BODY = 32 * 1024
MAX_WORD = 1_000
MAX_MARKS = 8
MAX_DEPTH = 8
MAX_COLUMNS = 20
MAX_ROWS = 200

# What is counted: characters it cannot be without, its pattern, its most, and its name. A pattern is compiled
# only for a text that has more of the characters than that: most have not, and compiling all takes 3 ms.
_COUNTED = (
    ("[", r"(?<!!)\[", 400, "opening brackets"),
    ("!", r"!\[", 200, "images"),
    ("`", "`", 2_000, "backticks"),
    ("*_", r"[*_]", 4_000, "asterisks and underscores"),
    ("<", "<", 1_000, "less-than signs"),
    ("#=-", r"(?m)^[ \t]*(?:#|=+[ \t]*$|-+[ \t]*$)", 200, "headings"),
    ("\n", r"\n[ \t]*\n", 1_000, "paragraphs"),
    ("\"'", "[\"']", 2_000, "straight quotation marks"),
)
# A word is a run without a space; Hanzi, Kana and Hangul are written without any.
_LONG_WORD = rf"[^\s{UNSPACED}]{{{MAX_WORD + 1},}}"
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = rf"{_MARK}{{{MAX_MARKS + 1},}}"
_NESTED = (
    rf"(?m)^(?:[ \t]*(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])){{{MAX_DEPTH + 1},}}|^[ \t]{{{4 * MAX_DEPTH + 1},}}(?=\S)"
)
_ROW = r"(?m)^.*\|.*$"
_TABLE = r"(?m)^[^|\n]*+\|[^\n]*+\n(?=[ \t|:]*+-)[ \t|:-]++$"


class Excess(Struct, frozen=True):
    """Something a body holds too much of, at the place where it becomes too much."""

    span: Span
    message: str
    help: str


def find_excesses(text: str) -> Iterator[Excess]:
    """Yield what a body has more of than briefgen renders."""
    if len(text.encode()) > MAX_BODY:
        kilobytes = f"this body has {len(text.encode()) // 1024} KB; up to {MAX_BODY // 1024} KB are rendered"
        yield Excess(Span(0, 1), kilobytes, "split it into two items")
        return
    for characters, pattern, most, name in _COUNTED:
        if sum(map(text.count, characters)) <= most:
            continue
        places = list(re.finditer(pattern, text))
        if len(places) > most:
            span = Span(places[most].start(), places[most].start() + 1)
            yield Excess(span, f"{len(places)} {name} in one body; up to {most} are rendered", "split the item")
    # So long a word fills one of the stretches of half its length: few bodies have one, and need be taken apart.
    half = MAX_WORD // 2
    has_stretch = any(" " not in text[at : at + half] for at in range(0, len(text), half))
    if has_stretch and max(map(len, text.split()), default=0) > MAX_WORD:
        yield from _single(_LONG_WORD, text, "a word of {length} characters", "break it, or cut it")
    # Of nine marks in a row one stands at a place that nine divides.
    if not text.isascii() and re.search(_MARK, text[:: MAX_MARKS + 1]):
        yield from _single(_MARKS, text, "{length} combining marks in a row", "cut them")
    yield from _single(_NESTED, text, f"lists or quotations nested more than {MAX_DEPTH} deep", "flatten them")
    if "|" in text:
        yield from _tables(text)


def _single(pattern: str, text: str, message: str, help_: str) -> Iterator[Excess]:
    found = re.search(pattern, text)
    if found is not None:
        yield Excess(Span(found.start(), found.end()), message.format(length=found.end() - found.start()), help_)


def _tables(text: str) -> Iterator[Excess]:
    if not re.search(_TABLE, text):
        return
    rows = list(re.finditer(_ROW, text))
    wide = next((row for row in rows if row.group().count("|") > MAX_COLUMNS + 1), None)
    if wide is not None:
        yield Excess(Span(wide.start(), wide.end()), f"a table of more than {MAX_COLUMNS} columns", "split the table")
    if len(rows) > MAX_ROWS:
        last = rows[MAX_ROWS]
        yield Excess(
            Span(last.start(), last.end()),
            f"{len(rows)} table rows; up to {MAX_ROWS} are rendered",
            "cut some",
        )
