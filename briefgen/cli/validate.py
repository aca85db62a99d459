"""`briefgen validate`: what a careful copy editor would say, and what is safe to repair."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefgen.build.faults import CommandFault
from briefgen.build.loading import Found, Newsroom, find_issues, format_path, load_manuscript, load_newsroom
from briefgen.cli.calls import ReportFormat, ValidateCall, split
from briefgen.cli.terminal import cache_folder, columns, report, say, wants_colour
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.frozen import Frozen
from briefgen.manuscript import Manuscript
from briefgen.reports.summary import count, format_fixable, format_summary
from briefgen.rules import RULES, run_rules, unknown_words
from briefgen.yamltext import parse_document

STANDARD_INPUT = "-"


class Checked(Frozen):
    """What the checks found."""

    newsrooms: tuple[Newsroom, ...]
    manuscripts: tuple[Manuscript, ...]
    diagnostics: tuple[Diagnostic, ...]


def run_validate(call: ValidateCall) -> int:
    """Check the issues, fix them if that is asked for, report, and return the exit code."""
    code = _validate(call)
    return 0 if call.exit_zero else code


def _validate(call: ValidateCall) -> int:
    started = time.perf_counter()
    for word in unknown_words((*split(call.select), *split(call.ignore))):
        from briefgen.cli.explain import unknown_rule  # noqa: PLC0415 - most calls name no rule wrongly

        raise unknown_rule(word)
    if call.issues == [STANDARD_INPUT]:
        checked = _check_input(call)
    else:
        found = find_issues(call.issues or [], Path.cwd(), cache=cache_folder())
        if call.diff:
            return _show_diff(call, found)
        checked = _fix(call, found) if _wants_fixes(call) else _check(call, found)
    checked = _without_known(call, checked)
    _show(call, checked, time.perf_counter() - started)
    limit = _threshold(call, checked.newsrooms)
    return int(any(each.severity.reaches(limit) for each in checked.diagnostics))


def _wants_fixes(call: ValidateCall) -> bool:
    return call.fix or call.unsafe_fixes or call.diff


def _check_input(call: ValidateCall) -> Checked:
    if _wants_fixes(call):
        message = "standard input cannot be fixed in place"
        raise CommandFault(message, "save it to a file, and fix that")
    named = call.stdin_filename
    newsroom = load_newsroom(named if named and named.parent.is_dir() else Path.cwd(), cache=cache_folder())
    document = parse_document(sys.stdin.buffer.read())
    manuscript = load_manuscript(newsroom, named or newsroom.issues_folder / "issue.yaml", document=document)
    found = run_rules(manuscript, select=split(call.select), ignore=split(call.ignore))
    return Checked((newsroom,), (manuscript,), (*newsroom.faults, *found))


def _check(call: ValidateCall, found: Sequence[Found]) -> Checked:
    newsrooms = tuple(dict.fromkeys(newsroom for newsroom, _ in found))
    manuscripts = tuple(load_manuscript(newsroom, path) for newsroom, path in found)
    diagnostics = [fault for newsroom in newsrooms for fault in newsroom.faults]
    for manuscript in manuscripts:
        diagnostics += run_rules(manuscript, select=split(call.select), ignore=split(call.ignore))
    return Checked(newsrooms, manuscripts, tuple(diagnostics))


def _without_known(call: ValidateCall, checked: Checked) -> Checked:
    """Leave out what the baseline knows."""
    own = [newsroom.baseline for newsroom in checked.newsrooms if newsroom.baseline.exists()]
    paths = [call.baseline] if call.baseline else own
    if call.no_baseline or not paths:
        return checked
    from briefgen.build.known import load_baseline  # noqa: PLC0415 - most publications have none

    diagnostics = checked.diagnostics
    for path in paths:
        diagnostics = load_baseline(path, must_exist=call.baseline is not None).without_known(diagnostics)
    return checked._replace(diagnostics=diagnostics)


def run_baseline(words: list[str]) -> None:
    """Write the reports of today into the publication's baseline; known ones of other issues stay."""
    from briefgen.build.known import load_baseline, write_baseline  # noqa: PLC0415
    from briefgen.rules.baseline import Baseline, make_baseline  # noqa: PLC0415

    found = find_issues(words, Path.cwd(), cache=cache_folder())
    for newsroom in dict.fromkeys(newsroom for newsroom, _ in found):
        own = [path for each, path in found if each is newsroom]
        diagnostics = [each for path in own for each in run_rules(load_manuscript(newsroom, path))]
        names = {path.name for path in own}
        before = load_baseline(newsroom.baseline, must_exist=False)
        kept = Counter({known: count for known, count in before.counts.items() if known.path not in names})
        known = Baseline(kept + make_baseline(diagnostics).counts)
        write_baseline(newsroom.baseline, known)
        say(f"wrote {format_path(newsroom.baseline)} ({sum(known.counts.values()):,} reports)")


def _fix(call: ValidateCall, found: Sequence[Found]) -> Checked:
    """Fix the issues, write what changed, and return what is left."""
    from briefgen.build.fixing import fix_issue, write_fixed  # noqa: PLC0415 - only where something is fixed

    newsrooms = tuple(dict.fromkeys(newsroom for newsroom, _ in found))
    diagnostics = [fault for newsroom in newsrooms for fault in newsroom.faults]
    manuscripts, count_of_fixes = [], 0
    for newsroom, path in found:
        fixed = fix_issue(
            newsroom, path, unsafe=call.unsafe_fixes, select=split(call.select), ignore=split(call.ignore)
        )
        write_fixed(fixed)
        manuscripts.append(fixed.manuscript)
        diagnostics += fixed.diagnostics
        count_of_fixes += fixed.count
    say(f"{count_of_fixes} fixed" if count_of_fixes else "nothing to fix")
    return Checked(newsrooms, tuple(manuscripts), tuple(diagnostics))


def _show_diff(call: ValidateCall, found: Sequence[Found]) -> int:
    """Print what the fixes would change; 1 when they would change anything."""
    from briefgen.build.fixing import fix_issue  # noqa: PLC0415

    would_change = False
    for newsroom, path in found:
        fixed = fix_issue(
            newsroom, path, unsafe=call.unsafe_fixes, select=split(call.select), ignore=split(call.ignore)
        )
        report(fixed.diff())
        would_change = would_change or bool(fixed.count)
    return int(would_change)


def _show(call: ValidateCall, checked: Checked, seconds: float) -> None:
    counts = count(checked.diagnostics, checked.manuscripts)
    if call.statistics:
        from briefgen.reports.statistics import format_statistics  # noqa: PLC0415 - one report is shown, of many

        report(format_statistics(checked.diagnostics))
        say(format_summary(counts, seconds).rstrip())
    elif call.output_format == "full":
        from briefgen.reports.full import format_full  # noqa: PLC0415

        report(format_full(checked.diagnostics, columns=columns(), colour=wants_colour(sys.stdout)))
        report(format_summary(counts, seconds))
        report(format_fixable(counts))
    elif call.output_format == "json":
        from briefgen.reports.machine import format_json  # noqa: PLC0415

        report(format_json(checked.diagnostics, counts))
    else:
        report(_format_other(call.output_format, checked))
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
            from briefgen.cli.explain import format_rule  # noqa: PLC0415 - no other report holds the rules' pages

            return sarif.format_sarif(checked.diagnostics, RULES, format_rule)
        case _:
            return concise.format_concise(checked.diagnostics)


def _threshold(call: ValidateCall, newsrooms: Sequence[Newsroom]) -> Severity:
    """Return the least severity that fails: the strictest of the publications', or a warning under `--strict`."""
    levels = [Severity(newsroom.publication.validation.fail_on) for newsroom in newsrooms]
    return min([*levels, Severity.WARNING if call.strict else Severity.ERROR], key=lambda level: level.rank)
