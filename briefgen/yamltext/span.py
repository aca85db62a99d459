"""Positions in a text: half-open spans of code points, and the line and column numbers shown to people."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple, Self

from msgspec import Struct


class _Ends(NamedTuple):
    """Fields of `Span`; a tuple, because an issue needs thousands of them, hashed, compared and sorted."""

    start: int
    end: int


class Span(_Ends):
    """The half-open range `[start, end)`, in code points of the text without its byte order mark."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Create a span.

        Raises:
            ValueError: `start` is negative or after `end`.
        """
        if not 0 <= start <= end:
            message = f"not a span: {start} to {end}"
            raise ValueError(message)
        return super().__new__(cls, start, end)

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Self:
        """Return the span moved by `by` code points."""
        return type(self)(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class SpanSet:
    """Spans of one text, asked often whether they meet others: in the time of a search, not of a walk through all."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """Return whether a span shares a character with one of them."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and span.start < self._ends[at]

    def covers(self, span: Span) -> bool:
        """Return whether a span lies within one of them, or within some that overlap."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]

    def holds(self, offset: int) -> bool:
        """Return whether the character at an offset is in one of them."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


class Position(NamedTuple):
    """A position as editors display it: line and column from 1, columns in code points."""

    line: int
    column: int


class LineIndex(Struct, frozen=True):
    """The offsets at which lines start; LF, CRLF and CR each end a line, as in every editor."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Build the index of a text."""
        lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return cls(text, tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0)))

    def position(self, offset: int) -> Position:
        """Return the position of an offset; the end of the text is a valid offset."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line break; "" if there is no such line."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, position: Position) -> int:
        """Return the offset of a position, clamped to the text."""
        line = min(max(position.line, 1), len(self.starts))
        return min(self.starts[line - 1] + max(position.column, 1) - 1, len(self.text))
