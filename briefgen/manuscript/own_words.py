"""Extracts the author's own words from a body: no citations, quotations, code or links."""

import re

from briefgen.markdown import blank
from briefgen.prose import Prose
from briefgen.yamltext import Span


def own_words(prose: Prose, uncited: str) -> str:
    """Return `uncited`, a body with citations blanked out, with quotations replaced by NULs too.

    After an unpaired mark it is unclear what is quoted, so the rest of the paragraph is blanked out.
    """
    outer = (quotation.span for quotation in prose.quotations if quotation.depth == 1)
    quoted = (block.span for block in prose.blocks if block.kind == "quote")
    text = blank(uncited, [*outer, *quoted])
    unpaired = ((block, re.search("[“”]", block.span.of(text))) for block in prose.blocks)
    return blank(text, (Span(block.span.start + mark.start(), block.span.end) for block, mark in unpaired if mark))
