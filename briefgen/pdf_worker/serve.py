"""The process that prints: limits itself, loads WeasyPrint, then answers one job after another."""

import gc
import os
import re
import resource
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from briefgen.pdf_worker.imports import prepare_imports
from briefgen.pdf_worker.protocol import IncompleteError, ProtocolError, read_frame, write_frame

if TYPE_CHECKING:
    from briefgen.pdf_worker.printer import Sheet

_STATUS: Final = Path("/proc/self/status")


def serve() -> None:
    """Serve jobs from standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, int(os.environ["BRIEFGEN_MEMORY"]))
    # Boxes refer to each other, and nothing of a page can be freed while it is laid out. Collecting only between
    # jobs saves 15 % of the processor time for 188 pages, which then take 19 % more memory, and 3 % for newsletter 133.
    gc.disable()
    prepare_imports()
    from briefgen.pdf_worker import printer  # noqa: PLC0415 - it imports WeasyPrint

    while True:
        try:
            head, files = read_frame(sys.stdin.buffer)
        except ProtocolError:
            return
        _limit_processor(int(os.environ["BRIEFGEN_SECONDS"]))
        _answer(answers, printer.print_page, head, files)
        gc.collect()


def _answer(answers: IO[bytes], print_page: "Sheet", head: dict[str, object], files: dict[str, bytes]) -> None:
    try:
        pdf, pages, missing = print_page(head, files)
    except IncompleteError as loss:
        write_frame(answers, {"loss": str(loss)}, {})
    except Exception as error:  # noqa: BLE001 - layout may fail in any way; the parent then prints a plain page.
        message = f"layout failed: {type(error).__name__}: {error}".rstrip(": ")
        write_frame(answers, {"fault": message, "in_layout": True}, {})
    else:
        head = {"pages": pages, "missing": "".join(missing), "peak_memory": _measure_peak()}
        write_frame(answers, head, {"pdf": pdf})


def _measure_peak() -> int:
    """Return the most memory that this process has held, in bytes.

    On Linux the usual figure counts what the parent held when it started this process, and the kernel's
    own does not.
    """
    if _STATUS.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text(encoding="ascii", errors="replace"))
        return int(found[1]) * 1024 if found else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _limit(kind: int, value: int) -> None:
    """Lower a limit for good; a machine that does not know the limit goes without."""
    try:
        resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):
        return


def _limit_processor(seconds: int) -> None:
    """Allow this job its seconds; the limit counts the whole life of the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))
