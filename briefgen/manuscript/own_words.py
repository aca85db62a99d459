"""What the author of a body says in words of their own: no citation, no quotation, no code, no link."""

import re

from briefgen.markdown import blank
from briefgen.prose import Prose
from briefgen.yamltext import Span


def own_words(prose: Prose, uncited: str) -> str:
    """Return a body whose citations are blanked out at its own length, with quotations filled with NUL too.

    After a mark that pairs with nothing nobody can say what is quoted: the rest of its paragraph is left out.
    """
    outer = (quotation.span for quotation in prose.quotations if quotation.depth == 1)
    quoted = (block.span for block in prose.blocks if block.kind == "quote")
    text = blank(uncited, [*outer, *quoted])
    loose = ((block, re.search("[“”]", block.span.of(text))) for block in prose.blocks)
    return blank(text, (Span(block.span.start + mark.start(), block.span.end) for block, mark in loose if mark))
