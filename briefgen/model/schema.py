"""JSON Schemas of the four files people write, for their editors."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from briefgen.model.issue import Feature, Issue
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.record import Record
from briefgen.model.shapes import (
    Choice,
    Field,
    JsonSchema,
    ListOf,
    MappingOf,
    Optional,
    Scalar,
    Shape,
    Short,
    fields_of,
)
from briefgen.model.terms import TermsFile

SchemaName = Literal["issue", "publication", "outlets", "terms"]
SCHEMAS: dict[SchemaName, type[Record]] = {
    "issue": Issue,
    "publication": Publication,
    "outlets": OutletsFile,
    "terms": TermsFile,
}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FREE: JsonSchema = {"^x-": {}}
# What `check` asks of a record as a whole.
_TOGETHER: dict[type[Record], JsonSchema] = {Feature: {"oneOf": [{"required": ["author"]}, {"required": ["authors"]}]}}


def make_schema(name: SchemaName) -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of a file; keys that begin with `x-` are free in it too."""
    parts: dict[type[Record], JsonSchema] = {}
    whole = _describe_record(SCHEMAS[name], parts)
    definitions = {kind.__name__: parts[kind] for kind in sorted(parts, key=lambda kind: kind.__name__)}
    return {"$schema": _DIALECT, "title": f"briefgen {name}", **whole, "$defs": definitions}


def _describe_record(kind: type[Record], parts: dict[type[Record], JsonSchema]) -> JsonSchema:
    """Describe a record, and collect in `parts` those that it holds."""
    words = dict(_docstrings(kind))
    fields = fields_of(kind)
    described = {key: _describe_field(kind, field, parts, words=words.get(field.name)) for key, field in fields.items()}
    schema = {
        "type": "object",
        "description": _first_line(kind),
        "properties": described,
        "patternProperties": _FREE,
        "additionalProperties": False,
        "required": [key for key, field in fields.items() if field.is_required],
        **_TOGETHER.get(kind, {}),
    }
    return {key: value for key, value in schema.items() if key != "required" or value}


def _describe_field(
    kind: type[Record], field: Field, parts: dict[type[Record], JsonSchema], *, words: str | None
) -> JsonSchema:
    schema = dict(_describe(field.shape, parts))
    if words is not None:
        schema["description"] = words
    default = kind._field_defaults.get(field.name)
    if isinstance(default, str | bool):
        schema["default"] = default
    elif isinstance(default, tuple) and default:
        schema["default"] = list(default)
    return schema


def _describe(shape: Shape, parts: dict[type[Record], JsonSchema]) -> JsonSchema:
    match shape:
        case Scalar(schema=schema):
            described = schema
        case Choice(words):
            described = {"enum": list(words)}
        case Optional(inner):
            described = _either(_describe(inner, parts), "null")
        case Short(inner, form):
            described = _either(_describe(inner, parts), form.type)
        case ListOf(entry):
            described = _either({"type": "array", "items": _describe(entry, parts)}, "null")
        case MappingOf(key, value):
            names, values = {"pattern": key.schema["pattern"]}, _describe(value, parts)
            described = _either({"type": "object", "propertyNames": names, "additionalProperties": values}, "null")
        case _:
            described = _refer(shape.kind, parts)
    return described


def _refer(kind: type[Record], parts: dict[type[Record], JsonSchema]) -> JsonSchema:
    if kind not in parts:
        parts[kind] = {}
        parts[kind] |= _describe_record(kind, parts)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _either(schema: JsonSchema, other: str) -> JsonSchema:
    """Allow a value of another JSON type too."""
    options = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*options, {"type": other}]}


def _first_line(kind: type[Record]) -> str:
    return (kind.__doc__ or "").split("\n\n")[0]


def _docstrings(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record and of its parents with the texts that stand below them."""
    # Every command loads this module, and few make a schema.
    import ast  # noqa: PLC0415
    from inspect import getsource  # noqa: PLC0415
    from textwrap import dedent  # noqa: PLC0415

    for parent in reversed(kind.__mro__):
        if issubclass(parent, Record) and parent is not Record:
            [definition] = ast.parse(dedent(getsource(parent))).body
            for before, after in pairwise(getattr(definition, "body", ())):
                match before, after:
                    case ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(words))):
                        yield field, " ".join(words.split())
                    case _:
                        pass
