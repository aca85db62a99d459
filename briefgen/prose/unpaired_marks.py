"""Marks that come in pairs, read in order with a stack: a count would find nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from briefgen.markdown import Block
from briefgen.yamltext import Span

OPENING = {"“": "”", "(": ")", "[": "]"}
CLOSING = {closing: opening for opening, closing in OPENING.items()}
NAMES = {"“": "quotation mark", "(": "parenthesis", "[": "bracket"}

_MARK = re.compile("[“”()\\[\\]]")
# A list number: `2)` or `b)` at the start of a line or after a space.
_LIST_NUMBER = re.compile(r"(?:^|[\s;,:(])(?:\d{1,3}|[a-z]|[ivx]{1,4})$")
# Sad and happy faces are not unbalanced.
_FACE = re.compile(r"[:;]-?$")
_SPEECH = frozenset({"paragraph", "quote", "item", "note"})


class UnpairedMark(Struct, frozen=True):
    """A mark without its partner; `is_opening` when nothing closes it."""

    span: Span
    mark: str
    is_opening: bool


def find_unpaired_marks(prose: str, blocks: tuple[Block, ...]) -> Iterator[UnpairedMark]:
    """Yield every loose mark of a body, block by block; `prose` has its opaque parts blanked out.

    A quotation of several paragraphs opens each of them and closes only the last.
    """
    spoken = [block for block in blocks if block.kind in _SPEECH | {"heading", "table"}]
    for block, after in zip_longest(spoken, spoken[1:]):
        loose = _unpaired_in(prose, block.span)
        goes_on = after is not None and after.span.of(prose).startswith("“")
        open_quotes = [mark for mark in loose if mark.is_opening and mark.mark == "“"]
        for mark in loose:
            if goes_on and open_quotes and mark == open_quotes[-1] and not _closes_after(loose, mark):
                continue
            yield mark


def _closes_after(loose: list[UnpairedMark], mark: UnpairedMark) -> bool:
    return any(other.span.start > mark.span.start and not other.is_opening for other in loose)


def _unpaired_in(prose: str, span: Span) -> list[UnpairedMark]:
    """Return the loose marks of one block in order.

    A closing mark pairs with the nearest open mark of its kind; what was opened inside that pair and not
    closed is loose.
    """
    loose: list[UnpairedMark] = []
    stack: list[tuple[str, int]] = []
    open_marks: Counter[str] = Counter()
    for match in _MARK.finditer(prose, span.start, span.end):
        mark, at = match.group(), match.start()
        if mark in OPENING:
            stack.append((mark, at))
            open_marks[mark] += 1
        elif open_marks[CLOSING[mark]]:
            loose += _unwound(stack, open_marks, CLOSING[mark])
        elif not _is_excused(prose, span.start, at):
            loose.append(UnpairedMark(Span(at, at + 1), mark, is_opening=False))
    loose += [UnpairedMark(Span(where, where + 1), mark, is_opening=True) for mark, where in stack]
    return sorted(loose, key=lambda mark: mark.span)


def _unwound(stack: list[tuple[str, int]], open_marks: Counter[str], wanted: str) -> Iterator[UnpairedMark]:
    """Take the nearest open mark of a kind off the stack, and yield those opened since, which are loose."""
    opened = ""
    while opened != wanted:
        opened, where = stack.pop()
        open_marks[opened] -= 1
        if opened != wanted:
            yield UnpairedMark(Span(where, where + 1), opened, is_opening=True)


def _is_excused(prose: str, start: int, at: int) -> bool:
    before = prose[max(start, at - 8) : at]
    return prose[at] == ")" and bool(_LIST_NUMBER.search(before) or _FACE.search(before))
