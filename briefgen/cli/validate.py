"""`briefgen validate`: what a careful copy editor would say."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from briefgen.build.loading import Newsroom, find_issues, load_manuscript, load_newsroom
from briefgen.cli.explain import unknown_rule
from briefgen.cli.terminal import cache_folder, columns, report, say, wants_colour
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Manuscript
from briefgen.reports.summary import count, format_summary
from briefgen.rules import run_rules, unknown_words
from briefgen.yamltext import parse_document

STANDARD_INPUT = "-"
ReportFormat = Literal["full", "concise", "json"]


def run_validate(
    words: list[str],
    output_format: ReportFormat,
    *,
    select: Sequence[str],
    ignore: Sequence[str],
    is_strict: bool,
    stdin_filename: Path | None,
) -> int:
    """Check the issues that words name, report, and return the exit code."""
    started = time.perf_counter()
    for word in unknown_words((*select, *ignore)):
        raise unknown_rule(word)
    newsrooms, manuscripts = _load(words, stdin_filename)
    found = [fault for newsroom in newsrooms for fault in newsroom.faults]
    for manuscript in manuscripts:
        found += run_rules(manuscript, select=select, ignore=ignore)
    _show(found, manuscripts, output_format, time.perf_counter() - started)
    limit = _threshold(newsrooms, is_strict=is_strict)
    return int(any(each.severity.reaches(limit) for each in found))


def _load(words: list[str], stdin_filename: Path | None) -> tuple[list[Newsroom], list[Manuscript]]:
    """Load the issues that are named, and their publications."""
    if words == [STANDARD_INPUT]:
        start = stdin_filename if stdin_filename and stdin_filename.parent.is_dir() else Path.cwd()
        newsroom = load_newsroom(start, cache=cache_folder())
        document = parse_document(sys.stdin.buffer.read())
        path = stdin_filename or newsroom.issues_folder / "issue.yaml"
        return [newsroom], [load_manuscript(newsroom, path, document=document)]
    found = find_issues(words, Path.cwd(), cache=cache_folder())
    newsrooms = list(dict.fromkeys(newsroom for newsroom, _ in found))
    return newsrooms, [load_manuscript(newsroom, path) for newsroom, path in found]


def _show(
    found: Sequence[Diagnostic], manuscripts: Sequence[Manuscript], output_format: ReportFormat, seconds: float
) -> None:
    counts = count(found, manuscripts)
    match output_format:
        case "full":
            from briefgen.reports.full import format_full  # noqa: PLC0415 - one report is shown, of many

            report(format_full(found, columns=columns(), colour=wants_colour(sys.stdout)))
            report(format_summary(counts, seconds))
        case "concise":
            from briefgen.reports.concise import format_concise  # noqa: PLC0415

            report(format_concise(found))
            say(format_summary(counts, seconds).rstrip())
        case "json":
            from briefgen.reports.machine import format_json  # noqa: PLC0415

            report(format_json(found, counts))


def _threshold(newsrooms: Sequence[Newsroom], *, is_strict: bool) -> Severity:
    """Return the least severity that fails: the strictest of the publications', or a warning under `--strict`."""
    levels = [Severity(newsroom.publication.validation.fail_on) for newsroom in newsrooms]
    return min([*levels, Severity.WARNING if is_strict else Severity.ERROR], key=lambda level: level.rank)
