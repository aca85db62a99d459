"""Options and result of compiling an issue."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.edition.edition import Output
from briefgen.manuscript import Manuscript
from briefgen.model import Format

if TYPE_CHECKING:
    from briefgen.render.pdf_process import PdfWorker


class CompileOptions(Struct, frozen=True):
    """How to compile issues."""

    formats: tuple[Format, ...]
    worker: "PdfWorker | None" = None
    """The process that prints PDFs; None skips PDFs."""
    cache: Path | None = None
    is_draft: bool = False
    """Render despite errors, and mark the outputs as drafts."""
    skips_drafts: bool = False
    """Skip issues with `draft: true`, because none is named explicitly."""
    stops_at: Severity = Severity.ERROR
    """The minimum severity of diagnostics that prevent rendering."""

    def is_stopped(self, diagnostics: Sequence[Diagnostic]) -> bool:
        """Return whether the diagnostics prevent an issue from being rendered."""
        return not self.is_draft and any(each.severity.reaches(self.stops_at) for each in diagnostics)


class CompiledIssue(Struct, frozen=True):
    """A compiled issue; without outputs if diagnostics prevented rendering."""

    path: Path
    slug: str
    manuscript: Manuscript
    diagnostics: tuple[Diagnostic, ...] = ()
    outputs: tuple[Output, ...] = ()
    is_skipped: bool = False
    """Whether it was skipped because of `draft: true`."""
    remarks: tuple[str, ...] = ()
    """Remarks for the user, for example that the plain style sheet was used."""
