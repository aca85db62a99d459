"""How much an issue may hold altogether: what each of its bodies may hold, thirty bodies may not."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from briefgen.manuscript.field_text import FieldText
from briefgen.markdown import LimitFault
from briefgen.yamltext import Span

MAX_LINES = 10_000
MAX_CELLS = 8_000
"""The layout of a PDF takes its time by lines and cells. They are counted, so that an issue that is built on one
machine is built on every other, and the clock of the process that prints need never decide."""


def find_totals(texts: Iterable[FieldText]) -> Iterator[tuple[FieldText, LimitFault]]:
    """Yield what an issue has too much of, at the text with which it becomes too much."""
    texts = list(texts)
    for most, what, counts in (
        (MAX_LINES, "lines", [text.prose.text.count("\n") for text in texts]),
        (MAX_CELLS, "cells of tables", [text.prose.body.cells for text in texts]),
    ):
        sums = pairwise(accumulate(counts, initial=0))
        full = next((text for text, (before, after) in zip(texts, sums, strict=True) if before <= most < after), None)
        if full is not None:
            message = f"{sum(counts):,} {what} in one issue; the limit is {most:,}"
            yield full, LimitFault(Span(0, 1), message, "split the issue")
