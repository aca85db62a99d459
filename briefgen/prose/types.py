"""A body with what one scan found in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefgen.prose.blocks import Block, find_blocks
from briefgen.prose.opaque import Opaque, blanked, find_opaque
from briefgen.prose.pairs import LooseMark, find_loose_marks
from briefgen.prose.quotations import SPOKEN, Quotation, find_lost_mark, find_quotations
from briefgen.prose.sentences import find_sentences
from briefgen.yamltext import Span


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

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of paragraphs, list items and quotations, in order."""
        return tuple(
            span for block in self.blocks if block.kind in SPOKEN for span in find_sentences(self.visible, block)
        )

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What is quoted, as far as the marks of each paragraph pair up; links count with their words."""
        return tuple(each for block in self.blocks for each in find_quotations(self._spoken, block))

    def is_quoted(self, span: Span) -> bool:
        """Say whether a place lies in a quotation, a quoted block included."""
        block = self.block_at(span.start)
        if block is not None and block.kind == "quote":
            return True
        return any(quotation.span.start < span.start < quotation.span.end for quotation in self.quotations)

    def certain_end(self, block: Block) -> int:
        """Return how far a block can be told from its quotations: to the first mark without a partner, or its end."""
        return find_lost_mark(self._spoken, block.span)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds a place."""
        return next((span for span in self.sentences if span.start <= offset < span.end), None)

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
