"""Which citation covers which words: a group covers what stands before it in its paragraph.

A link to a page counts as well, and covers all of its paragraph: it may stand on the words, before or
after them. So does a parenthesis that means to cite and cannot be understood; C101 speaks of it.
"""

import re
from collections.abc import Iterator

from briefgen.manuscript import ItemText
from briefgen.prose import PROSE_BLOCKS, Block, Pattern, Quotation
from briefgen.rules.vocabulary.claims import SAY_VERBS
from briefgen.yamltext import Span

SHORTEST_QUOTATION = 4
"""Words; below that most quotation marks are of irony (measured on newsletter 133)."""

SHORTEST_REPORT = 60
"""Words of a paragraph that should have a citation of its own."""

# Headings under which an author looks ahead, or names what has been read: neither can be cited.
_OWN_HEADING = re.compile(
    r"\b(?:scenarios?|forecasts?|outlook|probability|most likely|(?:executive|position) summary"
    r"|sources|references|bibliography|further reading|cross-references)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|half a)"
_SCALE = "thousand|million|billion|trillion"
FIGURE = Pattern(
    rf"[$€£¥]\s?\d(?:[\d,.]*\d)?(?:[bBmMkK]n?\b|\s(?:{_SCALE})\b)?"
    rf"|\b(?:\d+[-–])?\d[\d,]*(?:\.\d+)?(?:\s?%|\s(?:percent|per cent|percentage points?|{_SCALE})\b)"
    rf"|\b{_NUMBER} (?:million|billion|trillion)\b"
    r"|\b\d[\d,]* (?:out )?of (?:the )?\d[\d,]*\b(?! [A-Z])",
    literals=("$", "€", "£", "¥", "%", "percent", "per cent", "thousand", "illion", " of "),
    reach=40,
)


def paragraphs(item: ItemText) -> Iterator[Block]:
    """Yield the blocks of an item that speak."""
    return (block for block in item.prose.blocks if block.kind in PROSE_BLOCKS)


def is_own(item: ItemText, block: Block) -> bool:
    """Return whether a block stands under a heading such as “Scenarios” or “Sources”."""
    above = [each for each in item.prose.blocks if each.kind == "heading" and each.span.end <= block.span.start]
    return bool(above) and _OWN_HEADING.search(above[-1].span.of(item.prose.text)) is not None


def is_covered(item: ItemText, block: Block, offset: int) -> bool:
    """Return whether a citation stands at or after a place of a block, or a link anywhere in it."""
    return any(offset <= group.start < block.span.end for group in _groups(item)) or has_link(item, block.span)


def is_cited(item: ItemText, block: Block) -> bool:
    """Return whether anything is cited in a block."""
    return is_covered(item, block, block.span.start)


def uncovered(item: ItemText, block: Block) -> Span | None:
    """Return what stands after the last citation of a block; nothing where a link covers it."""
    ends = (group.end for group in _groups(item) if block.span.covers(group))
    return None if has_link(item, block.span) else Span(max(ends, default=block.span.start), block.span.end)


def cites(item: ItemText) -> bool:
    """Return whether an item cites anything at all; where it does not, E101 says so, and no other rule."""
    return bool(_groups(item)) or has_link(item, Span(0, len(item.prose.text)))


def bare_words(item: ItemText, block: Block) -> int:
    """Return how many words a long paragraph of report without a citation has, 0 for any other block.

    E102 speaks of those paragraphs, unless E103 or E104 has said something more exact.
    """
    text = block.span.of(item.prose.visible)
    words = len(text.split()) if block.kind == "paragraph" and not item.item.analysis else 0
    if words < SHORTEST_REPORT or is_cited(item, block):
        return 0
    return words if re.search(rf"[\d“]|\b(?:{SAY_VERBS})\b", text) else 0


def spoken_quotations(item: ItemText) -> Iterator[tuple[Block, Quotation]]:
    """Yield the outer quotations that are long enough to have a source, with their blocks."""
    for quotation in item.prose.quotations:
        block = item.prose.block_at(quotation.span.start)
        words = quotation.words.of(item.prose.text).split()
        if block is not None and quotation.depth == 1 and len(words) >= SHORTEST_QUOTATION:
            yield block, quotation


def figures(item: ItemText, span: Span) -> Iterator[Span]:
    """Yield the figures of a part of an item outside quotations and groups."""
    for match in FIGURE.finditer(item.prose.visible, span.start, span.end):
        found = Span(match.start(), match.end())
        if not item.prose.is_quoted(found) and not any(group.span.covers(found) for group in item.groups):
            yield found


def _groups(item: ItemText) -> list[Span]:
    """Return the groups, those gone wrong too."""
    return [*(each.span for each in item.groups), *(each.span for each in item.scan.malformed)]


def has_link(item: ItemText, span: Span) -> bool:
    """Return whether a link lies in a part of an item; it is evidence too."""
    return any(each.kind in {"link", "address"} and span.covers(each.span) for each in item.prose.opaque)
