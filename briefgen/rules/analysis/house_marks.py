"""Which marks an issue has in its own words, straight or curly: one answer for quotation marks and apostrophes."""

import re
from collections.abc import Iterable, Iterator

from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.yamltext import Span

# So many straight quotation marks for one curly one are the house's, if its apostrophes are straight too.
_MOST = 3
_STRAIGHT_QUOTATION = expression(r'(?<!\w)"(?=\S)[^"\n]{3,}(?<=\S)"(?!\w)')


def find_own(field: FieldText, pattern: str) -> Iterator[Span]:
    """Yield the places of a pattern outside block quotations, whose marks are those of others."""
    quoted = [block.span for block in field.prose.blocks if block.kind == "quote"]
    for match in re.finditer(pattern, field.prose.visible):
        if not any(each.start <= match.start() < each.end for each in quoted):
            yield Span(*match.span())


def find_apostrophes(field: FieldText, mark: str) -> Iterator[Span]:
    """Yield the apostrophes of one kind between letters, outside quotations."""
    text = field.prose.visible
    if mark not in text:
        return
    quoted = [Span(*found.span()) for found in _STRAIGHT_QUOTATION.finditer(text)] if '"' in text else []
    for span in find_own(field, rf"(?<=[^\W\d_]){mark}(?=[^\W\d_])"):
        if not (field.prose.is_quoted(span) or any(each.covers(span) for each in quoted)):
            yield span


def is_straight(fields: Iterable[FieldText], straight: int, curly: int) -> bool:
    """Return whether straight marks are the house's in an issue with so many quotation marks of both kinds."""
    if straight <= _MOST * curly:
        return False
    counts = [sum(1 for field in fields for _ in find_apostrophes(field, mark)) for mark in "'’"]
    return counts[0] > counts[1]


def count_marks(fields: Iterable[FieldText]) -> tuple[int, int]:
    """Return how many straight and how many curly double quotation marks fields have in their own words."""
    straight = curly = 0
    for field in fields:
        for span in find_own(field, '(?<!\\d)"|[“”]') if field.prose.visible else ():
            if span.of(field.prose.visible) == '"':
                straight += 1
            else:
                curly += 1
    return straight, curly


def prefers_straight(manuscript: Manuscript) -> bool | None:
    """Return whether straight quotation marks are the house's, or None where there is one kind, or no mark."""
    straight, curly = count_marks(manuscript.fields)
    return is_straight(manuscript.fields, straight, curly) if straight and curly else None
