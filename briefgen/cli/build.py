"""`briefgen build`: the process that prints PDFs is started before all else, for it takes longest."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.cli.terminal import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.render.pdf_process import PdfWorker

    StartWorker = Callable[[str | None], PdfWorker]
    """Returns the process that prints PDFs, started; it is told where the computer's own fonts are, if wanted."""


class BuildOptions(Struct, frozen=True):
    """What the command line asks of `build`."""

    issues: tuple[str, ...]
    """Numbers or files; none means all."""
    formats: tuple[str, ...]
    """As written; none means the publication's own."""
    output: Path | None
    is_draft: bool
    is_strict: bool
    is_fresh: bool
    """Ignore the cache."""
    watches: bool
    opens: bool

    @property
    def cache(self) -> Path | None:
        """Where to keep what can be made again; nowhere for a fresh build."""
        return None if self.is_fresh else cache_folder()

    @property
    def names_pdf(self) -> bool:
        """Whether a PDF is asked for by name; without a name the publication decides."""
        return not {"pdf", "all"}.isdisjoint(self.formats)


def run_build(options: BuildOptions) -> int:
    """Build the issues that are ordered, report, and return the exit code."""
    started = time.perf_counter()
    with ExitStack() as stack:
        start_worker = _worker_starter(options, stack)
        # What checks and renders is loaded while that process loads WeasyPrint.
        from briefgen.cli.build_issues import build_issues  # noqa: PLC0415

        return build_issues(options, start_worker, started)


def _worker_starter(options: BuildOptions, stack: ExitStack) -> "StartWorker":
    """Start the process that prints PDFs if one is sure to be wanted, or when it is first asked for."""

    def start(system_fonts: str | None) -> "PdfWorker":
        from briefgen.render.pdf_process import PdfWorker  # noqa: PLC0415 - only where a PDF is made

        return stack.enter_context(PdfWorker(cache_folder=options.cache, system_fonts=system_fonts))

    early = start(None) if options.names_pdf else None

    def lend(system_fonts: str | None) -> "PdfWorker":
        if early is not None and system_fonts is None:
            return early
        if early is not None:
            # Few publications ask for the computer's own fonts, and none is known when the process starts.
            early.close()
        return start(system_fonts)

    return lend
