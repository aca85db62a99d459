"""Splits blocks into sentences, which end at a stop with its closing marks, but not after abbreviations or initials."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.markdown import Block
from briefgen.prose.abbreviations import ABBREVIATIONS
from briefgen.yamltext import Span

# A full stop, question or exclamation mark with its closing marks, before a space or the end of the block.
# It begins at the first of several in a row: to try from each of a thousand dots would take a million steps.
_STOP = expression(r"[.!?…](?<![.!?…].)[.!?…]*+[”’\"')\]]*+(?=\s|$)")
_TRAILING = expression(r"\s+(?=[(\[])(?:\([^()]*\)|\[[^\[\]]*\])(?=\s|$)")
_OPENING = "(“‘\"'"
_INITIAL = expression(r"[A-Z]\.")
_DOTTED = expression(r"(?:[A-Za-z]\.){2,}")
_LOWER_NEXT = expression(r"\s+[a-z]")
_SPACE = expression(r"\s*")
_LONGEST_WORD = 60
"""A longer word, in characters, is no abbreviation."""


def find_sentences(text: str, block: Block) -> Iterator[Span]:
    """Yield the sentences of a block without surrounding space; in `text`, opaque parts are blanked out.

    A citation that follows a stop belongs to the sentence before it.
    """
    start, end = block.span.start, block.span.end
    at = start
    while at < end:
        stop = _STOP.search(text, at, end)
        if stop is None:
            break
        at = stop.end()
        if _is_abbreviation(text, start, stop):
            continue
        trailing = _TRAILING.match(text, at, end)
        at = trailing.end() if trailing else at
        yield Span(start, at)
        start = at = _SPACE.match(text, at, end).end()  # type: ignore[union-attr]  # It matches everywhere.
    if text[start:end].strip():
        yield Span(start, end)


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether a full stop belongs to an abbreviation and does not end the sentence.

    A dotted abbreviation such as `U.S.` ends a sentence if the next word is capitalized; titles and
    initials never do.
    """
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return False
    # Start at the last space: searching from the start of each sentence would take half of the total time.
    begin = max(start, text.rfind(" ", start, stop.start()), stop.start() - _LONGEST_WORD)
    word = text[begin : stop.end()].rsplit(maxsplit=1)[-1]
    for mark in _OPENING:
        word = word.rpartition(mark)[2]
    if _INITIAL.fullmatch(word) or word.rstrip(".").casefold() in ABBREVIATIONS:
        return True
    return bool(_DOTTED.fullmatch(word)) and bool(_LOWER_NEXT.match(text, stop.end()))
