"""JSON Schemas of the three files people write, for their editors."""

from typing import Literal

from pydantic.json_schema import GenerateJsonSchema

from briefgen.model.issue import Issue
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.record import Record

SchemaName = Literal["issue", "publication", "outlets"]
SCHEMAS: dict[SchemaName, type[Record]] = {"issue": Issue, "publication": Publication, "outlets": OutletsFile}


def make_schema(name: SchemaName) -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a file; keys that begin with `x-` are free in it too."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, mode="validation")
    free: dict[str, object] = {"^x-": {}}
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object" and "properties" in part:
            part["patternProperties"] = free
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"briefgen {name}"}
    return {**head, **{key: value for key, value in schema.items() if key not in head}}
