"""Positions in a text: half-open spans of code points, and the line and column numbers shown to people."""

from bisect import bisect_right
from typing import NamedTuple, Self

from msgspec import Struct

from briefgen.expressions import expression

_LINE_END = expression(r"\r\n?|\n")


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
        return cls(text, (0, *(found.end() for found in _LINE_END.finditer(text))))

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
