"""Finds full-width brackets without a partner in Chinese, Japanese and Korean."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import FieldText
from briefgen.prose import Block, UnpairedMark
from briefgen.yamltext import Edit, Span

PARTNERS = {"「": "」", "『": "』", "【": "】", "《": "》", "（": "）"}
_OPENING = {closing: opening for opening, closing in PARTNERS.items()}
_MARK = "[「」『』【】《》（）]"
_NAMES = {**dict.fromkeys("（）()", "parenthesis"), **dict.fromkeys("【】", "bracket")}
# One opens, the other closes, and the author took the wrong one.
_MIXED = {"（)": "）", "(）": "（", "「』": "」", "『」": "』"}
# `1）` and `ア)` number what follows.
_NUMBERED = r"(?:^|[\s、。，；：])(?:\d{1,2}|[^\W\d_])\Z"
# What may stand before a quotation of several paragraphs, and behind its end.
_BEFORE = "。：:—― \u3000\n"
_BEHIND = ("と", "。", "、", "（", "(", "[", "—", "―", "，")
_FARTHEST = 12
_SPEECH = "「『"
_CHECKED = frozenset({"paragraph", "quote", "item", "note", "heading", "table"})


class LooseMark(Struct, frozen=True):
    """A bracket without a partner, or with that of another; `right` is what it should be."""

    span: Span
    mark: str
    is_opening: bool
    right: str = ""

    @property
    def message(self) -> str:
        """What is wrong with it."""
        what = f"{'opening' if self.is_opening else 'closing'} {_NAMES.get(self.mark, 'quotation mark')} {self.mark}"
        if self.right:
            return f"{what} does not match its partner"
        return f"{what} is never closed" if self.is_opening else f"{what} was never opened"

    @property
    def help(self) -> str:
        """What to write."""
        if self.right:
            return f"write {self.right}"
        if self.is_opening:
            return f"close it with {PARTNERS[self.mark]}"
        return f"open it with {_OPENING[self.mark]}, or delete it"


def find_wide(field: FieldText) -> tuple[list[Finding], Iterator[UnpairedMark]]:
    """Return the findings on full-width brackets, and the half-width ones that are no partners of these."""
    wide, half = _find_loose(field)
    found = [
        Finding(span=field.file_span(each.span), message=each.message, help=each.help, fix=_fix(field, each))
        for each in wide
        if not field.malformed.holds(each.span.start)
    ]
    return found, iter(half)


def _fix(field: FieldText, loose: LooseMark) -> Fix | None:
    edit = Edit(field.file_span(loose.span), loose.right)
    return Fix(loose.help, (edit,), is_safe=False) if loose.right else None


def _find_loose(field: FieldText) -> tuple[list[LooseMark], list[UnpairedMark]]:
    text = field.prose.visible
    half = [each for each in field.prose.unpaired_marks() if each.is_opening or not _is_numbered(text, each.span.start)]
    blocks = [block for block in field.prose.blocks if block.kind in _CHECKED]
    found = [list(_loose_in(text, block)) for block in blocks]
    _pair_across_paragraphs(text, blocks, found)
    loose: list[LooseMark] = []
    taken: set[Span] = set()
    beside: dict[Block | None, list[LooseMark]] = {}
    for each in half:
        mark = LooseMark(each.span, each.mark, each.is_opening)
        beside.setdefault(field.prose.block_at(each.span.start), []).append(mark)
    for block, marks in zip(blocks, found, strict=True):
        matched = list(_mixed(sorted([*marks, *beside.get(block, ())], key=lambda each: each.span)))
        taken |= {one.span for pair in matched for one in pair}
        loose += [each for each in marks if each.span not in taken]
        loose += [_mismatch(*pair) for pair in matched]
    return sorted(loose, key=lambda each: each.span), [each for each in half if each.span not in taken]


def _mixed(marks: list[LooseMark]) -> Iterator[tuple[LooseMark, LooseMark]]:
    """Yield two loose marks in a row that were meant for each other."""
    for one, other in pairwise(marks):
        if one.is_opening and not other.is_opening and one.mark + other.mark in _MIXED:
            yield one, other


def _mismatch(one: LooseMark, other: LooseMark) -> LooseMark:
    """Return the mark of a pair that is wrong: the half-width one, or the second."""
    wrong = one if one.mark == "(" else other
    return LooseMark(wrong.span, wrong.mark, wrong.is_opening, right=_MIXED[one.mark + other.mark])


def _loose_in(text: str, block: Block) -> Iterator[LooseMark]:
    """Yield the marks of a block that have no partner in it, each kind by itself."""
    opened: dict[str, list[int]] = {mark: [] for mark in PARTNERS}
    loose: list[LooseMark] = []
    for match in re.compile(_MARK).finditer(text, block.span.start, block.span.end):
        mark, at = match.group(), match.start()
        if mark in PARTNERS:
            opened[mark].append(at)
        elif opened[_OPENING[mark]]:
            opened[_OPENING[mark]].pop()
        elif not (mark == "）" and _is_numbered(text, at)):
            loose.append(LooseMark(Span(at, at + 1), mark, is_opening=False))
    loose += [LooseMark(Span(at, at + 1), mark, is_opening=True) for mark, places in opened.items() for at in places]
    yield from sorted(loose, key=lambda each: each.span)


def _is_numbered(text: str, at: int) -> bool:
    return re.search(_NUMBERED, text[max(0, at - 3) : at]) is not None


def _pair_across_paragraphs(text: str, blocks: list[Block], found: list[list[LooseMark]]) -> None:
    """Remove the marks of a quotation over several paragraphs: each may open it anew, and only the last closes it."""
    for at, marks in enumerate(found):
        last = marks[-1] if marks else None
        if last is None or not last.is_opening or last.mark not in _SPEECH:
            continue
        start = last.span.start
        if start > blocks[at].span.start and text[start - 1] not in _BEFORE:
            continue
        if at + 1 < len(blocks) and text.startswith(last.mark, blocks[at + 1].span.start):
            marks.remove(last)
            continue
        following = slice(at + 1, at + 1 + _FARTHEST)
        for block, later in zip(blocks[following], found[following], strict=True):
            if block.kind in {"heading", "table"}:
                break
            if later:
                closing = later[0]
                behind = text[closing.span.end : block.span.end].strip("*_ \0\n")
                if closing.mark == PARTNERS[last.mark] and (not behind or behind.startswith(_BEHIND)):
                    marks.remove(last)
                    later.remove(closing)
                break
