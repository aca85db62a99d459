"""The one way to standard output and standard error: reports go to the first, everything else to the second.

Nothing printed here can drive a terminal or forge a line of a log. `guard_streams` holds libraries to that as well.
"""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from typing import TextIO

from briefgen.compile.errors import CommandError
from briefgen.reports.visible import show, show_lines

DEFAULT_COLUMNS = 100
COULD_NOT_RUN = 2


def say(text: str) -> None:
    """Print a line of progress or advice to standard error."""
    _write_aside(show(text) + "\n")


def report(text: str) -> None:
    """Print a part of a report to standard output.

    Raises:
        CommandError: it cannot be written, for example because the disk is full.
    """
    if not text:
        return
    try:
        _write(sys.stdout, text)
    except OSError as error:
        raise _lost_report(error) from error


def hand_over(text: str) -> None:
    """Print what another program reads to standard output, in UTF-8 and character by character.

    On a terminal it is escaped like a report. Whoever makes the text sees to it that no line drives a log.

    Raises:
        CommandError: it cannot be written.
    """
    stream = sys.stdout
    if stream is None or stream.isatty() or not isinstance(stream, _EscapingStream):
        report(text)
        return
    try:
        with _leaving_quietly(stream):
            stream.flush()
            stream.buffer.write(text.encode())
            stream.buffer.flush()
    except OSError as error:
        raise _lost_report(error) from error


def say_fault(message: str, hint: str) -> None:
    """Print why briefgen cannot run, and what to do."""
    label = "\x1b[1;31merror\x1b[0m" if wants_colour(sys.stderr) else "error"
    _write_aside(f"{label}: {show(message)}\n" + (f"  = help: {show(hint)}\n" if hint else ""))


def guard_streams() -> None:
    """Escape what libraries print too: usage errors, tracebacks, warnings.

    A stream that was closed before the start gets a descriptor that leads nowhere. Otherwise, the next file to be
    opened would get its number, and whatever is printed.
    """
    for descriptor, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None:
            _occupy(descriptor)
    sys.stdout = _ClosedStream() if sys.stdout is None else _EscapingStream(sys.stdout)
    if sys.stderr is not None:
        sys.stderr = _EscapingStream(sys.stderr)


def flush_streams() -> None:
    """Write what is still waiting to be written; what cannot be was reported before."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()


def wants_colour(stream: TextIO | None) -> bool:
    """Return whether to colour a stream: a terminal, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or stream is None:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Return the width of the terminal in cells; 100 if there is none."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size((DEFAULT_COLUMNS, 24)).columns if is_terminal else DEFAULT_COLUMNS


class _EscapingStream(TextIOWrapper):
    """A standard stream that writes what might be obeyed in letters, and what it cannot encode, too.

    Exits silently if the reader has closed the pipe.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream.buffer, stream.encoding, "backslashreplace", write_through=True)
        # The progress bar drives the terminal. And if nobody kept the stream, it would close the descriptor.
        self.plain = stream

    def write(self, text: str, /) -> int:
        """Write a text; return its length before it was escaped."""
        with _leaving_quietly(self.plain):
            super().write(show_lines(text, colour=wants_colour(self)))
        return len(text)

    def flush(self) -> None:
        """Write what is waiting."""
        with _leaving_quietly(self.plain):
            super().flush()


class _ClosedStream(StringIO):
    """A standard stream that was closed before the start."""

    def write(self, text: str, /) -> int:
        """Fail, as the system does.

        Raises:
            OSError: always.
        """
        del text
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def plain_stream(stream: TextIO) -> TextIO:
    """Return the stream behind a guarded one, which takes everything."""
    return stream.plain if isinstance(stream, _EscapingStream) else stream


def _write_aside(text: str) -> None:
    """Write to standard error. If that fails, nobody can be told; the exit code still says how the command ended."""
    try:
        _write(sys.stderr, text)
    except OSError:
        _silence(sys.stderr)


def _write(stream: TextIO | None, text: str) -> None:
    """Write text, with characters that the stream cannot encode escaped.

    Exits silently if the reader has closed the pipe (`briefgen validate | head`).

    Raises:
        OSError: it cannot be written.
    """
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    encoding = stream.encoding or "utf-8"
    shown = show_lines(text, colour=wants_colour(stream))
    with _leaving_quietly(stream):
        stream.write(shown.encode(encoding, errors="backslashreplace").decode(encoding))
        stream.flush()


@contextmanager
def _leaving_quietly(stream: TextIO) -> Iterator[None]:
    """Exit without a word if the reader has closed the pipe."""
    try:
        yield
    except BrokenPipeError:
        _silence(stream)
        sys.exit(COULD_NOT_RUN)


def _lost_report(error: OSError) -> CommandError:
    _silence(sys.stdout)
    reason = (error.strerror or str(error)).lower()
    return CommandError(f"cannot write to standard output: {reason}", "check where it leads, and the free space there")


def _silence(stream: TextIO | None) -> None:
    """Lead a stream nowhere. Otherwise Python would report the same error again when it flushes it at exit."""
    with suppress(OSError, ValueError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _occupy(descriptor: int) -> None:
    with suppress(OSError):
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != descriptor:
            os.dup2(opened, descriptor)
            os.close(opened)
