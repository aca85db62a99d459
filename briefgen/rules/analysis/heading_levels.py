"""The level of a heading in a body."""

import re

from briefgen.prose import Block

_UNDERLINED = r"\n {0,3}(?P<mark>=+|-+)\s*$"


def level_of(text: str, block: Block) -> int:
    """Count the marks before the words of a heading, or read the line below them."""
    marks = text[text.rfind("\n", 0, block.span.start) + 1 : block.span.start].count("#")
    words = block.span.of(text)
    underline = re.search(_UNDERLINED, words) if "\n" in words else None
    return marks or (1 if underline and underline["mark"][0] == "=" else 2)
