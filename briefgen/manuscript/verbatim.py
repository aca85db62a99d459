"""Finds text that must be kept verbatim: quotations, in marks of any language, and emphasized text (titles)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Self

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.markdown import Element, Part, Text
from briefgen.prose import Prose
from briefgen.yamltext import Span

# The marks that can close each opening mark: German closes with English's opening mark, Swedish uses one for both.
_CLOSED_BY = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    '"': '"',
    "'": "'",
}
_MARK = expression("[“”„‟‘’‚«»‹›「」『』《》〈〉\"']")
_SINGLE = frozenset("‘’‚'")
"""Marks that can also be apostrophes."""
_DEEPEST = 8
"""Maximum depth of nested quotations; without it, thousands of open marks would be slow."""
_EMPHASIS = expression(r"\*[^*]+\*|(?<!\w)_[^_]+_(?!\w)")


class VerbatimSpans(Struct, frozen=True):
    """Verbatim text in a file: its spans in order, none of them overlapping."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, found: Iterable[Span]) -> Self:
        """Merge spans in any order."""
        merged: list[Span] = []
        for span in sorted(found):
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        return cls(tuple(merged))

    def hold(self, place: Span) -> bool:
        """Return whether a span lies in one of them; an empty one must have verbatim text on both sides."""
        before = bisect_right(self.spans, place.start, key=lambda words: words.start)
        if not before:
            return False
        words = self.spans[before - 1]
        return place.end <= words.end and (place.start < place.end or words.start < place.start < words.end)


def find_verbatim(text: str) -> tuple[Span, ...]:
    """Return the spans of quoted or emphasized text in a line, without marks and surrounding space."""
    return (*_quotations(text, Span(0, len(text))), *(Span(*found.span()) for found in _EMPHASIS.finditer(text)))


def find_verbatim_in(prose: Prose) -> tuple[Span, ...]:
    """Return the spans of quotations, block quotations and text in italics in a body."""
    body = prose.body
    blocks = [block.span for block in prose.blocks if block.kind == "quote"]
    quoted = [span for block in prose.blocks for span in _quotations(prose.text, block.span)]
    return (*blocks, *quoted, *_emphases((*body.parts, *(note for _, note in body.notes))))


def _quotations(text: str, within: Span) -> Iterator[Span]:
    """Yield the spans between quotation marks; an unclosed mark quotes everything up to the end."""
    stack: list[tuple[str, int]] = []
    for found in _MARK.finditer(text, within.start, within.end):
        mark, at = found.group(), found.start()
        before, after = text[at - 1 : at] if at > within.start else "", text[at + 1 : at + 2]
        opened = next((place for place, (one, _) in reversed([*enumerate(stack)]) if mark in _CLOSED_BY[one]), None)
        if opened is not None and not (mark in _SINGLE and after.isalnum()):
            yield _trimmed(text, stack[opened][1], at)
            del stack[opened:]
        elif mark in _CLOSED_BY and len(stack) < _DEEPEST and _may_open(mark, before):
            stack.append((mark, at + 1))
    yield from (_trimmed(text, start, within.end) for mark, start in stack if mark not in _SINGLE)


def _may_open(mark: str, before: str) -> bool:
    """Return whether a mark after a given character can open a quotation; after a digit, it means inches."""
    return not (before.isdigit() if mark == '"' else mark in _SINGLE and before.isalnum())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _emphases(parts: tuple[Part, ...]) -> Iterator[Span]:
    for part in parts:
        match part:
            case Element(tag="em"):
                spans = [span for span in _text_spans((part,)) if span.start < span.end]
                if spans:
                    yield Span(spans[0].start, spans[-1].end)
            case Element(children=children):
                yield from _emphases(children)
            case _:
                pass


def _text_spans(parts: tuple[Part, ...]) -> Iterator[Span]:
    """Yield the spans of all text in parts."""
    for part in parts:
        match part:
            case Text(span=span):
                yield span
            case Element(children=children):
                yield from _text_spans(children)
            case _:
                pass
