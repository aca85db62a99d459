"""Implements `briefgen build` after start-up: checks, renders and writes each issue."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from briefgen.cli.terminal import COULD_NOT_RUN, columns, report, say, say_fault, wants_colour
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import FoundIssue, find_issues
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.diagnostics import Severity
from briefgen.model import Format
from briefgen.pdf_worker.libraries import INSTALL_HINT, missing_libraries
from briefgen.reports.full import format_full
from briefgen.reports.summary import count, format_summary

if TYPE_CHECKING:
    from briefgen.cli.build import BuildOptions, StartWorker
    from briefgen.compile.compiled_issue import CompiledIssue
    from briefgen.render.pdf_process import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("email", "text", "epub")
MEGABYTE = 1_000_000


def build_issues(options: "BuildOptions", start_worker: "StartWorker", started: float) -> int:
    """Build the requested issues, report, and return the exit code."""
    found = find_issues(options.issues, Path.cwd(), cache=options.cache)
    formats = _choose_formats(options.formats, found)
    missing = missing_libraries() if "pdf" in formats else ()
    if missing and formats == ("pdf",):
        raise _no_pdf(missing)
    worker = start_worker(_find_system_fonts(found)) if "pdf" in formats and not missing else None
    settings = _set_up(options, formats, worker)
    is_stopped = _build_all(found, settings, options, started)
    if missing:
        say_fault(str(fault := _no_pdf(missing)), fault.hint)
    if options.opens:
        _open(found, options)
    if options.watches:
        _watch(found, settings, options)
    return COULD_NOT_RUN if missing else int(is_stopped)


def _least_stopping_severity(options: "BuildOptions") -> Severity:
    """Return the minimum severity of diagnostics that prevent rendering."""
    return Severity.WARNING if options.is_strict else Severity.ERROR


def _output_folder(options: "BuildOptions", newsroom: Newsroom) -> Path:
    """Return the parent folder of the issues' output folders."""
    return options.output or (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"


def _find_system_fonts(found: Sequence[FoundIssue]) -> str | None:
    """Return the path of the system's fontconfig file if a publication uses system fonts."""
    if not any(newsroom.style.has_system_fonts for newsroom, _ in found):
        return None
    return os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"


def _set_up(options: "BuildOptions", formats: tuple[Format, ...], worker: "PdfWorker | None") -> CompileOptions:
    return CompileOptions(
        formats,
        worker,
        options.cache,
        is_draft=options.is_draft,
        skips_drafts=not options.issues,
        stops_at=_least_stopping_severity(options),
    )


def _build_all(found: Sequence[FoundIssue], settings: CompileOptions, options: "BuildOptions", started: float) -> bool:
    """Build and write every issue, report, and return whether diagnostics prevented any from being built."""
    from briefgen.compile.pipeline import compile_issue, write_issue  # noqa: PLC0415

    results: list[CompiledIssue] = []
    lines: list[str] = []
    with _progress(len(found), wanted=settings.worker is not None) as advance:
        for newsroom, path in found:
            compiled = compile_issue(newsroom, path, settings)
            results.append(compiled)
            folder = write_issue(compiled, _output_folder(options, newsroom)) if compiled.outputs else None
            lines += [f"note: {compiled.slug}: {remark}" for remark in compiled.remarks]
            lines.append(_format_result(compiled, folder))
            advance()
    diagnostics = list(dict.fromkeys(each for compiled in results for each in compiled.diagnostics))
    shown = [each for each in diagnostics if each.severity is not Severity.NOTE]
    report(format_full(shown, columns=columns(), colour=wants_colour(sys.stdout)))
    for line in lines:
        say(line)
    counts = count(diagnostics, [compiled.manuscript for compiled in results])
    say(format_summary(counts, time.perf_counter() - started).rstrip())
    return not options.is_draft and any(
        each.severity.reaches(_least_stopping_severity(options)) for each in diagnostics
    )


def _format_result(compiled: "CompiledIssue", folder: Path | None) -> str:
    if compiled.is_skipped:
        return f"skipped {format_path(compiled.path.resolve())}: it has `draft: true`; name it to build it"
    if folder is None:
        return f"{format_path(compiled.path.resolve())}: not built; fix the errors, or use --draft"
    files = [output for output in compiled.outputs if not output.path.startswith("images/")]
    names = ", ".join(f"{output.path} {_format_size(len(output.content))}" for output in files)
    return f"wrote {format_path(folder.resolve())}/ ({names})"


def _choose_formats(asked: tuple[str, ...], found: Sequence[FoundIssue]) -> tuple[Format, ...]:
    """Return the formats to build, in a fixed order.

    Raises:
        CommandError: a format is unknown, or not supported yet.
    """
    words = asked or (found[0][0].publication.build.formats if found else FORMATS)
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
    """Show a progress bar on a terminal if the build takes long; otherwise show nothing."""
    if not sys.stderr.isatty() or (total == 1 and not wanted):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - 130 ms that only a terminal pays
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    shown = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("building", total=total)
        yield lambda: bar.advance(task)


def _open(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Open the first issue's page in the browser, or its PDF if there is no page."""
    newsroom, path = found[0]
    folder = _output_folder(options, newsroom) / path.stem
    page = next((file for file in (folder / "index.html", *folder.glob("*.pdf")) if file.exists()), None)
    if page is not None:
        import webbrowser  # noqa: PLC0415 - only where it is asked for

        webbrowser.open(page.resolve().as_uri())


def _watch(found: Sequence[FoundIssue], settings: CompileOptions, options: "BuildOptions") -> None:
    """Rebuild after every change, until interrupted."""
    from watchfiles import watch  # noqa: PLC0415 - 30 ms that only watching needs

    folders = {folder for newsroom, _ in found for folder in (newsroom.issues_folder, newsroom.templates) if folder}
    say(f"watching {', '.join(sorted(format_path(folder) for folder in folders))}; stop with Ctrl-C")
    for _ in watch(*folders, raise_interrupt=False):
        try:
            _build_all(found, settings, options, time.perf_counter())
        except CommandError as fault:
            say_fault(str(fault), fault.hint)


def _format_size(size: int) -> str:
    """Format a number of bytes in kB or MB, as file managers do."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / 1000:.0f} kB"
