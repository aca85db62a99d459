"""`briefgen build`; starts the process that prints PDFs first if it is certain to be needed, as it takes longest."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.cli.environment import open_cache
from briefgen.compile.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.compile.cache import Cache
    from briefgen.render.pdf_process import PdfWorker

    MakeWorker = Callable[[str | None], PdfWorker]
    """Returns what prints PDFs; the argument is the system's fontconfig file, if wanted."""


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
    is_standalone: bool
    """Make web pages that need nothing from elsewhere, even if they are part of a site."""
    publishes: bool
    """Record what readers have of each issue that was built, and build none that has changed without a correction."""
    watches: bool
    opens: bool
    jobs: int
    """How many processes may build issues at a time."""
    shard: tuple[int, int]
    """Which part of the issues to build, from 1, and of how many."""
    parts: tuple[Path, ...] | None
    """The folders with the outputs of all parts, to be merged instead of building."""
    verifies: bool
    """Compare the outputs with the manifest and the issues instead of building."""

    @property
    def cache(self) -> "Cache | None":
        """The cache; None for a fresh build."""
        return None if self.is_fresh else open_cache()

    @property
    def needs_pdf_worker(self) -> bool:
        """Whether a PDF is sure to be made, as far as the command line says: no earlier one can be current."""
        names_pdf = not {"pdf", "all"}.isdisjoint(self.formats)
        manifest = (self.output or Path("dist")) / "manifest.json"
        return names_pdf and len(self.issues) == 1 and (self.is_fresh or not manifest.exists())


def parse_shard(text: str) -> tuple[int, int]:
    """Return part and number of parts of `--shard 2/4`.

    Raises:
        CommandError: it is no such thing.
    """
    part, _, parts = text.partition("/")
    if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
        message = f"`--shard {text}` is not a part of a whole"
        raise CommandError(message, "write `--shard 2/4` for the second of four parts")
    return int(part), int(parts)


def run_build(options: BuildOptions) -> int:
    """Build the requested issues, report, and return the exit code."""
    started = time.perf_counter()
    with ExitStack() as stack:
        make_worker = _worker_maker(options, stack)
        # Load the modules for checking and rendering while that process loads WeasyPrint.
        from briefgen.cli.build_issues import build_issues  # noqa: PLC0415

        return build_issues(options, make_worker, started)


def _worker_maker(options: BuildOptions, stack: ExitStack) -> "MakeWorker":
    """Return a function that makes what prints PDFs; if it is certain that one will be, it is started right away."""

    def make(system_fonts: str | None) -> "PdfWorker":
        from briefgen.render.pdf_process import PdfWorker  # noqa: PLC0415 - only needed for PDFs

        worker = PdfWorker(system_fonts=system_fonts)
        stack.callback(worker.close)
        return worker

    early = make(None) if options.needs_pdf_worker else None
    if early is not None:
        early.start()

    def lend(system_fonts: str | None) -> "PdfWorker":
        if early is not None and system_fonts is None:
            return early
        if early is not None:
            # Few publications use system fonts, and we do not know yet whether this one does when the process starts.
            early.close()
        return make(system_fonts)

    return lend
