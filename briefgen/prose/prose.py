"""The prose of a body: blocks, sentences, quotations and marks, each computed at most once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from briefgen.markdown import Block, Body, LimitFault, Opaque, blank, parse_body
from briefgen.model.scripts import FIRST_RADICAL
from briefgen.prose.long_words import find_long_words
from briefgen.prose.mark_roles import QuotedPart, find_quoted_parts, turn_marks
from briefgen.prose.quotations import PROSE_BLOCKS, Quotation, find_quotations, find_unpaired_quote
from briefgen.prose.sentences import find_sentences
from briefgen.prose.unmarked_code import find_unmarked_code
from briefgen.prose.unpaired_marks import UnpairedMark, find_unpaired_marks, without_partners_in_links
from briefgen.yamltext import Span

# Compiling a character class of Hanzi takes 2 ms; this one takes no time.
_NOT_LATIN = "[^\x00-\xff]+"


class Prose(Struct, frozen=True, dict=True):
    """The prose of a body; spans are offsets into `text`, the YAML value, not into the file."""

    body: Body

    @property
    def text(self) -> str:
        """The source text of the body."""
        return self.body.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, in order."""
        return self.body.blocks

    @property
    def opaque(self) -> tuple[Opaque, ...]:
        """The parts that are not prose, in order."""
        return self.body.opaque

    @cached_property
    def visible(self) -> str:
        """The text with code, links, escapes and comments replaced by NULs; its length is unchanged."""
        return blank(self.body.visible, self.unmarked_code) if self.unmarked_code else self.body.visible

    @cached_property
    def unmarked_code(self) -> tuple[Span, ...]:
        """The paragraphs that are code by their look, though their author did not mark them as code."""
        may_be_code = "    " in self.text or "\t" in self.text
        return find_unmarked_code(self.text, self.body.visible, self.blocks) if may_be_code else ()

    @cached_property
    def limit_faults(self) -> tuple[LimitFault, ...]:
        """The limits that the body exceeds, grouped by kind."""
        return (*self.body.limit_faults, *find_long_words(self.text))

    @cached_property
    def east_asian(self) -> tuple[Span, ...]:
        """Runs of text with East Asian characters; most texts have none."""
        runs = () if self.text.isascii() else re.finditer(_NOT_LATIN, self.text)
        return tuple(Span(*run.span()) for run in runs if max(run.group()) >= FIRST_RADICAL)

    def block_at(self, offset: int) -> Block | None:
        """Return the block at an offset, or None."""
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
        """The quotations, in each paragraph up to the first unpaired mark; text of links is included."""
        return tuple(each for block in self.blocks for each in find_quotations(self._with_escapes, block))

    def is_quoted(self, span: Span) -> bool:
        """Return whether a span starts inside a quotation or a block quotation."""
        block = self.block_at(span.start)
        if block is not None and block.kind == "quote":
            return True
        before = bisect_left(self._outer_quotations, span.start, key=lambda quotation: quotation.start)
        return bool(before) and span.start < self._outer_quotations[before - 1].end

    @cached_property
    def _outer_quotations(self) -> tuple[Span, ...]:
        """The spans of quotations that are not inside others."""
        return tuple(quotation.span for quotation in self.quotations if quotation.depth == 1)

    def certain_end(self, block: Block) -> int:
        """Return the offset up to which quotations in a block are certain: its first unpaired mark, or its end."""
        return find_unpaired_quote(self._with_escapes, block.span)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence at an offset, or None."""
        before = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start)
        sentence = self.sentences[before - 1] if before else None
        return sentence if sentence is not None and offset < sentence.end else None

    def unpaired_marks(self, quotes: str = "“”") -> Iterator[UnpairedMark]:
        """Yield the unpaired quotation marks, “” or «», parentheses and brackets."""
        links = (each.span for each in self.opaque if each.kind == "link")
        found = list(find_unpaired_marks(self._with_escapes, self.blocks, quotes=quotes))
        return without_partners_in_links(found, self.text, self.blocks, links) if found else iter(found)

    def unpaired_by_place(self, pairs: tuple[str, ...]) -> Iterator[UnpairedMark]:
        """Yield the unpaired marks where the place of a mark tells its role: `pairs` are those of the language."""
        text = turn_marks(self._with_escapes, pairs)
        found = list(find_unpaired_marks(text, self.blocks))
        if not found:
            return
        links = (each.span for each in self.opaque if each.kind == "link")
        for each in without_partners_in_links(found, turn_marks(self.text, pairs), self.blocks, links):
            yield each if each.mark not in {"“", "”"} else self._as_written(each)

    def _as_written(self, turned: UnpairedMark) -> UnpairedMark:
        """Return an unpaired mark as the text has it; two commas may stand for one."""
        mark, start = turned.span.of(self._with_escapes), turned.span.start
        if mark == ",":
            return replace(turned, mark=",,", span=Span(start - 1, turned.span.end))
        return replace(turned, mark=mark)

    def quoted_parts(self, block: Block, pairs: tuple[str, ...]) -> tuple[QuotedPart, ...]:
        """Return the quotations of a block with their marks, paired by their places."""
        return find_quoted_parts(self._with_escapes, block, pairs)

    @cached_property
    def _with_escapes(self) -> str:
        """The visible text including escapes and entities for curly marks: they are rendered, so they need partners."""
        if not any(each.kind in {"escape", "entity"} for each in self.opaque):
            return self.visible
        text = blank(self.text, [*(each.span for each in self.opaque if each.kind != "escape"), *self.unmarked_code])
        for each in self.opaque:
            mark = unescape(each.span.of(self.text)) if each.kind == "entity" else ""
            if mark in {"“", "”", "„", "«", "»"}:
                # Beside the quoted words, so that these do not include the rest of the entity.
                at = each.span.end - 1 if mark in "“„«" else each.span.start
                text = f"{text[:at]}{mark}{text[at + 1 :]}"
        return text


def scan_prose(text: str) -> Prose:
    """Parse a body; never fails."""
    return Prose(parse_body(text))
