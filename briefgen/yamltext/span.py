"""Places in a text: half-open spans of code points, and the lines and columns people are shown."""

from bisect import bisect_right
from typing import NamedTuple, Self

from msgspec import Struct


class _Ends(NamedTuple):
    """What a span is made of: thousands are made for an issue, compared and sorted, and a tuple is that at once."""

    start: int
    end: int


class Span(_Ends):
    """From `start` up to but not including `end`, in code points of the text without its byte order mark."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Refuse a span that runs backwards: it would slice to nothing and point nowhere."""
        if not 0 <= start <= end:
            message = f"not a span: {start} to {end}"
            raise ValueError(message)
        return super().__new__(cls, start, end)

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Self:
        """Return the same span `by` code points further on."""
        return type(self)(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as editors count it: line and column from 1, columns in code points."""

    line: int
    column: int


class LineIndex(Struct, frozen=True):
    """Where the lines of a text begin; LF, CRLF and CR each end a line, as in every editor."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Index `text` once, in one pass."""
        starts = [0]
        offset = 0
        for line in text.splitlines(keepends=True):
            offset += len(line)
            if line.endswith(("\n", "\r")):
                starts.append(offset)
        return cls(text, tuple(starts))

    def position(self, offset: int) -> Position:
        """Return the line and column of a code point; the end of the text is a place too."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1, without its line break; "" past the end."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, position: Position) -> int:
        """Return the code point at a line and column, held inside the text."""
        line = min(max(position.line, 1), len(self.starts))
        return min(self.starts[line - 1] + max(position.column, 1) - 1, len(self.text))
