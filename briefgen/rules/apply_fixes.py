"""Selects and applies fixes as edits of spans, so that comments, quoting, order and layout survive.

Most fixes edit the issue. A fix may edit another file instead, so the edits of both are returned.
"""

from collections.abc import Collection, Iterable

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, FileEdit, Fix
from briefgen.yamltext import Edit, apply_edits


class FixedText(Struct, frozen=True):
    """A fixed text, the number of fixes applied, and what they change in other files."""

    text: str
    count: int
    elsewhere: tuple[FileEdit, ...] = ()


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> FixedText:
    """Apply all applicable fixes that do not conflict with an earlier one; the others wait for the next pass."""
    edits: dict[Edit, None] = {}
    elsewhere: dict[FileEdit, None] = {}
    count = 0
    for fix in applicable_fixes(diagnostics, unsafe=unsafe):
        if all(_is_disjoint(edit, edits.keys() - set(fix.edits)) for edit in fix.edits if edit not in edits):
            edits |= dict.fromkeys(fix.edits)
            elsewhere |= dict.fromkeys(fix.elsewhere)
            count += 1
    return FixedText(apply_edits(text, edits), count, tuple(elsewhere))


def applicable_fixes(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[Fix]:
    """Return the fixes that may be applied, in the order of the diagnostics; unsafe ones only if `unsafe`."""
    fixes = [each.finding.fix for each in diagnostics if each.finding.fix is not None]
    return list(dict.fromkeys(fix for fix in fixes if (fix.edits or fix.elsewhere) and (fix.is_safe or unsafe)))


def _is_disjoint(edit: Edit, taken: Collection[Edit]) -> bool:
    """Return whether an edit touches none of the taken ones; several additions at the end of one list are allowed."""
    return all(
        edit.span.end < other.span.start
        or other.span.end < edit.span.start
        or (edit.stacks and other.stacks and edit.span == other.span)
        for other in taken
    )
