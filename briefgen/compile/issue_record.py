"""What a build remembers of an issue, so that the next one need not check and render it again if nothing changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.manuscript import Published
from briefgen.reports.summary import Counts
from briefgen.yamltext import Document

_KIND = "issues"


class Neighbour(Struct, frozen=True):
    """Another issue that rules looked at."""

    name: str
    """Of its file."""
    digest: str
    view: str
    """The digest of what the rules can see of it; of the whole file, if a report points at a place in it."""


class KeptReport(Struct, frozen=True):
    """A diagnostic without its document."""

    code: str
    name: str
    severity: Severity
    path: str
    finding: Finding


class IssueRecord(Struct, frozen=True):
    """The result of building an issue, and what it depends on."""

    run: str
    """The digest of what the reports depend on and the outputs do not, such as the folder that paths are shown from."""
    own: str
    """The digest of everything but pictures and neighbours."""
    images: dict[str, str]
    """The digests of its pictures by their path in the issue."""
    neighbours: tuple[Neighbour, ...]
    inputs: str
    """The digest of everything that its outputs depend on: `own` and the pictures."""
    slug: str
    is_draft: bool
    """Whether it has `draft: true`."""
    is_skipped: bool
    """Whether it was not built for that reason."""
    published: Published | None
    """What readers would have of it; None of a draft or a sample."""
    is_uncorrected: bool
    """Whether it had changed since it was published, without a correction."""
    reports: tuple[KeptReport, ...]
    """The errors and warnings."""
    counts: Counts
    remarks: tuple[str, ...]


Records = dict[str, IssueRecord]
"""By the name of the issue's file."""


def load_records(cache: Cache | None, name: str) -> Records:
    """Return the records of a publication's issues; `name` tells it, and where its outputs are, from others."""
    kept = cache.read(_KIND, name) if cache is not None else None
    try:
        return msgspec.msgpack.decode(kept, type=Records) if kept is not None else {}
    except msgspec.DecodeError:
        return {}


def save_records(cache: Cache | None, name: str, records: Records) -> None:
    """Keep the records of a publication's issues."""
    if cache is not None:
        cache.write(_KIND, name, msgspec.msgpack.encode(records))


def keep_reports(diagnostics: Iterable[Diagnostic]) -> Iterator[KeptReport]:
    """Yield what a build shows, without the documents."""
    for each in diagnostics:
        if each.severity is not Severity.NOTE:
            yield KeptReport(each.code, each.name, each.severity, each.path, each.finding)


def restore_reports(reports: Iterable[KeptReport], path: Path) -> Iterator[Diagnostic]:
    """Yield the diagnostics again; `path` is the issue's file, which has not changed.

    Raises:
        OSError: it cannot be read.
    """
    kept = tuple(reports)
    if kept:
        document = Document(path.read_bytes().decode("utf-8-sig", errors="replace"), None)
        for each in kept:
            yield Diagnostic(each.code, each.name, each.severity, each.path, each.finding, document)
