"""An outlet is named as the source, and no citation of it stands in the paragraph.

Readers are told who published it, and not what or when. Only outlets of the register count, beside words
such as “told,” “according to” or “reported”; agencies of a government and companies speak for themselves
and are left alone.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour is sound, its director told the BBC. It opened on Monday (NYT, May 8).

Reports:
    4:51 BBC is the stated source, but no BBC citation is in this paragraph

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour is sound, its director told the BBC (BBC, May 9). It opened on Monday (NYT, May 8).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.evidence.coverage import paragraphs
from briefgen.rules.evidence.words import OUTLET_VERBS
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_NAME = r"[A-Z][\w’.&-]*(?:\s(?:(?:of|the|on|and|for)\s)?[A-Z][\w’.&-]*){0,4}"
_AFTER = (
    rf"\b(?:[Tt]old|[Tt]ells|[Aa]ccording to|[Rr]eported (?:by|in)|[Qq]uoted (?:by|in)) (?:the )?[*_]?(?P<name>{_NAME})"
)
_BEFORE = rf"(?P<name>{_NAME})[*_]? (?:has |have |had |also )?(?:{OUTLET_VERBS})\b"
_LEADS = ("old ", "ells ", "ccording to ", "eported ", "uoted ")
# They are sources by being cited, not by being named: “the White House said”.
_SPEAKERS = frozenset({"government", "company", "social", "tertiary"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield outlets that are named as a source and not cited in their paragraph."""
    for item in manuscript.items:
        for block in paragraphs(item):
            cited: frozenset[str] | None = None
            for name, span in _named(manuscript, item, block):
                if cited is None:
                    cited = _cited(manuscript, item, block)
                if not manuscript.outlets.ids(name) & cited:
                    cited |= manuscript.outlets.ids(name)
                    yield Finding(
                        span=item.place(span),
                        message=f"{name} is the stated source, but no {name} citation is in this paragraph",
                        help=f"cite what {name} published",
                    )


def _named(manuscript: Manuscript, item: ItemText, block: Block) -> Iterator[tuple[str, Span]]:
    """Yield the outlets that are named as a source in a block."""
    visible = item.prose.visible
    for pattern, is_head in ((_AFTER, True), (_BEFORE, False)):
        for match in re.compile(pattern).finditer(visible, block.span.start, block.span.end):
            words = list(re.finditer(r"\S+", match["name"]))
            cuts = range(len(words), 0, -1) if is_head else range(len(words))
            for cut in cuts:
                start, end = (
                    (words[0].start(), words[cut - 1].end()) if is_head else (words[cut].start(), words[-1].end())
                )
                name = match["name"][start:end].removesuffix("’s").rstrip(".,’")
                if manuscript.outlets.is_known(name):
                    span = Span(match.start("name") + start, match.start("name") + start + len(name))
                    kinds = {outlet.kind for outlet in manuscript.outlets.named(name)}
                    if not kinds & _SPEAKERS and not item.prose.is_quoted(span):
                        yield name, span
                    break


def _cited(manuscript: Manuscript, item: ItemText, block: Block) -> frozenset[str]:
    """Return the ids of the outlets that are cited in a block, or linked to."""
    found: set[str] = set()
    for group in item.groups:
        if block.span.covers(group.span):
            for citation in group.citations:
                source = manuscript.read_issue.sources.get(citation.key)
                found |= manuscript.outlets.ids(source.outlet if source else citation.outlet)
    return frozenset(found)


RULE = Rule("E106", "outlet-named-not-cited", Severity.WARNING, check)
