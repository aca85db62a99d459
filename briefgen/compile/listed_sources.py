"""Loads the sources of issues, without what only rules and outputs need: pictures, neighbours, fonts."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefgen.citations.bibliography import SourceListing
from briefgen.compile.documents import format_path
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.manuscript.source_listings import list_sources


class ListedSources(Struct, frozen=True):
    """What issues say of their sources, and which issues do not."""

    listings: tuple[SourceListing, ...]
    issues: int
    """How many issues were read."""
    unread: tuple[str, ...]
    """The issues that could not be read, and the publications' own files with errors: `FILE:LINE:COLUMN: why`."""
    drafts: tuple[Path, ...]
    """The drafts that were left out, because nobody named them."""
    without_source: int
    """How many citations have no source."""


def load_listings(found: Iterable[FoundIssue]) -> ListedSources:
    """Read issues and list their sources.

    Raises:
        CommandError: a named file is not there.
    """
    found = tuple(found)
    listings: list[SourceListing] = []
    newsrooms = dict.fromkeys(each.newsroom for each in found)
    unread = [_format_fault(each) for newsroom in newsrooms for each in newsroom.faults if _is_error(each)]
    drafts: list[Path] = []
    issues = without_source = 0
    for each in found:
        manuscript = _load(each)
        if manuscript.issue is None:
            unread.append(_explain(manuscript))
        elif manuscript.issue.draft and not each.is_named:
            drafts.append(each.path)
        else:
            issues += 1
            listings += list_sources(manuscript)
            without_source += sum(not resolution.keys for *_, resolution in manuscript.citations())
    return ListedSources(tuple(listings), issues, tuple(unread), tuple(drafts), without_source)


def _load(found: FoundIssue) -> Manuscript:
    newsroom, path, _ = found
    document, reading = newsroom.parsed(path)
    return read_manuscript(
        document,
        format_path(path),
        reading=reading,
        publication=newsroom.publication,
        outlets=newsroom.outlets,
        terms=newsroom.terms,
    )


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity.reaches(Severity.ERROR)


def _format_fault(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}: {diagnostic.finding.message}"


def _explain(manuscript: Manuscript) -> str:
    """Return where and why an issue cannot be read: its first fault."""
    fault = min((each.finding for each in manuscript.faults), key=lambda each: each.span.start)
    position = manuscript.document.lines.position(fault.span.start)
    return f"{manuscript.path}:{position.line}:{position.column}: {fault.message}"
