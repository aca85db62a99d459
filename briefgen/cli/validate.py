"""`briefgen validate`: what a careful copy editor would say, and what is safe to repair."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from briefgen.build.faults import CommandFault
from briefgen.build.loading import Found, Newsroom, find_issues, format_path, load_manuscript, load_newsroom
from briefgen.cli.explain import unknown_rule
from briefgen.cli.terminal import cache_folder, columns, report, say, wants_colour
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Manuscript
from briefgen.reports.summary import count, format_fixable, format_summary
from briefgen.rules import RULES, run_rules, unknown_words
from briefgen.yamltext import parse_document

STANDARD_INPUT = "-"
ReportFormat = Literal["full", "concise", "json", "github", "gitlab", "sarif", "junit"]


@dataclass(frozen=True)
class Checks:
    """What one call of `validate` asks for."""

    words: list[str]
    """The issues, as numbers or paths; all when empty, standard input for `-`."""
    output_format: ReportFormat
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fixes: bool
    unsafe: bool
    shows_diff: bool
    baseline: Path | None
    shows_known: bool
    counts_rules: bool
    is_strict: bool
    stdin_filename: Path | None


@dataclass(frozen=True)
class Checked:
    """What the checks found."""

    newsrooms: tuple[Newsroom, ...]
    manuscripts: tuple[Manuscript, ...]
    diagnostics: tuple[Diagnostic, ...]


def run_validate(checks: Checks) -> int:
    """Check the issues, fix them if that is asked for, report, and return the exit code."""
    started = time.perf_counter()
    for word in unknown_words((*checks.select, *checks.ignore)):
        raise unknown_rule(word)
    if checks.words == [STANDARD_INPUT]:
        checked = _check_input(checks)
    else:
        found = find_issues(checks.words, Path.cwd(), cache=cache_folder())
        if checks.shows_diff:
            return _show_diff(checks, found)
        checked = _fix(checks, found) if checks.fixes else _check(checks, found)
    checked = _without_known(checks, checked)
    _show(checks, checked, time.perf_counter() - started)
    limit = _threshold(checks, checked.newsrooms)
    return int(any(each.severity.reaches(limit) for each in checked.diagnostics))


def _check_input(checks: Checks) -> Checked:
    if checks.fixes:
        message = "standard input cannot be fixed in place"
        raise CommandFault(message, "save it to a file, and fix that")
    named = checks.stdin_filename
    newsroom = load_newsroom(named if named and named.parent.is_dir() else Path.cwd(), cache=cache_folder())
    document = parse_document(sys.stdin.buffer.read())
    manuscript = load_manuscript(newsroom, named or newsroom.issues_folder / "issue.yaml", document=document)
    found = run_rules(manuscript, select=checks.select, ignore=checks.ignore)
    return Checked((newsroom,), (manuscript,), (*newsroom.faults, *found))


def _check(checks: Checks, found: Sequence[Found]) -> Checked:
    newsrooms = tuple(dict.fromkeys(newsroom for newsroom, _ in found))
    manuscripts = tuple(load_manuscript(newsroom, path) for newsroom, path in found)
    diagnostics = [fault for newsroom in newsrooms for fault in newsroom.faults]
    for manuscript in manuscripts:
        diagnostics += run_rules(manuscript, select=checks.select, ignore=checks.ignore)
    return Checked(newsrooms, manuscripts, tuple(diagnostics))


def _without_known(checks: Checks, checked: Checked) -> Checked:
    """Leave out what the baseline knows."""
    own = [newsroom.baseline for newsroom in checked.newsrooms if newsroom.baseline.exists()]
    paths = [checks.baseline] if checks.baseline else own
    if checks.shows_known or not paths:
        return checked
    from briefgen.build.known import load_baseline  # noqa: PLC0415 - most publications have none

    diagnostics = checked.diagnostics
    for path in paths:
        known = load_baseline(path, must_exist=checks.baseline is not None)
        # Where not all rules ran, or an issue could not be read, nobody can say what is gone.
        names = {Path(each.path).name for each in checked.manuscripts if each.issue is not None}
        gone = 0 if checks.select or checks.ignore else known.find_gone(diagnostics, names).total()
        if gone:
            say(f"gone: {gone:,} of the reports in {format_path(path)}; `briefgen baseline` drops them")
        diagnostics = known.without_known(diagnostics)
    return replace(checked, diagnostics=diagnostics)


def run_baseline(words: list[str], *, adds: bool = False) -> None:
    """Write a baseline of the reports of today, or drop from the one there is what no longer occurs."""
    from briefgen.build.known import renew_baseline  # noqa: PLC0415

    found = find_issues(words, Path.cwd(), cache=cache_folder())
    for newsroom in dict.fromkeys(newsroom for newsroom, _ in found):
        renewed = renew_baseline(newsroom, [path for each, path in found if each is newsroom], adds=adds)
        dropped = f", {renewed.dropped:,} dropped" if renewed.dropped else ""
        say(f"wrote {format_path(newsroom.baseline)} ({renewed.known:,} reports{dropped})")
        if renewed.new:
            say(f"new, and not let be: {renewed.new:,}; `briefgen baseline --add` lets them be")


def _fix(checks: Checks, found: Sequence[Found]) -> Checked:
    """Fix the issues, write what changed, and return what is left."""
    from briefgen.build.fixing import fix_issue, write_fixed  # noqa: PLC0415 - only where something is fixed

    newsrooms = tuple(dict.fromkeys(newsroom for newsroom, _ in found))
    diagnostics = [fault for newsroom in newsrooms for fault in newsroom.faults]
    manuscripts, count_of_fixes = [], 0
    for newsroom, path in found:
        fixed = fix_issue(newsroom, path, unsafe=checks.unsafe, select=checks.select, ignore=checks.ignore)
        write_fixed(fixed)
        manuscripts.append(fixed.manuscript)
        diagnostics += fixed.diagnostics
        count_of_fixes += fixed.count
    say(f"{count_of_fixes} fixed" if count_of_fixes else "nothing to fix")
    return Checked(newsrooms, tuple(manuscripts), tuple(diagnostics))


def _show_diff(checks: Checks, found: Sequence[Found]) -> int:
    """Print what the fixes would change; 1 when they would change anything."""
    from briefgen.build.fixing import fix_issue  # noqa: PLC0415

    would_change = False
    for newsroom, path in found:
        fixed = fix_issue(newsroom, path, unsafe=checks.unsafe, select=checks.select, ignore=checks.ignore)
        report(fixed.diff())
        would_change = would_change or bool(fixed.count)
    return int(would_change)


def _show(checks: Checks, checked: Checked, seconds: float) -> None:
    counts = count(checked.diagnostics, checked.manuscripts)
    if checks.counts_rules:
        from briefgen.reports.statistics import format_statistics  # noqa: PLC0415 - one report is shown, of many

        report(format_statistics(checked.diagnostics))
        say(format_summary(counts, seconds).rstrip())
    elif checks.output_format == "full":
        from briefgen.reports.full import format_full  # noqa: PLC0415

        report(format_full(checked.diagnostics, columns=columns(), colour=wants_colour(sys.stdout)))
        report(format_summary(counts, seconds))
        report(format_fixable(counts))
    elif checks.output_format == "json":
        from briefgen.reports.machine import format_json  # noqa: PLC0415

        report(format_json(checked.diagnostics, counts))
    else:
        report(_format_other(checks.output_format, checked))
        say(format_summary(counts, seconds).rstrip())


def _format_other(output_format: ReportFormat, checked: Checked) -> str:
    """Return the report in a form that other programs read."""
    from briefgen.reports import concise, github, gitlab, junit, sarif  # noqa: PLC0415

    match output_format:
        case "github":
            return github.format_github(checked.diagnostics)
        case "gitlab":
            return gitlab.format_gitlab(checked.diagnostics)
        case "junit":
            return junit.format_junit(checked.diagnostics, [each.path for each in checked.manuscripts])
        case "sarif":
            return sarif.format_sarif(checked.diagnostics, RULES)
        case _:
            return concise.format_concise(checked.diagnostics)


def _threshold(checks: Checks, newsrooms: Sequence[Newsroom]) -> Severity:
    """Return the least severity that fails: the strictest of the publications', or a warning under `--strict`."""
    levels = [Severity(newsroom.publication.validation.fail_on) for newsroom in newsrooms]
    return min([*levels, Severity.WARNING if checks.is_strict else Severity.ERROR], key=lambda level: level.rank)
