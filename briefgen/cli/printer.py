"""The process that prints PDFs, started before everything else: it loads WeasyPrint while Typer loads here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.cli.terminal import cache_folder

if TYPE_CHECKING:
    from briefgen.render import PdfWorker

_started: "list[PdfWorker]" = []


@contextmanager
def early_printer(words: Sequence[str]) -> Iterator[None]:
    """Start the process if the words of the command line ask for a PDF, and end it with the command."""
    if not may_want_pdf(words):
        yield
        return
    from briefgen.render import PdfWorker, missing_libraries  # noqa: PLC0415 - only where a PDF is made

    if missing_libraries():
        yield
        return
    with PdfWorker(cache_folder=cache_folder()) as worker:
        _started.append(worker)
        yield


def take_printer() -> "PdfWorker | None":
    """Return the process that was started early, once."""
    return _started.pop() if _started else None


def may_want_pdf(words: Sequence[str]) -> bool:
    """Say whether a command line looks like one that makes a PDF; a wrong guess costs a process and nothing else.

    A fresh build is none: its process must not use the cache.
    """
    if words[:1] != ["build"] or {"--force", "-h", "--help"} & set(words):
        return False
    asked = [word for word in words[1:] if word.startswith(("-f", "--format"))]
    return not asked or any("pdf" in word or "all" in word for word in words[1:])
