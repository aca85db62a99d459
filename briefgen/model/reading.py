"""From a tree to the model, with every fault of shape at once, each at its own place."""

from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar, get_args, get_origin

from pydantic.main import BaseModel
from pydantic_core import ErrorDetails, ValidationError

from briefgen.diagnostics import Finding, Fix, Related
from briefgen.model.fields import describe
from briefgen.model.issue import Issue
from briefgen.model.nearest import nearest
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.record import Record
from briefgen.model.terms import TermsFile
from briefgen.yamltext import Document, Edit, Mapping, Path, to_plain

FaultRule = Literal["invalid-yaml", "unknown-key", "bad-field"]
FREE_PREFIX = "x-"
"""Keys that begin with it are the author's own."""
RecordT = TypeVar("RecordT", bound=Record)

_EXPECTED = {
    "string_type": "text",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "dict_type": "a group of keys",
    "mapping_type": "a group of keys",
    "tuple_type": "a list",
    "list_type": "a list",
}


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """A fault that keeps a file from being what it should be, and the rule that reports it."""

    rule: FaultRule
    finding: Finding


@dataclass(frozen=True, slots=True)
class Reading(Generic[RecordT]):
    """What a file holds, or why it holds nothing that can be used."""

    record: RecordT | None
    faults: tuple[ShapeFault, ...] = ()


def parse_issue(document: Document) -> Reading[Issue]:
    """Read an issue."""
    return _parse(document, Issue)


def parse_publication(document: Document) -> Reading[Publication]:
    """Read a publication.yaml; an empty file is all defaults."""
    if document.root is None and [fault.message for fault in document.faults] == ["the file is empty"]:
        return Reading(Publication())
    return _parse(document, Publication)


def parse_outlets(document: Document) -> Reading[OutletsFile]:
    """Read an outlets.yaml."""
    return _parse(document, OutletsFile)


def parse_terms(document: Document) -> Reading[TermsFile]:
    """Read a terms.yaml; whether the terms meet their own specs is not asked."""
    return _parse(document, TermsFile)


def _parse(document: Document, kind: type[RecordT]) -> Reading[RecordT]:
    if document.root is None:
        return Reading(None, tuple(_yaml_faults(document)))
    try:
        return Reading(kind.model_validate(to_plain(document.root, without=FREE_PREFIX)))
    except ValidationError as error:
        found = error.errors(include_url=False)
    faults = [_shape_fault(document, kind, details) for details in _without_echoes(document, kind, found)]
    return Reading(None, tuple(sorted(faults, key=lambda fault: fault.finding.span)))


def _without_echoes(document: Document, kind: type[Record], found: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out the missing key that a misspelt one was meant to be: one cause, one report."""
    meant = {
        (*details["loc"][:-1], _meant_key(document, kind, details["loc"]))
        for details in found
        if details["type"] == "extra_forbidden"
    }
    for details in found:
        if details["type"] != "missing" or details["loc"] not in meant:
            yield details


def _yaml_faults(document: Document) -> Iterator[ShapeFault]:
    for fault in document.faults:
        related = tuple(Related(span, message) for span, message in fault.related)
        yield ShapeFault(
            "invalid-yaml", Finding(span=fault.span, message=fault.message, help=fault.help, related=related)
        )


def _shape_fault(document: Document, kind: type[Record], details: ErrorDetails) -> ShapeFault:
    path = details["loc"]
    if details["type"] == "extra_forbidden":
        return ShapeFault("unknown-key", _unknown_key(document, kind, path))
    if details["type"] == "missing":
        span, name = document.nearest_span(*path[:-1]), _format_path(path)
    elif path[-1] == "[key]":
        # The fault is of a key of the author's own choice, and not of what stands under it.
        span, name = document.nearest_span(*path[:-1]), str(path[-2])
    else:
        # What is wrong with a group of keys as a whole is shown at its name.
        is_whole = details["type"] == "misfit" and isinstance(details["input"], dict)
        span = document.nearest_span(*path) if is_whole else document.value_span(*path)
        name = _format_path(path)
    message, hint = _describe_fault(details)
    return ShapeFault("bad-field", Finding(span=span, message=f"`{name}` {message}", help=hint))


def _describe_fault(details: ErrorDetails) -> tuple[str, str]:
    """Say what is wrong with a value and what to do; the message follows the name of its field."""
    context, value, key = details.get("ctx", {}), details["input"], str(details["loc"][-1])
    match details["type"]:
        case "missing":
            return "is missing", _example(key)
        case "misfit":
            return str(context["message"]), str(context["hint"])
        case "literal_error":
            shown = f"“{value}”" if isinstance(value, str) else describe(value)
            return f"is {shown}", f"write {str(context['expected']).replace(chr(39), '`')}"
        case "string_too_long" | "too_long":
            return f"is longer than {context['max_length']} characters", "shorten it"
        case kind_of_error:
            return f"is {describe(value)}, expected {_EXPECTED.get(kind_of_error, 'something else')}", _example(key)


def _unknown_key(document: Document, kind: type[Record], path: Path) -> Finding:
    span = document.nearest_span(*path)
    key, close = str(path[-1]), _meant_key(document, kind, path)
    if close is None:
        known = ", ".join(f"`{name}`" for name in _known_keys(kind, path[:-1]))
        return Finding(span=span, message=f"unknown key `{key}`", help=f"known here: {known}")
    fix = Fix(f"rename it `{close}`", (Edit(span, close),), is_safe=False)
    return Finding(span=span, message=f"unknown key `{key}`", help=f"did you mean `{close}`?", fix=fix)


def _meant_key(document: Document, kind: type[Record], path: Path) -> str | None:
    """Return the known key nearest to an unknown one, of those not yet written here if there is any."""
    parent = document.node(*path[:-1])
    written = {entry.key.value for entry in parent.entries} if isinstance(parent, Mapping) else set()
    known = _known_keys(kind, path[:-1])
    return nearest(str(path[-1]), (key for key in known if key not in written)) or nearest(str(path[-1]), known)


@cache
def _known_keys(kind: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys that the record at a path below `kind` knows."""
    annotation: object = kind
    for step in path:
        annotation = _step(annotation, step)
    model = next(_models(annotation))
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _step(annotation: object, step: str | int) -> object:
    """Return the type one key or list index below a type."""
    if get_origin(annotation) is abc.Mapping:
        return get_args(annotation)[1]
    fields = next(_models(annotation)).model_fields
    found = (field.annotation for name, field in fields.items() if step in {name, field.alias})
    return next(found, annotation)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the records that a type is made of: itself, or what its lists, mappings and unions hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)


def _format_path(path: Path) -> str:
    """Return `briefs[2].title`, counting entries of lists from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _example(key: str) -> str:
    examples = {
        "date": "write `date: 2023-05-12`",
        "number": "write `number: 133`",
        "title": "write `title: …`",
        "body": "write `body: |`, and the text below it, indented",
        "outlet": "write `outlet: Xinhua`",
        "expected": "write `expected: Taiwan Strait`",
        "feature": "write `feature:`, and below it `title:`, `author:` and `body: |`",
        "file": "write `file: images/kiel.jpg`",
        "name": "write `name: …`",
    }
    return examples.get(key, f"write `{key}: …`")
