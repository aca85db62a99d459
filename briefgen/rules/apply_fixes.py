"""Selects and applies fixes as edits of spans, so that comments, quoting, order and layout survive."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Fix
from briefgen.yamltext import Edit, apply_edits


class FixedText(Struct, frozen=True):
    """A fixed text, and the number of fixes applied."""

    text: str
    count: int


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> FixedText:
    """Apply all applicable fixes that do not conflict with an earlier one; the others wait for the next pass."""
    edits: dict[Edit, None] = {}
    count = 0
    for fix in applicable_fixes(diagnostics, unsafe=unsafe):
        if all(_is_disjoint(edit, edits.keys() - set(fix.edits)) for edit in fix.edits if edit not in edits):
            edits |= dict.fromkeys(fix.edits)
            count += 1
    return FixedText(apply_edits(text, edits), count)


def applicable_fixes(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[Fix]:
    """Return the fixes that may be applied, in the order of the diagnostics; unsafe ones only if `unsafe`."""
    fixes = [each.finding.fix for each in diagnostics if each.finding.fix is not None]
    return list(dict.fromkeys(fix for fix in fixes if fix.edits and (fix.is_safe or unsafe)))


def _is_disjoint(edit: Edit, taken: Collection[Edit]) -> bool:
    """Return whether an edit touches none of the taken ones; several additions at the end of one list are allowed."""
    return all(
        edit.span.end < other.span.start
        or other.span.end < edit.span.start
        or (edit.stacks and other.stacks and edit.span == other.span)
        for other in taken
    )
