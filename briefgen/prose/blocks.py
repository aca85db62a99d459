"""The blocks of a Markdown body, line by line: paragraphs, headings, list items, quotations, tables, code."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from briefgen.yamltext import Span

BlockKind = Literal["paragraph", "heading", "item", "quote", "table", "code", "comment", "definition", "rule"]

FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
QUOTE = re.compile(r" {0,3}(?:> ?)+")
TABLE_RULE = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
COMMENT = re.compile(r"\s*<!--")
DEFINITION = re.compile(r" {0,3}\[(?!@)[^\]\n]+\]:[ \t]*\S")


class Block(NamedTuple):
    """A run of lines that belong together; `span` covers their words, without markers before the first."""

    kind: BlockKind
    span: Span


class _Line(NamedTuple):
    start: int
    text: str
    comment_end: int
    """The first line from this one on in which a comment may end."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a body in order; every word of it lies in exactly one."""
    return tuple(_find(_lines(text)))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end, written = len(text), text.split("\n")
    comment_end = len(written)
    for number in reversed(range(len(written))):
        line = written[number]
        comment_end = number if "-->" in line else comment_end
        lines.append(_Line(end - len(line), line, comment_end))
        end -= len(line) + 1
    return lines[::-1]


def _find(lines: list[_Line]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if lines[at].is_blank:
            at += 1
            continue
        kind, end = _measure(lines, at)
        first, last = lines[at], lines[end - 1]
        start = first.start + _marker_width(kind, first.text)
        yield Block(kind, Span(min(start, last.end), max(start, last.start + len(last.text.rstrip()))))
        at = end


def _measure(lines: list[_Line], at: int) -> tuple[BlockKind, int]:
    """Return the kind of the block that begins at a line, and the line after its last."""
    ends = ((kind, measure(lines, at)) for kind, measure in _MEASURES)
    return next((kind, end) for kind, end in ends if end > at)


def _marker_width(kind: BlockKind, text: str) -> int:
    match kind:
        case "item":
            marker = LIST_ITEM.match(text)
        case "quote":
            marker = QUOTE.match(text)
        case "heading":
            marker = re.match(r"\s*#*[ \t]*", text)
        case _:
            marker = re.match(r"\s*", text)
    return marker.end() if marker else 0


# Each of the following returns the line after the block of its kind that begins at a line, or the line itself.


def _end_of_fence(lines: list[_Line], at: int) -> int:
    fence = FENCE.match(lines[at].text)
    if fence is None:
        return at
    closing = re.compile(rf" {{0,3}}{re.escape(fence['mark'][0])}{{{len(fence['mark'])},}}[ \t]*$")
    return next((index + 1 for index in range(at + 1, len(lines)) if closing.match(lines[index].text)), len(lines))


def _end_of_comment(lines: list[_Line], at: int) -> int:
    """A comment is a block when nothing stands after it on its last line."""
    opened, end = COMMENT.match(lines[at].text), lines[at].comment_end
    if opened is None or end == len(lines):
        return at
    after = lines[end].text.find("-->", opened.end() if end == at else 0)
    return end + 1 if after >= 0 and not lines[end].text[after + 3 :].strip() else at


def _end_of_heading(lines: list[_Line], at: int) -> int:
    return at + bool(HEADING.match(lines[at].text))


def _end_of_rule(lines: list[_Line], at: int) -> int:
    return at + bool(RULE.match(lines[at].text))


def _end_of_table(lines: list[_Line], at: int) -> int:
    if "|" not in lines[at].text or at + 1 == len(lines) or not TABLE_RULE.match(lines[at + 1].text):
        return at
    return next((index for index in range(at, len(lines)) if lines[index].is_blank), len(lines))


def _end_of_definition(lines: list[_Line], at: int) -> int:
    return at + bool(DEFINITION.match(lines[at].text))


def _end_of_quote(lines: list[_Line], at: int) -> int:
    return _end_of_paragraph(lines, at) if QUOTE.match(lines[at].text) else at


def _end_of_item(lines: list[_Line], at: int) -> int:
    return _end_of_paragraph(lines, at) if LIST_ITEM.match(lines[at].text) else at


def _end_of_underlined(lines: list[_Line], at: int) -> int:
    is_underlined = at + 1 < len(lines) and UNDERLINE.match(lines[at + 1].text)
    return at + 2 if is_underlined else at


def _end_of_paragraph(lines: list[_Line], at: int) -> int:
    """Return the line after the last that continues a paragraph, quotation or list item."""
    for index in range(at + 1, len(lines)):
        text = lines[index].text
        if not text.strip() or any(pattern.match(text) for pattern in _INTERRUPTING):
            return index
    return len(lines)


_INTERRUPTING = (FENCE, HEADING, LIST_ITEM, UNDERLINE, COMMENT, RULE)
_MEASURES: tuple[tuple[BlockKind, Callable[[list[_Line], int], int]], ...] = (
    ("code", _end_of_fence),
    ("comment", _end_of_comment),
    ("heading", _end_of_heading),
    ("rule", _end_of_rule),
    ("table", _end_of_table),
    ("definition", _end_of_definition),
    ("quote", _end_of_quote),
    ("item", _end_of_item),
    ("heading", _end_of_underlined),
    ("paragraph", _end_of_paragraph),
)
