"""Known parts of an issue at a wrong indent: a bio beside its author, a source inside another, a key of one outside."""

import re

from briefgen.diagnostics import Finding, Fix
from briefgen.model.annotations import fields_of
from briefgen.model.decode import Fault
from briefgen.yamltext import Document, Edit, Mapping, Scalar, Span

# Values that can stand on the line of their key.
_ON_LINE = frozenset({"plain", "single", "double"})


def report_beside_author(document: Document, fault: Fault) -> Finding | None:
    """Return the finding for `bio:` beside an author who is a name alone: the name needs a key of its own."""
    record = getattr(fault.annotation, "__name__", "")
    parent, bio = document.node(*fault.path[:-1]), document.node(*fault.path)
    name = document.node(*fault.path[:-1], "author")
    if fault.path[-1] != "bio" or record not in {"Feature", "Brief"} or not isinstance(parent, Mapping):
        return None
    if not isinstance(name, Scalar) or name.is_null or not isinstance(bio, Scalar):
        return None
    span = document.nearest_span(*fault.path)
    margin, start = _margin_at(document, span.start)
    between = document.text[name.span.end : span.start]
    is_next = between.count("\n") == 1 and not between.strip()
    is_short = name.style in _ON_LINE and bio.style in _ON_LINE and "\n" not in bio.span.of(document.text)
    gap = document.text.rindex(":", 0, name.span.start) + 1
    edits = (Edit(Span(gap, name.span.start), f"\n{' ' * (margin + 2)}name: "), Edit(Span(start, start), "  "))
    fix = Fix("put both below `author:`", edits, is_safe=False) if is_next and is_short else None
    help_ = f"write `author: {{name: {name.value.strip()}, bio: …}}`"
    return Finding(span=span, message=f"unknown key `{fault.path[-1]}`", help=help_, fix=fix)


def report_inner_source(document: Document, fault: Fault) -> Finding | None:
    """Return the finding for a source that is indented into the source above it."""
    node = document.node(*fault.path)
    keys = {entry.key.value for entry in node.entries} if isinstance(node, Mapping) else set()
    outer = document.key_span(*fault.path[:-1])
    if (
        getattr(fault.annotation, "__name__", "") != "Source"
        or not keys & {"outlet", "url"}
        or node is None
        or outer is None
    ):
        return None
    span = document.nearest_span(*fault.path)
    (margin, start), (target, _) = _margin_at(document, span.start), _margin_at(document, outer.start)
    by = margin - target
    if by <= 0 or document.text[start : span.start].strip():
        return None
    block = document.text[start : node.span.end]
    starts = [start, *(start + each.end() for each in re.finditer(r"\n(?=[^\S\n]*\S)", block))]
    edits = tuple(Edit(Span(each, each + by), "") for each in starts)
    key, above = str(fault.path[-1]), str(fault.path[-2])
    spaces = "1 space" if by == 1 else f"{by} spaces"
    return Finding(
        span=span,
        message=f"unknown key `{key}`",
        help=f"it is a source: move `{key}:` and what is below it {spaces} left, in line with `{above}:`",
        fix=Fix(f"move it {spaces} left", edits, is_safe=False),
    )


def report_outer_key(document: Document, fault: Fault) -> Finding | None:
    """Return the finding for a key of a source that is as far left as the source above it, to which it belongs."""
    record, key = fault.annotation, str(fault.path[-1])
    parent, node = document.node(*fault.path[:-1]), document.node(*fault.path)
    if getattr(record, "__name__", "") != "Source" or key not in fields_of(record) or not isinstance(parent, Mapping):
        return None
    place = next((number for number, entry in enumerate(parent.entries) if entry.value is node), 0)
    above = parent.entries[place - 1]
    if not place or not isinstance(above.value, Mapping) or not above.value.entries:
        return None
    if key in {entry.key.value for entry in above.value.entries}:
        return None
    span = document.nearest_span(*fault.path)
    (margin, start), (target, _) = (
        _margin_at(document, each.start) for each in (span, above.value.entries[0].key.span)
    )
    if target <= margin:
        return None
    fix = Fix("indent it", (Edit(Span(start, start), " " * (target - margin)),), is_safe=False)
    message = f"`{key}` is as far left as `{above.key.value}`, to which it belongs"
    return Finding(span=span, message=message, help=f"indent it by {target} spaces", fix=fix)


def _margin_at(document: Document, place: int) -> tuple[int, int]:
    """Return the indent of the line of a place, and where that line starts."""
    start = document.text.rfind("\n", 0, place) + 1
    line = document.text[start:place]
    return len(line) - len(line.lstrip(" ")), start
