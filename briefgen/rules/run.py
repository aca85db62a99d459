"""Running rules over a manuscript: the one place that gives findings their code and severity."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Validation
from briefgen.rules.catalogue import RULES, find_rule
from briefgen.rules.rule import Rule
from briefgen.rules.structure import bad_suppression
from briefgen.rules.suppression import find_suppressions, judge
from briefgen.yamltext import Span

MAX_REPORTS = 100


def run_rules(
    manuscript: Manuscript,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a manuscript, sorted by place.

    `select` and `ignore` come from the command line and hold codes, names or beginnings of codes; the
    publication's own are heard too, with what they say of this file.
    """
    settings = manuscript.publication.validation.for_file(PurePosixPath(manuscript.path).name)
    chosen = choose_rules(settings, select=select, ignore=ignore)
    found = [(rule, _kept_safe(manuscript, finding)) for rule in chosen for finding in _findings(rule, manuscript)]
    kept = list(_unsuppressed(manuscript, found, chosen))
    diagnostics = [_stamp(manuscript, settings, rule, finding) for rule, finding in _capped(kept)]
    return tuple(sorted((each for each in diagnostics if each), key=lambda each: each.sort_key))


def choose_rules(
    settings: Validation,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules to run; those that cannot be silenced always do."""
    wanted = tuple(select) or settings.select
    unwanted = (*settings.ignore, *ignore)
    return tuple(
        rule
        for rule in RULES
        if not rule.can_be_silenced or (rule.is_selected_by(wanted) and not any(map(rule.answers_to, unwanted)))
    )


def unknown_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a `select` or `ignore` that name no rule."""
    return tuple(word for word in words if not any(rule.answers_to(word) for rule in RULES))


def _capped(found: list[tuple[Rule, Finding]]) -> Iterator[tuple[Rule, Finding]]:
    """Leave out what nobody would read: the hundredth report of one rule in one file says what the first said.

    A body of 30,000 brackets would otherwise be 30,000 reports.
    """
    counts = Counter(rule.code for rule, _ in found)
    shown: Counter[str] = Counter()
    for rule, finding in found:
        shown[rule.code] += 1
        if shown[rule.code] < MAX_REPORTS or counts[rule.code] <= MAX_REPORTS:
            yield rule, finding
        elif shown[rule.code] == MAX_REPORTS:
            rest = counts[rule.code] - MAX_REPORTS
            yield rule, replace(finding, label=f"and {rest:,} more reports of this rule", fix=None)


def _findings(rule: Rule, manuscript: Manuscript) -> Iterator[Finding]:
    heard = manuscript if rule.languages is None else manuscript.restricted_to(rule.languages)
    if heard is not None and (manuscript.issue is not None or not rule.needs_issue):
        yield from rule.check(heard)


def _kept_safe(manuscript: Manuscript, finding: Finding) -> Finding:
    """Take the words of others out of a safe fix: its edits do not need each other; when none is left, it is unsafe."""
    fix = finding.fix
    if fix is None or not fix.is_safe or manuscript.issue is None:
        return finding
    own = tuple(edit for edit in fix.edits if not manuscript.is_verbatim(edit.span))
    if len(own) == len(fix.edits):
        return finding
    return replace(finding, fix=replace(fix, edits=own or fix.edits, is_safe=bool(own)))


def _unsuppressed(
    manuscript: Manuscript,
    found: list[tuple[Rule, Finding]],
    chosen: tuple[Rule, ...],
) -> Iterator[tuple[Rule, Finding]]:
    """Leave out what is suppressed, and add what is to be said of the suppressions."""
    suppressions = tuple(find_suppressions(manuscript))
    used = set[Span]()
    for rule, finding in found:
        silencing = [each for each in suppressions if each.silences(manuscript, rule, finding)]
        used.update(each.place for each in silencing)
        if not silencing:
            yield rule, finding
    for suppression in suppressions:
        named = find_rule(suppression.ignore.rule)
        # Of a rule that did not run nobody can say what it would have found.
        is_idle = named is not None and named not in chosen
        for finding in judge(manuscript, suppression, is_used=suppression.place in used or is_idle):
            yield bad_suppression.RULE, finding


def _stamp(manuscript: Manuscript, settings: Validation, rule: Rule, finding: Finding) -> Diagnostic | None:
    level = settings.severity.get(rule.code) or settings.severity.get(rule.name)
    if level == "off" and rule.can_be_silenced:
        return None
    own = finding.severity or rule.severity
    severity = Severity(level) if level and level != "off" else own
    return Diagnostic(rule.code, rule.name, severity, manuscript.path, finding, manuscript.document)
