"""The process that prints: limits itself, loads WeasyPrint, then answers one job after another."""

import ctypes.util
import os
import resource
import select
import sys
from types import ModuleType
from typing import IO, TYPE_CHECKING, Final

from briefgen.render.frames import BrokenFrame, read_frame, write_frame
from briefgen.render.libraries import library_names, missing_libraries

if TYPE_CHECKING:
    from briefgen.render.press.printer import Sheet

_MIB: Final = 1024 * 1024


def main() -> None:
    """Serve jobs from standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, int(os.environ["BRIEFGEN_MEMORY"]))
    _answer_look_ups()
    _leave_out_subsetter()
    # WeasyPrint is imported now, while the parent still reads the issue.
    from briefgen.render.press import printer  # noqa: PLC0415

    if not select.select([sys.stdin], [], [], 0)[0]:
        printer.warm_up()
    while True:
        try:
            head, files = read_frame(sys.stdin.buffer)
        except BrokenFrame:
            return
        _limit_processor(int(os.environ["BRIEFGEN_SECONDS"]))
        _answer(answers, printer.print_page, head, files)


def _answer(answers: IO[bytes], print_page: "Sheet", head: dict[str, object], files: dict[str, bytes]) -> None:
    try:
        pdf, pages, missing = print_page(head, files)
    except Exception as error:  # noqa: BLE001 - layout may fail in any way; the parent then prints a plain page.
        message = f"layout failed: {type(error).__name__}: {error}".rstrip(": ")
        write_frame(answers, {"fault": message, "in_layout": True}, {})
    else:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        write_frame(answers, {"pages": pages, "missing": "".join(missing), "peak_memory": peak}, {"pdf": pdf})


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


def _answer_look_ups() -> None:
    """Answer cffi's questions for shared libraries at once.

    The stock look-up starts ldconfig, gcc and ld for every name that it is asked, some 86 processes for
    WeasyPrint. The answers here are the sonames themselves, which the loader finds; a name that is not
    among them goes the stock way. WeasyPrint asks `libpango-1.0-0` for `libpango-1.0.so.0`.
    """
    stock = ctypes.util.find_library
    known = {name.split(".so")[0]: name for name in library_names()}

    def find_library(name: str) -> str | None:
        stem = name if name.startswith("lib") else f"lib{name}"
        if stem.startswith("libharfbuzz-vector"):
            # It draws colour glyphs, which no bundled face has, and Debian 12 does not know it.
            return None
        return known.get(stem) or known.get(stem.rpartition("-")[0]) or stock(name)

    ctypes.util.find_library = find_library


def _leave_out_subsetter() -> None:
    """Spare the import of fontTools' subsetter where HarfBuzz subsets the fonts.

    WeasyPrint imports it in any case, a quarter of its whole import, and calls it only without HarfBuzz;
    the instancer is for variable faces, and none is bundled.
    """
    if not sys.platform.startswith("linux") or missing_libraries():
        return
    for name in ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer"):
        sys.modules[name] = ModuleType(name)
    sys.modules["fontTools.varLib.instancer"].__dict__["instantiateVariableFont"] = None
