"""Choosing and making fixes: edits at spans, so that comments, quoting, order and layout survive."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Fix
from briefgen.yamltext import Edit, apply_edits


class FixedText(Struct, frozen=True):
    """A text with fixes made, and how many were."""

    text: str
    count: int


def make_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> FixedText:
    """Make every fix that may be made and does not touch the words of another; the rest waits for the next pass."""
    edits: dict[Edit, None] = {}
    count = 0
    for fix in wanted_fixes(diagnostics, unsafe=unsafe):
        if all(_is_free(edit, edits.keys() - set(fix.edits)) for edit in fix.edits if edit not in edits):
            edits |= dict.fromkeys(fix.edits)
            count += 1
    return FixedText(apply_edits(text, edits), count)


def wanted_fixes(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[Fix]:
    """Return the fixes that may be made, in the order of the reports; unsafe ones only where they are allowed."""
    fixes = [each.finding.fix for each in diagnostics if each.finding.fix is not None]
    return list(dict.fromkeys(fix for fix in fixes if fix.edits and (fix.is_safe or unsafe)))


def _is_free(edit: Edit, taken: Collection[Edit]) -> bool:
    """Return whether an edit leaves the words of others alone; entries added at the end of one list do."""
    return all(
        edit.span.end < other.span.start
        or other.span.end < edit.span.start
        or (edit.stacks and other.stacks and edit.span == other.span)
        for other in taken
    )
