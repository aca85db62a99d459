"""Finds words that stand twice in a row in languages other than English."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.manuscript import FieldText
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.vocabulary.doublings import DOUBLINGS, Doubling
from briefgen.yamltext import Span, SpanSet

_ENDS = ".,;:!?”’)»“"
_LONG = 5
_WORD = r"\S+"
_SIC = r"\s*\[sic"
# “In in Bremen gebauten Schiffen”: German and Dutch put what belongs to a participle before it.
_PARTICIPLES = frozenset({"de", "nl"})
_PARTICIPLE = r"[^\W\d_]{2,}(?:[dt]e|ene)[mnrs]?|(?:hoh|groß|lang|breit|alt|schwer|tief|teur|reich|fremd)e[mnrs]?"
_LINKS = frozenset({"aber", "dass", "en", "ob", "oder", "of", "sondern", "und", "weil"})
_REACH = 8
# “Die Reise von von der Leyen”, “le discours de de Gaulle”; in Spanish and Italian, the second has a capital.
_OF_NAMES = {"de": frozenset({"von"}), "fr": frozenset({"de", "du"}), "pt": frozenset({"da", "de", "do", "dos"})}
_IN_NAMES = frozenset({"den", "der", "la"})
# “Es mejor que que te quedes”.
_COMPARED = frozenset({"antes", "igual", "menos", "más", "mejor", "peor", "mais", "melhor", "pior", "plutôt", "plus"})


def find_doubled(field: FieldText) -> Iterator[tuple[Span, str]]:
    """Yield the span of both words, and the word; only in prose, and in the newsletter's own words."""
    doubling = DOUBLINGS.get(field.language)
    if doubling is None:
        return
    verbatim = SpanSet(field.verbatim)
    for block in field.prose.blocks:
        if block.kind in PROSE_BLOCKS | {"heading"} and _may_double(block, field):
            for span, word in _find(field, block, doubling):
                if not verbatim.covers(span):
                    yield span, word


def _may_double(block: Block, field: FieldText) -> bool:
    words = block.span.of(field.prose.visible).lower().split()
    return any(one == other.rstrip(_ENDS) for one, other in pairwise(words))


def _find(field: FieldText, block: Block, doubling: Doubling) -> Iterator[tuple[Span, str]]:
    text = field.prose.visible
    places = list(re.compile(_WORD).finditer(text, *block.span))
    words = [each.group() for each in places]
    for at, (first, written) in enumerate(pairwise(words)):
        second = written.rstrip(_ENDS)
        if first.lower() != second or not second.isalpha():
            continue
        beside = {words[at - 1].lower() if at else "", *(each.rstrip(_ENDS).lower() for each in words[at + 2 : at + 3])}
        is_sic = re.compile(_SIC).match(text, places[at + 1].end()) is not None
        if second in beside or is_sic or not _is_slip(field.language, doubling, words, at):
            continue
        yield Span(places[at].start(), places[at + 1].start() + len(second)), second


def _is_slip(language: str, doubling: Doubling, words: list[str], at: int) -> bool:
    first, second = words[at], words[at + 1].rstrip(_ENDS)
    is_last = words[at + 1] != second
    if second in doubling.never:
        following = words[at + 2 : at + 2 + _REACH]
        if second in _OF_NAMES.get(language, ()) and _is_name(following):
            return False
        if second == "que" and not _COMPARED.isdisjoint(words[max(0, at - _REACH) : at]):
            return False
        if second == "una" and at and words[at - 1] == "la":
            return False
        may_precede = language in _PARTICIPLES and second not in _LINKS and not is_last
        return not (may_precede and _has_participle(following, language))
    return doubling.may is not None and first.islower() and len(second) >= _LONG and second not in doubling.may


def _is_name(words: list[str]) -> bool:
    bare = words[words[0] in _IN_NAMES :] if words else []
    return bool(bare) and bare[0][:1].isupper()


def _has_participle(words: list[str], language: str) -> bool:
    """Return whether a participle with its noun follows, to which the words before it may belong."""
    for word, other in pairwise(words):
        # German nouns have a capital.
        is_noun = other[:1].isupper() if language == "de" else other[:1].isalpha()
        if is_noun and re.fullmatch(_PARTICIPLE, word):
            return True
        if word[-1:] in ".;:!?":
            return False
    return False
