"""Finds speech that a hyphen introduces in languages where a dash does: `-No -dice doña Ángela`."""

import re

from briefgen.manuscript import ItemText
from briefgen.yamltext import Span

# Spanish sets the dash close to the words, also around who speaks; the others put a space behind it.
_CLOSE = frozenset({"ca", "es"})
_APART = frozenset({"fr", "it", "pt", "ro"})
_INNER = r"(?<=\s)-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[.,;:!?]|\s|\Z)"


def is_speech(item: ItemText, run: list[Span]) -> bool:
    """Return whether lines that begin with a hyphen are what somebody says, not entries of a list.

    Each is a paragraph of its own. Of other languages only a single line is known not to be a list.
    """
    blocks = [item.prose.block_at(span.start) for span in run]
    text = item.prose.visible
    are_apart = all(
        block is not None and block.kind == "paragraph" and block.span.start == span.start
        for block, span in zip(blocks, run, strict=True)
    )
    has_hyphens = all(text[span.start] == "-" for span in run)
    if item.language == "en" or not (are_apart and has_hyphens):
        return False
    return len(run) == 1 or dash_of(item.language) != ""


def dash_of(language: str) -> str:
    """Return the dash that introduces speech, with the space behind it; "" if a language has none, or we know none."""
    return "—" if language in _CLOSE else "—\u00a0" if language in _APART else ""


def find_hyphens(item: ItemText, opening: Span) -> tuple[Span, ...]:
    """Return the hyphens around who speaks, in the paragraph that a hyphen opens; Spanish has dashes there, too."""
    block = item.prose.block_at(opening.start)
    if block is None or item.language not in _CLOSE:
        return ()
    found = re.compile(_INNER).finditer(item.prose.visible, opening.end, block.span.end)
    return tuple(Span(*match.span()) for match in found)
