"""Parses documents into records, and reports all faults at once, each with its position."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix, Related
from briefgen.model.decode import fill
from briefgen.model.issue import Issue
from briefgen.model.outlets import OutletsFile
from briefgen.model.publication import Publication
from briefgen.model.shape_finding import ShapeFinding
from briefgen.model.split_entries import find_split_entries
from briefgen.model.terms import TermsFile
from briefgen.yamltext import Document, to_plain

FREE_PREFIX = "x-"
"""Keys with this prefix are ignored; authors may use them freely."""
RecordT = TypeVar("RecordT", bound=Struct)
_NOTHING = Document("", None)


class Reading(Struct, Generic[RecordT], frozen=True):
    """A parsed file: its record, or None if it is unusable, and all faults."""

    record: RecordT | None
    faults: tuple[ShapeFinding, ...] = ()
    document: Document = _NOTHING
    """The document as interpreted: misspelt keys are renamed to what was probably meant."""


def parse_issue(document: Document) -> Reading[Issue]:
    """Parse an issue."""
    return _parse(document, Issue)


def parse_publication(document: Document) -> Reading[Publication]:
    """Parse a publication.yaml; an empty file means all defaults."""
    if is_empty(document):
        return Reading(Publication(), (), document)
    return _parse(document, Publication)


def parse_outlets(document: Document) -> Reading[OutletsFile]:
    """Parse an outlets.yaml; an empty file means no outlets."""
    if is_empty(document):
        return Reading(OutletsFile(), (), document)
    return _parse(document, OutletsFile)


def parse_terms(document: Document) -> Reading[TermsFile]:
    """Parse a terms.yaml; an empty file means no terms. Does not run the specs."""
    if is_empty(document):
        return Reading(TermsFile(), (), document)
    return _parse(document, TermsFile)


def is_empty(document: Document) -> bool:
    """Return whether a file has nothing in it."""
    return document.root is None and [fault.message for fault in document.faults] == ["the file is empty"]


def _parse(document: Document, kind: type[RecordT]) -> Reading[RecordT]:
    if document.root is None:
        return Reading(None, tuple(find_yaml_faults(document)), document)
    record, faults = fill(kind, to_plain(document.root, without=FREE_PREFIX))
    if not faults:
        return Reading(record, (), document)
    # Imported late, because files without faults do not need them.
    from briefgen.model.missing_headings import explain_by_headings  # noqa: PLC0415
    from briefgen.model.renaming import find_wrapped, guess_key, rename_keys, report_all_unknown  # noqa: PLC0415
    from briefgen.model.wording import describe_fault, without_repeats  # noqa: PLC0415

    explained = explain_by_headings(document, kind, faults, free_prefix=FREE_PREFIX) if kind is Issue else None
    if explained is not None:
        # What is below them is read as a part of another group until they are there.
        shown = [ShapeFinding("bad-field", finding) for finding in explained.findings]
        shown += [describe_fault(document, fault) for fault in explained.rest if fault.kind != "unknown"]
        return Reading(None, tuple(sorted(shown, key=lambda fault: fault.finding.span)), document)
    unknown = [fault for fault in faults if fault.kind == "unknown"]
    guesses = {fault.path: name for fault in unknown if (name := guess_key(document, fault)) is not None}
    read = rename_keys(document, guesses) if guesses else document
    if guesses:
        record, faults = fill(kind, to_plain(read.root, without=FREE_PREFIX)) if read.root else (None, [])
    wrapped = {path for fault in unknown if fault.path not in guesses for path in find_wrapped(document, fault)}
    rest = [fault for fault in faults if fault.kind != "unknown" and fault.path not in wrapped]
    shown = [ShapeFinding("unknown-key", finding) for finding in report_all_unknown(document, unknown)]
    for finding, parted in find_split_entries(read, rest):
        shown.append(ShapeFinding("bad-field", finding))
        rest = [fault for fault in rest if fault.kind != "missing" or fault.path[:-1] not in parted]
    shown += [describe_fault(read, fault) for fault in without_repeats(read, rest)]
    return Reading(record, tuple(sorted(shown, key=lambda fault: fault.finding.span)), read)


def find_yaml_faults(document: Document) -> Iterator[ShapeFinding]:
    """Yield the reasons why a file cannot be read."""
    for fault in document.faults:
        related = tuple(Related(span, message) for span, message in fault.related)
        fix = Fix(fault.help, fault.edits, is_safe=True) if fault.edits else None
        finding = Finding(span=fault.span, message=fault.message, help=fault.help, related=related, fix=fix)
        yield ShapeFinding("invalid-yaml", finding)
