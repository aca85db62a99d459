"""Decodes plain values (dicts, lists, strings) into records, and collects all faults instead of stopping at one."""

import typing
from collections import abc
from typing import Any, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefgen.model.annotations import Annotation, Shape, fields_of, shape_of, shapes_of
from briefgen.model.field_error import FieldError, Wanted, describe
from briefgen.yamltext import Path

RecordT = TypeVar("RecordT", bound=Struct)


class Fault(Struct, frozen=True):
    """A fault at a path in a file."""

    kind: Literal["unknown", "missing", "value", "key"]
    """An unknown key, a missing key, an invalid value, or an invalid key of the author's choice."""
    path: Path
    message: str = ""
    hint: str = ""
    known: tuple[str, ...] = ()
    """For an unknown key: the keys that are allowed there."""
    instead: str = ""
    """The correct value, if that is certain."""
    wanted: Wanted = ""
    """The kind of value that is expected."""
    at: Path = ()
    """The path below it at which the fault is shown."""
    annotation: Annotation = None
    """The annotation of the field; for an unknown key, the record it is in."""


def fill(kind: type[RecordT], value: object) -> tuple[RecordT | None, list[Fault]]:
    """Decode a value into a record, and return it with all faults; unknown keys alone still give a record."""
    decoder = _Decoder()
    record = decoder.fill(shape_of(kind), value, ())
    return (None if decoder.fatal else record), decoder.faults


class _Decoder:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.fatal = 0
        """The number of faults that make the record unusable."""

    def _add(self, fault: Fault) -> None:
        self.faults.append(fault)
        self.fatal += fault.kind != "unknown"

    def fill(self, shape: Shape, value: object, path: Path, fault: Literal["value", "key"] = "value") -> Any:  # noqa: ANN401 - the type depends on the annotation
        """Decode a value; after an invalid one, which is added to the faults, return a meaningless placeholder."""
        if "expand" in shape.extra and isinstance(value, str):
            value = shape.extra["expand"](value)
        try:
            return shape.extra["read"](value) if "read" in shape.extra else self._fill(shape, value, path)
        except FieldError as error:
            new_fault = Fault(fault, path, str(error), error.hint, instead=error.instead, wanted=error.wanted)
            self._add(replace(new_fault, annotation=shape.annotation, at=error.at))
            return None

    def _fill(self, shape: Shape, value: object, path: Path) -> object:
        match shape.origin:
            case typing.Union:
                return None if value is None else self.fill(shape.parts[0], value, path)
            case typing.Literal:
                return _choose(shape.arguments, value)
            case abc.Mapping:
                return self._fill_mapping(shape.parts, _group({} if value is None else value), path)
            case kind if kind is tuple:
                entries = enumerate(_list([] if value is None else value))
                return tuple(self.fill(shape.parts[0], each, (*path, index)) for index, each in entries)
            case kind:
                return self._fill_record(kind, _group(value), path)

    def _fill_mapping(self, parts: tuple[Shape, ...], group: dict[str, object], path: Path) -> dict[str, object]:
        (name, entry), filled = parts, {}
        for key, each in group.items():
            self.fill(name, key, (*path, key), "key")
            filled[key] = self.fill(entry, each, (*path, key))
        return filled

    def _fill_record(self, kind: type[Struct], group: dict[str, object], path: Path) -> Struct | None:
        fields, shapes, before = fields_of(kind), shapes_of(kind), self.fatal
        for key, field in fields.items():
            if field.required and key not in group:
                self._add(Fault("missing", (*path, key), annotation=field.type))
        filled = {}
        for key, each in group.items():
            if key in fields:
                filled[fields[key].name] = self.fill(shapes[key], each, (*path, key))
            else:
                self._add(Fault("unknown", (*path, key), known=tuple(fields), annotation=kind))
        return kind(**filled) if self.fatal == before else None


def _choose(words: tuple[str, ...], value: object) -> object:
    if value in words:
        return value
    # Imported late, because files without faults do not need it.
    from briefgen.model.choice_hints import find_choice  # noqa: PLC0415

    is_word = isinstance(value, str) and value.strip()
    shown = f"“{' '.join(str(value).split())[:60]}”" if is_word else describe(value)
    meant = find_choice(str(value), words) if is_word else ""
    *most, last = (f"`{word}`" for word in words)
    hint = f"write {', '.join(most)} or {last}"
    raise FieldError(f"is {shown}", f"did you mean `{meant}`? {hint}" if meant else hint, instead=meant)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise FieldError(f"is {describe(value)}, expected a list", wanted="list")
    return value


def _group(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise FieldError(f"is {describe(value)}, expected a group of keys", wanted="group")
    return value
