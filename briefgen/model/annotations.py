"""Inspects the type annotations of a record's fields."""

from collections.abc import Mapping
from functools import cache, cached_property
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from msgspec import Struct, structs

Annotation: TypeAlias = Any
"""The type of a field, with or without `Meta` marks."""


# Not `msgspec.inspect.type_info`, which sorts the words of a `Literal`; messages list them as declared.
@cache
def fields_of(kind: type[Struct]) -> Mapping[str, structs.FieldInfo]:
    """Return the fields of a record by their keys in files, in order."""
    return {field.encode_name: field for field in structs.fields(kind)}


class Shape(Struct, frozen=True, dict=True):
    """The components of an annotation."""

    annotation: Annotation
    origin: Any
    """`Union`, `Literal`, `Mapping`, `tuple`, or a class."""
    arguments: tuple[Annotation, ...]
    extra: dict[str, Any]
    """The marks' `extra` data; see `fields.py`."""

    @cached_property
    def parts(self) -> "tuple[Shape, ...]":
        """The shapes of the arguments, which must be annotations; those of a `Literal` are words."""
        return tuple(map(shape_of, self.arguments))


@cache
def shapes_of(kind: type[Struct]) -> Mapping[str, Shape]:
    """Return the shapes of a record's fields by their keys in files, in order."""
    return {key: shape_of(field.type) for key, field in fields_of(kind).items()}


def shape_of(annotation: Annotation) -> Shape:
    """Decompose an annotation; for an optional value, the first argument of the `Union` is the value's annotation."""
    marks = getattr(annotation, "__metadata__", ())
    bare = annotation.__origin__ if marks else annotation
    origin = get_origin(bare) or bare
    extra = {key: value for mark in marks for key, value in (mark.extra or {}).items()}
    return Shape(annotation, Union if origin is UnionType else origin, get_args(bare), extra)
