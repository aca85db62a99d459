"""What the annotation of a field says about the file: which shape is written there, and how it is read."""

from collections import abc
from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from briefgen.model.record import Record
from briefgen.yamltext import Path

JsonSchema: TypeAlias = dict[str, Any]


class Misfit(ValueError):
    """A value that does not fit; the message follows the name of the field, the hint proposes one action."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Scalar:
    """A single value: how it is read from what YAML gives, and how a JSON Schema describes it."""

    __match_args__ = ("parse", "schema")

    def __init__(self, parse: Callable[[object], object], schema: JsonSchema) -> None:
        self.parse = parse
        self.schema = schema


class Choice(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]


class Optional(NamedTuple):
    """A value, or nothing after the colon."""

    shape: "Shape"


class ListOf(NamedTuple):
    """A list; nothing is an empty one."""

    entry: "Shape"


class MappingOf(NamedTuple):
    """Keys of the author's own choice; nothing is an empty mapping."""

    key: Scalar
    value: "Shape"


class Group(NamedTuple):
    """The keys of a record."""

    kind: type[Record]


class Short(NamedTuple):
    """A shape with a short form beside it: a name for a person."""

    shape: "Shape"
    form: "ShortForm"


class ShortForm(NamedTuple):
    """The mark of an annotation with a short form: its JSON type, and how it is written out."""

    type: str
    expand: Callable[[object], object]


class Key(NamedTuple):
    """The mark of a field that Python could not name as files do: `from`."""

    name: str


Shape: TypeAlias = Scalar | Choice | Optional | ListOf | MappingOf | Group | Short


class Field(NamedTuple):
    """A field as files write it."""

    name: str
    shape: Shape
    is_required: bool


class Fault(NamedTuple):
    """What is wrong at a path of a file."""

    kind: Literal["unknown", "missing", "misfit", "key"]
    """A key nobody knows; none where one must be; a value, or a key of the author's choice, that does not fit."""
    path: Path
    message: str = ""
    hint: str = ""


_known: dict[type[Record], Mapping[str, Field]] = {}


def fields_of(kind: type[Record]) -> Mapping[str, Field]:
    """Return the fields of a record by the keys that files write, in order."""
    if kind not in _known:
        _known[kind] = {_key(name, annotation): _field(kind, name) for name, annotation in kind._fields.items()}
    return _known[kind]


def _key(name: str, annotation: object) -> str:
    return next((mark.name for mark in get_args(annotation)[1:] if isinstance(mark, Key)), name)


def _field(kind: type[Record], name: str) -> Field:
    return Field(name, shape_of(kind._fields[name]), is_required=name not in kind._field_defaults)


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 - an annotation is any object
    """Return the shape that an annotation of a record stands for.

    Raises:
        TypeError: the annotation says nothing about files.
    """
    arguments = get_args(annotation)
    match get_origin(annotation):
        case None if isinstance(annotation, type) and issubclass(annotation, Record):
            return Group(annotation)
        case origin if origin is Annotated:
            return _marked(*arguments)
        case origin if origin is Literal:
            return Choice(arguments)
        case origin if origin in {Union, UnionType}:
            [inner] = (part for part in arguments if part is not type(None))
            return Optional(shape_of(inner))
        case origin if origin is tuple:
            return ListOf(shape_of(arguments[0]))
        case origin if origin is abc.Mapping:
            key = shape_of(arguments[0])
            if isinstance(key, Scalar):
                return MappingOf(key, shape_of(arguments[1]))
    message = f"no shape for {annotation}"
    raise TypeError(message)


def _marked(inner: object, *marks: object) -> Shape:
    for mark in marks:
        match mark:
            case Scalar():
                return mark
            case ShortForm():
                return Short(shape_of(inner), mark)
    return shape_of(inner)


def describe(value: object) -> str:
    """Say what kind of thing a value is, as the author would."""
    match value:
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case str() if value.strip():
            return "text"
        case _:
            return "empty"
