"""Position marks, which survive Python-Markdown's processing and lead back to offsets in the source.

A mark is a private-use character that encodes the offset of the next character. There is one at the start, and
one after each character that can end something unprinted: `*`, `]`, a line break, … . So any text that the
inline stage leaves starts with a mark, and is contiguous in the source up to the next mark.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from briefgen.expressions import expression
from briefgen.markdown.tables import Piece
from briefgen.markdown.tree import Text
from briefgen.yamltext import Span

_FIRST = 0xF0000
MARK = "[\U000f0000-\U000ffffd]"
_RUN = expression("([\U000f0000-\U000ffffd])([^\U000f0000-\U000ffffd]*)")
# Runs of backticks are matched as a whole, and a backslash together with the character it escapes.
_ENDS = expression(r"\\[!-/:-@\[-`{-~]?|`+|[*_~\[\]()<>&;\n]")
# The source may itself contain private-use characters, and the two with which Python-Markdown delimits placeholders.
_OWN = expression("[\x02\x03\U000f0000-\U000ffffd]")
NEUTRAL = "\ufffd"


def mark(at: int) -> str:
    """Return the mark for an offset."""
    return chr(_FIRST + at)


def place_of(character: str) -> int:
    """Return the offset that a mark encodes."""
    return ord(character) - _FIRST


class Source:
    """The text of a paragraph, heading or cell, without continuation markers between its lines."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.text = "".join(words for _, words in pieces).rstrip()
        self._offsets = [offset for offset, _ in pieces]
        self._starts = [0, *accumulate(len(words) for _, words in pieces[:-1])]

    def offset(self, at: int) -> int:
        """Translate an offset in the text to an offset in the body."""
        piece = bisect_right(self._starts, at) - 1
        return self._offsets[piece] + at - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Translate a range of the text to a span in the body."""
        return Span(self.offset(start), self.offset(end - 1) + 1) if end > start else Span(*[self.offset(start)] * 2)

    def marked(self) -> str:
        """Return the text with marks inserted."""
        text = _OWN.sub(NEUTRAL, self.text)
        return mark(0) + _ENDS.sub(_marked, text)

    def read(self, marked: str) -> Iterator[Text]:
        """Convert a marked text back to texts with spans."""
        start = end = 0
        for found in _RUN.finditer(marked):
            place = place_of(found[1])
            if place != end:
                yield from self.words(start, end)
                start = place
            end = place + len(found[2])
        yield from self.words(start, end)

    def words(self, start: int, end: int) -> Iterator[Text]:
        """Yield the texts for a range, split where it is not contiguous in the body."""
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
