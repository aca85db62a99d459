"""`briefgen validate`: what a careful copy editor would say."""

import sys
import time
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.build.faults import CommandFault
from briefgen.build.loading import find_issues, load_manuscript, load_newsroom
from briefgen.cli.arguments import Issues, Strict, split_words
from briefgen.cli.terminal import columns, report, say, wants_colour
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import nearest
from briefgen.reports import count, format_concise, format_full, format_json, format_summary
from briefgen.rules import RULES, run_rules, unknown_words
from briefgen.yamltext import parse_document

STANDARD_INPUT = "-"


class OutputFormat(StrEnum):
    """Ways of showing diagnostics."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def validate(
    issues: Issues = None,
    *,
    output_format: Annotated[OutputFormat, typer.Option(help="How to show what was found.")] = OutputFormat.FULL,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Only these rules: codes, names or beginnings of codes.", metavar="RULE"),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Without these rules.", metavar="RULE")] = None,
    strict: Strict = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever was found.")] = False,
    stdin_filename: Annotated[
        Path, typer.Option(help="What to call standard input, read for `-`.", metavar="FILE")
    ] = Path("issue.yaml"),
) -> None:
    """Report what is wrong, at the exact line and column."""
    started = time.perf_counter()
    chosen, left_out = split_words(select), split_words(ignore)
    _check_words((*chosen, *left_out))
    faults, manuscripts = _load(issues or [], stdin_filename)
    found = [*faults, *_run(manuscripts, chosen, left_out)]
    _show(found, manuscripts, output_format, time.perf_counter() - started)
    limit = _threshold(manuscripts, strict=strict)
    if any(each.severity.reaches(limit) for each in found) and not exit_zero:
        raise typer.Exit(1)


def _check_words(words: Sequence[str]) -> None:
    for word in unknown_words(words):
        close = nearest(word, [name for rule in RULES for name in (rule.code, rule.name)])
        message = f"there is no rule `{word}`"
        raise CommandFault(message, f"did you mean `{close}`?" if close else "`briefgen rule` lists them")


def _load(words: list[str], stdin_filename: Path) -> tuple[list[Diagnostic], list[Manuscript]]:
    """Load the issues that are named, and what is wrong with their publications."""
    if words == [STANDARD_INPUT]:
        newsroom = load_newsroom(stdin_filename if stdin_filename.parent.is_dir() else Path.cwd())
        document = parse_document(sys.stdin.buffer.read())
        return list(newsroom.faults), [load_manuscript(newsroom, stdin_filename, document=document)]
    found = find_issues(words, Path.cwd())
    newsrooms = dict.fromkeys(newsroom for newsroom, _ in found)
    faults = [fault for newsroom in newsrooms for fault in newsroom.faults]
    return faults, [load_manuscript(newsroom, path) for newsroom, path in found]


def _run(manuscripts: Sequence[Manuscript], chosen: Sequence[str], left_out: Sequence[str]) -> Iterator[Diagnostic]:
    for manuscript in manuscripts:
        yield from run_rules(manuscript, select=chosen, ignore=left_out)


def _show(
    found: Sequence[Diagnostic],
    manuscripts: Sequence[Manuscript],
    output_format: OutputFormat,
    seconds: float,
) -> None:
    counts = count(found, manuscripts)
    match output_format:
        case OutputFormat.FULL:
            report(format_full(found, columns=columns(), colour=wants_colour(sys.stdout)))
            report(format_summary(counts, seconds))
        case OutputFormat.CONCISE:
            report(format_concise(found))
            say(format_summary(counts, seconds).rstrip())
        case OutputFormat.JSON:
            report(format_json(found, counts))


def _threshold(manuscripts: Sequence[Manuscript], *, strict: bool) -> Severity:
    """Return the least severity that fails: the strictest of the publications', or a warning under `--strict`."""
    levels = [Severity(each.publication.validation.fail_on) for each in manuscripts]
    return min([*levels, Severity.WARNING if strict else Severity.ERROR], key=lambda level: level.rank)
