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
    return _indent(sketch, place, number)


def find_outdented_value(sketch: Sketch, place: int, number: int) -> Slip | None:
    """Find the first key of a group that is as far left as the name of the group, with its value; `number` follows."""
    key, line = sketch.lines[place], sketch.lines[number]
    above = [sketch.lines[each] for each in sketch.entries if each < place]
    if not above or not above[-1].key or above[-1].value or above[-1].column != key.margin:
        return None
    if key.dashes or key.key in _GROUPS or line.dashes or not line.key:
        return None
    return _indent(sketch, place, number)


def _indent(sketch: Sketch, place: int, number: int) -> Slip:
    """Return the slip of the key in line `place`, which belongs beside that in line `number`."""
    key, line = sketch.lines[place], sketch.lines[number]
    message = f"`{key.key}` is further left than `{line.key}` in line {number + 1}, beside which it belongs"
    help_ = f"indent it by {line.margin} {'space' if line.margin == 1 else 'spaces'}"
    edit = Edit(Span(key.start, key.start), " " * (line.margin - key.margin))
    return Slip(key.key_span, message, help_, (edit,))


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
