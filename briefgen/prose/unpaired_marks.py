"""Finds unpaired quotation marks, parentheses and brackets with a stack; counting them would miss most."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.markdown import Block
from briefgen.yamltext import Span

OPENING = {"“": "”", "«": "»", "(": ")", "[": "]"}
CLOSING = {closing: opening for opening, closing in OPENING.items()}
NAMES = {"“": "quotation mark", "«": "quotation mark", "(": "parenthesis", "[": "bracket"}
GUILLEMETS = "«»"
_SWAPPED = str.maketrans("«»“”", "“”\0\0")
_SWAPPED_BACK = {"“": "«", "”": "»"}

_MARK = expression("[“”()\\[\\]]")
# A list number: `2)` or `b)` at the start of a line, or after a space or the marks of emphasis. Few texts have one.
_LIST_NUMBER = r"(?:^|[\s;,:(*_“”\"‘’\[])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[*_.]{0,2}$"
# The parenthesis of an emoticon, such as `:)`.
_FACE = r"[:;=]-?$"
_FACE_BEHIND = r"-?[:;=](?!\S)"
# A straight mark where a quotation begins, and where one ends: the partner of a curly one, as rules on marks tell.
_STRAIGHT_OPENING = expression(r'(?<!\w)"(?=[\w\[*_(\0])')
_STRAIGHT_CLOSING = expression(r'(?<=\S)"(?!\w)')
# In paragraphs: how far a quotation may run whose middle paragraphs have no opening mark.
_FARTHEST = 12
_WITH_SPEECH = frozenset({"paragraph", "quote", "item", "note"})


class UnpairedMark(Struct, frozen=True):
    """A mark without a partner; `is_opening` if it is never closed."""

    span: Span
    mark: str
    is_opening: bool


def find_unpaired_marks(prose: str, blocks: tuple[Block, ...], *, quotes: str = "“”") -> Iterator[UnpairedMark]:
    """Yield the unpaired marks of a body, block by block; in `prose`, opaque parts are blanked out.

    `quotes` are the quotation marks that are paired, “” or «». In a quotation of several paragraphs, each begins with
    an opening mark and only the last has a closing one. In a block quotation, only the first may have an opening one.
    """
    if quotes == GUILLEMETS:
        for each in find_unpaired_marks(prose.translate(_SWAPPED), blocks):
            yield UnpairedMark(each.span, _SWAPPED_BACK.get(each.mark, each.mark), each.is_opening)
        return
    checked = [block for block in blocks if block.kind in _WITH_SPEECH | {"heading", "table"}]
    found = [_unpaired_in(prose, block.span) for block in checked]
    _pair_across_quotations(prose, checked, found)
    _pair_across_paragraphs(prose, checked, found)
    for unpaired, after in zip_longest(found, checked[1:]):
        goes_on = after is not None and after.span.of(prose).startswith("“")
        open_quotes = [mark for mark in unpaired if mark.is_opening and mark.mark == "“"]
        for mark in unpaired:
            if goes_on and open_quotes and mark == open_quotes[-1] and not _closes_after(unpaired, mark):
                continue
            yield mark


def without_partners_in_links(
    found: Iterable[UnpairedMark], text: str, blocks: tuple[Block, ...], links: Iterable[Span]
) -> Iterator[UnpairedMark]:
    """Yield the unpaired marks whose partner is not in the words of a link: `([Kiel](…)[ Port)](…)`.

    `text` is the source; `links` are the spans of its links, in order. A link is the partner of one mark at most.
    """
    starts: dict[str, list[int]] = {mark: [] for mark in (*OPENING, *CLOSING)}
    for link in links:
        words = link.of(text).rpartition("](")[0][1:]
        for opening, closing in OPENING.items():
            surplus = words.count(opening) - words.count(closing)
            if surplus:
                starts[opening if surplus > 0 else closing].append(link.start)
    for mark in found:
        partners = starts[OPENING[mark.mark] if mark.is_opening else CLOSING[mark.mark]]
        at = bisect_right(partners, mark.span.start) - (not mark.is_opening)
        block = bisect_right(blocks, mark.span.start, key=lambda each: each.span.start) - 1
        span = blocks[block].span
        if 0 <= at < len(partners) and span.start <= partners[at] < span.end:
            del partners[at]
        else:
            yield mark


def _pair_across_quotations(prose: str, blocks: list[Block], found: list[list[UnpairedMark]]) -> None:
    """Remove the opening mark at the start of a block quotation, and the closing mark at its end, from the unpaired."""
    opened: tuple[list[UnpairedMark], UnpairedMark] | None = None
    for block, unpaired in zip(blocks, found, strict=True):
        if block.kind != "quote":
            opened = None
            continue
        first, last = (unpaired[0], unpaired[-1]) if unpaired else (None, None)
        if opened and last and last.mark == "”" and not prose[last.span.end : block.span.end].strip():
            opened[0].remove(opened[1])
            unpaired.remove(last)
            opened = None
        elif first and first.mark == "“" and first.span.start == block.span.start:
            opened = (unpaired, first)


def _pair_across_paragraphs(prose: str, blocks: list[Block], found: list[list[UnpairedMark]]) -> None:
    """Remove a quotation that opens one paragraph and closes a later one, and a parenthesis over two paragraphs.

    The parenthesis is in a paragraph that was broken in mid-sentence, which another rule reports.
    """
    for at, unpaired in enumerate(found):
        mark = unpaired[-1] if unpaired else None
        if mark is None or not mark.is_opening or blocks[at].kind in {"heading", "quote"}:
            continue
        is_quotation = mark.mark == "“"
        if is_quotation and mark.span.start != blocks[at].span.start:
            continue
        following = slice(at + 1, at + 1 + (_FARTHEST if is_quotation else 1))
        for block, later in zip(blocks[following], found[following], strict=True):
            if block.kind in {"heading", "quote"}:
                break
            if later:
                last = later[-1]
                ends = not is_quotation or not prose[last.span.end : block.span.end].strip("*_. \0\n")
                if len(later) == 1 and last.mark == OPENING[mark.mark] and ends:
                    unpaired.remove(mark)
                    later.clear()
                break


def _closes_after(unpaired: list[UnpairedMark], mark: UnpairedMark) -> bool:
    return any(other.span.start > mark.span.start and not other.is_opening for other in unpaired)


def _unpaired_in(prose: str, span: Span) -> list[UnpairedMark]:
    """Return the unpaired marks of one block in order.

    A closing mark pairs with the nearest open mark of its kind; marks opened between the two and not closed
    are unpaired.
    """
    unpaired: list[UnpairedMark] = []
    stack: list[tuple[str, int]] = []
    open_marks: Counter[str] = Counter()
    # An emoticon may close the parenthesis that it stands in, or leave that to the next mark.
    smiles = 0
    # A mark that begins a quotation, turned the wrong way, is one fault: the end of the quotation is none.
    is_turned = False
    for match in _MARK.finditer(prose, span.start, span.end):
        mark, at = match.group(), match.start()
        is_face = mark in "()" and _is_face(prose, span, at)
        if mark in OPENING:
            if not is_face:
                stack.append((mark, at))
                open_marks[mark] += 1
        elif open_marks[CLOSING[mark]]:
            smiles += is_face
            unpaired += _unwound(stack, open_marks, CLOSING[mark])
        elif mark == ")" and smiles:
            smiles -= 1
        elif mark == "”" and is_turned:
            is_turned = False
        elif not is_face and not _is_excused(prose, span.start, at):
            unpaired.append(UnpairedMark(Span(at, at + 1), mark, is_opening=False))
            is_turned = mark == "”" and is_turned_round(prose, at)
    unpaired += [UnpairedMark(Span(where, where + 1), mark, is_opening=True) for mark, where in stack]
    return sorted(_without_mixed(unpaired, prose, span), key=lambda mark: mark.span)


def _without_mixed(unpaired: list[UnpairedMark], prose: str, span: Span) -> list[UnpairedMark]:
    """Leave out curly quotation marks whose partner is a straight one, the odd one of the block."""
    has_curly = any(each.mark in "“”" for each in unpaired)
    if not has_curly or span.of(prose).count('"') % 2 == 0:
        return unpaired
    closing = [match.start() for match in _STRAIGHT_CLOSING.finditer(prose, span.start, span.end)]
    opening = [match.start() for match in _STRAIGHT_OPENING.finditer(prose, span.start, span.end)]
    last, first = max(closing, default=span.start), min(opening, default=span.end)
    return [
        each
        for each in unpaired
        if not ((each.mark == "“" and each.span.start < last) or (each.mark == "”" and first < each.span.start))
    ]


def _unwound(stack: list[tuple[str, int]], open_marks: Counter[str], wanted: str) -> Iterator[UnpairedMark]:
    """Pop the stack down to the nearest open mark of a kind, and yield the unpaired marks above it."""
    opened = ""
    while opened != wanted:
        opened, where = stack.pop()
        open_marks[opened] -= 1
        if opened != wanted:
            yield UnpairedMark(Span(where, where + 1), opened, is_opening=True)


def is_turned_round(prose: str, at: int) -> bool:
    """Return whether a closing quotation mark stands where a quotation begins: behind a space, before a word."""
    return not prose[max(0, at - 1) : at].strip("([ \n*_") and prose[at + 1 : at + 2].isalnum()


def _is_face(prose: str, span: Span, at: int) -> bool:
    """Return whether a parenthesis is the mouth of an emoticon: `;)` or `(;`, or `:(` without a word after it."""
    if prose[at] == "(" and re.match(_FACE_BEHIND, prose[at + 1 : min(span.end, at + 4)]):
        return True
    is_mouth = re.search(_FACE, prose[max(span.start, at - 2) : at]) is not None
    return is_mouth and (prose[at] == ")" or not prose[at + 1 : at + 2].strip(" .,;:!?)\n"))


def _is_excused(prose: str, start: int, at: int) -> bool:
    before = prose[max(start, at - 8) : at]
    # After a figure, the mark means inches.
    if prose[at] == "”":
        return before[-1:].isdigit() and prose[at + 1 : at + 2] in {" ", "-"}
    return prose[at] == ")" and re.search(_LIST_NUMBER, before) is not None
