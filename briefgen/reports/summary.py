"""The closing summary: what was checked and how much was found."""

from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Severity, plural
from briefgen.manuscript import Manuscript


class Counts(Struct, frozen=True):
    """The totals of a run."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    issues: int = 0
    items: int = 0
    citations: int = 0
    sources: int = 0
    fixable: int = 0
    unsafely_fixable: int = 0

    def __add__(self, other: Self) -> Self:
        """Return the sum of both."""
        return type(self)(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


def count(diagnostics: Sequence[Diagnostic], manuscripts: Iterable[Manuscript]) -> Counts:
    """Count diagnostics by severity, and the contents of the manuscripts."""
    read = list(manuscripts)
    fixes = [each.finding.fix for each in diagnostics if each.finding.fix is not None]
    return Counts(
        errors=_of(diagnostics, Severity.ERROR),
        warnings=_of(diagnostics, Severity.WARNING),
        notes=_of(diagnostics, Severity.NOTE),
        issues=len(read),
        items=sum(len(manuscript.items) for manuscript in read),
        citations=sum(len(group.citations) for each in read for text in each.citing_fields for group in text.groups),
        sources=sum(len(manuscript.issue.sources) for manuscript in read if manuscript.issue),
        fixable=sum(fix.is_safe for fix in fixes),
        unsafely_fixable=sum(not fix.is_safe for fix in fixes),
    )


def format_summary(counts: Counts, seconds: float) -> str:
    """Return the closing line, such as `1 error, 3 warnings. Checked 1 issue, 5 items, … in 0.3 s.`, with its break."""
    found = {"error": counts.errors, "warning": counts.warnings, "note": counts.notes}
    parts = ", ".join(_count(number, noun) for noun, number in found.items() if number) or "Nothing to report"
    read = {"issue": counts.issues, "item": counts.items, "citation": counts.citations, "source": counts.sources}
    checked = ", ".join(_count(number, noun) for noun, number in read.items())
    return f"{parts}. Checked {checked} in {seconds:.2f} s.\n"


def format_fixable(counts: Counts) -> str:
    """Return the line about available fixes, `[*] 3 fixable with --fix; …`, or "" if there are none."""
    more = "more" if counts.fixable else "fixable"
    parts = [
        f"[*] {counts.fixable} fixable with `briefgen validate --fix`" if counts.fixable else "",
        f"[~] {counts.unsafely_fixable} {more} with `--unsafe-fixes` (`--diff` shows them first)"
        if counts.unsafely_fixable
        else "",
    ]
    return "; ".join(each for each in parts if each) + "\n" if any(parts) else ""


def _of(diagnostics: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(each.severity is severity for each in diagnostics)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {plural(number, noun)}"
