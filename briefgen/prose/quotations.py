"""Finds quotations: text between “ and ”, as long as the marks of a paragraph pair up."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.markdown import Block
from briefgen.yamltext import Span

PROSE_BLOCKS = frozenset({"paragraph", "item", "quote", "note"})


class Quotation(NamedTuple):
    """A quotation; `span` includes the marks, `depth` is 1 for an outer quotation."""

    span: Span
    depth: int = 1

    @property
    def words(self) -> Span:
        """The span between the marks."""
        return Span(self.span.start + 1, self.span.end - 1)


def find_quotations(text: str, block: Block) -> tuple[Quotation, ...]:
    """Return the quotations of a block, ordered by start.

    Stops at the first unpaired mark: one missing mark would invert every following pair.
    """
    if block.kind not in PROSE_BLOCKS:
        return ()
    return tuple(sorted(_pairs(text, block.span), key=lambda quotation: quotation.span))


def find_unpaired_quote(text: str, span: Span) -> int:
    """Return the offset of the first unpaired mark, or the end of the span."""
    stack: list[int] = []
    for mark in re.finditer("[“”]", text[span.start : span.end]):
        if mark.group() == "“":
            stack.append(span.start + mark.start())
        elif stack:
            stack.pop()
        else:
            return min([span.start + mark.start(), *stack])
    return min([span.end, *stack])


def _pairs(text: str, span: Span) -> Iterator[Quotation]:
    end = find_unpaired_quote(text, span)
    stack: list[int] = []
    for mark in re.finditer("[“”]", text[span.start : end]):
        at = span.start + mark.start()
        if mark.group() == "“":
            stack.append(at)
        else:
            start = stack.pop()
            yield Quotation(Span(start, at + 1), len(stack) + 1)
