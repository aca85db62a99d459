"""A body with what one scan found in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefgen.prose.blocks import Block, find_blocks
from briefgen.prose.opaque import blanked, find_opaque
from briefgen.prose.pairs import LooseMark, find_loose_marks
from briefgen.yamltext import Span


@dataclass(frozen=True)
class Prose:
    """A body; all spans are in code points of `text`, which is the value and not the file."""

    text: str
    blocks: tuple[Block, ...]
    opaque: tuple[Span, ...]

    @cached_property
    def visible(self) -> str:
        """The text at its own length, with code, links, escapes and comments filled with NUL."""
        return blanked(self.text, self.opaque)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a place."""
        return next((block for block in self.blocks if block.span.start <= offset < block.span.end), None)

    def loose_marks(self) -> Iterator[LooseMark]:
        """Yield quotation marks, parentheses and brackets that have no partner."""
        return find_loose_marks(self._spoken, self.blocks)

    @cached_property
    def _spoken(self) -> str:
        """The visible text with its escaped characters back: an escaped bracket is printed, and needs its partner."""
        characters = list(self.visible)
        for span in self.opaque:
            if self.text[span.start] == "\\" and span.end - span.start == 2:  # noqa: PLR2004 - a backslash and what it escapes
                characters[span.start + 1] = self.text[span.start + 1]
        return "".join(characters)


def scan_prose(text: str) -> Prose:
    """Scan a body; any text is a body."""
    blocks = find_blocks(text)
    return Prose(text, blocks, find_opaque(text, blocks))
