"""What a build makes issues with, and what comes of one."""

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
    """What renders and what is wanted of it."""

    formats: tuple[Format, ...]
    worker: "PdfWorker | None" = None
    """The process that prints PDFs; without it none are made."""
    cache: Path | None = None
    is_draft: bool = False
    """Render in spite of errors, and mark the outputs."""
    stops_at: Severity = Severity.ERROR
    """The least severity that keeps an issue from being rendered."""

    def is_stopped(self, diagnostics: Sequence[Diagnostic]) -> bool:
        """Return whether diagnostics keep an issue from being built."""
        return not self.is_draft and any(each.severity.reaches(self.stops_at) for each in diagnostics)


class CompiledIssue(Struct, frozen=True):
    """An issue after its build; without outputs when diagnostics stopped it."""

    path: Path
    slug: str
    manuscript: Manuscript
    diagnostics: tuple[Diagnostic, ...] = ()
    outputs: tuple[Output, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the making of an output had to say: that the plain style sheet was used, for example."""
