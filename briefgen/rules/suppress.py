"""`ignore:` on an issue, an item, an image, a source or before a paragraph: what it silences, and what it does not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.diagnostics import Finding, Severity
from briefgen.frozen import Frozen
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import Ignore
from briefgen.rules.catalogue import find_rule
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Path, Span

# `<!-- briefgen: ignore E107 one interview, cited at the end -->`; comments are never printed.
_COMMENT = re.compile(r"<!--\s*briefgen:\s*ignore\s+(?P<rule>[\w-]+)\s*(?P<reason>.*?)\s*-->", re.DOTALL)


class Suppression(Frozen):
    """One entry of an `ignore:` list, or a comment before a paragraph."""

    ignore: Ignore
    place: Span
    """Of the word that names the rule."""
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
    yield from _entries(document, issue.ignore, ("ignore",), whole)
    if issue.image is not None:
        yield from _entries(document, issue.image.ignore, ("image", "ignore"), document.value_span("image"))
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        yield from _entries(document, item.ignore, (*path, "ignore"), document.value_span(*path))
        if item.image is not None:
            scope = document.value_span(*path, "image")
            yield from _entries(document, item.image.ignore, (*path, "image", "ignore"), scope)
    for key, source in issue.sources.items():
        entry = document.nearest_span("sources", key)
        scope = Span(entry.start, document.value_span("sources", key).end)
        yield from _entries(document, source.ignore, ("sources", key, "ignore"), scope)
    for text in manuscript.items:
        yield from _comments(text)


def _entries(document: Document, ignores: tuple[Ignore, ...], path: Path, scope: Span) -> Iterator[Suppression]:
    for index, ignore in enumerate(ignores):
        # The short form is the word alone: `ignore: [C104]`.
        named = document.node(*path, index, "rule")
        yield Suppression(ignore, named.span if named else document.value_span(*path, index), scope)


def _comments(item: ItemText) -> Iterator[Suppression]:
    """Yield what comments before paragraphs say; YAML has no comments inside a body, so Markdown's serve."""
    blocks = item.prose.blocks
    for before, block in pairwise(blocks):
        match = _COMMENT.fullmatch(before.span.of(item.prose.text).strip()) if before.kind == "comment" else None
        if match is None:
            continue
        start = before.span.start + before.span.of(item.prose.text).index(match["rule"])
        ignore = Ignore(rule=match["rule"], match=None, reason=match["reason"] or None)
        place = item.place(Span(start, start + len(match["rule"])))
        yield Suppression(ignore, place, item.place(block.span))


def judge(manuscript: Manuscript, suppression: Suppression, *, is_used: bool) -> Iterator[Finding]:
    """Yield what is wrong with a suppression itself."""
    word = suppression.ignore.rule
    rule = find_rule(word)
    place = suppression.place
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
