"""A text line by line, as its author sees it: keys, values and the lines that belong to a body.

YAML's own parser is not asked, for this is read where that has given up.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from briefgen.yamltext.characters import ODD_SPACES
from briefgen.yamltext.span import Span

_LINE = re.compile(
    rf"(?P<indent>[ \t{ODD_SPACES}]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"]*\"|'[^']*'|[^\W_][\w./+-]*(?: [\w./+-]+){0,3})[ \t]*:(?=[ \t]|$))?[ \t]*(?P<value>.*)$"
)
_HEADER = re.compile(r"[|>](?:[-+0-9]{0,2}(?:[ \t]+#.*)?$|[ \t]+[^ \t#])")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_MAX_LOOK = 60
_OPENING = {"[": "]", "{": "}"}

# What people write between the parts of a file: lines drawn, and comments as other languages have them.
NOISE = re.compile(r"(?P<rule>[-=*_~#]{4,}$|\.{3,}$|\*\*\*$|===$|~~~$)|(?P<comment>//+|<!--|;+|%+|--(?!-))")
# The entry of a list, with another sign than a hyphen before its first key.
ODD_ENTRY = re.compile(r"(?:\d{1,2}[.)]|[–—‐‑‒―−•*+·]|-{2,3})[ \t]+[a-z_][\w-]*:(?:\s|$)")

Kind = Literal["blank", "comment", "entry", "text"]


class Line(NamedTuple):
    """One line: `  - title: One` has an indent, a dash, a key and a value."""

    start: int
    """Where it begins in the text."""
    text: str
    """Without its line break."""
    indent: str
    dashes: str
    key: str
    """As written, without the colon; empty where the line has none."""
    value: str
    """What stands behind the key, or all of a line without one."""
    value_at: int
    """Where the value begins in the line."""

    @property
    def kind(self) -> Kind:
        """Say what the line is; a key of several words counts only where nothing stands behind it."""
        if not self.text.strip():
            return "blank"
        if self.value.startswith("#") and not self.key and not self.dashes:
            return "comment"
        return "entry" if self.key and (not self.value or " " not in self.key) else "text"

    @property
    def margin(self) -> int:
        """How many columns it is indented by, a tab counted as two."""
        return len(self.indent.replace("\t", "  "))

    @property
    def column(self) -> int:
        """The column of the key, behind the dashes."""
        return self.margin + len(self.dashes)

    @property
    def words(self) -> Span:
        """The line without its indent."""
        return Span(self.start + len(self.indent), self.start + len(self.text.rstrip()))

    @property
    def key_span(self) -> Span:
        """The place of the key."""
        start = self.start + len(self.indent) + len(self.dashes)
        return Span(start, start + len(self.key))

    @property
    def value_span(self) -> Span:
        """The place of the value."""
        start = self.start + self.value_at
        return Span(start, start + len(self.value))

    @property
    def end(self) -> int:
        """The end of the line, before its break."""
        return self.start + len(self.text)

    @property
    def plain(self) -> str:
        """The value without a comment behind it."""
        return _COMMENT.sub("", self.value, count=1).rstrip()

    @property
    def opens_block(self) -> bool:
        """Say whether a text begins below the line, after `|` or `>`."""
        return (bool(self.key) or bool(self.dashes)) and _HEADER.match(self.value) is not None


class Sketch:
    """The lines of a text, and those of them that YAML would look for keys in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = tuple(_read_lines(text))

    @cached_property
    def outer(self) -> tuple[int, ...]:
        """The numbers, from 0, of the lines outside of bodies and of values that run over several lines."""
        return tuple(_find_outer(self.lines))

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """The numbers of the lines with a key or a dash among them."""
        return tuple(number for number in self.outer if self.lines[number].kind == "entry" or self.lines[number].dashes)

    def line_of(self, offset: int) -> int:
        """Return the number, from 0, of the line at an offset."""
        return max((number for number, line in enumerate(self.lines) if line.start <= offset), default=0)

    def next_words(self, number: int) -> int | None:
        """Return the number of the next line with words below one."""
        after = (each for each in range(number + 1, len(self.lines)) if self.lines[each].kind != "blank")
        return next(after, None)

    def continues(self, number: int) -> bool:
        """Say whether the quoted or bracketed value of a line goes on below it, and ends there."""
        return _count_continued(self.lines, number) > 0

    def block_lines(self, number: int) -> Iterator[int]:
        """Yield the numbers of the lines below one that are indented more than its key, empty ones included."""
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
            indent, dashes, key, value = (found[name] or "" for name in ("indent", "dashes", "key", "value"))
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
    """Count the lines below one that its quoted or bracketed value goes on over; 0 where it ends or never does."""
    line = lines[number]
    if not (line.key or line.dashes) or line.value[:1] not in {'"', "'", "[", "{"}:
        return 0
    value, mark = line.value, line.value[0]
    is_over = _is_quotation_over if mark in "\"'" else is_balanced
    if mark in _OPENING:
        value = line.plain
    for count in range(_MAX_LOOK):
        if is_over(value):
            return count
        following = number + count + 1
        if following == len(lines) or _begins_anew(lines[following], line, mark):
            return 0
        value += "\n" + (_COMMENT.sub("", lines[following].text) if mark in _OPENING else lines[following].text)
    return 0


def _begins_anew(following: Line, line: Line, mark: str) -> bool:
    """Say whether a line cannot belong to the value of one above: a key, unless brackets hold it further right."""
    is_inside = mark in _OPENING and following.margin > line.column
    return not is_inside and (following.kind == "entry" or bool(following.dashes))


def _is_quotation_over(value: str) -> bool:
    return closing_mark(value) is not None


def closing_mark(value: str) -> int | None:
    """Return where the quotation mark that a value begins with is closed."""
    body = r"(?:[^\"\\]|\\.)*" if value[0] == '"' else "(?:[^']|'')*"
    found = re.compile(f"{value[0]}{body}{value[0]}", re.DOTALL).match(value)
    return found.end() - 1 if found else None


def is_balanced(value: str) -> bool:
    """Say whether the bracket that a value begins with is closed."""
    return closing_bracket(value) is not None


def closing_bracket(value: str) -> int | None:
    """Return where the bracket that a value begins with is closed; brackets in quotation marks do not count."""
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
