"""Bodies that YAML does not read as text: no `|`, no indentation, or a line that is not indented enough."""

import re

from briefgen.expressions import expression
from briefgen.yamltext.characters import BARS, LIKE_BARS
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.quotation_marks import show, wrap
from briefgen.yamltext.sketch import NOISE, ODD_ENTRY, Line, Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_EMPTY = expression(r"(?:\{\s*\}|\[\s*\]|~|null)(?:[ \t]+#.*)?$")


def find_body_slip(sketch: Sketch, number: int) -> Slip | None:
    """Return the slip in the text or the entries below a line, or None."""
    line = sketch.lines[number]
    if line.kind != "entry":
        return None
    if line.opens_block:
        return _find_left(sketch, number)
    if line.plain in BARS or (line.plain in LIKE_BARS and _has_text_below(sketch, number)):
        message = f"`{line.plain}` is not the bar `|` that begins a text"
        return Slip(line.value_span, message, f"write `{line.key}: |`", (Edit(line.value_span, "|"),))
    if not line.plain:
        return _find_without_bar(sketch, number)
    return _find_empty(sketch, number) or _find_cut(sketch, number)


def _has_text_below(sketch: Sketch, number: int) -> bool:
    """Return whether lines with words below a key are indented more than it."""
    return any(sketch.lines[each].kind != "blank" for each in sketch.block_lines(number))


def _is_prose(line: Line) -> bool:
    """Return whether a line is text, not a key, comment or list entry."""
    words = line.text.strip()
    begins_entry = bool(line.dashes and line.key) or ODD_ENTRY.match(words) is not None
    return line.kind == "text" and not begins_entry and " " in words and not NOISE.match(words)


def _find_left(sketch: Sketch, number: int) -> Slip | None:
    """Find text that is indented less than the body it belongs to."""
    line, lines = sketch.lines[number], sketch.lines
    inside = list(sketch.block_lines(number))
    first = next((each for each in inside if lines[each].kind != "blank"), None)
    at = (inside[-1] if inside else number) + 1
    if at >= len(lines):
        return None
    margin = lines[first].margin if first is not None else line.column + 2
    left = next((each for each in inside if lines[each].kind != "blank" and lines[each].margin < margin), None)
    start = left if left is not None else at
    if left is None and not _left_it(sketch, at, line):
        return None
    if left is not None and len({lines[each].margin for each in inside[inside.index(left) :] if lines[each].text}) == 1:
        return _first_deeper(sketch, line, [each for each in inside if each < left], lines[left].margin)
    moved = _moved(sketch, start, line, margin)
    if not moved:
        return None
    edits = tuple(_indent(lines[each], margin) for each in moved)
    if first is None:
        message = f"the text of `{line.key}` is not indented"
        return Slip(lines[start].words, message, f"indent it by {margin} spaces", edits)
    message = f"this line is indented less than `{line.key}` to which it belongs"
    return Slip(lines[start].words, message, f"indent it by {margin} spaces, like the lines above", edits)


def _first_deeper(sketch: Sketch, owner: Line, deeper: list[int], margin: int) -> Slip:
    """Return the slip of a body whose first lines are indented more than the rest."""
    found = [sketch.lines[each] for each in deeper if sketch.lines[each].kind != "blank"]
    edits = tuple(_indent(line, max(margin, line.margin - found[0].margin + margin)) for line in found)
    message = f"`{owner.key}` is indented more in its first line than below"
    return Slip(found[0].words, message, f"indent it by {margin} spaces, like the lines below", edits)


def _left_it(sketch: Sketch, number: int, owner: Line) -> bool:
    """Return whether the line below a body is part of its text."""
    lines = sketch.lines
    line = lines[number]
    if _is_prose(line):
        return not line.dashes or line.margin != owner.margin
    # YAML reads a heading that is not indented as a comment; only the next line shows that it is part of the text.
    after = sketch.next_words(number)
    return line.kind == "comment" and after is not None and _is_prose(lines[after])


def _moved(sketch: Sketch, start: int, owner: Line, margin: int) -> list[int]:
    """Return the lines up to the next key that belong to the body but are not indented enough."""
    found = []
    for number in range(start, len(sketch.lines)):
        line = sketch.lines[number]
        if line.kind == "entry" and line.margin <= owner.column and (number != start):
            break
        if ((line.dashes and line.key) or ODD_ENTRY.match(line.text.strip())) and line.margin <= owner.column:
            break
        if line.kind != "blank" and line.margin < margin:
            found.append(number)
    return found


def _indent(line: Line, margin: int) -> Edit:
    return Edit(Span(line.start, line.start + len(line.indent)), " " * margin)


def _find_without_bar(sketch: Sketch, number: int) -> Slip | None:
    """Find text below a key without `|`, and text that is not indented."""
    lines, line = sketch.lines, sketch.lines[number]
    first = sketch.next_words(number)
    if first is None or not _is_text(lines[first]):
        return None
    at = line.key_span.end + sketch.text[line.key_span.end : line.end].index(":") + 1
    below = list(sketch.block_lines(number))
    bar = Edit(Span(at, at), " |")
    if first in below:
        after = sketch.next_words(first)
        if after is not None and sketch.lines[after].margin == lines[first].margin and _is_key(sketch.lines[after]):
            # The next line is a key at the same margin, so this one is a key as well, without its colon.
            return None
        message = f"`{line.key}` has text below it and no `|`"
        return Slip(Span(line.key_span.start, at), message, f"write `{line.key}: |`", (bar,))
    if lines[first].key:
        return None
    margin = line.column + 2
    moved = _moved(sketch, first, line, margin)
    message = f"the text of `{line.key}` is not indented"
    if len(moved) == 1 and line.key != "body":
        words = lines[first].words
        value = words.of(sketch.text)
        joined = wrap(value) if re.search(r":(\s|$)|\s#|^[\[{\"'&*!|>%@`#-]", value) else value
        help_ = f"write it after the colon: `{show(line.key, joined)}`"
        return Slip(words, message, help_, (Edit(Span(at, words.end), f" {joined}"),))
    help_ = f"write `{line.key}: |`, and indent the text by {margin} spaces"
    return Slip(lines[first].words, message, help_, (bar, *(_indent(lines[each], margin) for each in moved)))


def _is_key(line: Line) -> bool:
    return bool(line.key) and " " not in line.key


def _is_text(line: Line) -> bool:
    """Return whether a line below a key is prose, even if it contains a colon."""
    words = line.text.strip()
    if line.dashes or ODD_ENTRY.match(words):
        return False
    if re.match(r"\[@|\*\w|[•#]", words):
        return True
    return _is_prose(line) and not re.match(r"[\w-]+:\S|[\[{\"'&*!|>]", words)


def _find_empty(sketch: Sketch, number: int) -> Slip | None:
    """Find `sources: {}` and `briefs: []` with entries below them."""
    line = sketch.lines[number]
    after = sketch.next_words(number)
    if after is None or not _EMPTY.match(line.value) or sketch.lines[after].kind not in {"entry", "text"}:
        return None
    below = sketch.lines[after]
    if not (below.margin > line.column or (below.dashes and below.margin >= line.column)):
        return None
    at = line.key_span.end + sketch.text[line.key_span.end : line.end].index(":") + 1
    sign = line.plain
    span = Span(line.value_span.start, line.value_span.start + len(sign))
    message = f"`{sign}` says that `{line.key}` is empty, but there are entries below it"
    return Slip(span, message, f"delete `{sign}`", (Edit(Span(at, span.end), ""),))


def _find_cut(sketch: Sketch, number: int) -> Slip | None:
    """Find a `#` in a value of several lines: the rest of its line is a comment, which ends the value."""
    line, after = sketch.lines[number], sketch.next_words(number)
    if line.value == line.plain or after != number + 1 or line.value[0] in "\"'[{|>":
        return None
    below = sketch.lines[after]
    if below.margin <= line.column or below.key or below.dashes or '"' in line.value:
        return None
    last = max(each for each in sketch.block_lines(number) if sketch.lines[each].kind != "blank")
    at = line.value_span.start + len(line.plain)
    at += len(sketch.text[at : line.end]) - len(sketch.text[at : line.end].lstrip())
    place = Span(line.value_span.start, sketch.lines[last].words.end)
    quoted = (Edit(place, f'"{place.of(sketch.text)}"'),) if '"' not in place.of(sketch.text) else ()
    message = "everything after ` #` is a comment, but the value goes on below it"
    return Slip(Span(at, line.value_span.end), message, "put the whole value in quotation marks", quoted)
