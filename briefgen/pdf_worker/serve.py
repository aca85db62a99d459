"""The process that prints PDFs: limits its resources, loads WeasyPrint, then handles one job after another."""

import gc
import os
import re
import resource
import shutil
import signal
import sys
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Final

from briefgen.pdf_worker.imports import prepare_imports
from briefgen.pdf_worker.protocol import IncompleteError, ProtocolError, read_frame, write_frame

if TYPE_CHECKING:
    from briefgen.pdf_worker.printer import Sheet

_STATUS: Final = Path("/proc/self/status")
_Job = tuple[dict[str, object], dict[str, bytes]]


def serve() -> None:
    """Handle jobs from standard input until it is closed: then the process that started this one has ended."""
    # They are meant for that process, which may still have something to finish.
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    jobs: SimpleQueue[_Job] = SimpleQueue()
    answers = os.fdopen(os.dup(1), "wb")
    # Anything that a library prints must not end up among the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, int(os.environ["BRIEFGEN_MEMORY"]))
    Thread(target=_read_jobs, args=(jobs,), daemon=True).start()
    # Boxes form reference cycles, and none can be freed during layout. Collecting garbage only between jobs saves 15 %
    # of the CPU time for 188 pages, at the cost of 19 % more memory, and 3 % for newsletter 133.
    gc.disable()
    prepare_imports()
    from briefgen.pdf_worker import printer  # noqa: PLC0415 - it imports WeasyPrint

    while True:
        head, files = jobs.get()
        _limit_processor(int(os.environ["BRIEFGEN_SECONDS"]))
        _answer(answers, printer.print_page, head, files)
        gc.collect()


def _read_jobs(jobs: SimpleQueue[_Job]) -> None:
    """Read jobs while others are done; when there are no more, end the process, whatever it is doing.

    If the process that started this one was killed, nobody else removes the temporary files.
    """
    code = 1
    try:
        while True:
            jobs.put(read_frame(sys.stdin.buffer))
    except ProtocolError:
        code = 0
    finally:
        shutil.rmtree(os.environ["BRIEFGEN_SCRATCH"], ignore_errors=True)
        os._exit(code)


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
    """Return the peak memory of this process, in bytes.

    On Linux, `ru_maxrss` also counts the memory of the parent when it started this process; `VmHWM` does not.
    """
    if _STATUS.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text(encoding="ascii", errors="replace"))
        return int(found[1]) * 1024 if found else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _limit(kind: int, value: int) -> None:
    """Lower a limit permanently, if the system supports it."""
    try:
        resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):
        return


def _limit_processor(seconds: int) -> None:
    """Limit the CPU time of this job; the system counts from the start of the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))
