"""Implements `briefgen build` after start-up: checks, renders and writes each issue."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from msgspec.structs import replace

from briefgen.cli.terminal import COULD_NOT_RUN, columns, plain_stream, report, say, say_fault, wants_colour
from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import FoundIssue, find_issues, find_slug, refuse_collisions
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.spelling import start_spelling
from briefgen.diagnostics import Severity
from briefgen.model import Format
from briefgen.reports.full import format_full
from briefgen.reports.summary import count, format_summary
from briefgen.reports.visible import show_path
from briefgen.worker.libraries import INSTALL_HINT, missing_libraries

if TYPE_CHECKING:
    from briefgen.cli.build import BuildOptions, StartWorker
    from briefgen.compile.writing import Written
    from briefgen.render.pdf_process import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("epub",)
MEGABYTE = 1_000_000


def build_issues(options: "BuildOptions", start_worker: "StartWorker", started: float) -> int:
    """Build the requested issues, report, and return the exit code."""
    found = find_issues(options.issues, Path.cwd(), cache=options.cache)
    if options.is_clean:
        _refuse_to_clean(found, options)
    presses = _Presses(options, start_worker)
    presses.check(found)
    if not options.watches:
        is_stopped = _build_all(found, presses, options, started)
        if options.opens:
            _open(found, options)
        return presses.exit_code(is_stopped=is_stopped)
    _build_on(found, presses, options, started)
    if options.opens:
        _open(found, options)
    from briefgen.cli.watching import watch_files  # noqa: PLC0415 - only needed for `--watch`

    say(f"watching {', '.join(_watched(found))}; stop with Ctrl-C")
    for _ in watch_files(lambda: presses.newsrooms):
        _build_on(None, presses, options, time.perf_counter())
    return 0


def _build_on(found: Sequence[FoundIssue] | None, presses: "_Presses", options: "BuildOptions", started: float) -> None:
    """Build what was found, or search again; an error is only reported, because the next save may fix it."""
    try:
        if found is None:
            found = find_issues(options.issues, Path.cwd(), cache=options.cache)
            presses.check(found)
        _build_all(found, presses, options, started)
        presses.exit_code(is_stopped=False)
    except CommandError as fault:
        say_fault(str(fault), fault.hint)


class _Presses:
    """What makes the issues of each publication, by its own settings."""

    def __init__(self, options: "BuildOptions", start_worker: "StartWorker") -> None:
        self._options = options
        self._start_worker = start_worker
        self._workers: dict[str | None, PdfWorker] = {}
        """By the settings of the computer's own fonts, which decide what a PDF looks like."""
        self._missing: tuple[str, ...] = ()
        self.newsrooms: tuple[Newsroom, ...] = ()
        """Those of the issues that were found last, with their settings."""

    def check(self, found: Sequence[FoundIssue]) -> None:
        """Look at the formats that are wanted before anything is built.

        Raises:
            CommandError: one is not known, or nothing but PDFs is wanted and they cannot be made.
        """
        newsrooms = self.newsrooms = tuple(dict.fromkeys(each.newsroom for each in found))
        wanted = [_choose_formats(self._options.formats, newsroom) for newsroom in newsrooms]
        self._missing = missing_libraries() if any("pdf" in formats for formats in wanted) else ()
        if self._missing and all(formats == ("pdf",) for formats in wanted):
            raise _no_pdf(self._missing)
        for newsroom in newsrooms:
            # The process loads its libraries while the first issue is checked.
            self.press(newsroom)

    def press(self, newsroom: Newsroom) -> CompileOptions:
        """Return what makes the issues of a publication."""
        formats = _choose_formats(self._options.formats, newsroom)
        return CompileOptions(
            formats,
            self._worker(newsroom) if "pdf" in formats and not self._missing else None,
            self._options.cache,
            is_draft=self._options.is_draft,
            stops_at=_least_stopping_severity(self._options),
        )

    def exit_code(self, *, is_stopped: bool) -> int:
        """Return how a build ends, after saying what no PDF could be made without."""
        if self._missing:
            say_fault(str(fault := _no_pdf(self._missing)), fault.hint)
        return COULD_NOT_RUN if self._missing else int(is_stopped)

    def _worker(self, newsroom: Newsroom) -> "PdfWorker":
        settings = os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
        system_fonts = settings if newsroom.style.has_system_fonts else None
        if system_fonts not in self._workers:
            self._workers[system_fonts] = self._start_worker(system_fonts)
        return self._workers[system_fonts]


def _least_stopping_severity(options: "BuildOptions") -> Severity:
    """Return the minimum severity of diagnostics that prevent rendering."""
    return Severity.WARNING if options.is_strict else Severity.ERROR


def _output_folder(options: "BuildOptions", newsroom: Newsroom) -> Path:
    """Return the parent folder of the issues' output folders."""
    return options.output or (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"


def _build_all(found: Sequence[FoundIssue], presses: _Presses, options: "BuildOptions", started: float) -> bool:
    """Build and write every issue, report, and return whether diagnostics prevented any from being built.

    Raises:
        CommandError: two issues would be written to one folder, before anything is; or one could not be made.
    """
    from briefgen.compile.emit import check_own_templates  # noqa: PLC0415 - it imports the renderers
    from briefgen.compile.pipeline import compile_issue, write_issue  # noqa: PLC0415
    from briefgen.compile.writing import check_output_folder  # noqa: PLC0415

    for newsroom in dict.fromkeys(each.newsroom for each in found):
        check_output_folder(_output_folder(options, newsroom), within=(Path.cwd(), newsroom.root))
    refuse_collisions((each, _output_folder(options, each.newsroom)) for each in found)
    with start_spelling(found) as spelling:
        results: list[CompiledIssue] = []
        newsrooms = dict.fromkeys(each.newsroom for each in found)
        lines = [f"warning: {remark}" for newsroom in newsrooms for remark in check_own_templates(newsroom)]
        with _progress(len(found), wanted=any(presses.press(each.newsroom).worker for each in found)) as advance:
            for newsroom, path, is_named in found:
                compiled = compile_issue(newsroom, path, replace(presses.press(newsroom), skips_drafts=not is_named))
                results.append(compiled)
                written = write_issue(compiled, _output_folder(options, newsroom)) if compiled.outputs else None
                lines += [f"note: {compiled.slug}: {remark}" for remark in compiled.remarks]
                lines += _format_result(compiled, written)
                advance()
    if options.is_clean:
        lines += _clean(found, options)
    diagnostics = list(dict.fromkeys(each for compiled in results for each in compiled.diagnostics))
    shown = [each for each in diagnostics if each.severity is not Severity.NOTE]
    report(format_full(shown, columns=columns(), colour=wants_colour(sys.stdout)))
    for line in lines:
        say(line)
    spelling.report(say)
    counts = count(diagnostics, [compiled.manuscript for compiled in results])
    say(format_summary(counts, time.perf_counter() - started).rstrip())
    return not options.is_draft and any(
        each.severity.reaches(_least_stopping_severity(options)) for each in diagnostics
    )


def _format_result(compiled: CompiledIssue, written: "Written | None") -> Iterator[str]:
    if compiled.is_skipped:
        yield f"skipped {format_path(real_path(compiled.path))}: it has `draft: true`; name it to build it"
        return
    if written is None:
        yield f"{show_path(format_path(real_path(compiled.path)))}: not built; fix the errors, or use --draft"
        return
    files = [output for output in compiled.outputs if not output.path.startswith("images/")]
    names = ", ".join(f"{output.path} {_format_size(len(output.content))}" for output in files)
    folder = format_path(real_path(written.folder))
    yield f"wrote {folder}/ ({names})"
    if not written.is_confirmed:
        yield f"warning: the disk does not confirm {folder}/; after a power failure, build it again"
    # A picture that an issue no longer shows goes without a word; a format that somebody made may be missed.
    removed = [name for name in written.removed if not name.startswith("images/")]
    if removed:
        yield f"removed from {folder}/: {', '.join(removed)}; to keep them, name their formats too"


def _refuse_to_clean(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Refuse to remove anything from a folder that may be shared with others.

    Raises:
        CommandError: such a folder is named, or an issue belongs to no publication.
    """
    if options.output is not None:
        message = "`--clean` works in a publication's own `dist/` only"
        raise CommandError(message, f"what else lies in `{options.output}` may be another's: delete it yourself there")
    alone = next((each.path for each in found if not each.newsroom.is_publication), None)
    if alone is not None:
        message = f"`{format_path(alone)}` belongs to no publication, so nobody knows which issues are gone"
        raise CommandError(message, "leave `--clean` out")


def _clean(found: Sequence[FoundIssue], options: "BuildOptions") -> Iterator[str]:
    """Remove the outputs of issues that are gone, and say of what."""
    from briefgen.compile.cleaning import clean_outputs  # noqa: PLC0415 - only needed for `--clean`

    for newsroom in dict.fromkeys(each.newsroom for each in found):
        slugs = frozenset(map(find_slug, newsroom.issue_paths))
        for folder, kept_for in clean_outputs(_output_folder(options, newsroom), slugs):
            shown = format_path(folder)
            yield f"kept {shown}/, of no issue: {kept_for}" if kept_for else f"removed {shown}/: its issue is gone"


def _choose_formats(asked: tuple[str, ...], newsroom: Newsroom) -> tuple[Format, ...]:
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


def _no_pdf(missing: tuple[str, ...]) -> CommandError:
    return CommandError(f"no PDF was made: this machine lacks {', '.join(missing)}", INSTALL_HINT)


@contextmanager
def _progress(total: int, *, wanted: bool) -> Iterator[Callable[[], object]]:
    """Show a bar on a terminal where the work is long; say nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty() or (total == 1 and not wanted):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - takes 130 ms, and only terminals need it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    shown = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # The bar hides the cursor, so Ctrl-C must let it end.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with Progress(*shown, console=Console(file=plain_stream(sys.stderr)), transient=True) as bar:
            task = bar.add_task("building", total=total)
            yield lambda: bar.advance(task)
    finally:
        signal.signal(signal.SIGINT, before)


def _open(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Show the first issue's page, or its PDF where no page was made."""
    folder = _output_folder(options, found[0].newsroom) / find_slug(found[0].path)
    page = next((file for file in (folder / "index.html", *folder.glob("*.pdf")) if file.exists()), None)
    if page is not None:
        import webbrowser  # noqa: PLC0415 - only needed for `--open`

        webbrowser.open(real_path(page).as_uri())


def _watched(found: Sequence[FoundIssue]) -> list[str]:
    """Return where changes are looked for, as it is said: a publication, or a lone issue's folder."""
    newsrooms = dict.fromkeys(each.newsroom for each in found)
    return sorted({format_path(newsroom.root) for newsroom in newsrooms})


def _format_size(size: int) -> str:
    """Return a count of bytes in kB or MB, as file managers show it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / 1000:.0f} kB"
