"""Common mistakes that make a file invalid YAML; each is recognized separately and reported where it was made."""

from collections.abc import Callable, Iterator, Sequence

from briefgen.yamltext.sketch import Sketch
from briefgen.yamltext.slips.continued import find_continued
from briefgen.yamltext.slips.headings import find_missing_headings
from briefgen.yamltext.slips.keys import find_key_slip, find_missing_colon, find_unindented
from briefgen.yamltext.slips.layout import find_depth_slip, find_list_slip
from briefgen.yamltext.slips.outdented import find_outdented
from briefgen.yamltext.slips.pasted import find_pasted
from briefgen.yamltext.slips.text_blocks import find_body_slip
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.slips.unseen import find_conflict, find_odd_spaces, find_tabs
from briefgen.yamltext.slips.values import find_value_slip

__all__ = ["Slip", "find_conflict", "find_slips"]

Recognizer = Callable[[Sketch, int], Slip | None]

_CERTAIN: tuple[Recognizer, ...] = (find_key_slip, find_body_slip, find_value_slip)
# These match many correct lines too, so they only examine the line where the parser gave up and the one before.
_LIKELY: tuple[Recognizer, ...] = (
    find_continued,
    find_list_slip,
    find_outdented,
    find_depth_slip,
    find_unindented,
    find_missing_colon,
)


def find_slips(text: str, at: int) -> Iterator[list[Slip]]:
    """Yield groups of slips that may explain why the parser gave up at an offset, the most certain first."""
    sketch = Sketch(text)
    yield [slip for slip in (find_pasted(sketch),) if slip is not None]
    yield [slip for slip in (find_odd_spaces(sketch), find_tabs(sketch)) if slip is not None]
    last = sketch.line_of(at)
    upto = [number for number in sketch.outer if number <= last]
    yield list(find_missing_headings(sketch, upto))
    yield list(_find(_CERTAIN, sketch, upto))
    for number in reversed([number for number in upto if sketch.lines[number].kind not in {"blank", "comment"}][-2:]):
        for recognize in _LIKELY:
            yield list(_find((recognize,), sketch, [number]))


def _find(recognizers: tuple[Recognizer, ...], sketch: Sketch, numbers: Sequence[int]) -> Iterator[Slip]:
    for number in numbers:
        found = (recognize(sketch, number) for recognize in recognizers)
        slip = next((slip for slip in found if slip is not None), None)
        if slip is not None:
            yield slip
