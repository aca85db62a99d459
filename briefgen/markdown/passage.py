"""One text while Python-Markdown's inline stage works on it, and the patterns' common ground.

What the stage has in hand changes with every match: found parts leave placeholders behind. So a pattern of ours looks
for a character and the mark behind it, which says where that stands in the text as it was written, and reads there.
"""

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element as Found

from markdown.inlinepatterns import InlineProcessor

from briefgen.markdown.marks import Source, mark, place_of
from briefgen.markdown.reading import EFFORT_OF_FIND, Reading
from briefgen.markdown.tree import Opaque, Part

if TYPE_CHECKING:
    from briefgen.markdown.brackets import Bracketed
    from briefgen.markdown.emphasis import Pair


class Passage:
    """A text, what surrounds it, and what has been made of it."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self.source = source
        self.text = source.text
        self.reading = reading
        self.made: dict[Found, Part | None] = {}
        """What each element of Python-Markdown's stands for: a part without its children, or nothing printed."""
        # What the patterns know of the text, once they have asked.
        self.last_comment = source.text.rfind("-->")
        self.ticks: dict[int, list[int]] | None = None
        self.brackets: dict[int, Bracketed] | None = None
        self.pairs: dict[int, Pair] = {}
        self.runs: set[int] = set()

    def make(self, part: Part | None, opaque: Opaque | None = None) -> Found:
        """Return an element of Python-Markdown's that stands for a part, and note what in it is no prose."""
        found = Found("span")
        self.made[found] = part
        if opaque is not None:
            self.reading.opaque.append(opaque)
        return found


class Match(NamedTuple):
    """What a pattern found: it begins at `start` of the data and ends at `end` of the text."""

    made: Found | str
    start: int
    end: int


class Pattern(InlineProcessor):
    """A pattern whose matches end with a mark; `read` says what begins in the text before that place."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.passage: Passage

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's own name and exception
        self, m: re.Match[str], data: str
    ) -> tuple[Found | str | None, int | None, int | None]:
        """Return what was found, and from where to where it takes the place of `data`."""
        last, passage = m.end() - 1, self.passage
        found = None if passage.reading.is_spent else self.read(place_of(data[last]), m, data)
        # The text that follows begins with the mark.
        stop = data.find(mark(found.end), last) if found else -1
        effort = len(data) + EFFORT_OF_FIND
        if found is None or stop < 0 or not passage.reading.spend(effort, passage.source.offset(found.end - 1)):
            return None, None, None
        return found.made, found.start, stop

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Return what begins before a place of the text."""
        raise NotImplementedError
