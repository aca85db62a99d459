"""The process of a worker: limits its resources, loads what its task needs, then handles one job after another."""

import gc
import os
import re
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Final

from briefgen.worker.protocol import IncompleteError, ProtocolError, read_frame, write_frame

_STATUS: Final = Path("/proc/self/status")
_Job = tuple[dict[str, object], dict[str, bytes]]
_Handler = Callable[[dict[str, object], dict[str, bytes]], _Job]


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
    handle = _load_handler(os.environ["BRIEFGEN_TASK"])
    while True:
        head, files = jobs.get()
        _limit_processor(int(os.environ["BRIEFGEN_SECONDS"]))
        _answer(answers, handle, head, files)
        gc.collect()


def _load_handler(task: str) -> _Handler:
    """Import what a task needs, and return what handles its jobs."""
    if task == "pictures":
        from briefgen.worker.picture_encoder import encode_picture  # noqa: PLC0415 - it imports Pillow

        return encode_picture
    from briefgen.worker.imports import prepare_imports  # noqa: PLC0415 - only PDFs need it

    prepare_imports()
    from briefgen.worker.printer import print_page  # noqa: PLC0415 - it imports WeasyPrint

    return print_page


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
        if scratch := os.environ.get("BRIEFGEN_SCRATCH"):
            shutil.rmtree(scratch, ignore_errors=True)
        os._exit(code)


def _answer(answers: IO[bytes], handle: _Handler, head: dict[str, object], files: dict[str, bytes]) -> None:
    try:
        said, made = handle(head, files)
    except IncompleteError as loss:
        write_frame(answers, {"loss": str(loss)}, {})
    except Exception as error:  # noqa: BLE001 - libraries may fail in any way, and the parent decides what follows
        write_frame(answers, {"fault": f"{type(error).__name__}: {error}".rstrip(": ")}, {})
    else:
        write_frame(answers, {**said, "peak_memory": _measure_peak()}, made)


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
