"""Manages the process that prints PDFs: starts it, sends jobs, enforces limits, stops it."""

import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from msgspec import Struct

from briefgen.pdf_worker.protocol import ProtocolError, read_frame, write_frame
from briefgen.render.fontconfig import write_fontconfig
from briefgen.render.held_signals import unbroken
from briefgen.render.lost_words import LostWordsError
from briefgen.render.scratch import ScratchFolder

_PACKAGE_ROOT: Final = Path(__file__).resolve().parents[2]
_CHILD: Final = "import sys; sys.path[:] = sys.argv[1:]; from briefgen.pdf_worker.serve import serve; serve()"


_Process = subprocess.Popen[bytes]


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
        self._process: _Process | None = None
        self._scratch: ScratchFolder | None = None

    def _ensure_running(self) -> _Process:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = self._launch()
        return self._process

    def _launch(self) -> _Process:
        # Otherwise Ctrl-C could end both processes before either would remove the folder.
        with unbroken():
            scratch = self._scratch = ScratchFolder()
            configuration = write_fontconfig(scratch.path, self._system_fonts)
            return subprocess.Popen(  # noqa: S603 - the command contains no text of an issue
                [sys.executable, "-I", "-S", "-X", "utf8", "-c", _CHILD, *_search_path()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(scratch.lock,),
                env=self._make_environment(scratch.path, configuration),
            )

    def _make_environment(self, scratch: Path, fontconfig: Path) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            # Another heap for the thread that reads would take a part of the memory allowed.
            "MALLOC_ARENA_MAX": "1",
            **self._environment,
            "TMPDIR": str(scratch),
            "FONTCONFIG_FILE": str(fontconfig),
            "BRIEFGEN_SCRATCH": str(scratch),
            "BRIEFGEN_MEMORY": str(self._memory),
            "BRIEFGEN_SECONDS": str(int(self._seconds) + 1),
        }

    def render(self, job: PdfJob) -> PrintedPdf:
        """Print one page.

        Raises:
            PdfError: printing fails, takes too long or needs too much memory.
            LostWordsError: text of the page is missing from the PDF.
        """
        process = self._ensure_running()
        timed_out = threading.Event()
        timer = threading.Timer(self._seconds, _kill, (process, timed_out))
        timer.start()
        try:
            return _exchange(process, job)
        except (ProtocolError, OSError) as error:
            raise self._explain_end(process, timed_out) from error
        finally:
            timer.cancel()

    def _explain_end(self, process: _Process, timed_out: threading.Event) -> PdfError:
        """Return why the process ended, as an error."""
        process.kill()
        code = process.wait()
        self.close()
        if timed_out.is_set() or code == -signal.SIGXCPU:
            return PdfError(f"the PDF took longer than {self._seconds:g} seconds", in_layout=True)
        how = f"was stopped by signal {-code}" if code < 0 else f"ended with code {code}"
        return PdfError(f"the process that prints the PDF {how}", in_layout=code < 0)

    def close(self) -> None:
        """End the process and remove its temporary files; the worker can be started again."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close(stream)
        if self._scratch is not None:
            self._scratch.remove()
            self._scratch = None

    def start(self) -> None:
        """Start the process, so that it loads its libraries before the first job."""
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


def _exchange(process: _Process, job: PdfJob) -> PrintedPdf:
    """Send a job and read its answer.

    Raises:
        OSError: the process has died.
        ProtocolError: the process has died, or its answer is malformed.
        PdfError: the process could not print the page.
        LostWordsError: text of the page is missing from the PDF.
    """
    if process.stdin is None or process.stdout is None:
        raise ProtocolError("the process has no pipes")
    head = {"identifier": job.identifier, "page_limit": job.page_limit}
    write_frame(
        process.stdin,
        head,
        {"html": job.html.encode(), **{f"asset:{name}": one for name, one in job.assets.items()}},
    )
    answer, files = read_frame(process.stdout)
    match answer:
        case {"pages": int(pages), "missing": str(missing), "peak_memory": int(peak)} if "pdf" in files:
            return PrintedPdf(content=files["pdf"], pages=pages, missing=tuple(missing), peak_memory=peak)
        case {"loss": str(message)}:
            raise LostWordsError(message)
        case {"fault": str(message), "in_layout": bool(in_layout)}:
            raise PdfError(message, in_layout=in_layout)
        case _:
            raise ProtocolError("an answer of an unknown form")


def _search_path() -> list[str]:
    """Return the import path for the process: this process's, without relative folders."""
    return list(dict.fromkeys([str(_PACKAGE_ROOT), *(path for path in sys.path if Path(path).is_absolute())]))


def _kill(process: _Process, timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        # Data that is still buffered for a dead process cannot be flushed.
        return
