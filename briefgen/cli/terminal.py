"""Terminal properties, and output: reports to standard output, everything else to standard error."""

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

DEFAULT_COLUMNS = 100
COULD_NOT_RUN = 2


def say(text: str) -> None:
    """Print a line of progress or advice to standard error."""
    _write(sys.stderr, text + "\n")


def report(text: str) -> None:
    """Print a part of a report to standard output."""
    _write(sys.stdout, text)


def say_fault(message: str, hint: str) -> None:
    """Print why briefgen cannot run, and what to do."""
    from briefgen.reports.terminal_width import show  # noqa: PLC0415 - `--help` must not import the reports

    label = "\x1b[1;31merror\x1b[0m" if wants_colour(sys.stderr) else "error"
    _write(sys.stderr, f"{label}: {show(message)}\n" + (f"  = help: {show(hint)}\n" if hint else ""))


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour a stream: a terminal, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Return the width of the terminal in cells; 100 if there is none."""
    return shutil.get_terminal_size((DEFAULT_COLUMNS, 24)).columns if sys.stdout.isatty() else DEFAULT_COLUMNS


def cache_folder() -> Path | None:
    """Return briefgen's cache folder, or None if there is no home folder."""
    named = os.environ.get("BRIEFGEN_CACHE") or os.environ.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        return Path(named) if os.environ.get("BRIEFGEN_CACHE") else Path(named) / "briefgen"
    home = os.environ.get("HOME")
    return Path(home) / ".cache" / "briefgen" if home else None


def _write(stream: TextIO, text: str) -> None:
    """Write text, with characters that the stream cannot encode escaped, so that reports never fail.

    Exits silently if the reader has closed the pipe (`briefgen validate | head`).
    """
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, errors="backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # Otherwise Python would report the error again when it flushes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        sys.exit(COULD_NOT_RUN)
