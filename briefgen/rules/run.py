"""Runs rules on a manuscript; the only place that gives findings their code and severity."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Validation
from briefgen.rules.catalogue import RULES, find_rule
from briefgen.rules.rule import Rule
from briefgen.rules.structure import bad_suppression
from briefgen.rules.suppression import check_suppression, find_suppressions
from briefgen.yamltext import Span

MAX_REPORTS = 100


def run_rules(
    manuscript: Manuscript,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """Run the rules on a manuscript; returns diagnostics sorted by position.

    `select` and `ignore` come from the command line and hold codes, names or code prefixes. The publication's
    settings for this file apply too.
    """
    settings = manuscript.publication.validation.for_file(PurePosixPath(manuscript.path).name)
    idle = find_idle(manuscript)
    chosen = tuple(rule for rule in choose_rules(settings, select=select, ignore=ignore) if rule.code not in idle)
    wanted = tuple(select) or settings.select
    found = [
        (rule, _protect_verbatim(manuscript, finding))
        for rule in chosen
        for finding in _findings(rule, manuscript)
        if not finding.in_preview or (wanted and rule.is_selected_by(wanted))
    ]
    kept = list(_merge_causes(_apply_suppressions(manuscript, found, chosen)))
    diagnostics = [_make_diagnostic(manuscript, settings, rule, finding) for rule, finding in _limit_reports(kept)]
    return tuple(sorted((each for each in diagnostics if each), key=lambda each: each.sort_key))


def choose_rules(
    settings: Validation,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules to run; those that cannot be silenced always run."""
    wanted = tuple(select) or settings.select
    unwanted = (*settings.ignore, *ignore)
    return tuple(rule for rule in RULES if not rule.can_be_silenced or _is_chosen(rule, wanted, unwanted))


def _is_chosen(rule: Rule, wanted: Sequence[str], unwanted: Sequence[str]) -> bool:
    return rule.is_selected_by(wanted) and not any(map(rule.answers_to, unwanted))


def wants_spelling(settings: Validation, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> bool:
    """Return whether a rule will run that needs the spelling of the issue to be checked."""
    wanted, unwanted = tuple(select) or settings.select, (*settings.ignore, *ignore)
    needing = (rule for rule in RULES if rule.needs_spelling)
    return any(_is_chosen(rule, wanted, unwanted) and _level_of(rule, settings) != "off" for rule in needing)


def find_idle(manuscript: Manuscript) -> frozenset[str]:
    """Return the codes of the rules that cannot run, because what they need was not looked up."""
    has_no_spelling, has_no_mail = manuscript.misspellings is None, manuscript.mail is None
    return frozenset(
        rule.code for rule in RULES if (rule.needs_spelling and has_no_spelling) or (rule.needs_mail and has_no_mail)
    )


def _level_of(rule: Rule, settings: Validation) -> str | None:
    """Return the severity that settings give a rule, or None."""
    return settings.severity.get(rule.code) or settings.severity.get(rule.name)


def unknown_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a `select` or `ignore` that match no rule."""
    return tuple(word for word in words if not any(rule.answers_to(word) for rule in RULES))


def _limit_reports(found: list[tuple[Rule, Finding]]) -> Iterator[tuple[Rule, Finding]]:
    """Keep at most `MAX_REPORTS` findings of each rule; the last one counts those left out.

    Otherwise a body of 30,000 brackets would give 30,000 reports.
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
    restricted = manuscript if rule.languages is None else manuscript.restricted_to(rule.languages)
    if restricted is not None and (manuscript.issue is not None or not rule.needs_issue):
        yield from rule.check(restricted)


def _protect_verbatim(manuscript: Manuscript, finding: Finding) -> Finding:
    """Remove edits of verbatim text from a safe fix; if no edit is left, the fix becomes unsafe.

    Edits of a safe fix are independent of each other.
    """
    fix = finding.fix
    if fix is None or not fix.is_safe or manuscript.issue is None:
        return finding
    own_edits = tuple(edit for edit in fix.edits if not manuscript.is_verbatim(edit.span))
    if len(own_edits) == len(fix.edits):
        return finding
    return replace(finding, fix=replace(fix, edits=own_edits or fix.edits, is_safe=bool(own_edits)))


def _apply_suppressions(
    manuscript: Manuscript,
    found: list[tuple[Rule, Finding]],
    chosen: tuple[Rule, ...],
) -> Iterator[tuple[Rule, Finding]]:
    """Drop suppressed findings, and add findings about the suppressions themselves."""
    suppressions = tuple(find_suppressions(manuscript))
    used = set[Span]()
    for rule, finding in found:
        silencing = [each for each in suppressions if each.silences(manuscript, rule, finding)]
        used.update(each.place for each in silencing)
        if not silencing:
            yield rule, finding
    for suppression in suppressions:
        named = find_rule(suppression.ignore.rule)
        # A suppression of a rule that did not run may still be needed.
        is_idle = named is not None and named not in chosen
        for finding in check_suppression(manuscript, suppression, is_used=suppression.place in used or is_idle):
            yield bad_suppression.RULE, finding


def _merge_causes(found: Iterable[tuple[Rule, Finding]]) -> Iterator[tuple[Rule, Finding]]:
    """Yield the findings; those of one rule with the same cause as one, in the place of the first."""
    groups: dict[tuple[str, str | int], tuple[Rule, list[Finding]]] = {}
    for index, (rule, finding) in enumerate(found):
        cause = finding.cause if rule.merge is not None and finding.cause else index
        groups.setdefault((rule.code, cause), (rule, []))[1].append(finding)
    for rule, group in groups.values():
        yield rule, group[0] if rule.merge is None or len(group) == 1 else rule.merge(group)


def _make_diagnostic(manuscript: Manuscript, settings: Validation, rule: Rule, finding: Finding) -> Diagnostic | None:
    level = _level_of(rule, settings)
    if level == "off" and rule.can_be_silenced:
        return None
    default = finding.severity or rule.severity
    severity = Severity(level) if level and level != "off" else default
    return Diagnostic(rule.code, rule.name, severity, manuscript.path, finding, manuscript.document)
