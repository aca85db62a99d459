"""JSON Schemas of the four kinds of files that people write, for use in their editors."""

import typing
from collections import abc
from typing import Any, Literal, TypeAlias

from msgspec import Struct, structs

from briefgen.model.annotations import Annotation, Shape, fields_of, shape_of
from briefgen.model.issue import Feature, Issue
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.terms import TermsFile

JsonSchema: TypeAlias = dict[str, Any]
SchemaName = Literal["issue", "publication", "outlets", "terms"]
SCHEMAS: dict[SchemaName, type[Struct]] = {
    "issue": Issue,
    "publication": Publication,
    "outlets": OutletsFile,
    "terms": TermsFile,
}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FREE: JsonSchema = {"^x-": {}}
# Constraints across several fields of a record.
_TOGETHER: dict[type[Struct], JsonSchema] = {Feature: {"oneOf": [{"required": ["author"]}, {"required": ["authors"]}]}}


def make_schema(name: SchemaName) -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of a kind of file; keys that start with `x-` are allowed."""
    parts: dict[str, JsonSchema] = {}
    record_schema = _describe_record(SCHEMAS[name], parts)
    return {"$schema": _DIALECT, "title": f"briefgen {name}", **record_schema, "$defs": dict(sorted(parts.items()))}


def _describe_record(kind: type[Struct], parts: dict[str, JsonSchema]) -> JsonSchema:
    """Return the schema of a record; schemas of nested records are added to `parts`."""
    fields = fields_of(kind)
    schema = {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n\n")[0],
        "properties": {key: _describe_field(field, parts) for key, field in fields.items()},
        "patternProperties": _FREE,
        "additionalProperties": False,
        "required": [key for key, field in fields.items() if field.required],
        **_TOGETHER.get(kind, {}),
    }
    return {key: value for key, value in schema.items() if key != "required" or value}


def _describe_field(field: structs.FieldInfo, parts: dict[str, JsonSchema]) -> JsonSchema:
    schema = _describe(field.type, parts)
    match field.default:
        case str() | bool():
            schema["default"] = field.default
        case tuple() if field.default:
            schema["default"] = list(field.default)
    return schema


def _describe(annotation: Annotation, parts: dict[str, JsonSchema]) -> JsonSchema:
    shape, marks = shape_of(annotation), getattr(annotation, "__metadata__", ())
    words = [mark.description for mark in marks if mark.description]
    described: JsonSchema = {"description": words[-1]} if words else {}
    if "read" not in shape.extra:
        described |= _describe_shape(shape, parts)
    for mark in marks:
        described |= mark.extra_json_schema or {}
    return _or(described, "string") if "expand" in shape.extra else described


def _describe_shape(shape: Shape, parts: dict[str, JsonSchema]) -> JsonSchema:
    match shape.origin:
        case typing.Union:
            return _or(_describe(shape.arguments[0], parts), "null")
        case typing.Literal:
            return {"enum": list(shape.arguments)}
        case abc.Mapping:
            name, entry = (_describe(argument, parts) for argument in shape.arguments)
            return {"type": ["object", "null"], "propertyNames": name, "additionalProperties": entry}
        case kind if kind is tuple:
            return {"type": ["array", "null"], "items": _describe(shape.arguments[0], parts)}
        case kind:
            name = kind.__name__
            if name not in parts:
                parts[name] = {}
                parts[name] |= _describe_record(kind, parts)
            return {"$ref": f"#/$defs/{name}"}


def _or(schema: JsonSchema, other: str) -> JsonSchema:
    """Return a schema that also allows another JSON type."""
    match schema:
        case {"type": list(kinds)}:
            return {**schema, "type": [*kinds, other]}
        case {"type": kind}:
            return {**schema, "type": [kind, other]}
        case {"anyOf": options}:
            return {**schema, "anyOf": [*options, {"type": other}]}
        case _:
            return {"anyOf": [schema, {"type": other}]}
