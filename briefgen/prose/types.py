"""A body with what one scan found in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefgen.prose.blocks import Block, find_blocks
from briefgen.prose.opaque import Opaque, blanked, find_opaque
from briefgen.prose.pairs import LooseMark, find_loose_marks


@dataclass(frozen=True)
class Prose:
    """A body; all spans are in code points of `text`, which is the value and not the file."""

    text: str
    blocks: tuple[Block, ...]
    opaque: tuple[Opaque, ...]

    @cached_property
    def visible(self) -> str:
        """The text at its own length, with code, links, escapes and comments filled with NUL."""
        return blanked(self.text, (each.span for each in self.opaque))

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a place."""
        return next((block for block in self.blocks if block.span.start <= offset < block.span.end), None)

    def loose_marks(self) -> Iterator[LooseMark]:
        """Yield quotation marks, parentheses and brackets that have no partner."""
        return find_loose_marks(self._spoken, self.blocks)

    @cached_property
    def _spoken(self) -> str:
        """The visible text with its escapes back: an escaped bracket is printed, and needs its partner."""
        return blanked(self.text, (each.span for each in self.opaque if each.kind != "escape"))


def scan_prose(text: str) -> Prose:
    """Scan a body; any text is a body."""
    blocks = find_blocks(text)
    return Prose(text, blocks, find_opaque(text, blocks))
