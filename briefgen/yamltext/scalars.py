"""Source maps of scalars: which part of the file produced each character of a value, for all five scalar styles.

YAML's own parser has already decoded the value. The token is read in parallel with it; where the two
differ, the reason is one of the few transformations a style allows (a folded line, a dropped indent,
an escape). Nothing here decides what a value is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from briefgen.expressions import expression
from briefgen.yamltext.nodes import Scalar
from briefgen.yamltext.span import Span

_WHITE = frozenset(" \t\n\r\x85\u2028\u2029")
_BLANKS = expression("[ \t\r\n\x85\u2028\u2029]*")
_BREAK = expression("\r\n|[\n\r\x85\u2028\u2029]")
_FOLD = "(?:\r\n|[\n\r\x85\u2028\u2029])(?:[ \t]|\r\n|[\n\r\x85\u2028\u2029])*"
_FLOW_FOLD = expression(f"[ \t]*{_FOLD}")
# Strings, so that `re` compiles them on first use.
_ESCAPED_BREAK = rf"\\{_FOLD}"
_ESCAPE = r"(?s)\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
# A run of spaces, a run without spaces and marks, or a mark without special meaning. Spaces are matched as one
# run, because matching them singly would take quadratic time.
_ITSELF = expression("[ \t]+|[^\\\\' \t\n\r\x85\u2028\u2029]+|[\\\\']")


class Run(NamedTuple):
    """A run of characters in a value, and where in the file it was written; it ends where the next run starts.

    `width` 1: one character in the file for each in the value. Otherwise: one fold or escape of `width` characters.
    """

    at: int
    """Offset of its start in the value."""
    start: int
    """Offset of its start in the file."""
    width: int


_Piece = tuple[int, int, int]
"""Number of characters of the value, then `start` and `width` as in `Run`."""


class ScalarMap:
    """Maps each code point of a value to the span in the file that produced it."""

    __slots__ = ("end", "length", "runs")

    def __init__(self, runs: list[Run], length: int, end: int) -> None:
        """`length` is the length of the value; `end` is the file offset for insertions after its last character."""
        self.runs = runs
        self.length = length
        self.end = end

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of `value[start:end]`; an empty range gives an empty span.

        Raises:
            IndexError: the range exceeds the value.
        """
        if start >= end:
            at = self._place(start)[0] if start < self.length else self.end
            return Span(at, at)
        return Span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, index: int) -> tuple[int, int]:
        """Return the start and end in the file of one character."""
        if not 0 <= index < self.length:
            raise IndexError(index)
        at, start, width = self.runs[bisect_right(self.runs, index, key=attrgetter("at")) - 1]
        return (start + index - at, start + index - at + 1) if width == 1 else (start, start + width)


def map_scalar(text: str, scalar: Scalar) -> ScalarMap:
    """Map every character of `scalar.value` to its source in `text`."""
    runs: list[Run] = []
    at = 0
    end = _between_marks(scalar).start if scalar.style in {"single", "double"} else scalar.span.end
    for length, start, width in _pieces(text, scalar):
        if not length:
            continue
        if not (runs and runs[-1].width == width == 1 and start == end):
            runs.append(Run(at, start, width))
        at += length
        end = start + (length if width == 1 else width)
    return ScalarMap(runs, at, end)


def _pieces(text: str, scalar: Scalar) -> Iterator[_Piece]:
    match scalar.style:
        case "literal" | "folded":
            return _block_pieces(text, scalar)
        case "plain":
            return _flow_pieces(text, scalar.span, scalar.value, mark="")
        case "single":
            return _flow_pieces(text, _between_marks(scalar), scalar.value, mark="'")
        case _:
            return _flow_pieces(text, _between_marks(scalar), scalar.value, mark="\\")


def _between_marks(scalar: Scalar) -> Span:
    return Span(scalar.span.start + 1, max(scalar.span.start + 1, scalar.span.end - 1))


def _flow_pieces(text: str, token: Span, value: str, *, mark: str) -> Iterator[_Piece]:
    """Align a plain or quoted token with its value; `mark` starts an escape in this style ("" for none)."""
    if token.of(text) == value:
        # Nearly always: without folds and escapes, which would make the value shorter.
        yield len(value), token.start, 1
        return
    at, done = token.start, 0
    while at < token.end and done < len(value):
        if text[at] in _WHITE or text[at] == mark:
            length, width = _folded_or_escaped(text, at, token.end, mark)
        else:
            length, width = 0, 1
        if width == 1:
            itself = _ITSELF.match(text, at, token.end)
            length = min(itself.end() - at if itself else 1, len(value) - done)
        yield length, at, width
        at, done = at + (length if width == 1 else width), done + length


def _folded_or_escaped(text: str, at: int, stop: int, mark: str) -> tuple[int, int]:
    """Return the length in the value and the width in the file of a fold or escape; width 1 if there is none."""
    if text[at] in _WHITE:
        fold = _FLOW_FOLD.match(text, at, stop)
        return (_count_folded(fold.group()), len(fold.group())) if fold else (0, 1)
    if mark == "'":
        return 1, 2
    joined = re.compile(_ESCAPED_BREAK).match(text, at, stop)
    if joined is not None:
        return len(_BREAK.findall(joined.group())) - 1, len(joined.group())
    escape = re.compile(_ESCAPE).match(text, at, stop)
    return 1, len(escape.group()) if escape else 1


def _count_folded(fold: str) -> int:
    """Count the characters that a run of line breaks folds to: a single break to a space, n breaks to n - 1.

    A first break that is U+2028 or U+2029 is kept as it is (YAML 1.1, section 5.4).
    """
    breaks = _BREAK.findall(fold)
    return len(breaks) - (len(breaks) > 1 and breaks[0] not in "\u2028\u2029")


def _block_pieces(text: str, scalar: Scalar) -> Iterator[_Piece]:
    """Align a literal or folded token with its value, line by line."""
    value, done = scalar.value, 0
    # The token ends with its last word, but a value may keep blanks after it (`|+`).
    blanks = _BLANKS.match(text, scalar.span.end)
    stop = blanks.end() if blanks else scalar.span.end
    header = _BREAK.search(text, scalar.span.start, stop)
    content_start = header.end() if header else stop
    lines = list(_lines(text, content_start, stop))
    indent = _indent(text, lines, value, text[scalar.span.start : content_start])
    for start, end, after in lines:
        begin = min(start + indent, end)
        if begin == end and done < len(value) and value[done] not in "\n\u2028\u2029":
            continue
        length = max(0, min(end - begin, len(value) - done))
        yield length, begin, 1
        done += length
        if done < len(value) and value[done] in " \n\u2028\u2029" and end < after:
            yield 1, end, after - end
            done += 1


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end of text, end of line break) of each line."""
    while start < end:
        found = _BREAK.search(text, start, end)
        if found is None:
            yield start, end, end
            return
        yield start, found.start(), found.end()
        start = found.end()


def _indent(text: str, lines: list[tuple[int, int, int]], value: str, header: str) -> int:
    """Return the number of columns by which the block is indented.

    This is the indent of the first non-blank line, minus the spaces that belong to the value because of an
    indentation indicator (`|2`).
    """
    explicit = any(digit in "123456789" for digit in header.partition("#")[0])
    first = next((line for line in value.split("\n") if line.strip(" ")), "")
    extra_indent = len(first) - len(first.lstrip(" ")) if explicit else 0
    for start, end, _ in lines:
        words = text[start:end]
        if words.strip(" "):
            return len(words) - len(words.lstrip(" ")) - extra_indent
    return 0
