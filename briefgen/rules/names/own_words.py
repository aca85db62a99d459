"""What the author of an item says in words of their own: no citation, no quotation, no code, no link."""

import re
from collections.abc import Iterator

from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import blanked
from briefgen.yamltext import Path, Span

_AROUND = frozenset({"title", "deck", "summary", "subject", "alt", "caption", "bio", "text"})
_QUOTED = re.compile("“[^“”]*”")


def uncited(item: ItemText) -> str:
    """Return the body at its own length, with citations and what is no prose filled with NUL."""
    groups = (group.span for group in item.groups)
    return blanked(item.prose.visible, groups)


def own_words(item: ItemText) -> str:
    """Return the body at its own length, with quotations filled with NUL too.

    After a mark that pairs with nothing nobody can say what is quoted: the rest of its paragraph is left out.
    """
    outer = (quotation.span for quotation in item.prose.quotations if quotation.depth == 1)
    quoted = (block.span for block in item.prose.blocks if block.kind == "quote")
    text = blanked(uncited(item), _merged([*outer, *quoted]))
    loose = (re.search("[“”]", block.span.of(text)) for block in item.prose.blocks)
    pairs = zip(item.prose.blocks, loose, strict=True)
    return blanked(text, (Span(block.span.start + mark.start(), block.span.end) for block, mark in pairs if mark))


def own_texts(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Yield the bodies and all that stands around them in words of the house, each at its own length, with its path.

    Names, credits and the headlines of sources belong to others.
    """
    bodies = {(*item.path, "body"): item for item in manuscript.items}
    for path, scalar in manuscript.texts():
        item = bodies.get(path)
        if item is not None:
            yield path, own_words(item)
        elif path[-1] in _AROUND and path[0] != "sources":
            yield path, _QUOTED.sub(lambda match: "\0" * len(match.group()), scalar.value)


def is_sic(text: str, end: int) -> bool:
    """Say whether the author marked what ends at a place as found: `[sic]`."""
    return text[end : end + 12].lstrip("”’\"'*_ ").startswith("[sic]")


def _merged(spans: list[Span]) -> list[Span]:
    """Return spans in order and without overlap, for quotations inside quoted blocks."""
    merged: list[Span] = []
    for span in sorted(spans):
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
        elif span.end > merged[-1].end:
            merged[-1] = Span(merged[-1].start, span.end)
    return merged
