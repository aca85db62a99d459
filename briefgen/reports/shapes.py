"""The shape of the JSON report, version 1: what `machine.py` writes, and the JSON Schema that says so.

Programs rely on it. A key may be added; whoever removes one, or changes what it means, raises the version.
"""

from types import NoneType, UnionType
from typing import Annotated, Literal, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

VERSION: Literal[1] = 1


class PlaceShape(TypedDict):
    """A place in a file; lines and columns count from 1 in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class EditShape(PlaceShape):
    """A part of the file that a fix replaces."""

    text: Annotated[str, "What stands there afterwards."]


class FixShape(TypedDict):
    """What would mend a diagnostic: all of its edits, or none."""

    safe: Annotated[bool, "Whether `--fix` makes it; otherwise `--unsafe-fixes` does."]
    title: str
    edits: list[EditShape]


class RelatedShape(PlaceShape):
    """Another place that belongs to a diagnostic, perhaps in another file."""

    path: str
    message: str


class DiagnosticShape(PlaceShape):
    """What one rule says of one place."""

    code: Annotated[str, "Of the rule: `C104`."]
    name: Annotated[str, "Of the rule: `unused-source`."]
    severity: Literal["error", "warning", "note"]
    path: Annotated[str, "From the folder in which briefgen ran."]
    message: Annotated[str, "The fact, with the author’s words quoted."]
    help: Annotated[str, "One thing to do; may be empty."]
    related: list[RelatedShape]
    fix: FixShape | None


class SummaryShape(TypedDict):
    """How much was found, and in how much."""

    errors: int
    warnings: int
    notes: int
    issues: int
    citations: int
    sources: int


class ReportShape(TypedDict):
    """What `briefgen validate --output-format json` prints."""

    version: Annotated[Literal[1], "Of this form."]
    diagnostics: list[DiagnosticShape]
    summary: SummaryShape


def make_report_schema() -> dict[str, object]:
    """Return the JSON Schema of the report."""
    groups: dict[str, object] = {}
    whole = _object(ReportShape, groups)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen report"}
    return {**head, **whole, "$defs": dict(sorted(groups.items()))}


def _object(shape: type, groups: dict[str, object]) -> dict[str, object]:
    hints = get_type_hints(shape, include_extras=True)
    properties = {key: _value(kind, groups) for key, kind in hints.items()}
    return {"type": "object", "description": shape.__doc__, "properties": properties, "required": list(hints)}


def _value(kind: object, groups: dict[str, object]) -> dict[str, object]:
    """Return what may stand for a key; groups of keys are described once and named."""
    arguments = get_args(kind)
    if get_origin(kind) is Annotated:
        return {**_value(arguments[0], groups), "description": arguments[1]}
    if get_origin(kind) is Literal:
        return {"enum": list(arguments)}
    if get_origin(kind) is list:
        return {"type": "array", "items": _value(arguments[0], groups)}
    if get_origin(kind) is UnionType:
        return {"anyOf": [_value(each, groups) for each in arguments]}
    if isinstance(kind, type) and is_typeddict(kind):
        name = kind.__name__.removesuffix("Shape").lower()
        groups[name] = _object(kind, groups)
        return {"$ref": f"#/$defs/{name}"}
    return dict(_PLAIN[kind])


_PLAIN: dict[object, dict[str, object]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    str: {"type": "string"},
    NoneType: {"type": "null"},
}
