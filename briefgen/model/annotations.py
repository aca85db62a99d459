"""What the annotations of a record's fields say."""

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from msgspec import Struct, structs

Annotation: TypeAlias = Any
"""The type of a field, with or without marks."""


# `msgspec.inspect.type_info` would sort the words of a `Literal`; messages list them as they are declared.
@cache
def fields_of(kind: type[Struct]) -> Mapping[str, structs.FieldInfo]:
    """Return the fields of a record by the keys that files write, in order."""
    return {field.encode_name: field for field in structs.fields(kind)}


class Shape(NamedTuple):
    """An annotation taken apart."""

    origin: Any
    """`Union`, `Literal`, `Mapping`, `tuple`, or a class."""
    arguments: tuple[Annotation, ...]
    extra: dict[str, Any]
    """What the marks say to briefgen: see `fields.py`."""


def shape_of(annotation: Annotation) -> Shape:
    """Take an annotation apart; a value or nothing is a `Union`, and its first argument the value's own annotation."""
    marks = getattr(annotation, "__metadata__", ())
    bare = annotation.__origin__ if marks else annotation
    origin = get_origin(bare) or bare
    extra = {key: value for mark in marks for key, value in (mark.extra or {}).items()}
    return Shape(Union if origin is UnionType else origin, get_args(bare), extra)
