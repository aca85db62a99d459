"""Loads `moved.yaml`, which says where issues were before their files were renamed."""

from collections.abc import Iterable
from pathlib import Path

from briefgen.compile.documents import load_document
from briefgen.compile.house_files import MOVED, diagnose
from briefgen.diagnostics import Diagnostic
from briefgen.model import make_issue_slug
from briefgen.model.moved import Addresses, MovedIssue, parse_moved


def load_moved(
    folder: Path, issues: Iterable[tuple[int, str]]
) -> tuple[tuple[MovedIssue, ...], tuple[Diagnostic, ...]]:
    """Load the moved issues of a folder of issues, which are given by number and stem of their files."""
    by_number: dict[int, list[str]] = {}
    for number, stem in issues:
        by_number.setdefault(number, []).append(make_issue_slug(stem, number))
    slugs = [slug for found in by_number.values() for slug in found]
    document = load_document(folder / MOVED)
    moved, faults = parse_moved(document, Addresses(slugs, by_number))
    return moved, tuple(diagnose(folder / MOVED, document, fault) for fault in faults)
