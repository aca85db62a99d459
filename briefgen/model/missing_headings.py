"""Groups whose own key is missing, so that they are read as parts of the group above them."""

from collections.abc import Sequence

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix
from briefgen.model.decode import Fault, fill
from briefgen.yamltext import Document, apply_edits, find_missing_headings, parse_text, to_plain

# Larger files have been generated, and are not read twice.
_LONGEST = 64 * 1024


class WithoutHeadings(Struct, frozen=True):
    """The keys that are missing, and the faults that have other causes."""

    findings: tuple[Finding, ...]
    rest: tuple[Fault, ...]


def explain_by_headings(
    document: Document, kind: type[Struct], faults: Sequence[Fault], *, free_prefix: str
) -> WithoutHeadings | None:
    """Return the keys that are missing above whole groups, if the file has fewer faults with them."""
    found = find_missing_headings(document.text) if len(document.text) <= _LONGEST else ()
    if not found:
        return None
    repaired = parse_text(apply_edits(document.text, (edit for each in found for edit in each.edits)))
    if repaired.root is None:
        return None
    _, left = fill(kind, to_plain(repaired.root, without=free_prefix))
    if len(left) >= len(faults):
        return None
    same = {(each.kind, each.path, each.message) for each in left}
    findings = (
        Finding(span=each.span, message=each.message, help=each.help, fix=Fix(each.help, each.edits, is_safe=True))
        for each in found
    )
    rest = (each for each in faults if (each.kind, each.path, each.message) in same)
    return WithoutHeadings(tuple(findings), tuple(rest))
