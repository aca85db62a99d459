"""Places in a text: half-open spans of code points, and the lines and columns people are shown."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to but not including `end`, in code points of the text without its byte order mark."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards: it would slice to nothing and point nowhere."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start} to {self.end}"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Self:
        """Return the same span `by` code points further on."""
        return type(self)(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as editors count it: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineIndex:
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
