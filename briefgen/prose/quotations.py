"""Quotations: what stands between “ and ”, where the marks of a paragraph pair up."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.prose.blocks import Block
from briefgen.yamltext import Span

SPOKEN = frozenset({"paragraph", "item", "quote"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words; `span` has the marks, `depth` is 1 for an outer quotation."""

    span: Span
    depth: int = 1

    @property
    def words(self) -> Span:
        """The words between the marks."""
        return Span(self.span.start + 1, self.span.end - 1)


def find_quotations(text: str, block: Block) -> tuple[Quotation, ...]:
    """Return the quotations of a block in order of their start.

    Nothing after the first mark that does not pair up is called a quotation: one lost mark would turn
    every following pair inside out.
    """
    if block.kind not in SPOKEN:
        return ()
    return tuple(sorted(_pairs(text, block.span), key=lambda quotation: quotation.span))


def _pairs(text: str, span: Span) -> Iterator[Quotation]:
    stack: list[int] = []
    found: list[tuple[int, int, int]] = []
    broken = span.end
    for at in range(span.start, span.end):
        match text[at]:
            case "“":
                stack.append(at)
            case "”" if stack:
                found.append((stack.pop(), at + 1, len(stack) + 1))
            case "”":
                broken = at
                break
            case _:
                pass
    broken = min([broken, *stack])
    return (Quotation(Span(start, end), depth) for start, end, depth in found if end <= broken)
