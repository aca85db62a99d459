"""Replaces citation groups in a tree with placeholders (`Cited`) that hold their numbers."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.markdown.tree import Cited, Element, Part, Text
from briefgen.yamltext import Span

_MAY_BE_EMPTY = frozenset({"br", "figure", "hr", "th", "td"})


def cut(parts: tuple[Part, ...], groups: Sequence[Span]) -> tuple[Part, ...]:
    """Replace the groups at `groups`, spans in order, with placeholders; elements left empty are removed."""
    return tuple(_Cutter(groups).cut(parts))


class _Cutter:
    def __init__(self, groups: Sequence[Span]) -> None:
        self._groups = groups
        self._ends = [group.end for group in groups]
        self._placed: set[int] = set()

    def cut(self, parts: tuple[Part, ...]) -> Iterator[Part]:
        for part in parts:
            match part:
                case Text():
                    yield from self._cut_text(part)
                case Element(tag="br") if any(True for _ in self._overlapping(part.span)):
                    pass
                case Element(tag=tag, children=children):
                    inside = tuple(self.cut(children))
                    if inside or tag in _MAY_BE_EMPTY:
                        yield replace(part, children=inside)
                case _:
                    yield part

    def _cut_text(self, text: Text) -> Iterator[Part]:
        """Cut the groups out of one text; a group across several texts leaves its placeholder in the first."""
        start, end = text.span
        at = start
        for number in self._overlapping(text.span):
            group = self._groups[number]
            if group.start > at:
                yield Text(text.words[at - start : group.start - start], Span(at, group.start))
            if number not in self._placed:
                self._placed.add(number)
                yield Cited(number)
            at = min(group.end, end)
        if at == start:
            yield text
        elif at < end:
            yield Text(text.words[at - start :], Span(at, end))

    def _overlapping(self, span: Span) -> Iterator[int]:
        """Yield the numbers of the groups that overlap a span."""
        number = bisect_right(self._ends, span.start)
        while number < len(self._groups) and self._groups[number].start < span.end:
            yield number
            number += 1
