"""Inspects the type annotations of a record's fields."""

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from msgspec import Struct, structs

Annotation: TypeAlias = Any
"""The type of a field, with or without `Meta` marks."""


# Not `msgspec.inspect.type_info`, which sorts the words of a `Literal`; messages list them as declared.
@cache
def fields_of(kind: type[Struct]) -> Mapping[str, structs.FieldInfo]:
    """Return the fields of a record by their keys in files, in order."""
    return {field.encode_name: field for field in structs.fields(kind)}


class Shape(NamedTuple):
    """The components of an annotation."""

    origin: Any
    """`Union`, `Literal`, `Mapping`, `tuple`, or a class."""
    arguments: tuple[Annotation, ...]
    extra: dict[str, Any]
    """The marks' `extra` data; see `fields.py`."""


def shape_of(annotation: Annotation) -> Shape:
    """Decompose an annotation; for an optional value, the first argument of the `Union` is the value's annotation."""
    marks = getattr(annotation, "__metadata__", ())
    bare = annotation.__origin__ if marks else annotation
    origin = get_origin(bare) or bare
    extra = {key: value for mark in marks for key, value in (mark.extra or {}).items()}
    return Shape(Union if origin is UnionType else origin, get_args(bare), extra)
