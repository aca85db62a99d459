"""`briefgen build`; starts the process that prints PDFs before anything else, because it takes longest."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.cli.environment import open_cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.compile.cache import Cache
    from briefgen.render.pdf_process import PdfWorker

    StartWorker = Callable[[str | None], PdfWorker]
    """Returns the running process that prints PDFs; the argument is the system's fontconfig file, if wanted."""


class BuildOptions(Struct, frozen=True):
    """The options of `build`."""

    issues: tuple[str, ...]
    """Issue numbers or files; empty means all."""
    formats: tuple[str, ...]
    """As given; empty means the publication's formats."""
    output: Path | None
    is_draft: bool
    is_strict: bool
    is_fresh: bool
    """Ignore the cache."""
    is_clean: bool
    """Remove the outputs of issues that are gone."""
    watches: bool
    opens: bool

    @property
    def cache(self) -> "Cache | None":
        """The cache; None for a fresh build."""
        return None if self.is_fresh else open_cache()

    @property
    def names_pdf(self) -> bool:
        """Whether a PDF is requested explicitly; without formats, the publication decides."""
        return not {"pdf", "all"}.isdisjoint(self.formats)


def run_build(options: BuildOptions) -> int:
    """Build the requested issues, report, and return the exit code."""
    started = time.perf_counter()
    with ExitStack() as stack:
        start_worker = _worker_starter(options, stack)
        # Load the modules for checking and rendering while that process loads WeasyPrint.
        from briefgen.cli.build_issues import build_issues  # noqa: PLC0415

        return build_issues(options, start_worker, started)


def _worker_starter(options: BuildOptions, stack: ExitStack) -> "StartWorker":
    """Return a function that starts the process that prints PDFs; if a PDF is certain, it is started right away."""

    def start(system_fonts: str | None) -> "PdfWorker":
        from briefgen.render.pdf_process import PdfWorker  # noqa: PLC0415 - only needed for PDFs

        return stack.enter_context(PdfWorker(system_fonts=system_fonts))

    early = start(None) if options.names_pdf else None

    def lend(system_fonts: str | None) -> "PdfWorker":
        if early is not None and system_fonts is None:
            return early
        if early is not None:
            # Few publications use system fonts, and we do not know yet whether this one does when the process starts.
            early.close()
        return start(system_fonts)

    return lend
