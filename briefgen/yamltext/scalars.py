"""Where each character of a scalar's value stands in the file, for all five ways of writing one.

The decoded value is known already (YAML's own parser made it), so the token is read beside it: where the
two differ, only the few things that a style may do (fold a line, drop an indent, write an escape) can be
the reason. Nothing here decides what a value is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from briefgen.yamltext.nodes import Scalar
from briefgen.yamltext.span import Span

_WHITE = frozenset(" \t\n\r\x85\u2028\u2029")
_BLANKS = re.compile("[ \t\r\n\x85\u2028\u2029]*")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FLOW_FOLD = re.compile("[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])(?:[ \t]|\r\n|[\n\r\x85\u2028\u2029])*")
# Compiled when a text first has an escape.
_ESCAPED_BREAK = r"\\" + _FLOW_FOLD.pattern.removeprefix("[ \t]*")
_ESCAPE = r"(?s)\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
# A run of spaces, a run without spaces and marks, or a mark that means nothing where it stands. Spaces are taken
# as one run, for each of them would be looked at again from every one before it.
_ITSELF = re.compile("[ \t]+|[^\\\\' \t\n\r\x85\u2028\u2029]+|[\\\\']")


class Run(NamedTuple):
    """A run of a value, up to where the next begins, and the part of the file that wrote it.

    Of a run of `width` 1 each character was written by one; any other was written as a whole, by a fold or an escape.
    """

    at: int
    """Where it begins in the value."""
    start: int
    """Where it begins in the file."""
    width: int


_Piece = tuple[int, int, int]
"""How many characters of the value come next, and `start` and `width` of what wrote them."""


class ScalarMap:
    """For each code point of a value, the span of the file that wrote it."""

    __slots__ = ("end", "length", "runs")

    def __init__(self, runs: list[Run], length: int, end: int) -> None:
        """`length` is that of the value; `end` is the place of an insertion after its last character."""
        self.runs = runs
        self.length = length
        self.end = end

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of `value[start:end]`; an empty range is an empty span.

        Raises:
            IndexError: the value is not as long as that.
        """
        if start >= end:
            at = self._place(start)[0] if start < self.length else self.end
            return Span(at, at)
        return Span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, index: int) -> tuple[int, int]:
        """Return where in the file a character begins and ends."""
        if not 0 <= index < self.length:
            raise IndexError(index)
        at, start, width = self.runs[bisect_right(self.runs, index, key=attrgetter("at")) - 1]
        return (start + index - at, start + index - at + 1) if width == 1 else (start, start + width)


def map_scalar(text: str, scalar: Scalar) -> ScalarMap:
    """Map every character of `scalar.value` to the part of `text` that wrote it."""
    runs: list[Run] = []
    at = 0
    end = _inside(scalar).start if scalar.style in {"single", "double"} else scalar.span.end
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
            return _flow_pieces(text, _inside(scalar), scalar.value, mark="'")
        case _:
            return _flow_pieces(text, _inside(scalar), scalar.value, mark="\\")


def _inside(scalar: Scalar) -> Span:
    return Span(scalar.span.start + 1, max(scalar.span.start + 1, scalar.span.end - 1))


def _flow_pieces(text: str, token: Span, value: str, *, mark: str) -> Iterator[_Piece]:
    """Read a plain or quoted token beside its value; what begins with `mark` reads otherwise than it is written."""
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
    """Return what one fold or escape reads as and how wide it is written; width 1 where none stands."""
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
    """Count the characters that a run of line breaks becomes: a lone one a space, else one fewer than there are.

    A first break that is U+2028 or U+2029 is kept as it is (YAML 1.1, section 5.4).
    """
    breaks = _BREAK.findall(fold)
    return len(breaks) - (len(breaks) > 1 and breaks[0] not in "\u2028\u2029")


def _block_pieces(text: str, scalar: Scalar) -> Iterator[_Piece]:
    """Read a literal or folded token line by line beside its value."""
    value, done = scalar.value, 0
    # The token ends with its last word; what a value keeps of the blanks after it stands there too.
    blanks = _BLANKS.match(text, scalar.span.end)
    stop = blanks.end() if blanks else scalar.span.end
    header = _BREAK.search(text, scalar.span.start, stop)
    begun = header.end() if header else stop
    lines = list(_lines(text, begun, stop))
    indent = _indent(text, lines, value, text[scalar.span.start : begun])
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
    """Yield (start, end of words, end of line break) of each line."""
    while start < end:
        found = _BREAK.search(text, start, end)
        if found is None:
            yield start, end, end
            return
        yield start, found.start(), found.end()
        start = found.end()


def _indent(text: str, lines: list[tuple[int, int, int]], value: str, header: str) -> int:
    """Return how many columns the block is indented by.

    It is the indent of the first line with words, less the spaces that an indentation indicator (`|2`)
    made part of the value.
    """
    explicit = any(digit in "123456789" for digit in header.partition("#")[0])
    first = next((line for line in value.split("\n") if line.strip(" ")), "")
    own = len(first) - len(first.lstrip(" ")) if explicit else 0
    for start, end, _ in lines:
        words = text[start:end]
        if words.strip(" "):
            return len(words) - len(words.lstrip(" ")) - own
    return 0
