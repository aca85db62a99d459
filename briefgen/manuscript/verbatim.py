"""Words that are not the author's own to change: what is quoted, in marks of any language, and titles of works."""

import re
from collections.abc import Iterator

from briefgen.markdown import Element, Part, Text
from briefgen.prose import Prose
from briefgen.yamltext import Span

# What may close each opening mark: German closes with the mark that English opens with, Swedish has one for both.
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
_MARK = re.compile("[“”„‟‘’‚«»‹›「」『』《》〈〉\"']")
_SINGLE = frozenset("‘’‚'")
"""Marks that may also be apostrophes."""
_DEEPEST = 8
"""Quotations inside so many others add nothing, and thousands of open marks take no time."""
_EMPHASIS = re.compile(r"\*[^*]+\*|(?<!\w)_[^_]+_(?!\w)")


def find_verbatim(text: str) -> tuple[Span, ...]:
    """Return what is quoted or emphasized in a line of text: the words between the marks, without the spaces there."""
    return (*_quotations(text, Span(0, len(text))), *(Span(*found.span()) for found in _EMPHASIS.finditer(text)))


def find_verbatim_in(prose: Prose) -> tuple[Span, ...]:
    """Return what a body quotes, its quoted blocks and what stands in italics, which may be titles of works."""
    body = prose.body
    blocks = [block.span for block in prose.blocks if block.kind == "quote"]
    quoted = [span for block in prose.blocks for span in _quotations(prose.text, block.span)]
    return (*blocks, *quoted, *_emphases((*body.parts, *(note for _, note in body.notes))))


def _quotations(text: str, within: Span) -> Iterator[Span]:
    """Yield the words between marks; a mark that is never closed quotes all that follows it."""
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
    """Return whether a mark may open a quotation behind a character: after a figure it means inches."""
    return not (before.isdigit() if mark == '"' else mark in _SINGLE and before.isalnum())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _emphases(parts: tuple[Part, ...]) -> Iterator[Span]:
    for part in parts:
        match part:
            case Element(tag="em"):
                spans = [span for span in _places((part,)) if span.start < span.end]
                if spans:
                    yield Span(spans[0].start, spans[-1].end)
            case Element(children=children):
                yield from _emphases(children)
            case _:
                pass


def _places(parts: tuple[Part, ...]) -> Iterator[Span]:
    """Yield where the words of parts stand."""
    for part in parts:
        match part:
            case Text(span=span):
                yield span
            case Element(children=children):
                yield from _places(children)
            case _:
                pass
