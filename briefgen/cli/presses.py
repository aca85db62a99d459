"""How the issues of each publication are built: by its settings, and the options of the command line."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from briefgen.cli.terminal import COULD_NOT_RUN, say_fault
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.diagnostics import Severity
from briefgen.model import Format
from briefgen.worker.libraries import INSTALL_HINT, missing_libraries

if TYPE_CHECKING:
    from briefgen.cli.build import BuildOptions, MakeWorker
    from briefgen.render.pdf_process import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("epub",)


class Presses:
    """What makes the issues of each publication, by its own settings."""

    def __init__(self, options: "BuildOptions", make_worker: "MakeWorker") -> None:
        self._options = options
        self._make_worker = make_worker
        self._workers: dict[str | None, PdfWorker] = {}
        """By the settings of the computer's own fonts, which decide what a PDF looks like."""
        self._missing: tuple[str, ...] = ()
        self._partial: frozenset[Newsroom] = frozenset()
        """Those of which single issues were named."""
        self.newsrooms: tuple[Newsroom, ...] = ()
        """Those of the issues that were found last, with their settings."""

    def check(self, found: Sequence[FoundIssue]) -> None:
        """Look at the formats that are wanted before anything is built.

        Raises:
            CommandError: one is not known, or nothing but PDFs is wanted and they cannot be made.
        """
        newsrooms = self.newsrooms = tuple(dict.fromkeys(each.newsroom for each in found))
        self._partial = frozenset(each.newsroom for each in found if each.is_named)
        wanted = [choose_formats(self._options.formats, newsroom) for newsroom in newsrooms]
        self._missing = missing_libraries() if any("pdf" in formats for formats in wanted) else ()
        if self._missing and all(formats == ("pdf",) for formats in wanted):
            raise no_pdf(self._missing)

    def start(self, newsrooms: Iterable[Newsroom]) -> None:
        """Start the processes that print PDFs, which load their libraries while the first issue is checked."""
        for newsroom in newsrooms:
            worker = self.press(newsroom).worker
            if worker is not None:
                worker.start()

    def close(self) -> None:
        """End the processes that print PDFs; the next PDF starts one anew."""
        for worker in self._workers.values():
            worker.close()

    def press(self, newsroom: Newsroom) -> CompileOptions:
        """Return what makes the issues of a publication."""
        formats = choose_formats(self._options.formats, newsroom)
        return CompileOptions(
            formats,
            self._worker(newsroom) if "pdf" in formats and not self._missing else None,
            self._options.cache,
            is_draft=self._options.is_draft,
            shares=self._shares(newsroom),
            publishes=self._options.publishes,
            stops_at=least_stopping_severity(self._options),
        )

    def is_whole(self, newsroom: Newsroom) -> bool:
        """Return whether all issues of a publication were meant, so that its site is made as well."""
        return newsroom.is_publication and newsroom not in self._partial and not self.is_crowded

    @property
    def is_crowded(self) -> bool:
        """Whether several publications are built into one folder, which can have no site of all of them."""
        return self._options.output is not None and len(self.newsrooms) > 1

    def _shares(self, newsroom: Newsroom) -> bool | None:
        """Return whether web pages share files with a site; None if that depends on whether there is one."""
        if self._options.is_standalone:
            return False
        return True if self.is_whole(newsroom) else None

    def exit_code(self, code: int) -> int:
        """Return how a build ends that would end with `code`, after saying what no PDF could be made without."""
        if self._missing:
            say_fault(str(fault := no_pdf(self._missing)), fault.hint)
        return COULD_NOT_RUN if self._missing else code

    def _worker(self, newsroom: Newsroom) -> "PdfWorker":
        settings = os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
        system_fonts = settings if newsroom.style.has_system_fonts else None
        if system_fonts not in self._workers:
            self._workers[system_fonts] = self._make_worker(system_fonts)
        return self._workers[system_fonts]


def least_stopping_severity(options: "BuildOptions") -> Severity:
    """Return the minimum severity of diagnostics that prevent rendering."""
    return Severity.WARNING if options.is_strict else Severity.ERROR


def output_folder(options: "BuildOptions", newsroom: Newsroom) -> Path:
    """Return the parent folder of the issues' output folders."""
    return options.output or (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"


def choose_formats(asked: tuple[str, ...], newsroom: Newsroom) -> tuple[Format, ...]:
    """Return the formats to build, in the order in which they are made.

    Raises:
        CommandError: a format is not known, or not yet made.
    """
    words = asked or newsroom.publication.build.formats
    for word in words:
        if word in LATER:
            message = f"the format `{word}` is not supported yet"
            raise CommandError(message, f"this version supports {', '.join(FORMATS)}")
        if word not in {*FORMATS, "all"}:
            message = f"there is no format `{word}`"
            raise CommandError(message, f"choose from {', '.join(FORMATS)}, all")
    return tuple(each for each in FORMATS if each in words or "all" in words)


def no_pdf(missing: tuple[str, ...]) -> CommandError:
    """Return the error for a machine on which PDFs cannot be made."""
    return CommandError(f"no PDF was made: this machine lacks {', '.join(missing)}", INSTALL_HINT)
