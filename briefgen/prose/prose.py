"""A body with what one scan found in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefgen.markdown import Block, Body, LimitFault, Opaque, blank, parse_body
from briefgen.model.scripts import FIRST_RADICAL
from briefgen.prose.long_words import find_long_words
from briefgen.prose.quotations import PROSE_BLOCKS, Quotation, find_lost_mark, find_quotations
from briefgen.prose.sentences import find_sentences
from briefgen.prose.unpaired_marks import UnpairedMark, find_unpaired_marks
from briefgen.yamltext import Span

# To compile a class of Hanzi takes 2 ms, and this one none.
_NOT_LATIN = "[^\x00-\xff]+"


class Prose(Struct, frozen=True, dict=True):
    """A body as it is read; all spans are in code points of `text`, which is the value and not the file."""

    body: Body

    @property
    def text(self) -> str:
        """The body as it is written."""
        return self.body.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks in order."""
        return self.body.blocks

    @property
    def opaque(self) -> tuple[Opaque, ...]:
        """What in it is no prose, in order."""
        return self.body.opaque

    @property
    def visible(self) -> str:
        """The text at its own length, with code, links, escapes and comments filled with NUL."""
        return self.body.visible

    @cached_property
    def limit_faults(self) -> tuple[LimitFault, ...]:
        """What there is too much of, in order of its kind."""
        return (*self.body.limit_faults, *find_long_words(self.text))

    @cached_property
    def east_asian(self) -> tuple[Span, ...]:
        """The runs that hold Hanzi, Kana, Hangul or their marks anywhere in the text; most texts have none."""
        runs = () if self.text.isascii() else re.finditer(_NOT_LATIN, self.text)
        return tuple(Span(*run.span()) for run in runs if max(run.group()) >= FIRST_RADICAL)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a place."""
        before = bisect_right(self.blocks, offset, key=lambda block: block.span.start)
        block = self.blocks[before - 1] if before else None
        return block if block is not None and offset < block.span.end else None

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of paragraphs, list items and quotations, in order."""
        return tuple(
            span for block in self.blocks if block.kind in PROSE_BLOCKS for span in find_sentences(self.visible, block)
        )

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What is quoted, as far as the marks of each paragraph pair up; links count with their words."""
        return tuple(each for block in self.blocks for each in find_quotations(self._spoken, block))

    def is_quoted(self, span: Span) -> bool:
        """Return whether a place lies in a quotation, a quoted block included."""
        block = self.block_at(span.start)
        if block is not None and block.kind == "quote":
            return True
        before = bisect_left(self._outer_quotations, span.start, key=lambda quotation: quotation.start)
        return bool(before) and span.start < self._outer_quotations[before - 1].end

    @cached_property
    def _outer_quotations(self) -> tuple[Span, ...]:
        """Where something is quoted: quotations inside others add nothing."""
        return tuple(quotation.span for quotation in self.quotations if quotation.depth == 1)

    def certain_end(self, block: Block) -> int:
        """Return how far a block can be told from its quotations: to the first mark without a partner, or its end."""
        return find_lost_mark(self._spoken, block.span)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds a place."""
        before = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start)
        sentence = self.sentences[before - 1] if before else None
        return sentence if sentence is not None and offset < sentence.end else None

    def unpaired_marks(self) -> Iterator[UnpairedMark]:
        """Yield quotation marks, parentheses and brackets that have no partner."""
        return find_unpaired_marks(self._spoken, self.blocks)

    @cached_property
    def _spoken(self) -> str:
        """The visible text with its escapes back: an escaped bracket is printed, and needs its partner."""
        if not any(each.kind == "escape" for each in self.opaque):
            return self.visible
        return blank(self.text, (each.span for each in self.opaque if each.kind != "escape"))


def scan_prose(text: str) -> Prose:
    """Scan a body; any text is a body."""
    return Prose(parse_body(text))
