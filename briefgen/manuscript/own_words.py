"""What the author of a body says in words of their own: no citation, no quotation, no code, no link."""

import re

from briefgen.prose import Prose, blanked
from briefgen.yamltext import Span


def own_words(prose: Prose, uncited: str) -> str:
    """Return a body whose citations are blanked out at its own length, with quotations filled with NUL too.

    After a mark that pairs with nothing nobody can say what is quoted: the rest of its paragraph is left out.
    """
    outer = (quotation.span for quotation in prose.quotations if quotation.depth == 1)
    quoted = (block.span for block in prose.blocks if block.kind == "quote")
    text = blanked(uncited, _merged([*outer, *quoted]))
    loose = ((block, re.search("[“”]", block.span.of(text))) for block in prose.blocks)
    return blanked(text, (Span(block.span.start + mark.start(), block.span.end) for block, mark in loose if mark))


def _merged(spans: list[Span]) -> list[Span]:
    """Return spans in order and without overlap, for quotations inside quoted blocks."""
    merged: list[Span] = []
    for span in sorted(spans):
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
        elif span.end > merged[-1].end:
            merged[-1] = Span(merged[-1].start, span.end)
    return merged
