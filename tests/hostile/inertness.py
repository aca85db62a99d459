"""Finds what renderers make of an author's text that briefgen did not write: elements, attributes, links.

The page says what briefgen wrote. It is checked by itself (`tests/hostile/test_page.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from briefgen.diagnostics import Severity
from briefgen.rules.analysis.empty_texts import find_empty_texts
from tests.hostile.elements import Elements, count_elements, parse
from tests.hostile.renderers import Renderer
from tests.hostile.seeding import Outputs, Seeded, batches, read, render

Make = Callable[[Sequence[str]], Seeded]
"""Makes an issue with payloads."""

SIZE = 40


class Batch(Struct, frozen=True):
    """Payloads that make one issue, its outputs, and the elements of its page."""

    payloads: tuple[str, ...]
    outputs: Outputs
    written: Elements


def accept(make: Make, payloads: Sequence[str]) -> Iterator[str]:
    """Yield the payloads with which an issue can be built."""
    manuscript = read(make(payloads))
    can_be_read = manuscript.issue is not None and not manuscript.limit_faults
    if can_be_read and not any(each.severity is Severity.ERROR for each in find_empty_texts(manuscript)):
        yield from payloads
    elif len(payloads) > 1:
        half = len(payloads) // 2
        yield from accept(make, payloads[:half])
        yield from accept(make, payloads[half:])


def build(make: Make, payloads: Iterable[str]) -> list[Batch]:
    """Build issues with the payloads that are accepted."""
    accepted = [one for batch in batches(payloads, SIZE) for one in accept(make, batch)]
    return [_build(make, batch) for batch in batches(accepted, SIZE)]


def _build(make: Make, payloads: tuple[str, ...]) -> Batch:
    outputs = render(read(make(payloads)))
    return Batch(payloads, outputs, count_elements(parse(outputs.page)))


def find_live(make: Make, built: Sequence[Batch], renderer: Renderer) -> list[str]:
    """Return a line for each payload of which a renderer makes more than briefgen wrote."""
    found = []
    rendered = renderer([batch.outputs.markdown for batch in built])
    for batch, html in zip(built, rendered, strict=True):
        if _surplus(make, batch, html, renderer):
            found += _blame(make, batch, html, renderer)
    return found


def _blame(make: Make, batch: Batch, html: str, renderer: Renderer) -> list[str]:
    """Return a line for each payload that alone makes too much; one for the batch if only together they do."""
    alone = []
    for payload in batch.payloads if len(batch.payloads) > 1 else ():
        single = _build(make, (payload,))
        [shown] = renderer([single.outputs.markdown])
        if surplus := _surplus(make, single, shown, renderer):
            alone.append(f"{payload!r}: {dict(surplus)}")
    return alone or [f"{batch.payloads!r}: {dict(_surplus(make, batch, html, renderer))}"]


def _surplus(make: Make, batch: Batch, html: str, renderer: Renderer) -> Elements:
    """Return the elements that a renderer makes and the page lacks, beyond those of an issue of mere letters."""
    frame, page_frame = _count_frame(make, len(batch.payloads), renderer)
    return count_elements(parse(html)) - frame - (batch.written - page_frame)


@cache
def _count_frame(make: Make, count: int, renderer: Renderer) -> tuple[Elements, Elements]:
    outputs = _render_harmless(make, count)
    [html] = renderer([outputs.markdown])
    return count_elements(parse(html)), count_elements(parse(outputs.page))


@cache
def _render_harmless(make: Make, count: int) -> Outputs:
    return render(read(make([f"Words{at}" for at in range(count)])))
