"""Fills a record from plain values, and collects every fault of shape on the way."""

from collections.abc import Iterator
from typing import Any

from briefgen.model.record import Record
from briefgen.model.shapes import (
    Choice,
    Fault,
    Group,
    ListOf,
    MappingOf,
    Misfit,
    Optional,
    Scalar,
    Shape,
    Short,
    describe,
    fields_of,
)
from briefgen.yamltext import Path


def fill(shape: Shape, value: object, path: Path, faults: list[Fault]) -> Any:  # noqa: ANN401 - as many types as shapes
    """Return what a value stands for, or something of no use after adding to `faults`."""
    filled: object = None
    match shape:
        case Scalar(parse=parse):
            try:
                filled = parse(value)
            except Misfit as misfit:
                faults.append(Fault("misfit", path, str(misfit), misfit.hint))
        case Optional(inner):
            filled = None if value is None else fill(inner, value, path, faults)
        case Short(inner, form):
            filled = fill(inner, form.expand(value), path, faults)
        case Choice(words):
            filled = _choose(words, value, path, faults)
        case _:
            filled = _fill_many(shape, value, path, faults)
    return filled


def _fill_many(shape: ListOf | MappingOf | Group, value: object, path: Path, faults: list[Fault]) -> object:
    match shape, value:
        case ListOf(entry), list():
            return tuple(fill(entry, each, (*path, index), faults) for index, each in enumerate(value))
        case MappingOf(), dict():
            return dict(_entries(shape, value, path, faults))
        case Group(kind), dict():
            return _fill_record(kind, value, path, faults)
        case ((ListOf() | MappingOf()), None):
            return () if isinstance(shape, ListOf) else {}
        case _:
            expected = "a list" if isinstance(shape, ListOf) else "a group of keys"
            faults.append(Fault("misfit", path, f"is {describe(value)}, expected {expected}"))
            return None


def _entries(
    shape: MappingOf, value: dict[str, object], path: Path, faults: list[Fault]
) -> Iterator[tuple[object, object]]:
    for key, each in value.items():
        try:
            shape.key.parse(key)
        except Misfit as misfit:
            faults.append(Fault("key", (*path, key), str(misfit), misfit.hint))
        yield key, fill(shape.value, each, (*path, key), faults)


def _fill_record(kind: type[Record], value: dict[str, object], path: Path, faults: list[Fault]) -> Record | None:
    fields, before = fields_of(kind), len(faults)
    faults += [
        Fault("missing", (*path, key)) for key, field in fields.items() if field.is_required and key not in value
    ]
    values = {}
    for key, each in value.items():
        field = fields.get(key)
        if field is None:
            faults.append(Fault("unknown", (*path, key)))
        else:
            values[field.name] = fill(field.shape, each, (*path, key), faults)
    if len(faults) > before:
        return None
    record = kind(**values)
    try:
        record.check()
    except Misfit as misfit:
        faults.append(Fault("misfit", path, str(misfit), misfit.hint))
    return record


def _choose(words: tuple[str, ...], value: object, path: Path, faults: list[Fault]) -> object:
    if value in words:
        return value
    shown = f"“{value}”" if isinstance(value, str) else describe(value)
    *most, last = (f"`{word}`" for word in words)
    faults.append(Fault("misfit", path, f"is {shown}", f"write {', '.join(most)} or {last}"))
    return None
