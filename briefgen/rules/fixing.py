"""Choosing and making fixes: edits at spans, so that comments, quoting, order and layout survive."""

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Fix
from briefgen.frozen import Frozen
from briefgen.yamltext import Edit, apply_edits


class Mended(Frozen):
    """A text with fixes made, and how many were."""

    text: str
    count: int


def mend(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> Mended:
    """Make every fix that may be made and does not touch the words of another; the rest waits for the next pass."""
    edits: set[Edit] = set()
    count = 0
    for fix in wanted_fixes(diagnostics, unsafe=unsafe):
        if all(_is_free(edit, edits) for edit in fix.edits):
            edits.update(fix.edits)
            count += 1
    return Mended(apply_edits(text, edits), count)


def wanted_fixes(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[Fix]:
    """Return the fixes that may be made, in the order of their places; unsafe ones only where they are allowed."""
    fixes = [each.finding.fix for each in diagnostics if each.finding.fix is not None]
    allowed = [fix for fix in fixes if fix.edits and (fix.is_safe or unsafe)]
    return sorted(dict.fromkeys(allowed), key=lambda fix: fix.edits)


def _is_free(edit: Edit, taken: set[Edit]) -> bool:
    """Say whether an edit leaves the words of the others alone; the same edit twice is one edit."""
    return edit in taken or all(edit.span.end < other.span.start or other.span.end < edit.span.start for other in taken)
