"""A line-by-line outline of a YAML text, as its author sees it: keys, values and lines of body text.

It is used where YAML's own parser has failed, so it does not depend on it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from briefgen.expressions import expression
from briefgen.yamltext.characters import ODD_SPACES
from briefgen.yamltext.span import Span

_LINE = expression(
    rf"(?P<indent>[ \t{ODD_SPACES}]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"]*\"|'[^']*'|[^\W_][\w./+-]*(?: [\w./+-]+){0,3})[ \t]*:(?=[ \t]|$))?[ \t]*(?P<value>.*)$"
)
_HEADER = expression(r"[|>](?:[-+0-9]{0,2}(?:[ \t]+#.*)?$|[ \t]+[^ \t#])")
_COMMENT = expression(r"(?:^|[ \t])#.*")
_MAX_LOOK = 60
_OPENING = {"[": "]", "{": "}"}

# What people put between the sections of a file: drawn lines, and comments in the syntax of other languages.
NOISE = expression(r"(?P<rule>[-=*_~#]{4,}$|\.{3,}$|\*\*\*$|===$|~~~$)|(?P<comment>//+|<!--|;+|%+|\{%|--(?!-))")
# The entry of a list, with another sign than a hyphen before its first key.
ODD_ENTRY = expression(r"(?:\d{1,2}[.)]|[–—‐‑‒―−•*+·]|-{2,3})[ \t]+[a-z_][\w-]*:(?:\s|$)")

Kind = Literal["blank", "comment", "entry", "text"]


class Line(NamedTuple):
    """One line: `  - title: One` has an indent, a dash, a key and a value."""

    start: int
    """Offset of its start in the text."""
    text: str
    """Without its line break."""
    indent: str
    dashes: str
    key: str
    """As written, without the colon; empty if the line has no key."""
    value: str
    """What follows the key; in a line without a key, the whole line."""
    value_at: int
    """Column of the value, from 0."""

    @property
    def kind(self) -> Kind:
        """The kind of line; a key of several words counts only if nothing follows it."""
        if not self.text.strip():
            return "blank"
        if self.value.startswith("#") and not self.key and not self.dashes:
            return "comment"
        return "entry" if self.key and (not self.value or " " not in self.key) else "text"

    @property
    def margin(self) -> int:
        """The indent in columns; a tab counts as two."""
        return len(self.indent.replace("\t", "  "))

    @property
    def column(self) -> int:
        """The column of the key, after the dashes."""
        return self.margin + len(self.dashes)

    @property
    def words(self) -> Span:
        """The span of the line without indent and trailing space."""
        return Span(self.start + len(self.indent), self.start + len(self.text.rstrip()))

    @property
    def key_span(self) -> Span:
        """The span of the key."""
        start = self.start + len(self.indent) + len(self.dashes)
        return Span(start, start + len(self.key))

    @property
    def value_span(self) -> Span:
        """The span of the value."""
        start = self.start + self.value_at
        return Span(start, start + len(self.value))

    @property
    def end(self) -> int:
        """The offset of the end of the line, before its line break."""
        return self.start + len(self.text)

    @property
    def plain(self) -> str:
        """The value without its trailing comment."""
        return _COMMENT.sub("", self.value, count=1).rstrip()

    @property
    def opens_block(self) -> bool:
        """Whether a block scalar (`|` or `>`) starts on this line."""
        return (bool(self.key) or bool(self.dashes)) and _HEADER.match(self.value) is not None


class Sketch:
    """The lines of a text, and which of them can hold keys."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = tuple(_read_lines(text))

    @cached_property
    def outer(self) -> tuple[int, ...]:
        """Indexes of the lines that are not inside block scalars or multi-line values."""
        return tuple(_find_outer(self.lines))

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """Indexes of the outer lines with a key or a dash."""
        return tuple(number for number in self.outer if self.lines[number].kind == "entry" or self.lines[number].dashes)

    def owner(self, number: int) -> Line | None:
        """Return the entry that another is under; a list may be as far left as its key."""
        owner = self._owners.get(number)
        return None if owner is None else self.lines[owner]

    @cached_property
    def _owners(self) -> dict[int, int]:
        """The lines of the entries that others are under, by the lines of those."""
        found: dict[int, int] = {}
        left: list[int] = []
        """Entries that are ever further to the right, to which the next may belong."""
        lists: dict[int, int] = {}
        """By their margin, the last keys of lists as far left as themselves."""
        for place, number in enumerate(self.entries):
            line, above = self.lines[number], self.lines[self.entries[place - 1]]
            if place and line.dashes and above.margin == line.margin and not (above.dashes or above.plain):
                lists[line.margin] = self.entries[place - 1]
            while left and self.lines[left[-1]].margin >= line.margin:
                left.pop()
            owner = max(left[-1] if left else -1, lists.get(line.margin, -1))
            if owner >= 0:
                found[number] = owner
            left.append(number)
        return found

    def line_of(self, offset: int) -> int:
        """Return the index of the line at an offset."""
        return max(bisect_right(self.lines, offset, key=attrgetter("start")) - 1, 0)

    def next_words(self, number: int) -> int | None:
        """Return the index of the next non-blank line after a line."""
        after = (each for each in range(number + 1, len(self.lines)) if self.lines[each].kind != "blank")
        return next(after, None)

    def continues(self, number: int) -> bool:
        """Return whether the quoted or bracketed value of a line continues on later lines and is closed there."""
        return _count_continued(self.lines, number) > 0

    def block_lines(self, number: int) -> Iterator[int]:
        """Yield the indexes of the lines after a line that are indented more than its key, blank ones included."""
        column = self.lines[number].column
        for each in range(number + 1, len(self.lines)):
            line = self.lines[each]
            if line.kind != "blank" and line.margin <= column:
                return
            yield each


def _read_lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in re.split("(?<=\n)|(?<=\r)(?!\n)", text):
        words = raw.rstrip("\r\n")
        found = _LINE.match(words)
        if found is not None:
            indent, dashes, key, value = found.groups("")
            yield Line(start, words, indent, dashes, key, value.rstrip(" \t"), found.start("value"))
        start += len(raw)


def _find_outer(lines: Sequence[Line]) -> Iterator[int]:
    number = 0
    while number < len(lines):
        line = lines[number]
        yield number
        number += 1
        if line.opens_block:
            margin = line.column if line.key else line.margin
            while number < len(lines) and (lines[number].kind == "blank" or lines[number].margin > margin):
                number += 1
        else:
            number += _count_continued(lines, number - 1)


def _count_continued(lines: Sequence[Line], number: int) -> int:
    """Count the lines over which a quoted or bracketed value continues; 0 if it ends on its line or is never closed."""
    line = lines[number]
    if not (line.key or line.dashes) or line.value[:1] not in {'"', "'", "[", "{"}:
        return 0
    value, mark = line.value, line.value[0]
    is_over = _is_closed_quotation if mark in "\"'" else is_balanced
    if mark in _OPENING:
        value = line.plain
    for count in range(_MAX_LOOK):
        if is_over(value):
            return count
        following = number + count + 1
        if following == len(lines) or _starts_entry(lines[following], line, mark):
            return 0
        value += "\n" + (_COMMENT.sub("", lines[following].text) if mark in _OPENING else lines[following].text)
    return 0


def _starts_entry(following: Line, line: Line, mark: str) -> bool:
    """Return whether a line starts a new entry and so cannot continue the bracketed or quoted value above it."""
    is_inside = mark in _OPENING and following.margin > line.column
    return not is_inside and (following.kind == "entry" or bool(following.dashes))


def _is_closed_quotation(value: str) -> bool:
    return closing_mark(value) is not None


def closing_mark(value: str) -> int | None:
    """Return the offset of the mark that closes the quotation a value starts with, or None."""
    body = r"(?:[^\"\\]|\\.)*" if value[0] == '"' else "(?:[^']|'')*"
    found = re.compile(f"{value[0]}{body}{value[0]}", re.DOTALL).match(value)
    return found.end() - 1 if found else None


def is_balanced(value: str) -> bool:
    """Return whether the bracket that a value starts with is closed."""
    return closing_bracket(value) is not None


def closing_bracket(value: str) -> int | None:
    """Return the offset of the bracket that closes the one a value starts with; ignores brackets inside quotations."""
    stack: list[str] = []
    for found in re.finditer(r"""(?<![\w])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[\[\]{}]""", value):
        mark = found.group()
        if mark in _OPENING:
            stack.append(_OPENING[mark])
        elif stack and mark == stack[-1]:
            stack.pop()
            if not stack:
                return found.start()
    return None
