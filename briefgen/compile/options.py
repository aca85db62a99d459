"""Options for compiling issues."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model import Format
from briefgen.render.site_form import SiteForm

if TYPE_CHECKING:
    from briefgen.render.pdf_process import PdfWorker


class CompileOptions(Struct, frozen=True):
    """How to compile issues."""

    formats: tuple[Format, ...]
    worker: "PdfWorker | None" = None
    """The process that prints PDFs; None skips PDFs."""
    cache: Cache | None = None
    has_pdf: bool | None = None
    """Whether the page can link to a PDF; None if it can only where one is made now."""
    is_draft: bool = False
    """Render despite errors, and mark the outputs as drafts."""
    skips_drafts: bool = False
    """Skip issues with `draft: true`, because none is named explicitly."""
    shares: bool | None = False
    """Whether web pages share files with the site they are part of; None if they do in a folder that has a site."""
    site: SiteForm | None = None
    """The form of web pages that share files."""
    publishes: bool = False
    """What is built will be published, so that a change without a correction stops it."""
    stops_at: Severity = Severity.ERROR
    """The minimum severity of diagnostics that prevent rendering."""

    @property
    def makes_pdf(self) -> bool:
        """Whether a PDF is made."""
        return "pdf" in self.formats and self.worker is not None

    def is_stopped(self, diagnostics: Sequence[Diagnostic]) -> bool:
        """Return whether the diagnostics prevent an issue from being rendered."""
        return not self.is_draft and any(each.severity.reaches(self.stops_at) for each in diagnostics)
