"""`ignore:` on an issue, an item, an image or a source: which findings it silences, and which silence nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Ignore
from briefgen.rules.catalogue import find_rule
from briefgen.rules.rule import Rule
from briefgen.yamltext import Path, Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry of an `ignore:` list."""

    ignore: Ignore
    path: Path
    """Of the entry: `("briefs", 0, "ignore", 1)`."""
    scope: Span
    """What it is written on."""

    def silences(self, manuscript: Manuscript, rule: Rule, finding: Finding) -> bool:
        """Say whether a finding of a rule is meant."""
        if find_rule(self.ignore.rule) is not rule or not rule.can_be_silenced:
            return False
        if not self.scope.covers(finding.span):
            return False
        words = _folded(self.ignore.match or "")
        shown = _folded(finding.span.of(manuscript.document.text))
        return not words or words in shown or (bool(shown) and shown in words)


def find_suppressions(manuscript: Manuscript) -> Iterator[Suppression]:
    """Yield every entry of every `ignore:` of an issue."""
    issue, document = manuscript.issue, manuscript.document
    if issue is None:
        return
    whole = Span(0, len(document.text))
    yield from _entries(issue.ignore, ("ignore",), whole)
    if issue.image is not None:
        yield from _entries(issue.image.ignore, ("image", "ignore"), document.value_span("image"))
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        yield from _entries(item.ignore, (*path, "ignore"), document.value_span(*path))
        if item.image is not None:
            yield from _entries(item.image.ignore, (*path, "image", "ignore"), document.value_span(*path, "image"))
    for key, source in issue.sources.items():
        entry = document.nearest_span("sources", key)
        scope = Span(entry.start, document.value_span("sources", key).end)
        yield from _entries(source.ignore, ("sources", key, "ignore"), scope)


def _entries(ignores: tuple[Ignore, ...], path: Path, scope: Span) -> Iterator[Suppression]:
    for index, ignore in enumerate(ignores):
        yield Suppression(ignore, (*path, index), scope)


def judge(manuscript: Manuscript, suppression: Suppression, *, is_used: bool) -> Iterator[Finding]:
    """Yield what is wrong with a suppression itself."""
    word = suppression.ignore.rule
    rule = find_rule(word)
    document = manuscript.document
    # The short form is the word alone: `ignore: [C104]`.
    has_keys = document.node(*suppression.path, "rule") is not None
    place = document.value_span(*suppression.path, *(["rule"] if has_keys else []))
    if rule is None:
        yield Finding(span=place, message=f"there is no rule `{word}`", help="`briefgen rule` lists them")
    elif not rule.can_be_silenced:
        yield Finding(span=place, message=f"`{word}` cannot be ignored", help="mend what it reports")
    elif not is_used:
        yield Finding(span=place, message=f"`ignore: {word}` matches nothing here", help="delete it")
    elif suppression.ignore.reason is None:
        severity = Severity.ERROR if manuscript.publication.validation.require_reason else None
        yield Finding(
            span=place,
            message=f"`ignore: {word}` has no reason",
            help="say why, for the one who reads it next: `reason: …`",
            severity=severity,
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
