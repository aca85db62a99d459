"""Building the issues that a command names: each is checked, rendered and written."""

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
from briefgen.compile.loading import Found, Newsroom, find_issues
from briefgen.compile.options import CompiledIssue, CompileOptions
from briefgen.diagnostics import Severity
from briefgen.model import Format
from briefgen.pdf_worker.libraries import INSTALL_HINT, missing_libraries
from briefgen.reports.full import format_full
from briefgen.reports.summary import count, format_summary

if TYPE_CHECKING:
    from briefgen.cli.build import BuildOptions, StartWorker
    from briefgen.render.pdf_process import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("email", "text", "epub")
MEGABYTE = 1_000_000


def build_issues(options: "BuildOptions", start_worker: "StartWorker", started: float) -> int:
    """Build the issues that are ordered, report, and return the exit code."""
    found = find_issues(options.issues, Path.cwd(), cache=options.cache)
    formats = _choose_formats(options.formats, found)
    missing = missing_libraries() if "pdf" in formats else ()
    if missing and formats == ("pdf",):
        raise _no_pdf(missing)
    worker = start_worker(_find_system_fonts(found)) if "pdf" in formats and not missing else None
    press = _set_up(options, formats, worker)
    is_stopped = _build_all(found, press, options, started)
    if missing:
        say_fault(str(fault := _no_pdf(missing)), fault.hint)
    if options.opens:
        _open(found, options)
    if options.watches:
        _watch(found, press, options)
    return COULD_NOT_RUN if missing else int(is_stopped)


def _stops_at(options: "BuildOptions") -> Severity:
    """Return the least severity that keeps an issue from being built."""
    return Severity.WARNING if options.is_strict else Severity.ERROR


def _shelf(options: "BuildOptions", newsroom: Newsroom) -> Path:
    """Return the folder that holds the folders of issues."""
    return options.output or (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"


def _find_system_fonts(found: Sequence[Found]) -> str | None:
    """Return the settings of the computer's own fonts where a publication asks for these."""
    if not any(newsroom.fonts.has_system for newsroom, _ in found):
        return None
    return os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"


def _set_up(options: "BuildOptions", formats: tuple[Format, ...], worker: "PdfWorker | None") -> CompileOptions:
    return CompileOptions(
        formats,
        worker,
        options.cache,
        is_draft=options.is_draft,
        stops_at=_stops_at(options),
    )


def _build_all(found: Sequence[Found], press: CompileOptions, options: "BuildOptions", started: float) -> bool:
    """Build and write every issue, report, and say whether diagnostics stopped one."""
    from briefgen.compile.pipeline import compile_issue, write_issue  # noqa: PLC0415

    results: list[CompiledIssue] = []
    lines: list[str] = []
    with _progress(len(found), wanted=press.worker is not None) as advance:
        for newsroom, path in found:
            built = compile_issue(newsroom, path, press)
            results.append(built)
            folder = write_issue(built, _shelf(options, newsroom)) if built.outputs else None
            lines += [f"note: {built.slug}: {remark}" for remark in built.remarks]
            lines.append(_format_result(built, folder))
            advance()
    diagnostics = list(dict.fromkeys(each for built in results for each in built.diagnostics))
    shown = [each for each in diagnostics if each.severity is not Severity.NOTE]
    report(format_full(shown, columns=columns(), colour=wants_colour(sys.stdout)))
    for line in lines:
        say(line)
    counts = count(diagnostics, [built.manuscript for built in results])
    say(format_summary(counts, time.perf_counter() - started).rstrip())
    return not options.is_draft and any(each.severity.reaches(_stops_at(options)) for each in diagnostics)


def _format_result(built: "CompiledIssue", folder: Path | None) -> str:
    if folder is None:
        return f"{format_path(built.path.resolve())}: not built; fix the errors, or use --draft"
    files = [output for output in built.outputs if not output.path.startswith("images/")]
    names = ", ".join(f"{output.path} {_format_size(len(output.content))}" for output in files)
    return f"wrote {format_path(folder.resolve())}/ ({names})"


def _choose_formats(asked: tuple[str, ...], found: Sequence[Found]) -> tuple[Format, ...]:
    """Return the formats to build, in the order in which they are made.

    Raises:
        CommandError: a format is not known, or not yet made.
    """
    words = asked or (found[0][0].publication.build.formats if found else FORMATS)
    for word in words:
        if word in LATER:
            message = f"the format `{word}` is not made yet"
            raise CommandError(message, f"this version makes {', '.join(FORMATS)}")
        if word not in {*FORMATS, "all"}:
            message = f"there is no format `{word}`"
            raise CommandError(message, f"choose from {', '.join(FORMATS)}, all")
    return tuple(each for each in FORMATS if each in words or "all" in words)


def _no_pdf(missing: tuple[str, ...]) -> CommandError:
    return CommandError(f"no PDF was made: this machine lacks {', '.join(missing)}", INSTALL_HINT)


@contextmanager
def _progress(total: int, *, wanted: bool) -> Iterator[Callable[[], object]]:
    """Show a bar on a terminal where the work is long; say nothing elsewhere."""
    if not sys.stderr.isatty() or (total == 1 and not wanted):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - 130 ms that only a terminal pays
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    shown = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("building", total=total)
        yield lambda: bar.advance(task)


def _open(found: Sequence[Found], options: "BuildOptions") -> None:
    """Show the first issue's page, or its PDF where no page was made."""
    newsroom, path = found[0]
    folder = _shelf(options, newsroom) / path.stem
    page = next((file for file in (folder / "index.html", *folder.glob("*.pdf")) if file.exists()), None)
    if page is not None:
        import webbrowser  # noqa: PLC0415 - only where it is asked for

        webbrowser.open(page.resolve().as_uri())


def _watch(found: Sequence[Found], press: CompileOptions, options: "BuildOptions") -> None:
    """Build again after every change, until interrupted."""
    from watchfiles import watch  # noqa: PLC0415 - 30 ms that only watching needs

    folders = {folder for newsroom, _ in found for folder in (newsroom.issues_folder, newsroom.templates) if folder}
    say(f"watching {', '.join(sorted(format_path(folder) for folder in folders))}; stop with Ctrl-C")
    for _ in watch(*folders, raise_interrupt=False):
        try:
            _build_all(found, press, options, time.perf_counter())
        except CommandError as fault:
            say_fault(str(fault), fault.hint)


def _format_size(size: int) -> str:
    """Return a count of bytes in kB or MB, as file managers show it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / 1000:.0f} kB"
