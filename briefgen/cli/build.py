"""`briefgen build`: validates, then renders."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from briefgen.build.documents import format_path
from briefgen.build.faults import CommandFault
from briefgen.build.loading import Found, Newsroom, find_issues
from briefgen.build.press import Built, Press
from briefgen.cli.calls import BuildCall, split
from briefgen.cli.printer import take_printer
from briefgen.cli.terminal import cache_folder, columns, report, say, say_fault, wants_colour
from briefgen.diagnostics import Severity
from briefgen.model import Format
from briefgen.reports.full import format_full
from briefgen.reports.summary import count, format_summary

if TYPE_CHECKING:
    from briefgen.render import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("email", "text", "epub")
COULD_NOT_RUN = 2
MEGABYTE = 1_000_000


def run_build(call: BuildCall) -> int:
    """Build the issues that are ordered, report, and return the exit code."""
    started = time.perf_counter()
    found = find_issues(call.issues or [], Path.cwd(), cache=_cache(call))
    formats = _choose_formats(split(call.formats), found)
    missing = _missing_libraries() if "pdf" in formats else ()
    if missing and formats == ("pdf",):
        raise _no_pdf(missing)
    with _worker(call, wanted="pdf" in formats and not missing) as worker:
        press = _set_up(found, call, formats, worker)
        is_stopped = _build_all(found, press, call, started)
        if missing:
            say_fault(str(fault := _no_pdf(missing)), fault.hint)
        if call.open_page:
            _open(found, call)
        if call.watch:
            _watch(found, press, call)
    return COULD_NOT_RUN if missing else int(is_stopped)


def _stops_at(call: BuildCall) -> Severity:
    """Return the least severity that keeps an issue from being built."""
    return Severity.WARNING if call.strict else Severity.ERROR


def _cache(call: BuildCall) -> Path | None:
    """Return where to keep what can be made again; nowhere for a fresh build."""
    return None if call.force else cache_folder()


def _shelf(call: BuildCall, newsroom: Newsroom) -> Path:
    """Return the folder that holds the folders of issues."""
    return call.output or (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"


@contextmanager
def _worker(call: BuildCall, *, wanted: bool) -> "Iterator[PdfWorker | None]":
    """Lend the process that prints PDFs, started by now unless the command line hid that one is wanted."""
    if not wanted:
        yield None
        return
    early = take_printer()
    if early is not None:
        yield early
        return
    from briefgen.render import PdfWorker  # noqa: PLC0415 - only where a PDF is made

    with PdfWorker(cache_folder=_cache(call)) as worker:
        yield worker


def _set_up(found: Sequence[Found], call: BuildCall, formats: tuple[Format, ...], worker: "PdfWorker | None") -> Press:
    return Press(
        formats,
        worker,
        _cache(call),
        is_draft=call.draft,
        stops_at=_stops_at(call),
        # The process that prints PDFs has the second processor already.
        checks_beside=len(found) == 1 and worker is None,
    )


def _build_all(found: Sequence[Found], press: Press, call: BuildCall, started: float) -> bool:
    """Build and write every issue, report, and say whether diagnostics stopped one."""
    from briefgen.build.issue import build_issue, write_issue  # noqa: PLC0415

    results: list[Built] = []
    lines: list[str] = []
    with _progress(len(found), wanted=press.worker is not None) as advance:
        for newsroom, path in found:
            built = build_issue(newsroom, path, press)
            results.append(built)
            folder = write_issue(built, _shelf(call, newsroom)) if built.outputs else None
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
    return not call.draft and any(each.severity.reaches(_stops_at(call)) for each in diagnostics)


def _format_result(built: "Built", folder: Path | None) -> str:
    if folder is None:
        return f"{format_path(built.path.resolve())}: not built; mend the errors, or use --draft"
    files = [output for output in built.outputs if not output.path.startswith("images/")]
    names = ", ".join(f"{output.path} {_format_size(len(output.content))}" for output in files)
    return f"wrote {format_path(folder.resolve())}/ ({names})"


def _choose_formats(asked: tuple[str, ...], found: Sequence[Found]) -> tuple[Format, ...]:
    """Return the formats to build, in the order in which they are made.

    Raises:
        CommandFault: a format is not known, or not yet made.
    """
    words = asked or (found[0][0].publication.build.formats if found else FORMATS)
    for word in words:
        if word in LATER:
            message = f"the format `{word}` is not made yet"
            raise CommandFault(message, f"this version makes {', '.join(FORMATS)}")
        if word not in {*FORMATS, "all"}:
            message = f"there is no format `{word}`"
            raise CommandFault(message, f"choose from {', '.join(FORMATS)}, all")
    return tuple(each for each in FORMATS if each in words or "all" in words)


def _missing_libraries() -> tuple[str, ...]:
    from briefgen.render import missing_libraries  # noqa: PLC0415

    return missing_libraries()


def _no_pdf(missing: tuple[str, ...]) -> CommandFault:
    from briefgen.render import INSTALL_HINT  # noqa: PLC0415

    return CommandFault(f"no PDF was made: this machine lacks {', '.join(missing)}", INSTALL_HINT)


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


def _open(found: Sequence[Found], call: BuildCall) -> None:
    """Show the first issue's page, or its PDF where no page was made."""
    newsroom, path = found[0]
    folder = _shelf(call, newsroom) / path.stem
    page = next((file for file in (folder / "index.html", *folder.glob("*.pdf")) if file.exists()), None)
    if page is not None:
        import webbrowser  # noqa: PLC0415 - only where it is asked for

        webbrowser.open(page.resolve().as_uri())


def _watch(found: Sequence[Found], press: Press, call: BuildCall) -> None:
    """Build again after every change, until interrupted."""
    from watchfiles import watch  # noqa: PLC0415 - 30 ms that only watching needs

    folders = {folder for newsroom, _ in found for folder in (newsroom.issues_folder, newsroom.templates) if folder}
    say(f"watching {', '.join(sorted(format_path(folder) for folder in folders))}; stop with Ctrl-C")
    for _ in watch(*folders, raise_interrupt=False):
        try:
            _build_all(found, press, call, time.perf_counter())
        except CommandFault as fault:
            say_fault(str(fault), fault.hint)


def _format_size(size: int) -> str:
    """Return a count of bytes in kB or MB, as file managers show it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / 1000:.0f} kB"
