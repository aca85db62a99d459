"""Suppressions: `ignore:` on an issue, item, image or source, or a comment before a paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import Ignore
from briefgen.rules.catalogue import advise_rule, find_rule
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Path, Sequence, Span

# `<!-- briefgen: ignore E107 one interview, cited at the end -->`; comments are never printed.
# A string, so that `re` compiles it on first use.
_COMMENT = r"(?s)<!--\s*briefgen:\s*ignore\s+(?P<rule>[\w-]+)(?P<reason>.*)-->"


class Suppression(Struct, frozen=True):
    """One entry of an `ignore:` list, or a comment before a paragraph."""

    ignore: Ignore
    place: Span
    """The span of the word that names the rule."""
    scope: Span
    """The span in which findings are suppressed."""
    entry: Span | None = None
    """The lines to delete in order to remove it, or None if that depends on the layout."""

    def silences(self, manuscript: Manuscript, rule: Rule, finding: Finding) -> bool:
        """Return whether it suppresses a finding of a rule."""
        if find_rule(self.ignore.rule) is not rule or not rule.can_be_silenced:
            return False
        if not self.scope.covers(finding.span):
            return False
        words = _folded(self.ignore.match or "")
        shown = _folded(finding.span.of(manuscript.document.text))
        return not words or words in shown or (bool(shown) and shown in words)


def find_suppressions(manuscript: Manuscript) -> Iterator[Suppression]:
    """Yield all suppressions in an issue."""
    issue, document = manuscript.issue, manuscript.document
    if issue is None:
        return
    entire_text = Span(0, len(document.text))
    yield from _entries(document, issue.ignore, ("ignore",), entire_text)
    if issue.image is not None:
        yield from _entries(document, issue.image.ignore, ("image", "ignore"), document.value_span("image"))
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        yield from _entries(document, item.ignore, (*path, "ignore"), document.value_span(*path))
        for place, image in item.pictures:
            scope = document.value_span(*path, *place)
            yield from _entries(document, image.ignore, (*path, *place, "ignore"), scope)
    for key, source in issue.sources.items():
        if not source.ignore:
            continue
        entry = document.nearest_span("sources", key)
        scope = Span(entry.start, document.value_span("sources", key).end)
        yield from _entries(document, source.ignore, ("sources", key, "ignore"), scope)
    for text in manuscript.items:
        yield from _comments(text)


def _entries(document: Document, ignores: tuple[Ignore, ...], path: Path, scope: Span) -> Iterator[Suppression]:
    lines = _find_entries(document, path) if ignores else ()
    for index, ignore in enumerate(ignores):
        # In the short form, the entry is just the word: `ignore: [C104]`.
        named = document.node(*path, index, "rule")
        place = named.span if named else document.value_span(*path, index)
        yield Suppression(ignore, place, scope, lines[index] if index < len(lines) else None)


def _find_entries(document: Document, path: Path) -> tuple[Span, ...]:
    """Return the lines of each entry of a list; if there is only one, the lines of the whole list."""
    node, key = document.node(*path), document.key_span(*path)
    if key is None or node is None:
        return ()
    if not isinstance(node, Sequence) or len(node.items) == 1:
        return _whole_lines(document, [Span(key.start, node.span.end)], indent="")
    if document.text[node.span.start] == "[":
        return ()
    return _whole_lines(document, [item.span for item in node.items], indent="- ")


def _whole_lines(document: Document, spans: list[Span], *, indent: str) -> tuple[Span, ...]:
    """Expand spans to whole lines; returns nothing if a line contains more than a span, its marker and a comment."""
    found = []
    for span in spans:
        end = span.start + len(span.of(document.text).rstrip())
        first, last = document.lines.position(span.start), document.lines.position(end)
        before = document.lines.line(first.line)[: first.column - 1]
        after = document.lines.line(last.line)[last.column - 1 :].strip()
        is_shared = before.strip() != indent.strip() or (after and not after.startswith("#"))
        # A comment on a line of its own may be about more than the entry.
        if is_shared or re.search(r"\n\s*#", span.of(document.text)):
            return ()
        starts = document.lines.starts
        found.append(Span(starts[first.line - 1], starts[last.line] if last.line < len(starts) else end))
    return tuple(found)


def _comments(item: ItemText) -> Iterator[Suppression]:
    """Yield the suppressions in comments before paragraphs; YAML has no comments inside a body."""
    blocks = item.prose.blocks
    for before, block in pairwise(blocks):
        if before.kind != "comment":
            continue
        text = before.span.of(item.prose.text)
        match = re.fullmatch(_COMMENT, text.strip())
        if match is None:
            continue
        start = before.span.start + text.index("<") + match.start("rule")
        ignore = Ignore(rule=match["rule"], match=None, reason=match["reason"].strip() or None)
        place = item.file_span(Span(start, start + len(match["rule"])))
        first, following = (item.file_span(Span(each.span.start, each.span.start)) for each in (before, block))
        entire_text = Span(first.start, following.start)
        yield Suppression(ignore, place, item.file_span(block.span), entire_text)


def check_suppression(manuscript: Manuscript, suppression: Suppression, *, is_used: bool) -> Iterator[Finding]:
    """Yield findings about a suppression: unknown rule, no effect, or no reason."""
    word = suppression.ignore.rule
    rule = find_rule(word)
    place = suppression.place
    if rule is None:
        yield Finding(span=place, message=f"there is no rule `{word}`", help=advise_rule(word))
    elif not rule.can_be_silenced:
        yield Finding(span=place, message=f"`{word}` cannot be ignored", help="fix what it reports")
    elif not is_used:
        cut = suppression.entry
        fix = Fix("delete it", (Edit(cut, ""),), is_safe=True) if cut else None
        yield Finding(span=place, message=f"`ignore: {word}` matches nothing here", help="delete it", fix=fix)
    elif suppression.ignore.reason is None:
        severity = Severity.ERROR if manuscript.publication.validation.require_reason else None
        yield Finding(
            span=place,
            message=f"`ignore: {word}` has no reason",
            help="say why, for the next reader: `reason: …`",
            severity=severity,
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
