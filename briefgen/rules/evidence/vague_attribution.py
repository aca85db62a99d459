"""Claims attributed to nobody in particular, such as “critics say” or “reportedly”.

Readers cannot weigh a nameless witness, and writers can hide their own opinion behind one. Claims in a paragraph or an
entry of a list with a citation or a link, or right before or behind one, are not reported, because readers can look up
who made them. Nor are those in a paragraph with a colon at its end, since who claims it may follow, headings,
quotations, items marked `analysis: true`, and phrases listed in publication.yaml under `attribution: {allowed: […]}`.
“Allegedly” is never reported, because the law may require it. An issue without a single citation, source or link does
not say where anything is from, and what “some say” in it is often a joke: there, `--select E105` reports them.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8).

          Nobody waved.

          Critics warn that it will silt up within ten years.

Reports:
    8:7 “Critics warn”: who, and where?

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday (NYT, May 8).

          Nobody waved.

          The hydrologist Anna Berg warns that it will silt up within ten years (NYT, May 9).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.analysis.coverage import count_groups, is_cited
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.claims import VAGUE_PEOPLE, VAGUE_VERBS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_SOME_VERBS = "say|argue|believe|fear|claim|contend|worry"
_PASSIVE = "believed|thought|said|reported|understood"
_VAGUE = rf"""(?ix)
    \b(?:(?:some|many|several|most|other|few)\s+)?(?:{VAGUE_PEOPLE})\s+(?:(?:also|often|now|have|has|had)\s+)*
        (?:{VAGUE_VERBS})\b
  | \b(?:some|many)\s+(?:{_SOME_VERBS})\b
  | \baccording\s+to\s+(?:some\s+|many\s+|several\s+)?(?:reports|sources|{VAGUE_PEOPLE})\b(?!\s+(?:of|from|at|by|in)\b)
  | \bit\s+is\s+(?:widely\s+|generally\s+)?(?:{_PASSIVE}|rumou?red)\b
  | \breportedly\b
"""
_PEOPLE = VAGUE_PEOPLE.split("|")
# No match without one of these; most paragraphs have none.
_TRACES = ("reportedly", "according to", "it is ", "some ", "many ", *_PEOPLE)
# Nor without one of these, where white space is one space: the expression takes 1 ms to compile.
_SIGNS = (
    "reportedly",
    *_PEOPLE,
    *(f"{few} {verb}" for few in ("some", "many") for verb in _SOME_VERBS.split("|")),
    *(f"according to {few}{papers}" for few in ("", "some ", "many ", "several ") for papers in ("reports", "sources")),
    *(f"it is {word}" for word in ("widely", "generally", "rumo", *_PASSIVE.split("|"))),
)

_LINKS = frozenset({"link", "address"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield statements of nobody that no citation covers."""
    allowed = frozenset(phrase.casefold() for phrase in manuscript.publication.attribution.allowed)
    shows_sources: bool | None = None
    for item in manuscript.items:
        if item.item.analysis:
            continue
        for number, block in enumerate(item.prose.blocks):
            if block.kind not in PROSE_BLOCKS:
                continue
            lowered = block.span.of(item.prose.visible).casefold()
            if lowered.endswith(":") or not any(map(lowered.__contains__, _TRACES)):
                continue
            if any(map(" ".join(lowered.split()).__contains__, _SIGNS)) and not _is_evident(item, number):
                shows_sources = _shows_sources(manuscript) if shows_sources is None else shows_sources
                yield from _find(item, block, allowed, in_preview=not shows_sources)


def _shows_sources(manuscript: Manuscript) -> bool:
    """Return whether an issue has any source, citation, or link to a page."""
    links = (part for item in manuscript.items for part in item.prose.opaque if part.kind in _LINKS)
    return (
        bool(manuscript.read_issue.sources)
        or count_groups(manuscript) > 0
        or any(part.address.startswith("http") for part in links)
    )


def _is_evident(item: ItemText, number: int) -> bool:
    """Return whether a block, or the one before or behind it, has a citation, or a link to any page."""
    return any(
        is_cited(item, block)
        or any(
            part.kind in _LINKS and part.address.startswith("http") and block.span.covers(part.span)
            for part in item.prose.opaque
        )
        for block in item.prose.blocks[max(0, number - 1) : number + 2]
    )


def _find(item: ItemText, block: Block, allowed: frozenset[str], *, in_preview: bool) -> Iterator[Finding]:
    for match in re.compile(_VAGUE).finditer(item.prose.visible, block.span.start, block.span.end):
        span, words = Span(match.start(), match.end()), " ".join(match.group().split())
        if words.casefold() in allowed:
            continue
        if not item.prose.is_quoted(span):
            yield Finding(
                span=item.file_span(span),
                message=f"“{words}”: who, and where?",
                help="name one of them and cite it",
                in_preview=in_preview,
            )


RULE = Rule("E105", "vague-attribution", Severity.WARNING, check, languages=ENGLISH)
