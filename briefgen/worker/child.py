"""Starts a process that does one kind of job, exchanges jobs and answers with it, and kills it when its time is up.

The process gets nothing of this one's environment, and limits its own memory and time (`serve.py`).
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final, Literal

from briefgen.worker.protocol import ProtocolError, read_frame, write_frame

_PACKAGE_ROOT: Final = Path(__file__).resolve().parents[2]
_PROGRAM: Final = "import sys; sys.path[:] = sys.argv[1:]; from briefgen.worker.serve import serve; serve()"
_ENVIRONMENT: Final = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    # Another heap for the thread that reads would take a part of the memory allowed.
    "MALLOC_ARENA_MAX": "1",
}

_GRACE: Final = 2.0

Process = subprocess.Popen[bytes]
Task = Literal["pdf", "pictures"]


class ChildError(Exception):
    """The process ended before it answered, or its answer is no message."""

    def __init__(self, message: str, *, is_late: bool = False, is_killed: bool = False) -> None:
        """`is_late`: its time was up; `is_killed`: a signal ended it."""
        super().__init__(message)
        self.is_late = is_late
        self.is_killed = is_killed


def start_child(
    task: Task, *, memory: int, seconds: float, environment: Mapping[str, str] | None = None, lock: int | None = None
) -> Process:
    """Start a process for a kind of job, with limits for each: bytes of address space, and seconds of the processor.

    `environment` are the variables that it gets besides those of every such process; `lock` is a descriptor that it
    holds until it ends.

    Raises:
        OSError: the system starts no process.
    """
    return subprocess.Popen(  # noqa: S603 - the command contains no text of an issue
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", _PROGRAM, *search_path()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=() if lock is None else (lock,),
        env={
            **_ENVIRONMENT,
            **(environment or {}),
            "BRIEFGEN_TASK": task,
            "BRIEFGEN_MEMORY": str(memory),
            "BRIEFGEN_SECONDS": str(int(seconds) + 1),
        },
    )


def ask(
    process: Process, head: Mapping[str, object], files: Mapping[str, bytes], *, seconds: float
) -> tuple[dict[str, object], dict[str, bytes]]:
    """Send a job and return its answer; kill the process if that takes longer than `seconds`.

    Raises:
        ChildError: there is no answer; the process has ended.
    """
    is_late = threading.Event()
    timer = threading.Timer(seconds, _kill, (process, is_late))
    timer.start()
    try:
        return _exchange(process, head, files)
    except (ProtocolError, OSError) as error:
        code = _await_end(process)
        message = f"was stopped by signal {-code}" if code < 0 else f"ended with code {code}"
        late = is_late.is_set() or code == -signal.SIGXCPU
        raise ChildError(message, is_late=late, is_killed=code < 0) from error
    finally:
        timer.cancel()


def _exchange(
    process: Process, head: Mapping[str, object], files: Mapping[str, bytes]
) -> tuple[dict[str, object], dict[str, bytes]]:
    if process.stdin is None or process.stdout is None:
        raise ProtocolError("the process has no pipes")
    write_frame(process.stdin, head, files)
    return read_frame(process.stdout)


def _await_end(process: Process) -> int:
    """Return the exit code of a process that has closed its pipes; kill it if it goes on."""
    try:
        return process.wait(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def end_child(process: Process) -> None:
    """End a process, whatever it is doing."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            _close(stream)


def search_path() -> list[str]:
    """Return the import path for a process: this one's, without relative folders."""
    return list(dict.fromkeys([str(_PACKAGE_ROOT), *(path for path in sys.path if Path(path).is_absolute())]))


def _kill(process: Process, is_late: threading.Event) -> None:
    is_late.set()
    process.kill()


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        # Data that is still buffered for a dead process cannot be flushed.
        return
