"""Characters that are easy to overlook: spaces that YAML does not accept as such, tabs, and conflict markers."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.yamltext.characters import ODD_SPACES, name_space
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Line, Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_CONFLICT = expression(r"(?m)^[ \t]*(?P<mark><{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$")


def find_conflict(sketch: Sketch) -> Slip | None:
    """Return the slip of the conflict markers that version control leaves in a failed merge."""
    found = [Span(match.start("mark"), match.end()) for match in _CONFLICT.finditer(sketch.text)]
    if not found or sketch.text[found[0].start] not in "<>":
        return None
    if len(found) == 1:
        message = "a line of a merge conflict is left here"
        return Slip(found[0], message, "delete it, and check the lines around it")
    names = {"=": "the other version begins here", ">": "it ends here", "|": "the common version begins here"}
    related = tuple((span, names[sketch.text[span.start]]) for span in found[1:] if sketch.text[span.start] in names)
    help_ = "keep one version, and delete the three marker lines"
    return Slip(found[0], "version control left a merge conflict here", help_, related=related)


def find_odd_spaces(sketch: Sketch) -> Slip | None:
    """Return one slip for all spaces around keys that YAML does not accept as spaces."""
    spans = list(_odd_spaces(sketch))
    if not spans:
        return None
    first = spans[0]
    lines = len({sketch.line_of(span.start) for span in spans})
    message = f"{name_space(first.of(sketch.text)[0])} where YAML needs a plain space"
    message += f", here and in {lines - 1} more {'line' if lines == 2 else 'lines'}" if lines > 1 else ""  # noqa: PLR2004
    edits = tuple(Edit(span, _plain(span.of(sketch.text))) for span in spans)
    return Slip(first, message, "replace it with plain spaces", edits)


def _plain(spaces: str) -> str:
    # A full-width space is as wide as two others.
    return "".join("" if each in "\u200b\u2060" else "  " if each == "\u3000" else " " for each in spaces)


def _odd_spaces(sketch: Sketch) -> Iterator[Span]:
    odd = re.compile(f"[{ODD_SPACES}]+")
    if "\t" not in sketch.text and not odd.search(sketch.text):
        return
    behind = re.compile(rf"(?:-[ \t]*[{ODD_SPACES}]+[ \t]*)?[A-Za-z_][\w-]*:[ \t]*[{ODD_SPACES}]+")
    for line in sketch.lines:
        end = line.start + len(line.indent)
        yield from (Span(each.start(), each.end()) for each in odd.finditer(sketch.text, line.start, end))
    for number in sketch.outer:
        line = sketch.lines[number]
        yield from _tabs(line)
        start = line.start + len(line.indent)
        found = behind.match(sketch.text, start + len(line.dashes), line.end) if not line.key else None
        if found is None:
            found = re.compile(rf"-[ \t]*[{ODD_SPACES}]+").match(sketch.text, start, line.end)
        if found is not None:
            yield from (Span(each.start(), each.end()) for each in odd.finditer(sketch.text, start, found.end()))


def _tabs(line: Line) -> Iterator[Span]:
    """Yield the tabs behind the dash and the colon of a line with a key; YAML has them, but its parser takes none."""
    if not line.key:
        return
    key = line.key_span
    for start, end in ((line.start + len(line.indent), key.start), (key.end, line.value_span.start)):
        yield from (
            Span(start + each.start(), start + each.end())
            for each in re.finditer("\t+", line.text[start - line.start : end - line.start])
        )


def find_tabs(sketch: Sketch) -> Slip | None:
    """Return one slip for all tabs in indentation."""
    found = [line for line in sketch.lines if "\t" in line.indent and line.kind != "blank"]
    if not found:
        return None
    widths = [(line, width) for line, width in _expand(sketch) if "\t" in line.indent]
    edits = tuple(Edit(Span(line.start, line.start + len(line.indent)), " " * width) for line, width in widths)
    first = found[0].start + found[0].indent.index("\t")
    more = f", here and in {len(found) - 1} more {'line' if len(found) == 2 else 'lines'}" if len(found) > 1 else ""  # noqa: PLR2004
    help_ = "use spaces" if len(found) > 1 or not widths[0][1] else f"indent it by {widths[0][1]} spaces"
    return Slip(Span(first, first + 1), f"there is a tab in the indentation{more}", help_, edits)


def _expand(sketch: Sketch) -> Iterator[tuple[Line, int]]:
    """Yield each line that is not blank with its indentation in spaces; a tab may stand for two or four."""
    widths: dict[str, int] = {}
    above, before = None, 0
    for line in sketch.lines:
        if line.kind == "blank":
            continue
        width = line.margin
        if "\t" in line.indent:
            column = before + len(above.dashes) if above else 0
            opens = above is not None and above.kind == "entry" and (not above.plain or above.opens_block)
            if opens:
                width = widths[line.indent] = max(width, column + 2)
            elif above is not None and above.kind in {"text", "comment"} and line.kind in {"text", "comment"}:
                width = max(widths.get(line.indent, width), before)
            elif above is not None and above.kind == "entry" and line.kind == "entry":
                # Where no other line says how wide the tab is, the key belongs beside the one above it.
                width = widths.get(line.indent, column)
            else:
                width = widths.get(line.indent, width)
        yield line, width
        above, before = line, width
