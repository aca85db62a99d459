"""`briefgen build`: validates, then renders."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, get_args

import typer

from briefgen.build.faults import CommandFault
from briefgen.build.loading import Newsroom, find_issues, format_path
from briefgen.cli.arguments import Issues, Strict, split_words
from briefgen.cli.terminal import cache_folder, columns, report, say, wants_colour
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model import Format
from briefgen.reports import count, format_full, format_summary

if TYPE_CHECKING:
    from briefgen.build.issue import Built, Press
    from briefgen.render import PdfWorker

FORMATS: tuple[Format, ...] = get_args(Format)
LATER = ("email", "text", "epub")
COULD_NOT_RUN = 2


class Progress(Protocol):
    """Told when an issue is done."""

    def __call__(self) -> None:
        """Count one issue."""


def build(
    issues: Issues = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="html, markdown, pdf or all; repeat it or use commas.", metavar="FORMAT"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder to write to.", metavar="DIR")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Build in spite of errors, marked as a draft.")] = False,
    strict: Strict = False,
    watch: Annotated[bool, typer.Option("--watch", help="Build again whenever a file changes.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Show the result when it is built.")] = False,
) -> None:
    """Check issues and write their web page, Markdown and PDF."""
    started = time.perf_counter()
    found = find_issues(issues or [], Path.cwd())
    job = _Job(found, _choose_formats(formats, found), output, draft=draft, strict=strict)
    with job.press() as press:
        code = job.run(press, started)
        if open_page:
            _open(job)
        if watch:
            _watch(job, press)
    if code:
        raise typer.Exit(code)


class _Job:
    """One call of `build`."""

    def __init__(
        self,
        found: Sequence[tuple[Newsroom, Path]],
        formats: tuple[Format, ...],
        output: Path | None,
        *,
        draft: bool,
        strict: bool,
    ) -> None:
        self.found = found
        self.formats = formats
        self.output = output
        self.draft = draft
        self.strict = strict
        self.written: list[Path] = []
        self.missing = _missing_libraries() if "pdf" in formats else ()

    @contextmanager
    def press(self) -> "Iterator[dict[Newsroom, Press]]":
        """Start what renders; the process for PDFs begins to load while the first issue is being checked."""
        worker = self._start_worker()
        try:
            from briefgen.build.issue import Press  # noqa: PLC0415 - after the worker's start, beside it
            from briefgen.render import Templates  # noqa: PLC0415

            cache = cache_folder()
            kept = cache / "templates" if cache else None
            yield {
                newsroom: Press(Templates(folder=newsroom.templates, cache_folder=kept), worker, cache)
                for newsroom in dict.fromkeys(newsroom for newsroom, _ in self.found)
            }
        finally:
            if worker is not None:
                worker.close()

    def _start_worker(self) -> "PdfWorker | None":
        if "pdf" not in self.formats or self.missing:
            return None
        from briefgen.render import PdfWorker  # noqa: PLC0415 - only where a PDF is made

        worker = PdfWorker(cache_folder=cache_folder())
        worker.start()
        return worker

    def run(self, presses: "dict[Newsroom, Press]", started: float) -> int:
        """Build every issue and return the exit code."""
        self.written.clear()
        results: list[Built] = []
        with _progress(len(self.found), wanted="pdf" in self.formats) as advance:
            for newsroom, path in self.found:
                results.append(self._build(newsroom, path, presses[newsroom]))
                advance()
        self._report(results, time.perf_counter() - started)
        if self.missing:
            _say_missing(self.missing)
            return COULD_NOT_RUN
        return int(any(self._stops(each) for result in results for each in result.diagnostics) and not self.draft)

    def _stops(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.severity.reaches(Severity.WARNING if self.strict else Severity.ERROR)

    def _build(self, newsroom: Newsroom, path: Path, press: "Press") -> "Built":
        from briefgen.build.issue import build_issue, is_ours  # noqa: PLC0415
        from briefgen.build.writing import write_outputs  # noqa: PLC0415

        formats = tuple(each for each in self.formats if each != "pdf" or not self.missing)
        built = build_issue(newsroom, path, press, formats=formats, is_draft=self.draft, stops=self._stops)
        if built.outputs:
            folder = self._folder(newsroom) / built.slug
            write_outputs(folder, built.outputs, is_ours=is_ours(built.slug))
            self.written += [folder / output.path for output in built.outputs]
        return built

    def _folder(self, newsroom: Newsroom) -> Path:
        if self.output is not None:
            return self.output
        return (newsroom.root if newsroom.is_publication else Path.cwd()) / "dist"

    def _report(self, results: "Sequence[Built]", seconds: float) -> None:
        diagnostics = list(dict.fromkeys(each for result in results for each in result.diagnostics))
        shown = [each for each in diagnostics if each.severity is not Severity.NOTE]
        report(format_full(shown, columns=columns(), colour=wants_colour(sys.stdout)))
        for result in results:
            for remark in result.remarks:
                say(f"note: {result.slug}: {remark}")
            self._say_written(result)
        say(format_summary(count(diagnostics, [result.manuscript for result in results]), seconds).rstrip())

    def _say_written(self, result: "Built") -> None:
        if not result.outputs:
            say(f"{format_path(result.path)}: not built; mend the errors, or use --draft")
            return
        folder = next(path for path in self.written if path.parent.name == result.slug or result.slug in path.parts)
        while folder.name != result.slug:
            folder = folder.parent
        names = ", ".join(
            f"{output.path} {_format_size(len(output.content))}"
            for output in result.outputs
            if not output.path.startswith("images/")
        )
        say(f"wrote {format_path(folder.resolve())}/ ({names})")


def _choose_formats(values: list[str] | None, found: Sequence[tuple[Newsroom, Path]]) -> tuple[Format, ...]:
    """Return the formats to build, in the order in which they are made.

    Raises:
        CommandFault: a format is not known, or not yet made.
    """
    words = split_words(values) or (found[0][0].publication.build.formats if found else FORMATS)
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


def _say_missing(missing: tuple[str, ...]) -> None:
    from briefgen.cli.terminal import say_fault  # noqa: PLC0415
    from briefgen.render import APT_LINE  # noqa: PLC0415

    say_fault(
        f"no PDF was made: this machine lacks {', '.join(missing)}",
        f"on Debian and Ubuntu: sudo {APT_LINE}; the other formats were built",
    )


@contextmanager
def _progress(total: int, *, wanted: bool) -> Iterator[Progress]:
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


def _open(job: _Job) -> None:
    pages = [path for path in job.written if path.name == "index.html"] or job.written
    if pages:
        typer.launch(pages[0].resolve().as_uri())


def _watch(job: _Job, presses: "dict[Newsroom, Press]") -> None:
    """Build again after every change, until interrupted."""
    from watchfiles import watch  # noqa: PLC0415

    folders = {folder for newsroom, _ in job.found for folder in (newsroom.issues_folder, newsroom.templates) if folder}
    say(f"watching {', '.join(sorted(format_path(folder) for folder in folders))}; stop with Ctrl-C")
    for _ in watch(*folders, raise_interrupt=False):
        started = time.perf_counter()
        try:
            job.run(presses, started)
        except CommandFault as fault:
            from briefgen.cli.terminal import say_fault  # noqa: PLC0415

            say_fault(str(fault), fault.hint)


def _format_size(count_of_bytes: int) -> str:
    return f"{count_of_bytes / 1000:.0f} kB" if count_of_bytes < 1_000_000 else f"{count_of_bytes / 1_000_000:.1f} MB"
