"""A word twice in a row, or two prepositions of which one was left over.

Both come from editing a sentence halfway, and readers stumble. Names repeat (Wagga Wagga), so capitals are
left alone, as are words that may stand twice (had had), quotations and whatever is marked [sic].

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The gates of the the harbour ease the concentration on in ports (NYT, May 8).

Reports:
    4:20 “the” twice in a row
    4:59 “on in”: two prepositions in a row

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The gates of the harbour ease the concentration in ports (NYT, May 8).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import SPOKEN, Block
from briefgen.rules.rule import Rule
from briefgen.rules.typography.words import (
    FUNCTION_WORDS,
    MAY_DOUBLE,
    PREPOSITION_PAIRS,
    PREPOSITIONS,
    TAKES_PREPOSITION,
)
from briefgen.yamltext import Span

_ENDS = ".,;:!?”’)"
_SHORT = 3
_FIRST = frozenset(one for one, _ in PREPOSITION_PAIRS)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield words that stand twice, and prepositions too many."""
    for item in manuscript.items:
        for block in item.prose.blocks:
            words = block.span.of(item.prose.visible).lower().split() if block.kind in SPOKEN else []
            # Most blocks have no such pair: their words are not even given places.
            bare = [word.rstrip(_ENDS) for word in words[1:]]
            pairs = (pair for pair in pairwise(words) if pair[0] in _FIRST)
            if any(map(eq, words, bare)) or any(pair in PREPOSITION_PAIRS for pair in pairs):
                yield from _find(item, block)


def _find(item: ItemText, block: Block) -> Iterator[Finding]:
    text = item.prose.visible
    words = block.span.of(text).split()
    places = None
    for index, (first, other) in enumerate(pairwise(words)):
        second = other.rstrip(_ENDS)
        message = _message(words[index - 1] if index else "", first, second) if _is_pair(first, second) else ""
        if not message:
            continue
        places = places or list(re.compile(r"\S+").finditer(text, block.span.start, block.span.end))
        span = Span(places[index].start(), places[index + 1].start() + len(second))
        is_sic = re.compile(r"\s*\[sic").match(text, places[index + 1].end())
        if not is_sic and not item.prose.is_quoted(span):
            yield Finding(span=item.place(span), message=message, help="keep one of the two")


def _is_pair(first: str, second: str) -> bool:
    return first.lower() == second.lower() or (first, second) in PREPOSITION_PAIRS


def _message(before: str, first: str, second: str) -> str:
    """Say what is wrong with two equal words, or a pair of prepositions; nothing where they may stand together."""
    takes = before.endswith(("ed", "ing")) or before.lower() in TAKES_PREPOSITION
    if (first, second) in PREPOSITION_PAIRS:
        return "" if takes else f"“{first} {second}”: two prepositions in a row"
    if first.lower() in MAY_DOUBLE or not first.isalpha():
        return ""
    is_plain = second.islower() and (first.lower() in FUNCTION_WORDS or (first.islower() and len(first) > _SHORT))
    return f"“{second}” twice in a row" if is_plain and not (takes and second in PREPOSITIONS) else ""


RULE = Rule("T104", "repeated-word", Severity.WARNING, check)
