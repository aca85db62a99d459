"""Marks in a text, by which what Python-Markdown makes of it finds back to its place.

A mark is a private-use character that says where in the text the next character stands. One stands at the start,
and after each character with which something ends that is not printed: `*`, `]`, a line break, … . So a text that the
inline stage leaves behind always begins with a mark, and up to the next mark it goes on without a gap.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from briefgen.markdown.tables import Piece
from briefgen.markdown.tree import Text
from briefgen.yamltext import Span

_FIRST = 0xF0000
MARK = "[\U000f0000-\U000ffffd]"
_RUN = re.compile("([\U000f0000-\U000ffffd])([^\U000f0000-\U000ffffd]*)")
# Runs of backticks are read as a whole, and a backslash with the character that it escapes.
_ENDS = re.compile(r"\\[!-/:-@\[-`{-~]?|`+|[*_~\[\]()<>&;\n]")
# A text may hold marks of its own, and the two characters between which Python-Markdown puts its placeholders.
_OWN = re.compile("[\x02\x03\U000f0000-\U000ffffd]")
NEUTRAL = "\ufffd"


def mark(at: int) -> str:
    """Return the mark of a place."""
    return chr(_FIRST + at)


def place_of(character: str) -> int:
    """Return the place that a mark stands for."""
    return ord(character) - _FIRST


class Source:
    """The text of one paragraph, heading or cell, without the markers between its lines."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.text = "".join(words for _, words in pieces).rstrip()
        self._offsets = [offset for offset, _ in pieces]
        self._starts = [0, *accumulate(len(words) for _, words in pieces[:-1])]

    def offset(self, at: int) -> int:
        """Return where in the body a place of the text stands."""
        piece = bisect_right(self._starts, at) - 1
        return self._offsets[piece] + at - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Return the span in the body of a part of the text."""
        return Span(self.offset(start), self.offset(end - 1) + 1) if end > start else Span(*[self.offset(start)] * 2)

    def marked(self) -> str:
        """Return the text with its marks."""
        text = _OWN.sub(NEUTRAL, self.text)
        return mark(0) + _ENDS.sub(_marked, text)

    def read(self, marked: str) -> Iterator[Text]:
        """Yield the words that a marked text stands for, with their places."""
        start = end = 0
        for found in _RUN.finditer(marked):
            place = place_of(found[1])
            if place != end:
                yield from self.words(start, end)
                start = place
            end = place + len(found[2])
        yield from self.words(start, end)

    def words(self, start: int, end: int) -> Iterator[Text]:
        """Yield a part of the text; where it runs from one line into the next, in parts that run on in the body."""
        while start < end:
            piece = bisect_right(self._starts, start) - 1
            stop = end
            for after in range(piece + 1, len(self._starts)):
                if self._starts[after] >= end:
                    break
                if self._offsets[after] - self._starts[after] != self._offsets[piece] - self._starts[piece]:
                    stop = self._starts[after]
                    break
            yield Text(self.text[start:stop], self.span(start, stop))
            start = stop


def _marked(found: re.Match[str]) -> str:
    ended = found.group()
    if len(ended) > 1 and ended[0] == "\\":
        return ended[0] + mark(found.start() + 1) + ended[1] + mark(found.end())
    return ended + mark(found.end())
