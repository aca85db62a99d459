"""The state of one text in Python-Markdown's inline stage, and the base class of our patterns.

The stage's working string (“data”) changes with every match, because matches are replaced by placeholders. So our
patterns match a character and the mark after it, which gives its offset, and parse the original text there.
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
    """The text being parsed, the body's shared state, and the elements made so far."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self.source = source
        self.text = source.text
        self.reading = reading
        self.made: dict[Found, Part | None] = {}
        """Return our part for one of Python-Markdown's elements, without children; None if it is not printed."""
        # Caches of the patterns.
        self.last_comment = source.text.rfind("-->")
        self.ticks: dict[int, list[int]] | None = None
        self.brackets: dict[int, Bracketed] | None = None
        self.pairs: dict[int, Pair] = {}
        self.runs: set[int] = set()

    def make(self, part: Part | None, opaque: Opaque | None = None) -> Found:
        """Return a Python-Markdown element that represents a part, and record its opaque span."""
        found = Found("span")
        self.made[found] = part
        if opaque is not None:
            self.reading.opaque.append(opaque)
        return found


class Match(NamedTuple):
    """A match of a pattern: `start` is an offset in the data, `end` one in the text."""

    made: Found | str
    start: int
    end: int


class Pattern(InlineProcessor):
    """A pattern whose matches end with a mark; subclasses parse the text at its offset in `read`."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.passage: Passage

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name and exception
        self, m: re.Match[str], data: str
    ) -> tuple[Found | str | None, int | None, int | None]:
        """Return the replacement and the range of `data` it replaces."""
        last, passage = m.end() - 1, self.passage
        found = None if passage.reading.is_spent else self.read(place_of(data[last]), m, data)
        # The text after the construct starts with its mark.
        stop = data.find(mark(found.end), last) if found else -1
        effort = len(data) + EFFORT_OF_FIND
        if found is None or stop < 0 or not passage.reading.spend(effort, passage.source.offset(found.end - 1)):
            return None, None, None
        return found.made, found.start, stop

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Parse the construct that starts before `place`; return None if there is none."""
        raise NotImplementedError
