"""A name spelled in two ways, one letter apart.

One of the two is probably a slip. Only long, single-word names are compared, and shorter ones behind the same first
name (Maria Holm, Maria Hulm). The rule ignores other forms of a word (Iran, Iranian), common words (Person beside
Pearson), names that differ in their first or last letters, pairs in which both names occur more than once, names of
well-known places (Colombia, Columbia), two people with their first names before them, a word that stands alone
between stops, and names listed in publication.yaml under `names: {known: […]}`, alone or as part of a longer name.

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
from itertools import combinations

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import distance
from briefgen.rules.analysis.name_words import fold
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import NEAR_NAMES
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.name_spellings import BESIDE_NAMES, NAME_DOUBLETS
from briefgen.yamltext import Span

_NAME = expression(r"[A-Z](?<![\w’'-].)[a-zà-öø-ÿ]{5,}(?![\w-])")
_PERSON = expression(r"(?<![\w’'-])(?P<first>[A-Z][a-zà-öø-ÿ]{2,}) (?P<last>[A-Z][a-zà-öø-ÿ]{3,})(?![\w-])")
_SHORT = 5
_TAIL = 2
_NEAR = 30
# Strings, so that `re` compiles them on first use: few issues have two such names.
# A NUL stands for a quotation, a citation or a link.
_STOP_BEFORE = r"[.!?…\x00][”\")\]*_]*\s+[*_“]{0,3}$"
_STOP_AFTER = r"[*_”]{0,3}[.!?…]"
# A body, not a person: “Harbour Commission”.
_NOUN = r"(?:ssion|tion|ment|ity|ance|ence|ness|ship|ism|ttee|ress|ctory|cil|ency|graphy|logy|ology)$"
_FIRST_NAME = r"(?<![\w-])(?P<word>[A-Z][a-zà-öø-ÿ]+)(?: [A-Z]\.)? $"


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
        if rare in known or frozenset((one.lower(), other.lower())) in NAME_DOUBLETS:
            continue
        if len(places[rare]) == 1 and not _is_word(rare, texts) and not _is_word(usual, texts):
            (item, span), (first, elsewhere) = places[rare][0], places[usual][0]
            if _is_sentence(item, span) or _is_sentence(first, elsewhere):
                continue
            if not re.search(_NOUN, usual) and _are_two_people((item, span), (first, elsewhere)):
                continue
            yield Finding(
                span=item.file_span(span),
                message=f"“{usual}” or “{rare}”?",
                help="check the spelling",
                related=(Related(first.file_span(elsewhere), f"“{usual}”"),),
            )
    yield from _find_people(texts, known)


def _find_people(texts: list[tuple[ItemText, str]], known: frozenset[str]) -> Iterator[Finding]:
    """Yield last names that occur once, and elsewhere, behind the same first name, with another letter."""
    people: dict[tuple[str, str], list[tuple[ItemText, Span]]] = {}
    for item, text in texts:
        for match in _PERSON.finditer(text):
            if match["first"].lower() not in BESIDE_NAMES and not is_sic(text, match.end()):
                people.setdefault((match["first"], match["last"]), []).append((item, Span(*match.span())))
    for (first, one), (second, other) in combinations(people, 2):
        # Longer names are compared by themselves; of two forms, a plural or a genitive is none.
        if first != second or min(len(one), len(other)) > _SHORT or {one, other} & known or one[0] != other[0]:
            continue
        if one.startswith(other) or other.startswith(one) or not _is_slip(one, other):
            continue
        rare, usual = sorted((one, other), key=lambda last: len(people[first, last]))
        if len(people[first, rare]) > 1 or _is_word(one, texts) or _is_word(other, texts):
            continue
        (item, span), (elsewhere, place) = people[first, rare][0], people[first, usual][0]
        yield Finding(
            span=item.file_span(span),
            message=f"“{first} {usual}” or “{first} {rare}”?",
            help="check the spelling",
            related=(Related(elsewhere.file_span(place), f"“{first} {usual}”"),),
        )


def _is_sentence(item: ItemText, span: Span) -> bool:
    """Return whether a word stands alone between two stops: an aside, such as “Silence.”, that names nobody."""
    before, after = item.own_words[max(0, span.start - _NEAR) : span.start], item.own_words[span.end : span.end + _NEAR]
    return re.search(_STOP_BEFORE, before) is not None and re.match(_STOP_AFTER, after) is not None


def _are_two_people(one: tuple[ItemText, Span], other: tuple[ItemText, Span]) -> bool:
    """Return whether two last names have different first names before them, which are not one letter apart."""
    first, second = (_first_name(item, span) for item, span in (one, other))
    return bool(first and second) and first[0] != second[0]


def _first_name(item: ItemText, span: Span) -> str:
    """Return the capitalized word before a name, unless it is a title or a common word; else an empty text."""
    found = re.search(_FIRST_NAME, item.own_words[max(0, span.start - _NEAR) : span.start])
    return found["word"] if found and found["word"].lower().rstrip(".") not in BESIDE_NAMES else ""


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
