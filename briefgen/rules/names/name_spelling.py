"""One name spelled in two ways in one issue.

Readers may take them for two people or places, and a search for one finds only half. The rule compares names with and
without accents, apostrophes or hyphens (“Xi’an”, “Xian”); capitals within a word (“YouTube”, “Youtube”); spellings that
other alphabets allow (“Kyiv”, “Kiev”); and words that differ by one letter beside the same other name. The right form
is the one in publication.yaml under `names: {known: […]}`, or else the one that the issue uses more often. Names with
different other names beside them (“Ana Núñez”, “Carlos Nunez”) may belong to two people. The names of authors and in
credits are compared with those in the texts. Quotations, titles of works and citations are ignored. Other words that
differ by one letter are left to `name-variant`.

Bad:
    briefs:
      - title: Ferries
        body: |
          The ferry from Kyiv is late. In Kiev, Volodymyr Zelensky and Tsai Ing-wen met.
          Tsai Ingwen left, and Zelenskyy stayed. Zelensky and Tsai Ing-wen meet again in Kyiv.
          Anna Kowalska saw it, as did Anna Kowalksa.

Reports:
    4:39 “Kiev” here, “Kyiv” 2 times elsewhere
    5:12 “Ingwen” here, “Ing-wen” 2 times elsewhere
    5:29 “Zelenskyy” here, “Zelensky” 2 times elsewhere
    6:41 “Kowalksa” here, “Kowalska” 1 time elsewhere

Good:
    briefs:
      - title: Ferries
        body: |
          The ferry from Kyiv is late. In Kyiv, Volodymyr Zelensky and Tsai Ing-wen met.

Bad:
    briefs:
      - title: Ferries
        author: Henrik Dahl
        body: |
          The ferry from Kyiv is late, says the engineer Henrik Dhal.

Reports:
    5:54 “Henrik Dhal” here, “Henrik Dahl” 1 time elsewhere

Good:
    briefs:
      - title: Ferries
        author: Henrik Dahl
        body: |
          The ferry from Kyiv is late, says the engineer Henrik Dahl.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.model import distance
from briefgen.rules.analysis.name_words import NameWord, find_name_words, fold, list_names
from briefgen.rules.analysis.people import find_other_spellings
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.name_spellings import MARKED_WORDS, PREFIXES, SPELLINGS
from briefgen.yamltext import Span

_Forms = dict[str, list[NameWord]]
"""The places of each spelling."""
_SHORTEST_ALONE = 4
_SHORTEST_SLIP, _SHORTEST_OF_PERSON, _SHORTEST_SWAP = 6, 5, 4
# After an apostrophe, these are the ends of other words: “We’re”, “It’d”.
_CONTRACTED = ("’s", "’t", "’d", "’m", "’re", "’ll", "’ve", "’em")
_INFLECTIONS = ("s", "es", "n", "an", "ian", "i", "a", "er", "r", "d", "ed", "ese")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each name with several spellings, once with the places of the rarer ones."""
    # Most issues spell each name in one way, and are not read word by word.
    words = list(find_name_words(manuscript.fields)) if _has_candidates(manuscript) else []
    known = frozenset(word for name in manuscript.publication.names.known for word in name.split())
    reported: set[Span] = set()
    for forms in (*_alike(words), *_romanized(words), *_misspelled(words)):
        finding = _judge(forms, known, reported)
        if finding is not None:
            reported.update((finding.span, *(each.span for each in finding.related)))
            yield finding
    yield from _check_people(manuscript, known, reported)


def _check_people(manuscript: Manuscript, known: frozenset[str], reported: set[Span]) -> Iterator[Finding]:
    """Yield the names that are nearly those of authors or in credits."""
    bodies = [item.own_words for item in manuscript.items]
    for each in find_other_spellings(manuscript, _is_slip_of_person):
        pairs = zip(each.form.split(), each.usual.split(), strict=True)
        one, other = next((one, other) for one, other in pairs if one != other)
        # `name-variant` reports two long words of which both are in bodies.
        is_told = min(len(one), len(other)) >= _SHORTEST_SLIP and all(
            any(word in text for text in bodies) for word in (one, other)
        )
        is_told = is_told or any(span.start < each.span.end and each.span.start < span.end for span in reported)
        if not is_told and one not in known:
            reported.add(each.span)
            yield Finding(
                span=each.span,
                message=f"“{each.form}” here, “{each.usual}” {each.times} {plural(each.times, 'time')} elsewhere",
                help="use one spelling; if they are two names, list both under `names: {known: […]}`",
            )


def _has_candidates(manuscript: Manuscript) -> bool:
    """Return whether two words may be spellings of one name."""
    words: set[str] = set()
    beside: dict[tuple[str, bool], set[str]] = {}
    for run in list_names(manuscript.fields):
        words.update(run)
        for one, other in pairwise(run):
            beside.setdefault((one, True), set()).add(other)
            beside.setdefault((other, False), set()).add(one)
    folded = [fold(word) for word in words if not _is_shouted(word)]
    families = [SPELLINGS[key] for key in {key.removeprefix("al") for key in folded} if key in SPELLINGS]
    return (
        len(set(folded)) < len(folded)
        or len(set(families)) < len(families)
        or any(_is_slip(one, other) for each in beside.values() for one, other in combinations(each, 2))
    )


def _group(words: list[tuple[str, NameWord]]) -> Mapping[str, _Forms]:
    groups: dict[str, _Forms] = {}
    for key, word in words:
        groups.setdefault(key, {}).setdefault(word.text, []).append(word)
    return groups


def _alike(words: list[NameWord]) -> Iterator[_Forms]:
    """Yield names that differ in accents, apostrophes, hyphens or capitals only."""
    groups = _group([(fold(word.text), word) for word in words if not _is_shouted(word.text)])
    for key, forms in groups.items():
        if len(forms) > 1 and len(key) > 2 and key not in MARKED_WORDS:  # noqa: PLR2004
            house = _most_used(forms)
            others = {form: places for form, places in forms.items() if form == house or _is_same(forms, form, house)}
            # With an accent or hyphen more, a word that is common in the issue is played with: “Vision Zerö”.
            is_play = all(form.lower() != house.lower() for form in others if form != house)
            if len(others) > 1 and not (is_play and _is_common(house, words)):
                yield others


def _is_shouted(word: str) -> bool:
    """Return whether a word is in capitals, or begins with two of them by a slip: `THere`."""
    return word.isupper() or (word[:2].isupper() and word[2:].islower())


def _is_same(forms: _Forms, form: str, house: str) -> bool:
    """Return whether two spellings are of one name, and not two words or usual forms of one word."""
    places, usual = forms[form], forms[house]
    if any(each.endswith(_CONTRACTED) for each in (form, house)) or _is_compound(form) or _is_compound(house):
        return False
    if form.lower() == house.lower() and any("-" in each or each[1:].islower() for each in (form, house)):
        # “High-level” may begin a sentence, “High-Level” a name.
        is_hyphened = "-" in form
        # Within a longer run of capitalized words it may be part of a title that others wrote: “Better Github Logging”.
        places = [place for place in places if not place.is_in_heading and not (place.before and place.after)]
        return bool(places) and (not is_hyphened or _share_name(places, usual))
    is_alone = any(place.is_alone for place in (*places, *usual))
    return (is_alone and len(form) >= _SHORTEST_ALONE) or _share_name(places, usual)


def _is_compound(word: str) -> bool:
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (first.lower() in PREFIXES or first.isupper() or not rest)


def _share_name(places: list[NameWord], others: list[NameWord]) -> bool:
    """Return whether the same name stands before, or after, some of the places of both."""
    before, after = ({getattr(place, side) for place in places} - {""} for side in ("before", "after"))
    return any(other.before in before or other.after in after for other in others)


def _romanized(words: list[NameWord]) -> Iterator[_Forms]:
    """Yield names from other alphabets with two spellings that are both usual; not in names such as `Chicken Kiev`."""
    found = [(_family(word), word) for word in words]
    for forms in _group([(key, word) for key, word in found if key]).values():
        house = _most_used(forms)
        others = {form: places for form, places in forms.items() if not _is_left_to_name_variant(form, house, words)}
        if len({fold(form) for form in (house, *others)}) > 1:
            yield {house: forms[house], **others}


def _family(word: NameWord) -> str:
    # Newspapers and universities keep their spelling, and so do dishes.
    is_of_another_name = word.after or word.before == "chicken"
    return "" if is_of_another_name else SPELLINGS.get(fold(word.text.removeprefix("Al-")), "")


def _misspelled(words: list[NameWord]) -> Iterator[_Forms]:
    """Yield words that differ by one letter between the same other names."""
    found = (word for word in words if not _family(word))
    groups = _group([(f"{word.before} {word.after}", word) for word in found if not word.is_alone])
    for key, forms in groups.items():
        # Given names differ by a letter: Jon and John. Swapped letters are a slip there too.
        may_differ = len(key.partition(" ")[0]) > 1
        for one, other in combinations(forms, 2):
            is_slip = _is_slip(one, other) and (may_differ or _is_swap(one, other))
            if is_slip and not _is_word_or_left(one, other, words):
                yield {one: forms[one], other: forms[other]}


def _is_slip(one: str, other: str) -> bool:
    """Return whether two names begin alike and are one slip apart, and neither is an inflection of the other."""
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or len(long) - len(short) > 1 or len(short) < _SHORTEST_SWAP or fold(one) == fold(other):
        return False
    if not short.isalpha() or not long.isalpha() or one.isupper() or other.isupper() or distance(one, other) != 1:
        return False
    is_inflected = any(long == short + ending or long == short[:-1] + ending for ending in _INFLECTIONS)
    return not is_inflected and (len(short) >= _SHORTEST_SLIP or _is_swap(one, other))


def _is_slip_of_person(one: str, other: str) -> bool:
    """Return whether two words, beside the same other name of one of the people, are one slip apart.

    They may be shorter than other names, if they end alike: not `Brown` and `Browne`.
    """
    is_within = one[:1] == other[:1] and one[-1:] == other[-1:] and min(len(one), len(other)) >= _SHORTEST_OF_PERSON
    return _is_slip(one, other) or (is_within and fold(one) != fold(other) and distance(one, other) == 1)


def _is_swap(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one) == sorted(other)


def _is_word_or_left(one: str, other: str, words: list[NameWord]) -> bool:
    """Return whether both names are also common words, or `name-variant` reports the two."""
    common = [_is_common(each, words) for each in (one, other)]
    return all(common) or (not any(common) and _is_left_to_name_variant(one, other, words))


def _is_common(name: str, words: list[NameWord]) -> bool:
    """Return whether a name occurs in lower case too."""
    fields = {word.field.field: word.field for word in words}.values()
    return any(re.search(rf"{name.lower()}(?<=\b{name.lower()})\b", field.own_words) for field in fields)


def _is_left_to_name_variant(one: str, other: str, words: list[NameWord]) -> bool:
    """Return whether `name-variant` reports the same two words, if they are no common ones."""
    is_long = min(len(one), len(other)) >= _SHORTEST_SLIP and one[-2:] == other[-2:] and distance(one, other) == 1
    return is_long and any(
        sum(word.text == each and word.field.name == "body" for word in words) == 1 for each in (one, other)
    )


def _most_used(forms: _Forms) -> str:
    """Return the most frequent form; of equally frequent ones, that with more accents, marks and capitals."""
    return max(
        forms, key=lambda form: (len(forms[form]), sum(not (each.isascii() and each.islower()) for each in form))
    )


def _judge(forms: _Forms, known: frozenset[str], reported: set[Span]) -> Finding | None:
    """Return a finding with the places of the rarer spellings that no other finding has; None if there are none."""
    listed = [form for form in forms if form in known]
    house = listed[0] if listed else _most_used(forms)
    places = [(place.field.file_span(place.span), place) for form in forms if form != house for place in forms[form]]
    rest = [(span, place.text) for span, place in places if span not in reported]
    if len(listed) > 1 or not rest:
        return None
    (first, form), usual = rest[0], len(forms[house])
    others = [span for span, _ in rest[1:]]
    here = f" {len(rest)} times" if others else " here"
    return Finding(
        span=first,
        message=f"“{form}”{here}, “{house}” {usual} {plural(usual, 'time')} elsewhere",
        help="use one spelling; if they are two names, list both under `names: {known: […]}`",
        related=tuple(Related(span, "here too") for span in others),
    )


RULE = Rule("N112", "name-spelling", Severity.NOTE, check, languages=ENGLISH)
