"""`briefgen validate`: checks issues, and applies fixes."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cli.environment import open_cache
from briefgen.cli.terminal import columns, report, say, wants_colour
from briefgen.compile.documents import MAX_READ, format_path, format_repository_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import FoundIssue, find_issues
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import Newsroom, load_newsroom
from briefgen.compile.spelling import Spelling, start_spelling
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Manuscript
from briefgen.reports.summary import Counts, count, format_fixable, format_summary
from briefgen.rules import RULES, find_idle, run_rules, unknown_words
from briefgen.yamltext import parse_document

if TYPE_CHECKING:
    from briefgen.compile.fix_files import FixedIssue
    from briefgen.rules.baseline import Allowance

STANDARD_INPUT = "-"


class ValidateOptions(Struct, frozen=True):
    """The options of `validate`."""

    issues: tuple[str, ...]
    """Issue numbers or files; empty means all."""
    output_format: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fixes: bool
    fixes_unsafely: bool
    shows_diff: bool
    baseline: Path | None
    uses_baseline: bool
    shows_statistics: bool
    is_strict: bool
    exits_zero: bool
    stdin_filename: Path | None


class Checked(Struct, frozen=True):
    """An issue with its diagnostics; `manuscript` is None for the publication's own files."""

    manuscript: Manuscript | None
    diagnostics: tuple[Diagnostic, ...]
    newsroom: Newsroom | None = None
    """Its settings determine which diagnostics fail, and its baseline which are accepted."""


class Tally:
    """Counts diagnostics as they pass through, so that issues need not be kept in memory."""

    def __init__(self, *, is_strict: bool = False) -> None:
        self.counts = Counts()
        self.fails = False
        self._is_strict = is_strict
        self.paths: list[str] = []
        """The paths of all issues, including those without diagnostics."""

    def pass_on(self, checked: Iterable[Checked]) -> Iterator[Diagnostic]:
        """Yield the diagnostics of each issue as it is checked, and count them."""
        for each in checked:
            manuscripts = [each.manuscript] if each.manuscript else []
            self.counts += count(each.diagnostics, manuscripts)
            self.paths += [manuscript.path for manuscript in manuscripts]
            level = self._threshold(each.newsroom)
            self.fails = self.fails or any(diagnostic.severity.reaches(level) for diagnostic in each.diagnostics)
            yield from each.diagnostics

    def _threshold(self, newsroom: Newsroom | None) -> Severity:
        """Return the minimum severity that fails: the publication's, or a warning with `--strict`."""
        own = Severity(newsroom.publication.validation.fail_on) if newsroom else Severity.ERROR
        return min(own, Severity.WARNING if self._is_strict else own, key=lambda level: level.rank)


def run_validate(options: ValidateOptions) -> int:
    """Check the issues, fix them if requested, report, and return the exit code."""
    code = _validate(options)
    return 0 if options.exits_zero else code


def _validate(options: ValidateOptions) -> int:
    started = time.perf_counter()
    for word in unknown_words((*options.select, *options.ignore)):
        from briefgen.cli.show_rule import unknown_rule  # noqa: PLC0415 - only needed for mistyped rules

        raise unknown_rule(word)
    if options.issues == (STANDARD_INPUT,):
        return _validate_input(options, started)
    found = find_issues(options.issues, Path.cwd(), cache=open_cache())
    with start_spelling(found, select=options.select, ignore=options.ignore) as spelling:
        if options.shows_diff:
            return _show_diff(options, found, spelling)
        newsrooms = tuple(dict.fromkeys(each.newsroom for each in found))
        checked = _fix(options, found) if _wants_fixes(options) else _check(options, found)
        return _report(options, newsrooms, checked, spelling, started)


def _report(
    options: ValidateOptions,
    newsrooms: tuple[Newsroom, ...],
    checked: Iterable[Checked],
    spelling: Spelling,
    started: float,
) -> int:
    faults = (Checked(None, _unfixed(options, newsroom.faults), newsroom) for newsroom in newsrooms)
    tally = _show(options, _apply_baselines(options, newsrooms, chain(faults, checked)), started)
    spelling.report(say)
    return int(tally.fails)


def _unfixed(options: ValidateOptions, faults: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults of the publication's own files; `--fix` changes issues only, so people are promised no fix."""
    if options.output_format not in {"full", "concise"}:
        return tuple(faults)
    return tuple(replace(each, finding=replace(each.finding, fix=None)) for each in faults)


def _wants_fixes(options: ValidateOptions) -> bool:
    return options.fixes or options.fixes_unsafely or options.shows_diff


def _validate_input(options: ValidateOptions, started: float) -> int:
    if _wants_fixes(options):
        message = "standard input cannot be fixed in place"
        raise CommandError(message, "save it to a file, and fix that")
    named = options.stdin_filename
    newsroom = load_newsroom(named if named and named.parent.is_dir() else Path.cwd(), cache=open_cache())
    path = named or newsroom.issues_folder / "issue.yaml"
    document = parse_document(content := _read_input())
    issue = FoundIssue(newsroom, path)
    with start_spelling([issue], select=options.select, ignore=options.ignore, content=content) as spelling:
        manuscript = load_manuscript(newsroom, path, document=document)
        found = run_rules(manuscript, select=options.select, ignore=options.ignore)
        return _report(options, (newsroom,), [Checked(manuscript, found, newsroom)], spelling, started)


def _read_input() -> bytes:
    """Return standard input, up to a little more than an issue may have, so that the parser reports what is too long.

    Raises:
        CommandError: it is closed.
    """
    if sys.stdin is None:
        message = "standard input is closed"
        raise CommandError(message, "name a file instead of `-`")
    return sys.stdin.buffer.read(MAX_READ)


def _check(options: ValidateOptions, found: Sequence[FoundIssue]) -> Iterator[Checked]:
    """Yield issues one by one as they are checked, so that memory does not grow with the archive."""
    for newsroom, path, _ in found:
        manuscript = load_manuscript(newsroom, path)
        diagnostics = run_rules(manuscript, select=options.select, ignore=options.ignore)
        yield Checked(manuscript, diagnostics, newsroom)


def _apply_baselines(
    options: ValidateOptions, newsrooms: Sequence[Newsroom], checked: Iterable[Checked]
) -> Iterable[Checked]:
    """Drop diagnostics that the named baseline accepts, or that each publication's own does."""
    named = {options.baseline: frozenset(newsrooms)} if options.baseline else None
    existing = {newsroom.baseline: frozenset({newsroom}) for newsroom in newsrooms if newsroom.baseline.exists()}
    if not options.uses_baseline or not (named or existing):
        return checked
    from briefgen.compile.baseline_file import load_baseline  # noqa: PLC0415 - most publications have no baseline

    for path, covered in (named or existing).items():
        known = load_baseline(path, must_exist=named is not None)
        says_gone = not (options.select or options.ignore)
        checked = _without_accepted(path, known.allowance(), checked, covered, says_gone=says_gone)
    return checked


def _without_accepted(
    path: Path, allowance: "Allowance", checked: Iterable[Checked], covered: frozenset[Newsroom], *, says_gone: bool
) -> Iterator[Checked]:
    """Yield issues with new diagnostics only; at the end, report how many baseline entries are unused.

    That is unknown if not all rules ran, or an issue did not parse.
    """
    names, idle = set[str](), set[str]()
    for each in checked:
        if each.newsroom not in covered:
            yield each
            continue
        if each.manuscript is not None and each.manuscript.issue is not None:
            names.add(Path(each.manuscript.path).name)
            idle |= find_idle(each.manuscript)
        yield replace(each, diagnostics=allowance.without_accepted(each.diagnostics))
    gone = allowance.find_unused(names, idle=idle).total() if says_gone else 0
    if gone:
        say(f"no longer found: {gone:,} of the reports in {format_path(path)}; `briefgen baseline` drops them")


def _fix(options: ValidateOptions, found: Sequence[FoundIssue]) -> Iterator[Checked]:
    """Fix the issues one by one, write changed files, and yield the remaining diagnostics."""
    from briefgen.compile.fix_files import write_fixed  # noqa: PLC0415 - only needed for fixes

    count_of_fixes = 0
    for newsroom, fixed in _find_fixes(options, found):
        write_fixed(fixed)
        count_of_fixes += fixed.count
        yield Checked(fixed.manuscript, fixed.diagnostics, newsroom)
    say(f"{count_of_fixes} fixed" if count_of_fixes else "nothing to fix")


def _show_diff(options: ValidateOptions, found: Sequence[FoundIssue], spelling: Spelling) -> int:
    """Print the changes that fixes would make; return 1 if there are any."""
    would_change = False
    for _, fixed in _find_fixes(options, found):
        report(fixed.diff())
        would_change = would_change or bool(fixed.count)
    spelling.report(say)
    return int(would_change)


def _find_fixes(options: ValidateOptions, found: Sequence[FoundIssue]) -> "Iterator[tuple[Newsroom, FixedIssue]]":
    """Yield the fixed issues with their publications; each knows the outlets that earlier ones have added."""
    from briefgen.compile.fix_files import fix_issue  # noqa: PLC0415 - only needed for fixes

    latest: dict[Newsroom, Newsroom] = {}
    for newsroom, path, _ in found:
        fixed = fix_issue(
            latest.get(newsroom, newsroom),
            path,
            unsafe=options.fixes_unsafely,
            select=options.select,
            ignore=options.ignore,
        )
        latest[newsroom] = fixed.newsroom
        yield newsroom, fixed


def _show(options: ValidateOptions, checked: Iterable[Checked], started: float) -> Tally:
    """Print the report, incrementally if it is for people, and return the tally."""
    tally = Tally(is_strict=options.is_strict)
    diagnostics = tally.pass_on(checked)
    if options.shows_statistics:
        from briefgen.reports.statistics import format_statistics  # noqa: PLC0415 - only one of many reports is shown

        report(format_statistics(diagnostics))
    elif options.output_format == "full":
        from briefgen.reports.full import format_full  # noqa: PLC0415

        width, colour = columns(), wants_colour(sys.stdout)
        for each in diagnostics:
            report(format_full([each], columns=width, colour=colour))
    elif options.output_format == "concise":
        from briefgen.reports.concise import format_concise  # noqa: PLC0415

        for each in diagnostics:
            report(format_concise([each]))
    else:
        report(_format_other(options.output_format, diagnostics, tally))
    summary = format_summary(tally.counts, time.perf_counter() - started)
    if options.output_format == "full" and not options.shows_statistics:
        report(summary + format_fixable(tally.counts))
    elif options.output_format != "json" or options.shows_statistics:
        say(summary.rstrip())
    return tally


def _format_other(output_format: str, diagnostics: Iterable[Diagnostic], tally: Tally) -> str:
    """Return the report in a machine-readable format."""
    from briefgen.reports import github, gitlab, json_report, junit, sarif  # noqa: PLC0415

    found = map(_from_repository, diagnostics)
    match output_format:
        case "json":
            return json_report.format_json(found, lambda: tally.counts)
        case "github":
            return github.format_github(found)
        case "gitlab":
            return gitlab.format_gitlab(found)
        case "junit":
            return junit.format_junit(found, lambda: map(format_repository_path, tally.paths))
        case _:
            from briefgen.cli.show_rule import format_rule  # noqa: PLC0415 - only this report explains rules

            return sarif.format_sarif(found, RULES, format_rule)


def _from_repository(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic with paths relative to the root of the repository, as other programs expect them."""
    finding = diagnostic.finding
    if any(each.path for each in finding.related):
        related = (replace(each, path=each.path and format_repository_path(each.path)) for each in finding.related)
        finding = replace(finding, related=tuple(related))
    if finding.fix is not None and finding.fix.elsewhere:
        elsewhere = (replace(each, path=format_repository_path(each.path)) for each in finding.fix.elsewhere)
        finding = replace(finding, fix=replace(finding.fix, elsewhere=tuple(elsewhere)))
    return replace(diagnostic, path=format_repository_path(diagnostic.path), finding=finding)
