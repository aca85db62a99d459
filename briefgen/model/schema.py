"""JSON Schemas of the four files people write, for their editors."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Literal

from pydantic.json_schema import GenerateJsonSchema

from briefgen.model.issue import Issue
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.record import Record
from briefgen.model.terms import TermsFile

SchemaName = Literal["issue", "publication", "outlets", "terms"]
SCHEMAS: dict[SchemaName, type[Record]] = {
    "issue": Issue,
    "publication": Publication,
    "outlets": OutletsFile,
    "terms": TermsFile,
}


def make_schema(name: SchemaName) -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a file; keys that begin with `x-` are free in it too."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, mode="validation")
    free: dict[str, object] = {"^x-": {}}
    kinds = {kind.__name__: kind for kind in _records(Record)}
    for title, part in ((SCHEMAS[name].__name__, schema), *schema.get("$defs", {}).items()):
        if part.get("type") == "object" and "properties" in part:
            part["patternProperties"] = free
            _describe(part["properties"], kinds[title])
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"briefgen {name}"}
    return {**head, **{key: value for key, value in schema.items() if key not in head}}


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    for child in kind.__subclasses__():
        yield child
        yield from _records(child)


def _describe(properties: dict[str, dict[str, object]], kind: type[Record]) -> None:
    """Put the docstrings of a record's fields into its schema.

    pydantic can do so too, but would parse the source of every record whenever briefgen starts (20 ms).
    """
    for parent in reversed(kind.__mro__):
        if issubclass(parent, Record) and parent is not Record:
            for field, words in _docstrings(parent):
                alias = kind.model_fields[field].alias or field
                properties[alias].setdefault("description", words)


def _docstrings(kind: type[Record]) -> Iterator[tuple[str, str]]:
    [definition] = ast.parse(dedent(inspect.getsource(kind))).body
    for before, after in pairwise(getattr(definition, "body", ())):
        match before, after:
            case ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(words))):
                yield field, " ".join(words.split())
            case _:
                pass
