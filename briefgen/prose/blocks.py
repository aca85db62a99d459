"""The blocks of a Markdown body, line by line: paragraphs, headings, list items, quotations, tables, code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.yamltext import Span

BlockKind = Literal["paragraph", "heading", "item", "quote", "table", "code", "comment", "definition", "rule"]

FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
QUOTE = re.compile(r" {0,3}(?:> ?)+")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
COMMENT = re.compile(r"\s*<!--")
DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together; `span` covers their words, without markers before the first."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

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
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(_Line(start, line))
        start += len(line) + 1
    return lines


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
    text = lines[at].text
    if fence := FENCE.match(text):
        return "code", _end_of_fence(lines, at, fence["mark"])
    if COMMENT.match(text):
        return "comment", _end_of_comment(lines, at)
    if HEADING.match(text):
        return "heading", at + 1
    if RULE.match(text):
        return "rule", at + 1
    if (
        at + 1 < len(lines)
        and "|" in text
        and TABLE_RULE.match(lines[at + 1].text)
        and "-" in lines[at + 1].text
    ):
        return "table", _end_of_run(lines, at)
    if DEFINITION.match(text):
        return "definition", at + 1
    if QUOTE.match(text):
        return "quote", _end_of_paragraph(lines, at)
    if LIST_ITEM.match(text):
        return "item", _end_of_paragraph(lines, at)
    end = _end_of_paragraph(lines, at)
    if end < len(lines) and end == at + 1 and UNDERLINE.match(lines[end].text):
        return "heading", end + 1
    return "paragraph", end


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


def _end_of_fence(lines: list[_Line], at: int, mark: str) -> int:
    closing = re.compile(rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    for index in range(at + 1, len(lines)):
        if closing.match(lines[index].text):
            return index + 1
    return len(lines)


def _end_of_comment(lines: list[_Line], at: int) -> int:
    for index in range(at, len(lines)):
        if "-->" in lines[index].text:
            return index + 1
    return at + 1


def _end_of_run(lines: list[_Line], at: int) -> int:
    while at < len(lines) and not lines[at].is_blank:
        at += 1
    return at


def _end_of_paragraph(lines: list[_Line], at: int) -> int:
    """Return the line after the last that continues a paragraph, quotation or list item."""
    for index in range(at + 1, len(lines)):
        text = lines[index].text
        starts_another = any(
            pattern.match(text) for pattern in (FENCE, HEADING, LIST_ITEM, UNDERLINE, COMMENT, RULE)
        )
        if not text.strip() or starts_another:
            return index
    return len(lines)
