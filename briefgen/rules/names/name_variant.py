"""A name spelled in two ways, one letter apart.

One of the two is probably a slip. Only long, single-word names are compared. The rule ignores other forms of a word
(Iran, Iranian), common words (Person beside Pearson), names that differ in their first or last letters, pairs in which
both names occur more than once, and names listed in publication.yaml under `names: {known: […]}`, alone or as part of a
longer name.

Bad:
    briefs:
      - title: Ferries
        body: |
          The owner, Romaszko, declined. Later Romanszko said more, as Romaszko often does.

Reports:
    4:44 “Romaszko” or “Romanszko”?

Good:
    briefs:
      - title: Ferries
        body: |
          The owner, Romaszko, declined. Later Romaszko said more.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import distance
from briefgen.rules.analysis.name_words import fold
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import NEAR_NAMES
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_NAME = expression(r"[A-Z](?<![\w’'-].)[a-zà-öø-ÿ]{5,}(?![\w-])")
_TAIL = 2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield names that occur once, and elsewhere with a slightly different spelling."""
    known = frozenset(word for name in manuscript.publication.names.known for word in name.split())
    places: dict[str, list[tuple[ItemText, Span]]] = {}
    texts = [(item, item.own_words) for item in manuscript.items]
    for item, text in texts:
        for match in _NAME.finditer(text):
            if not is_sic(text, match.end()):
                places.setdefault(match.group(), []).append((item, Span(match.start(), match.end())))
    for one, other in _pairs(list(places)):
        rare, usual = (other, one) if len(places[other]) <= len(places[one]) else (one, other)
        if rare in known:
            continue
        if len(places[rare]) == 1 and not _is_word(rare, texts) and not _is_word(usual, texts):
            (item, span), (first, elsewhere) = places[rare][0], places[usual][0]
            yield Finding(
                span=item.file_span(span),
                message=f"“{usual}” or “{rare}”?",
                help="check the spelling",
                related=(Related(first.file_span(elsewhere), f"“{usual}”"),),
            )


def _is_word(name: str, texts: list[tuple[ItemText, str]]) -> bool:
    """Return whether a name is also a common word: it is known as one, or occurs in lower case."""
    return name.lower() in NEAR_NAMES or any(re.search(rf"\b{name.lower()}\b", text) for _, text in texts)


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield names one slip apart that begin and end alike."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(name[0] + name[-_TAIL:], []).append(name)
    for found in alike.values():
        for index, other in enumerate(found):
            yield from ((one, other) for one in found[:index] if _is_slip(one, other))


def _is_slip(one: str, other: str) -> bool:
    """Return whether two names are one slip apart; comparing their letters first avoids most slow calculations.

    Names that differ in accents only are left to `name-spelling`.
    """
    is_near = abs(len(one) - len(other)) <= 1 and len(set(one) ^ set(other)) <= 2  # noqa: PLR2004
    return is_near and distance(one, other) == 1 and fold(one) != fold(other)


RULE = Rule("N104", "name-variant", Severity.NOTE, check, languages=ENGLISH)
