"""Lines with the wrong indentation; examined only where the parser gave up."""

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Line, Sketch
from briefgen.yamltext.slips.continued import goes_on
from briefgen.yamltext.slips.outdented import find_outdented_value
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span
from briefgen.yamltext.structure import LIST_NAMES


def find_list_slip(sketch: Sketch, number: int) -> Slip | None:
    """Find a key that lines up with the dashes of a list but has none."""
    line = sketch.lines[number]
    if line.dashes:
        return _find_undashed(sketch, number) or (_find_added_dash(sketch, number) if line.key else None)
    before = _dash_above(sketch, number) if line.kind == "entry" and not goes_on(sketch, number) else None
    if before is None:
        return None
    above = sketch.lines[before]
    if not above.key:
        return None
    is_alone = not any(sketch.lines[each].dashes for each in _siblings(sketch, before)[1:])
    if is_alone and ((not above.value and not line.value) or _owner(sketch, before) in _ONCE):
        return _undash(sketch, before, number)
    if line.key == above.key:
        return _add_dash(sketch, before, number)
    return _out_of_list(sketch, before, number)


# Keys that hold one value or group, so a dash below them does not begin a list.
_ONCE = frozenset({"feature", "image", "author", "sources", "archived", "crop", "style", "validate", "build"})


def _find_undashed(sketch: Sketch, number: int) -> Slip | None:
    """Find the first entry of a list without its dash, where a later entry has one."""
    line = sketch.lines[number]
    above = [each for each in sketch.entries if each < number]
    owner = next((each for each in reversed(above) if sketch.lines[each].margin < line.margin), None)
    if owner is None or sketch.lines[owner].key not in LIST_NAMES or sketch.lines[owner].value or owner == above[-1]:
        return None
    first = sketch.lines[above[above.index(owner) + 1]]
    if first.dashes or not first.key or first.margin != line.column:
        return None
    start = first.start + len(first.indent)
    message = f"`{sketch.lines[owner].key}` is a list, but its first entry has no dash"
    edit = Edit(Span(start - len(line.dashes), start), line.dashes)
    return Slip(first.key_span, message, f"begin it with `- `: `- {first.key}: …`", (edit,))


_OF_ITEMS = frozenset({"title", "deck", "body"})


def _owner(sketch: Sketch, number: int) -> str:
    """Return the key that a line is indented under, or ""."""
    margin = sketch.lines[number].margin
    above = (sketch.lines[each] for each in reversed(sketch.entries) if each < number)
    return next((line.key for line in above if line.margin < margin), "")


def _find_added_dash(sketch: Sketch, number: int) -> Slip | None:
    line = sketch.lines[number]
    next_entry = _find_indented_dash(sketch, number)
    if next_entry is not None:
        return next_entry
    for each in reversed([each for each in sketch.entries if each < number]):
        above = sketch.lines[each]
        if above.margin < line.margin or (above.margin == line.margin and above.dashes):
            return None
        if above.margin == line.margin and above.key and line.key in _OF_ITEMS and _owner(sketch, number) == "sources":
            return _misplaced_item(sketch, number)
        if above.margin == line.margin and above.key:
            start = line.start + len(line.indent)
            message = f"`{line.key}` begins with a dash, but `{above.key}` above it does not"
            edit = Edit(Span(start, start + len(line.dashes)), "")
            return Slip(Span(start, start + 1), message, "delete the dash", (edit,))
    return None


def _find_indented_dash(sketch: Sketch, number: int) -> Slip | None:
    """Find the dash of another entry that is as far right as the keys of the entry above it, which has its key too."""
    line, keys = sketch.lines[number], set()
    for each in reversed([each for each in sketch.entries if each < number]):
        above = sketch.lines[each]
        if above.margin > line.margin:
            continue
        keys.add(above.key)
        if above.margin == line.margin and not above.dashes:
            continue
        if not above.dashes or not above.margin < line.margin <= above.column or line.key not in keys:
            return None
        by = above.margin - line.margin
        below = [sketch.lines[other] for other in _block(sketch, number)[1:]]
        if below and below[0].margin == above.column:
            # The other keys of the entry are where they belong.
            below = []
        edits = (_shift(line, by), *(_shift(other, by) for other in below))
        message = f"this dash is further right than that of the entry in line {each + 1}"
        return Slip(Span(line.words.start, line.words.start + 1), message, _spaces(above.margin), edits)
    return None


def _misplaced_item(sketch: Sketch, number: int) -> Slip:
    """Return the slip of a brief among the sources; it is cut so that the rest of the file can be parsed."""
    line, last = sketch.lines[number], sketch.lines[_block(sketch, number)[-1]]
    message = f"`- {line.key}` begins a brief, but is under `sources`"
    edit = Edit(Span(line.start, last.end), "")
    return Slip(line.words, message, "move it, with all its lines, to `briefs:`", (edit,), is_safe=False)


def _add_dash(sketch: Sketch, before: int, number: int) -> Slip:
    line = sketch.lines[number]
    start = line.words.start
    edits = [Edit(Span(start, start), "- ")]
    after = sketch.next_words(number)
    if after is not None and sketch.lines[after].margin == line.margin:
        below = range(number + 1, _end_of_entry(sketch, number))
        edits += [_shift(sketch.lines[each], 2) for each in below if sketch.lines[each].kind != "blank"]
    message = f"the list that begins at line {_first_dash(sketch, before) + 1} continues without `- `"
    return Slip(line.key_span, message, f"begin the entry with `- `: `- {line.key}: …`", tuple(edits))


def _out_of_list(sketch: Sketch, before: int, number: int) -> Slip:
    """Return the slip of a key that belongs to the entry above it or, after a blank line, to the key above the list."""
    line, above = sketch.lines[number], sketch.lines[before]
    owners = [sketch.lines[each] for each in sketch.entries if each < before]
    owner = next((each for each in reversed(owners) if each.margin < line.margin), None)
    target = owner if owner is not None and _is_apart(sketch, number) else above
    margin, name = target.column, target.key
    edits = _move(sketch, number, margin)
    message = f"`{line.key}` is below the dash in line {before + 1} but begins no entry"
    return Slip(line.key_span, message, f"line it up with `{name}`: {_spaces(margin)}", edits)


def _is_apart(sketch: Sketch, number: int) -> bool:
    """Return whether there is a blank line before a line and the comments above it."""
    while number > 0 and sketch.lines[number - 1].kind == "comment":
        number -= 1
    return number > 0 and sketch.lines[number - 1].kind == "blank"


def _undash(sketch: Sketch, before: int, number: int) -> Slip:
    above, line = sketch.lines[before], sketch.lines[number]
    start = above.start + len(above.indent)
    span = Span(start, start + len(above.dashes))
    message = f"`{above.key}` begins with a dash, but `{line.key}` below it does not"
    return Slip(Span(start, start + 1), message, "delete the dash", (Edit(span, ""),))


def _dash_above(sketch: Sketch, number: int) -> int | None:
    """Return the nearest entry above at the same margin if it has a dash; an entry further left ends the search."""
    margin = sketch.lines[number].margin
    for each in reversed([each for each in sketch.entries if each < number]):
        line = sketch.lines[each]
        if line.margin < margin:
            return None
        if line.margin == margin:
            return each if line.dashes else None
    return None


def _first_dash(sketch: Sketch, number: int) -> int:
    margin, first = sketch.lines[number].margin, number
    for each in reversed([each for each in sketch.entries if each < number]):
        line = sketch.lines[each]
        if line.margin < margin or (line.margin == margin and not line.dashes):
            break
        if line.margin == margin:
            first = each
    return first


def _end_of_entry(sketch: Sketch, number: int) -> int:
    """Return the number of the line after the entry whose first key is in line `number`."""
    line = sketch.lines[number]
    for each in range(number + 1, len(sketch.lines)):
        other = sketch.lines[each]
        if other.kind == "blank":
            continue
        again = other.key == line.key and other.margin == line.margin
        if other.margin < line.margin or again or (other.dashes and other.margin == line.margin):
            return each
    return len(sketch.lines)


def find_depth_slip(sketch: Sketch, number: int) -> Slip | None:
    """Find a key or a list entry that does not line up with the others around it."""
    line = sketch.lines[number]
    if not line.key or line.kind != "entry" or goes_on(sketch, number):
        return None
    entries = [each for each in sketch.entries if each < number]
    if not entries:
        return None
    above = sketch.lines[entries[-1]]
    if line.margin > above.column and not line.dashes and above.plain and not above.opens_block:
        return _under_value(sketch, entries[-1], number)
    if line.margin < sketch.lines[entries[0]].margin:
        return _first_key(sketch, entries[0], number)
    open_lines = _open_lines(sketch, entries)
    opens_group = not open_lines[0].plain and line.margin > open_lines[0].column
    open_lines = [each for each in open_lines if each.key]
    if opens_group or not open_lines or any(_lines_up(line, each) for each in open_lines):
        return None
    # Of two equally near entries, prefer the one that has a value if this line has one, and vice versa.
    target = min(
        open_lines, key=lambda each: (abs(_place(each, line) - line.margin), bool(each.plain) != bool(line.plain))
    )
    return _line_up(sketch, number, target)


def _first_key(sketch: Sketch, first: int, number: int) -> Slip:
    """Return the slip of a first key that is indented more than the keys below it."""
    line = sketch.lines[first]
    by = sketch.lines[number].margin - line.margin
    edits = tuple(_shift(each, by) for each in sketch.lines[first:number] if each.margin >= -by and each.text.strip())
    place = _spaces(sketch.lines[number].margin)
    return Slip(line.key_span, f"`{line.key}` is indented, but the keys below it are not", place, edits)


def _open_lines(sketch: Sketch, entries: list[int]) -> list[Line]:
    """Return the entries above that a line might line up with, the innermost first."""
    found: list[Line] = []
    for each in reversed(entries):
        line = sketch.lines[each]
        if not found or line.margin < found[-1].margin:
            found.append(line)
    return found


def _place(neighbour: Line, line: Line) -> int:
    """Return the margin that lines a line up with a neighbour: dash below dash, key below key."""
    return neighbour.margin if line.dashes or not neighbour.dashes else neighbour.column


def _lines_up(line: Line, neighbour: Line) -> bool:
    return line.margin == (neighbour.margin if line.dashes else neighbour.column)


def _line_up(sketch: Sketch, number: int, neighbour: Line) -> Slip:
    line = sketch.lines[number]
    margin = _place(neighbour, line)
    name = f"`{neighbour.key}`" if neighbour.key and not line.dashes else "the entry"
    at = sketch.line_of(neighbour.start) + 1
    message = f"this line does not line up with {name} at line {at}"
    help_ = _spaces(margin)
    return Slip(line.words, message, help_, _move(sketch, number, margin))


def _spaces(margin: int) -> str:
    if not margin:
        return "begin it at the left margin"
    return f"indent it by {margin} {'space' if margin == 1 else 'spaces'}"


def _block(sketch: Sketch, number: int) -> list[int]:
    """Return a line and the lines below it that are indented more, without blank lines."""
    lines, below = sketch.lines, [number]
    for each in range(number + 1, len(lines)):
        if lines[each].kind != "blank":
            if lines[each].margin <= lines[number].margin:
                break
            below.append(each)
    return below


def _move(sketch: Sketch, number: int, margin: int) -> tuple[Edit, ...]:
    """Return the edits that move a line to a margin, along with the lines below it that are indented more than both."""
    line = sketch.lines[number]
    by, beyond = margin - line.margin, max(margin, line.margin)
    below = [sketch.lines[each] for each in _block(sketch, number)[1:]]
    if line.plain and not line.opens_block:
        below = []
    elif line.opens_block or line.margin > margin or all(each.margin <= beyond for each in below):
        beyond = line.margin
    return tuple(_shift(each, by) for each in (line, *(each for each in below if each.margin > beyond)))


def _shift(line: Line, by: int) -> Edit:
    if by > 0:
        return Edit(Span(line.start, line.start), " " * by)
    return Edit(Span(line.start, line.start - by), "")


def _under_value(sketch: Sketch, owner: int, number: int) -> Slip | None:
    """Find keys below a key that already has a value, or a single key that is indented too much."""
    above, line = sketch.lines[owner], sketch.lines[number]
    uncles = _open_lines(sketch, [each for each in sketch.entries if each < owner])
    if any(line.margin == each.column for each in uncles) and not above.dashes:
        return _line_up(sketch, owner, next(each for each in uncles if line.margin == each.column))
    siblings = set(_siblings(sketch, number))
    block = [each for each in sketch.entries if each >= number and each in siblings]
    if len(block) > 1:
        outdented = find_outdented_value(sketch, owner, number)
        if outdented is not None:
            return outdented
        value = above.plain
        span = Span(above.value_span.start, above.value_span.start + len(value))
        shown = value if len(value) <= 40 else value[:39] + "…"  # noqa: PLR2004 - as much as fits in a message
        message = f"`{above.key}` has both the value “{shown}” and keys below it"
        help_ = f"put the value under a key of its own below `{above.key}:`, or line the keys up with `{above.key}`"
        edit = Edit(Span(above.key_span.end, span.end), ":")
        return Slip(span, message, help_, (edit,), is_safe=False)
    edits = _move(sketch, number, above.column)
    message = f"`{line.key}` is indented more than `{above.key}` above it"
    help_ = f"line it up with `{above.key}`: {_spaces(above.column)}"
    return Slip(line.key_span, message, help_, edits, is_safe=False)


def _siblings(sketch: Sketch, number: int) -> list[int]:
    """Return a line and the entries below it at the same margin, up to the first one further left."""
    lines, found = sketch.lines, []
    for each in range(number, len(lines)):
        if lines[each].kind != "blank":
            if lines[each].margin < lines[number].margin:
                break
            if lines[each].margin == lines[number].margin:
                found.append(each)
    return found
