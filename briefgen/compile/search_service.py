"""Pagefind as a service: a process that takes documents in our order, and gives the index back without any file.

Each message is JSON in base64 with a comma behind it, and each is answered before the next is sent. Pagefind reads its
settings from the messages, so it gets none of our environment and runs in the root of the file system.
"""

import base64
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from io import BufferedReader, BufferedWriter

_END = b","
_SECONDS_TO_END = 10.0


class ServiceError(Exception):
    """The service ended, refused a message, or took too long; with the reason in words."""


class File(Struct, frozen=True):
    """A file of the index."""

    path: str
    content: bytes


class Answer(Struct, frozen=True):
    """What the service says to a message; which fields it has depends on its type."""

    type: str
    message: str = ""
    """Of an `Error`: the reason."""
    index_id: int = 0
    files: list[File] = []


class _Answer(Struct, frozen=True):
    payload: Answer


class Service:
    """The service while it runs."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        """`process` has pipes for its input and its output."""
        self._process = process
        self._questions = cast("BufferedWriter", process.stdin)
        self._answers = cast("BufferedReader", process.stdout)
        self._is_late = Event()

    def ask(self, kind: str, seconds: float, **fields: object) -> Answer:
        """Send a message, and return the answer; the service is killed if it takes more than `seconds`.

        Raises:
            ServiceError: there is no answer, or it is an error.
        """
        message = msgspec.json.encode({"message_id": 0, "payload": {"type": kind, **fields}})
        limit = Timer(seconds, self._stop)
        limit.start()
        try:
            self._questions.write(base64.b64encode(message) + _END)
            self._questions.flush()
            answer = msgspec.json.decode(base64.b64decode(self._receive()), type=_Answer).payload
        except (OSError, EOFError) as error:
            reason = f"no answer came within {seconds:.0f} s" if self._is_late.is_set() else self._explain_end()
            raise ServiceError(reason) from error
        except ValueError as error:
            reason = "its answer has another form than expected"
            raise ServiceError(reason) from error
        finally:
            limit.cancel()
        if answer.type == "Error":
            raise ServiceError(answer.message or "it gave no reason")
        return answer

    def _stop(self) -> None:
        self._is_late.set()
        self._process.kill()

    def _receive(self) -> bytes:
        received = bytearray()
        while not received.endswith(_END):
            part = self._answers.read1()
            if not part:
                raise EOFError
            received += part
        return bytes(received[:-1])

    def _explain_end(self) -> str:
        try:
            return f"it ended with code {self._process.wait(_SECONDS_TO_END)}"
        except subprocess.TimeoutExpired:
            return "it no longer answers"


@contextmanager
def run_service(program: Path, environment: Mapping[str, str]) -> Iterator[Service]:
    """Start the service, which is ended with the context.

    Raises:
        ServiceError: it cannot be started.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the command contains no text of an issue
            [str(program), "--service"],
            cwd="/",
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise ServiceError((error.strerror or str(error)).lower()) from error
    try:
        yield Service(process)
    finally:
        process.kill()
        process.communicate()
