"""Which text is covered by a citation: a group covers the text before it in its paragraph.

A link to what somebody else published counts too, and covers its whole paragraph, because it may precede or follow the
text it supports. A malformed citation also counts; C101 reports it. A newsletter that only links, and cites nothing,
promises no source for each claim: rules on what lacks a citation are silent in it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block, Pattern, Quotation
from briefgen.rules.vocabulary.claims import SAY_VERBS
from briefgen.yamltext import Span

SHORTEST_QUOTATION = 4
"""In words; most shorter quotations are ironic (measured on newsletter 133)."""

SHORTEST_REPORT = 60
"""In words; a longer paragraph should have its own citation."""

CITING = 2
"""Groups that show that an issue cites, if they have neither a key nor a month; a single one may be no citation."""

# Headings of sections that need no citations: forecasts, and lists of sources.
_OWN_HEADING = expression(
    r"\b(?:scenarios?|forecasts?|outlook|probability|most likely|(?:executive|position) summary"
    r"|sources|references|bibliography|further reading|cross-references)\b",
    re.IGNORECASE,
)
_LIST_HEADING = expression(
    r"[*_]*(?:(?:our|list of|selected) )?(?:sources|references|bibliography|works cited|literature)(?: cited)?[*_:]*",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|half a)"
_SCALE = "thousand|million|billion|trillion"
FIGURE = Pattern(
    rf"[$€£¥]\s?\d(?:[\d,.]*\d)?(?:[bBmMkK]n?\b|\s(?:{_SCALE})\b)?"
    rf"|\b(?:\d+[-–])?\d[\d,]*(?:\.\d+)?(?:\s?%|\s(?:percent|per cent|percentage points?|{_SCALE})\b)"
    rf"|\b{_NUMBER} (?:million|billion|trillion)\b"
    r"|\b\d[\d,]* (?:out )?of (?:the )?\d[\d,]*\b(?! [A-Z])",
    literals=(
        *("$", "€", "£", "¥", "%", "percent", "per cent", "thousand", "illion"),
        *(f"{digit}{of}" for digit in range(10) for of in (" of ", " out of ")),
    ),
    reach=40,
)


def paragraphs(item: ItemText) -> Iterator[Block]:
    """Yield the blocks of an item that contain prose."""
    return (block for block in item.prose.blocks if block.kind in PROSE_BLOCKS)


def is_exempt(item: ItemText, block: Block) -> bool:
    """Return whether a block is under a heading that needs no citations, such as “Scenarios” or “Sources”."""
    above = [each for each in item.prose.blocks if each.kind == "heading" and each.span.end <= block.span.start]
    return bool(above) and _OWN_HEADING.search(above[-1].span.of(item.prose.text)) is not None


def is_covered(item: ItemText, block: Block, offset: int) -> bool:
    """Return whether a block has a citation at or after an offset, or a link anywhere."""
    return any(offset <= group.start < block.span.end for group in _groups(item)) or has_link(item, block.span)


def is_cited(item: ItemText, block: Block) -> bool:
    """Return whether a block has a citation or link."""
    return is_covered(item, block, block.span.start)


def find_uncovered(item: ItemText, block: Block) -> Span | None:
    """Return the span after the last citation of a block; None if a link covers the block."""
    ends = (group.end for group in _groups(item) if block.span.covers(group))
    return None if has_link(item, block.span) else Span(max(ends, default=block.span.start), block.span.end)


def cites_only_by_links(manuscript: Manuscript) -> bool:
    """Return whether an issue has links that are evidence, but neither `sources:` nor citations in brackets."""
    if manuscript.read_issue.sources or count_groups(manuscript) >= CITING:
        return False
    certain = (each for item in manuscript.items for group in item.groups for each in group.citations)
    if any(each.key or (each.date is not None and each.date.month is not None) for each in certain):
        return False
    return any(item.links for item in manuscript.items)


def refers_to_own_list(manuscript: Manuscript) -> bool:
    """Return whether an issue cites by author and year, `(OECD, 2017)`, a list under a heading such as “References”.

    No rule can read that list. An issue with a citation by key or with a day does not, nor one with `sources:`.
    """
    if manuscript.read_issue.sources:
        return False
    dates = [each.date for item in manuscript.items for group in item.groups for each in group.citations]
    if not dates or any(date is None or date.month is not None for date in dates):
        return False
    return any(
        before.kind == "heading"
        and after.kind in PROSE_BLOCKS
        and _LIST_HEADING.fullmatch(before.span.of(item.prose.text))
        for item in manuscript.items
        for before, after in pairwise(item.prose.blocks)
    )


def count_groups(manuscript: Manuscript) -> int:
    """Return the number of citation groups of an issue, malformed ones included."""
    return sum(len(_groups(item)) for item in manuscript.items)


def has_citations(item: ItemText) -> bool:
    """Return whether an item has any citation or link; if not, E101 reports it, and other rules stay silent."""
    return bool(_groups(item)) or has_link(item, Span(0, len(item.prose.text)))


def count_uncited_words(item: ItemText, block: Block) -> int:
    """Return the number of words of a long paragraph of facts without a citation; 0 for other blocks.

    E102 reports these paragraphs, unless E103 or E104 reports something more specific.
    """
    text = block.span.of(item.prose.visible)
    words = len(text.split()) if block.kind == "paragraph" and not item.item.analysis else 0
    if words < SHORTEST_REPORT or is_cited(item, block):
        return 0
    return words if re.search(rf"[\d“]|\b(?:{SAY_VERBS})\b", text) else 0


def long_quotations(item: ItemText) -> Iterator[tuple[Block, Quotation]]:
    """Yield the outer quotations that are long enough to need a source, with their blocks."""
    for quotation in item.prose.quotations:
        block = item.prose.block_at(quotation.span.start)
        words = quotation.words.of(item.prose.text).split()
        if block is not None and quotation.depth == 1 and len(words) >= SHORTEST_QUOTATION:
            yield block, quotation


def find_figures(item: ItemText, span: Span) -> Iterator[Span]:
    """Yield the spans of figures within a span, outside quotations and citation groups."""
    for match in FIGURE.finditer(item.prose.visible, span.start, span.end):
        found = Span(match.start(), match.end())
        if not item.prose.is_quoted(found) and not any(group.span.covers(found) for group in item.groups):
            yield found


def _groups(item: ItemText) -> list[Span]:
    """Return the spans of citation groups, malformed ones included."""
    return [*(each.span for each in item.groups), *(each.span for each in item.scan.malformed)]


def has_link(item: ItemText, span: Span) -> bool:
    """Return whether a span contains a link that is evidence."""
    return any(span.covers(link.span) for link in item.links)
