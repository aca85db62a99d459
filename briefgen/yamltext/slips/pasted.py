"""Whole files that were copied with the signs around them: a code fence, the `>` of a quoted mail, or line numbers."""

from itertools import pairwise

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Line, Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_FENCE = expression(r"(?:`{3,}|~{3,})[ \t]*(?:ya?ml)?[ \t]*$")
_QUOTED = expression(r"(?:>[ ]?)+")
_NUMBERED = expression(r"[ ]*(?P<number>\d+)[.:|)]?(?:[ ]|\t|$)")
_FEW = 3


def find_pasted(sketch: Sketch) -> Slip | None:
    """Return one slip for the signs around all lines of a file, or None."""
    lines = [line for line in sketch.lines if line.text.strip()]
    return _find_fence(lines) or _find_quoted(lines) or _find_numbered(lines) if lines else None


def _find_fence(lines: list[Line]) -> Slip | None:
    if not _FENCE.match(lines[0].text):
        return None
    found = [line.words for line in (lines[0], lines[-1]) if _FENCE.match(line.text)]
    edits = tuple(Edit(span, "") for span in found)
    return Slip(found[0], "the file begins with a code fence", "delete the lines of the fence", edits)


def _find_quoted(lines: list[Line]) -> Slip | None:
    found = [_QUOTED.match(line.text) for line in lines]
    if len(lines) < _FEW or not all(found):
        return None
    edits = tuple(
        Edit(Span(line.start, line.start + sign.end()), "") for line, sign in zip(lines, found, strict=True) if sign
    )
    return Slip(edits[0].span, "every line begins with `>`, like a quoted mail", "delete the signs", edits)


def _find_numbered(lines: list[Line]) -> Slip | None:
    found = [_NUMBERED.match(line.text) for line in lines]
    numbers = [int(each["number"][:9]) for each in found if each]
    if len(numbers) < max(_FEW, len(lines)) or any(after <= before for before, after in pairwise(numbers)):
        return None
    edits = tuple(
        Edit(Span(line.start, line.start + each.end()), "") for line, each in zip(lines, found, strict=True) if each
    )
    return Slip(edits[0].span, "every line begins with its number", "copy the file without the numbers", edits)
