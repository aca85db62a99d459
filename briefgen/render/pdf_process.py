"""Manages the process that prints PDFs: starts it, sends jobs, stops it."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from briefgen.render.fontconfig import write_fontconfig
from briefgen.render.held_signals import unbroken
from briefgen.render.lost_words import LostWordsError
from briefgen.render.scratch import ScratchFolder
from briefgen.worker.child import ChildError, Process, ask, end_child, start_child


class PdfError(Exception):
    """A PDF could not be made; the message says why in plain words."""

    def __init__(self, message: str, *, in_layout: bool = False) -> None:
        """`in_layout`: whether a simpler style sheet may help."""
        super().__init__(message)
        self.in_layout = in_layout


class PdfJob(Struct, frozen=True):
    """A page to print."""

    html: str
    """URLs of the form `asset:NAME` refer to `assets`; no other URL is fetched."""
    assets: Mapping[str, bytes]
    identifier: str
    """Identifies the document inside the PDF; equal for the same document."""
    page_limit: int = 200


class PrintedPdf(Struct, frozen=True):
    """A printed page."""

    content: bytes
    pages: int
    missing: tuple[str, ...]
    """Characters that no font covers, ordered by code point."""
    peak_memory: int
    """The peak memory of the process so far, in bytes."""


class PdfWorker:
    """A process that prints PDFs, one at a time.

    As a context manager, it starts the process on entry, so that its libraries load while the issue is checked, and
    ends it on exit. If the process has died, the next job starts a new one. Not thread-safe.
    """

    def __init__(
        self,
        *,
        seconds: float = 300.0,
        memory: int = 1024**3,
        environment: Mapping[str, str] | None = None,
        system_fonts: str | None = None,
    ) -> None:
        """Set the limits of a job: wall-clock seconds, and bytes of address space.

        They are a safety net: the contents of an issue are counted first, and take about a tenth of that time.

        `environment` is the environment of the process, besides variables that the worker sets; nothing is inherited.
        `system_fonts` is a fontconfig configuration; with it, the output depends on the machine.
        """
        self._seconds = seconds
        self._memory = memory
        self._environment = dict(environment or {})
        self._system_fonts = system_fonts
        self._process: Process | None = None
        self._scratch: ScratchFolder | None = None

    def _ensure_running(self) -> Process:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = self._launch()
        return self._process

    def _launch(self) -> Process:
        # Otherwise Ctrl-C could end both processes before either would remove the folder.
        with unbroken():
            try:
                scratch = self._scratch = ScratchFolder()
                fontconfig = write_fontconfig(scratch.path, self._system_fonts)
            except OSError as error:
                made = self._scratch.path if self._scratch else error.filename
                where, reason = f" to {Path(made).parent}" if made else "", (error.strerror or str(error)).lower()
                message = f"no temporary files can be written{where}: {reason}; TMPDIR can name another folder"
                raise PdfError(message) from error
            environment = {
                **self._environment,
                "TMPDIR": str(scratch.path),
                "FONTCONFIG_FILE": str(fontconfig),
                "BRIEFGEN_SCRATCH": str(scratch.path),
            }
            return start_child(
                "pdf", memory=self._memory, seconds=self._seconds, environment=environment, lock=scratch.lock
            )

    def render(self, job: PdfJob) -> PrintedPdf:
        """Print one page.

        Raises:
            PdfError: printing fails, takes too long or needs too much memory.
            LostWordsError: text of the page is missing from the PDF.
        """
        head = {"identifier": job.identifier, "page_limit": job.page_limit}
        files = {"html": job.html.encode(), **{f"asset:{name}": one for name, one in job.assets.items()}}
        try:
            answer, made = ask(self._ensure_running(), head, files, seconds=self._seconds)
        except ChildError as end:
            self.close()
            if end.is_late:
                raise PdfError(f"the PDF took longer than {self._seconds:g} seconds", in_layout=True) from end
            raise PdfError(f"the process that prints the PDF {end}", in_layout=end.is_killed) from end
        return _read_answer(answer, made)

    def close(self) -> None:
        """End the process and remove its temporary files; the worker can be started again."""
        process, self._process = self._process, None
        if process is not None:
            end_child(process)
        if self._scratch is not None:
            self._scratch.remove()
            self._scratch = None

    def start(self) -> None:
        """Start the process, so that it loads its libraries before the first job, which says so if it cannot start."""
        with suppress(PdfError):
            self._ensure_running()

    def __enter__(self) -> Self:
        """Start the process."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()


def _read_answer(answer: Mapping[str, object], files: Mapping[str, bytes]) -> PrintedPdf:
    """Return what the process answered.

    Raises:
        PdfError: it could not print the page, or its answer has an unknown form.
        LostWordsError: text of the page is missing from the PDF.
    """
    match answer:
        case {"pages": int(pages), "missing": str(missing), "peak_memory": int(peak)} if "pdf" in files:
            return PrintedPdf(content=files["pdf"], pages=pages, missing=tuple(missing), peak_memory=peak)
        case {"loss": str(message)}:
            raise LostWordsError(message)
        case {"fault": str(message)}:
            raise PdfError(f"layout failed: {message}", in_layout=True)
        case _:
            raise PdfError("the process that prints the PDF gave an answer of an unknown form")
