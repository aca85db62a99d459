"""A piece of work done at the same time, by a copy of this process on another processor."""

import os
import pickle
import sys
from collections.abc import Callable
from io import BytesIO
from threading import active_count
from typing import IO, Generic, TypeVar

ResultT = TypeVar("ResultT")


class Beside(Generic[ResultT]):
    """Work whose result is asked for later; begun `at_once`, or else when it is asked for.

    Where no process can be copied, or there is no second processor, nothing is begun at once. When the copy
    fails, the work is done again here, and fails in plain sight. Its result goes through `pickle`; what it
    shares with this process, such as a text that it points into, need not.
    """

    def __init__(self, work: Callable[[], ResultT], *, shared: object, at_once: bool) -> None:
        self._work = work
        self._shared = shared
        self._copy = _begin(work, shared) if at_once and can_fork() else None
        self._result: list[ResultT] = []

    def result(self) -> ResultT:
        """Return the result, waiting for it if need be."""
        if not self._result:
            self._result.append(self._find())
        return self._result[0]

    def _find(self) -> ResultT:
        if self._copy is not None:
            number, source = self._copy
            with os.fdopen(source, "rb") as pipe:
                content = pipe.read()
            _, status = os.waitpid(number, 0)
            if status == 0:
                result: ResultT = _Reader(content, self._shared).load()
                return result
        return self._work()


def can_fork() -> bool:
    """Say whether a copy of this process would run beside it; one that has threads must not be copied."""
    return sys.platform == "linux" and active_count() == 1 and len(os.sched_getaffinity(0)) > 1


class _Writer(pickle.Pickler):
    """Writes a mark for what is shared."""

    def __init__(self, sink: IO[bytes], shared: object) -> None:
        super().__init__(sink, pickle.HIGHEST_PROTOCOL)
        self._shared = shared

    def persistent_id(self, value: object) -> str | None:
        return "shared" if value is self._shared else None


class _Reader(pickle.Unpickler):
    """Reads what a copy of this very process wrote."""

    def __init__(self, content: bytes, shared: object) -> None:
        super().__init__(BytesIO(content))
        self._shared = shared

    def persistent_load(self, mark: str) -> object:
        del mark
        return self._shared


def _begin(work: Callable[[], object], shared: object) -> tuple[int, int]:
    """Start the copy; return its number and where to read what it finds."""
    source, sink = os.pipe()
    number = os.fork()
    if number:
        os.close(sink)
        return number, source
    # Or else the copy would wait for itself to read, if this process ends before it.
    os.close(source)
    code = 1
    try:
        with os.fdopen(sink, "wb") as pipe:
            _Writer(pipe, shared).dump(work())
        code = 0
    finally:
        # Nothing of this process may end twice: no buffer is written, no context left.
        os._exit(code)
