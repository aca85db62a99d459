"""Turns faults of the decoder into findings: where they are shown, the message, and what to write instead."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix
from briefgen.expressions import expression
from briefgen.model.annotations import Annotation, fields_of
from briefgen.model.decode import Fault
from briefgen.model.examples import advise, example_of, undash
from briefgen.model.misplaced_keys import report_outer_key
from briefgen.model.shape_finding import ShapeFinding
from briefgen.yamltext import Document, Edit, Mapping, Path, Scalar, Span
from briefgen.yamltext import Sequence as List

_TIGHT_KEY = expression(r"(?m)^[ \t]*(?P<key>[A-Za-z_][\w-]*):(?=[^\s/])")
_NO_KEY = expression(r"[^A-Za-z0-9_.:/+-]+")
MAX_KEY = 64
_COMMENT = expression(r":[ \t]+(?P<comment>#\S.*?)[ \t]*$", re.MULTILINE)


def describe_fault(document: Document, fault: Fault) -> ShapeFinding:
    """Return the finding for a missing key or an invalid value."""
    path, subject = fault.path, f"`{name}`" if (name := _format_path(fault.path)) else "the file"
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    match fault.kind:
        case "missing":
            hidden = _find_commented_key(document, path)
            if hidden is not None:
                return ShapeFinding("bad-field", hidden)
            span, message, hint = document.nearest_span(*path[:-1]), "is missing", example_of(key, fault.annotation)
        case "key":
            # The key itself, chosen by the author, is invalid; not the value under it.
            span = document.nearest_span(*path)
            subject, message, hint = _describe_key(str(path[-1]), fault)
        case _:
            found = _find_slip(document, fault)
            if found is not None:
                return ShapeFinding("bad-field", found)
            span, message, hint = _place(document, fault), fault.message, fault.hint or _advise(document, fault)
    fix = _fix(document, fault)
    finding = Finding(span=span, message=f"{subject} {message}", help=hint, fix=fix)
    return ShapeFinding("bad-field", finding, path if fault.kind == "missing" else ())


def without_repeats(document: Document, faults: Sequence[Fault]) -> Iterator[Fault]:
    """Drop faults that repeat another: keys that are indented like the empty key they belong to."""
    empty = {
        fault.path[:-1]
        for fault in faults
        if fault.wanted == "group" and isinstance(node := document.node(*fault.path), Scalar) and node.is_null
    }
    for fault in faults:
        is_repeat = (
            fault.path[:-1] in empty
            and fault.wanted == "group"
            and _is_record(fault.annotation)
            and fault.path[-1] in fields_of(fault.annotation)
        )
        if not is_repeat:
            yield fault


def _describe_key(key: str, fault: Fault) -> tuple[str, str, str]:
    """Return subject, message and help for an invalid key of the author's choice."""
    latin = unicodedata.normalize("NFKD", re.sub("['’]", "", key)).encode("ascii", "ignore").decode()
    meant = _NO_KEY.sub("-", latin).strip("-")
    if fault.path[0] != "sources" or len(key) > MAX_KEY or not meant:
        return f"`{key}`", fault.message, fault.hint
    expected = fault.message.rpartition("expected ")[2]
    bad = _NO_KEY.search(key)
    shown = "a space" if bad is None or bad.group()[0].isspace() else f"“{bad.group()[0]}”"
    return (
        f"the key `{key}`",
        f"contains {shown}, expected {expected}",
        f"write `{meant}`, here and where it is cited",
    )


def _place(document: Document, fault: Fault) -> Span:
    """Return where to show an invalid value; for a group that should be a list, its first key, which lacks the dash."""
    node = document.node(*fault.path)
    if fault.at:
        return document.nearest_span(*fault.path, *fault.at)
    if isinstance(node, Mapping) and node.entries and fault.wanted == "list":
        return node.entries[0].key.span
    # A fault of a whole group of keys is shown at its name, unless it is text in brackets.
    if isinstance(node, Mapping) and not (fault.wanted == "text" and node.span.of(document.text)[:1] == "{"):
        return document.nearest_span(*fault.path)
    return document.value_span(*fault.path)


def _advise(document: Document, fault: Fault) -> str:
    path = fault.path
    key = str(path[-1]) if path and isinstance(path[-1], str) else ""
    if fault.wanted:
        return advise(document, key, fault.wanted, document.node(*path), fault.annotation)
    return example_of(key, fault.annotation) if key else ""


def _find_slip(document: Document, fault: Fault) -> Finding | None:
    """Return a more specific finding if the value has the wrong kind because of a slip in YAML syntax."""
    node = document.node(*fault.path)
    if not isinstance(node, Scalar) or not fault.wanted:
        return None
    if fault.wanted == "group" and node.style in {"plain", "single", "double"} and not node.is_null:
        outer = report_outer_key(document, fault)
        if outer is not None or node.style != "plain":
            return outer
        return _find_tight_keys(document, fault.path, node)
    return _find_comment(document, fault.path) if node.is_null else None


def _find_tight_keys(document: Document, path: Path, node: Scalar) -> Finding | None:
    """Recognize keys without a space after the colon, which YAML reads as one text."""
    start, words = node.span.start, node.span.of(document.text)
    found = list(_TIGHT_KEY.finditer(words))
    if not found or found[0].start("key"):
        return None
    edits = tuple(Edit(Span(start + each.end(), start + each.end()), " ") for each in found)
    keys = ", ".join(f"`{each['key']}`" for each in found)
    fix = Fix("put a space after the colon", edits, is_safe=True)
    message = f"`{_format_path(path)}` has no space after the colon of {keys}"
    place = Span(start, start + found[0].end())
    return Finding(span=place, message=message, help=f"write `{found[0]['key']}: …`", fix=fix)


def _find_comment(document: Document, path: Path) -> Finding | None:
    """Recognize a value such as `#1`, which YAML takes for a comment, so that the value is empty."""
    key = document.nearest_span(*path)
    line = Span(key.start, key.start + len(document.text[key.start :].partition("\n")[0]))
    found = _COMMENT.search(document.text, key.end, line.end)
    if found is None:
        return None
    words = found["comment"]
    place = Span(found.start("comment"), found.end("comment"))
    is_number = path[-1] == "number" and words[1:].isdigit()
    written = words[1:] if is_number else f'"{words}"'
    fix = Fix("take it for text", (Edit(place, written),), is_safe=True) if '"' not in words else None
    message = f"`{_format_path(path)}` is empty, because `#` begins a comment"
    help_ = f"write `{path[-1]}: {written}`" if is_number else f"quote it: `{path[-1]}: {written}`"
    return Finding(span=place, message=message, help=help_, fix=fix)


def _find_commented_key(document: Document, path: Path) -> Finding | None:
    """Recognize a missing key whose line begins with `#`, as far right as the keys around it."""
    parent, text = document.node(*path[:-1]), document.text
    if not isinstance(parent, Mapping) or not parent.entries:
        return None
    column = document.lines.position(parent.entries[0].key.span.start).column
    # Comments before and after the keys of a group are not part of it.
    start = text.rfind("\n", 0, parent.span.start) + 1
    before = re.compile(r"(?m)(?:^[ \t]*#[^\n]*\n)*\Z").search(text, max(0, start - 500), start)
    after = re.compile(r"[^\n]*(?:\n[ \t]*(?:#[^\n]*)?(?=\n|\Z))*").match(text, parent.span.end)
    begin, end = before.start() if before else start, after.end() if after else parent.span.end
    for found in re.compile(rf"(?m)^[ \t]*(?P<sign>#+)[ \t]*(?:- )?(?P<key>{path[-1]})[ \t]*:").finditer(
        text, begin, end
    ):
        sign, key = (document.lines.position(found.start(name)).column for name in ("sign", "key"))
        if sign == column or column <= key <= column + 2:
            message = f"`{_format_path(path)}` is missing: `#` makes a comment of its line"
            return Finding(span=Span(found.start("sign"), found.end()), message=message, help="delete the `#`")
    return None


def _fix(document: Document, fault: Fault) -> Fix | None:
    """Return a fix if the intended value is certain."""
    node = document.node(*fault.path)
    if fault.wanted == "group" and fault.path and isinstance(node, List):
        edits = undash(document, node, fault.annotation)
        return Fix("replace it with two spaces", edits, is_safe=True) if edits else None
    if fault.instead and isinstance(node, Scalar):
        return Fix(f"write `{fault.instead}`", (Edit(node.span, fault.instead),), is_safe=False)
    return None


def _is_record(annotation: Annotation) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Struct)


def _format_path(path: Path) -> str:
    """Format a path as `briefs[2].title`, with list entries counted from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
