"""Finds marks typed twice in Chinese and Japanese, and in Japanese marks of another width and spaces in a sentence."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model.scripts import FULL_WIDTH, is_hanzi, is_kana
from briefgen.prose import PROSE_BLOCKS
from briefgen.yamltext import Edit, Span

# Three are an ellipsis to some.
_TWICE = r"(?<![。、])[。、]{2}(?![。、])|(?<=[\d０-９])[%％]{2}"
_JAPANESE = r"(?P<narrow>[｡､｢｣･])|(?P<latin>[,.]) ?|(?P<wide>[，．])|(?P<space>[ \u3000]+)"
_NARROW = dict(zip("｡､｢｣･", "。、「」・", strict=True))
_RIGHT = {",": "、", ".": "。", "，": "、", "．": "。"}
_PARTICLES = frozenset("をはがにへとでもの")
# Who writes more spaces than these sets words apart with them.
_MOST_SPACES = 3
_SPACED_FIELDS = frozenset({"body", "summary"})
# Who writes `，` for every comma means it; a quotation in Chinese has no kana near.
_FEW = 3
_NEAR = 20
_ENDS = "。「」『』（）\n"


def find_doubled_marks(item: FieldText) -> Iterator[Finding]:
    """Yield `。。`, `、。` and `％％`."""
    for match in re.compile(_TWICE).finditer(item.prose.visible):
        marks = match.group()
        kept = "。" if "。" in marks else marks[0]
        span = item.file_span(Span(*match.span()))
        fix = Fix(f"write “{kept}”", (Edit(span, kept),), is_safe=False)
        yield Finding(span=span, message=f"“{marks}”: two marks in a row", help=f"write “{kept}”", fix=fix)


def find_japanese_slips(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield marks of another width, and spaces inside a sentence."""
    fields = [each for each in manuscript.fields if each.language == "ja"]
    text = "".join(each.prose.visible for each in fields)
    strange = {mark for mark in "，．" if text.count(mark) * _FEW <= text.count(_RIGHT[mark])}
    for item in fields:
        spaces: list[Finding] = []
        for match in re.compile(_JAPANESE).finditer(item.prose.visible):
            kind = match.lastgroup or ""
            if kind == "space":
                spaces += _space(item, match)
            elif kind == "wide" and match.group() not in strange:
                continue
            else:
                yield from _mark(item, match, kind)
        yield from spaces if len(spaces) <= _MOST_SPACES else ()


def _mark(item: FieldText, match: re.Match[str], kind: str) -> Iterator[Finding]:
    text, mark = match.string, match[kind]
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if kind == "narrow":
        right = _NARROW[mark]
        # Among half-width katakana it belongs to them.
        if any("\uff66" <= each <= "\uff9f" for each in (before, after)):
            return
    else:
        right = _RIGHT[mark]
        if mark == "．":
            is_between = before.isalpha() and not after.isdecimal() and after != mark
        else:
            is_between = _is_letter(before) and _is_letter(after)
        if not is_between:
            return
        if kind == "wide" and not _has_kana_near(text, match.start()):
            return
    width = "full-width" if kind == "wide" else "half-width"
    where = "between Japanese letters" if kind == "latin" else "in Japanese"
    yield _finding(item, Span(*match.span()), f"{width} “{mark}” {where}", right)


def _space(item: FieldText, match: re.Match[str]) -> Iterator[Finding]:
    """Yield a space inside a sentence; between two words it may belong to a name."""
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    block = item.prose.block_at(start)
    if item.name not in _SPACED_FIELDS or block is None or block.kind not in PROSE_BLOCKS:
        return
    if len(before) < len("はが") or not after:
        return
    is_beside_mark = (before[-1] in "、。」" and after[0] in "、。") or (before[-1] == "、" and _is_letter(after[0]))
    is_before_mark = _is_letter(before[-1]) and after[0] in "、。"
    is_behind_particle = before[-1] in _PARTICLES and _is_no_hiragana(before[0]) and _is_letter(after[0])
    is_before_particle = (
        _is_no_hiragana(before[-1]) and after[0] in _PARTICLES and (_is_no_hiragana(after[1:]) or after[1:] == "「")
    )
    if is_beside_mark or is_before_mark or is_behind_particle or is_before_particle:
        yield _finding(item, Span(start, end), "space inside a sentence", "")


def _finding(item: FieldText, span: Span, message: str, right: str) -> Finding:
    place = item.file_span(span)
    fix = Fix("use the punctuation of Japanese", (Edit(place, right),), is_safe=True)
    return Finding(span=place, message=message, help=f"write “{right}”" if right else "delete it", fix=fix)


def _is_letter(character: str) -> bool:
    return bool(character) and (character in FULL_WIDTH or character == "々") and character != "・"


def _is_no_hiragana(character: str) -> bool:
    """Return whether a character is a Kanji or a letter of katakana."""
    return bool(character) and (is_hanzi(character) or "\u30a1" <= character <= "\u30fc")


def _has_kana_near(text: str, at: int) -> bool:
    """Return whether kana stand in the part of the sentence around a mark."""
    before, after = text[max(0, at - _NEAR) : at], text[at + 1 : at + _NEAR]
    for end in _ENDS:
        before, after = before.rpartition(end)[2], after.partition(end)[0]
    return any(map(is_kana, before + after))
