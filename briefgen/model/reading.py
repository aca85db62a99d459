"""From a tree to the model, with every fault of shape at once, each at its own place."""

from collections.abc import Iterator
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix, Related
from briefgen.model.filling import Fault, fill
from briefgen.model.issue import Issue
from briefgen.model.nearest import nearest
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.terms import TermsFile
from briefgen.yamltext import Document, Edit, Mapping, Path, to_plain

FaultRule = Literal["invalid-yaml", "unknown-key", "bad-field"]
FREE_PREFIX = "x-"
"""Keys that begin with it are the author's own."""
RecordT = TypeVar("RecordT", bound=Struct)


class ShapeFault(Struct, frozen=True):
    """A fault that keeps a file from being what it should be, and the rule that reports it."""

    rule: FaultRule
    finding: Finding


class Reading(Struct, Generic[RecordT], frozen=True):
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
    record, faults = fill(kind, to_plain(document.root, without=FREE_PREFIX))
    shown = (_shape_fault(document, fault) for fault in _without_echoes(document, faults))
    return Reading(record, tuple(sorted(shown, key=lambda fault: fault.finding.span)))


def _without_echoes(document: Document, faults: list[Fault]) -> Iterator[Fault]:
    """Leave out the missing key that a misspelt one was meant to be: one cause, one report."""
    meant = {(*fault.path[:-1], _meant_key(document, fault)) for fault in faults if fault.kind == "unknown"}
    for fault in faults:
        if fault.kind != "missing" or fault.path not in meant:
            yield fault


def _yaml_faults(document: Document) -> Iterator[ShapeFault]:
    for fault in document.faults:
        related = tuple(Related(span, message) for span, message in fault.related)
        fix = Fix(fault.help, fault.edits, is_safe=True) if fault.edits else None
        finding = Finding(span=fault.span, message=fault.message, help=fault.help, related=related, fix=fix)
        yield ShapeFault("invalid-yaml", finding)


def _shape_fault(document: Document, fault: Fault) -> ShapeFault:
    path, name = fault.path, _format_path(fault.path)
    match fault.kind:
        case "unknown":
            return ShapeFault("unknown-key", _unknown_key(document, fault))
        case "missing":
            span, message = document.nearest_span(*path[:-1]), "is missing"
        case "key":
            # The fault is of a key of the author's own choice, and not of what stands under it.
            span, message, name = document.nearest_span(*path), fault.message, str(path[-1])
        case _:
            # What is wrong with a group of keys as a whole is shown at its name.
            is_group = isinstance(document.node(*path), Mapping)
            span = document.nearest_span(*path) if is_group else document.value_span(*path)
            message = fault.message
    hint = fault.hint or _example(str(path[-1]) if path else "")
    subject = f"`{name}`" if name else "the file"
    return ShapeFault("bad-field", Finding(span=span, message=f"{subject} {message}", help=hint))


def _unknown_key(document: Document, fault: Fault) -> Finding:
    span = document.nearest_span(*fault.path)
    key, close = str(fault.path[-1]), _meant_key(document, fault)
    if close is None:
        known = ", ".join(f"`{name}`" for name in fault.known)
        return Finding(span=span, message=f"unknown key `{key}`", help=f"known here: {known}")
    fix = Fix(f"rename it `{close}`", (Edit(span, close),), is_safe=False)
    return Finding(span=span, message=f"unknown key `{key}`", help=f"did you mean `{close}`?", fix=fix)


def _meant_key(document: Document, fault: Fault) -> str | None:
    """Return the known key nearest to an unknown one, of those not yet written here if there is any."""
    parent = document.node(*fault.path[:-1])
    written = {entry.key.value for entry in parent.entries} if isinstance(parent, Mapping) else set()
    key, free = str(fault.path[-1]), (key for key in fault.known if key not in written)
    return nearest(key, free) or nearest(key, fault.known)


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
