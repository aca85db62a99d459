"""A key that begins too far left, with its own lines still in place below it."""

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span
from briefgen.yamltext.structure import LIST_NAMES

# Groups that begin there rightly.
_GROUPS = LIST_NAMES | {"feature", "sources", "image", "email", "style", "validate", "build", "labels"}


def find_outdented(sketch: Sketch, number: int) -> Slip | None:
    """Find a key that is further left than its neighbours; the next of them, in line `number`, seems out of line."""
    line = sketch.lines[number]
    above = [each for each in sketch.entries if each < number]
    place = next((each for each in reversed(above) if sketch.lines[each].margin < line.margin), None)
    if place is None or not line.key or line.dashes or not _is_among_siblings(sketch, place, number):
        return None
    key = sketch.lines[place]
    inner = [sketch.lines[each] for each in above if each > place]
    if key.plain or key.dashes or key.key in _GROUPS or not inner or min(each.margin for each in inner) <= line.margin:
        return None
    by = line.margin - key.margin
    message = f"`{key.key}` is further left than `{line.key}` in line {number + 1}, beside which it belongs"
    help_ = f"indent it by {line.margin} {'space' if line.margin == 1 else 'spaces'}"
    return Slip(key.key_span, message, help_, (Edit(Span(key.start, key.start), " " * by),))


def _is_among_siblings(sketch: Sketch, place: int, number: int) -> bool:
    """Return whether the group above a key has keys as far right as line `number`, or none yet."""
    margin, key = sketch.lines[number].margin, sketch.lines[place]
    before = [each for each in sketch.entries if each < place]
    for each in reversed(before):
        line = sketch.lines[each]
        if line.margin == margin:
            return bool(line.key) and not line.dashes
        if line.margin < margin:
            return each == before[-1] and line.key in _GROUPS and not line.plain and line.margin == key.margin
    return False
