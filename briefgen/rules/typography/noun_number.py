"""A noun in the wrong number: “12 ship”, “several bank”, “one of the biggest port”, “a visitors”.

The ending was lost or left over, and readers look for a noun that does not come. Some 150 frequent nouns are looked
for, and only where the words around leave no doubt that none follows. Behind a figure, a verb or a preposition must
stand before it (“built 12 ship in May”), because “Jan. 6 attack” and “Phase 2 plan” are right. For “5 week” see T134.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel, one of the biggest port on the coast, built 12 ship in May. Several bank in the city lent the money.
          These company are in debt, and every members of the board knows it.

Reports:
    4:32 “port” behind “one of the biggest”
    4:60 “ship” behind “12”
    4:81 “bank” behind “Several”
    5:13 “company” behind “These”
    5:44 “members” behind “every”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel, one of the biggest ports on the coast, built 12 ships in May. Several banks in the city lent the money.
          These companies are in debt, and every member of the board knows it.

Good:
    briefs:
      - title: Harbour Opens
        body: |
          One of the biggest port operators built 12 ship engines after the Jan. 6 attack on the yard.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.count_nouns import NOUNS, VERBAL_NOUNS, plural_of, plural_stem
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty")
_MANY = ("several", "numerous", "various", "many", "these", "those", "multiple")
_COUNTS = frozenset((*_NUMBERS, *_MANY))
# Behind these, a number counts what follows it.
_COUNTING = frozenset({
    "about", "almost", "around", "by", "employ", "employs", "every", "for", "from", "had", "has", "have", "in",
    "include", "includes", "just", "least", "nearly", "of", "only", "over", "past", "than", "with", "within",
})  # fmt: skip
# Behind these, what follows is no subject of a verb, either.
_TRANSITIVE = frozenset({
    "bought", "build", "builds", "built", "closed", "closes", "employ", "employs", "for", "had", "has", "have",
    "hired", "include", "includes", "killed", "launched", "lost", "made", "opened", "operates", "ordered", "own",
    "owns", "runs", "sank", "saw", "sent", "sold", "with", "within", "won",
})  # fmt: skip
# Not a comma, behind which another adjective may stand: “various official, scholarly and news reports”.
_END = (
    r"(?=[.;:!?)](?:\s|$)|\s(?:to|in|of|for|on|at|from|with|by|who|that|which|are|were|have|has|is|was|before|after|"
    r"because|while|when)\s)"
)
_BEST = (
    r"(?:[a-z]+est|most [a-z]+|most [a-z]+ly [a-z]+|best|worst|top|main|leading|first|last|major|few|many)"
    r"(?: [a-z]*[^\Ws])?"
)
# A person is “one of the family”.
_GROUPS = frozenset({"family", "party", "club", "company", "committee", "church", "government", "nation"})
_ONE_OF = Pattern(
    rf"(?<!\w)(?P<words>[Oo]ne of (?:the|its|their|our|his|her|these|those)(?: [a-z]+[’']s)?"
    rf"(?P<best> {_BEST})?) (?P<noun>[a-z]+){_END}",
    literals=("ne of ",),
    reach=80,
)
_COUNTED = Pattern(
    rf"(?<![\w’'.,$£€-])(?:(?P<before>[A-Za-z]+) "
    rf"(?P<number>[2-9]|[1-9]\d{{1,2}}|\d{{1,3}}(?:,\d{{3}})+|{'|'.join(_NUMBERS)})"
    rf"|(?<!how )(?<!many )(?P<words>{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _MANY)}))"
    rf" (?P<noun>[a-z]+){_END}",
    literals=(
        *(f" {word} " for word in (*_NUMBERS, *_MANY)),
        *(f"{word.capitalize()} " for word in _MANY),
        *(f"{digit} " for digit in range(10)),
    ),
    reach=60,
)

_ONE = frozenset({"a", "an", "each", "every", "another", "this", "Each", "Every", "Another", "This"})
# Not “this shops at”, nor “a ways to go”.
_SINGULARS = NOUNS - {"author", "bridge", "doctor", "engineer", "farm", "ferry", "nurse", "park", "shop", "way"}
_PLURAL = Pattern(
    rf"(?<![\w’'-])(?P<words>{'|'.join(sorted(_ONE))}) (?P<noun>[a-z]+s){_END}",
    literals=tuple(f"{word} " for word in sorted(_ONE)),
    reach=60,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield singular nouns where only a plural can stand."""
    for found in find_own(manuscript, _PLURAL, likely=_has_plural, when=is_among_english):
        noun = plural_stem(found["noun"])
        if noun in _SINGULARS:
            yield found.report("noun", f"{{}} behind “{found['words']}”", noun)
    for pattern, likely, when in ((_ONE_OF, bool, _is_noun), (_COUNTED, _has_singular, _is_counted)):
        for found in find_own(manuscript, pattern, likely=likely, when=when):
            words = found["words"] or found["number"]
            yield found.report("noun", f"{{}} behind “{' '.join(words.split())}”", plural_of(found["noun"]))


def _has_plural(text: str) -> bool:
    """Return whether an article stands right before a word in -s that may be one of the nouns."""
    words = text.split()
    return any(
        word in _ONE and other.rstrip(",.;:!?)").endswith("s") and plural_stem(other.rstrip(",.;:!?)")) in _SINGULARS
        for word, other in pairwise(words)
    )


def _is_noun(match: re.Match[str]) -> bool:
    noun = match["noun"]
    if noun in _GROUPS and not match["best"]:
        return False
    return (noun in NOUNS or noun in VERBAL_NOUNS) and is_among_english(match)


def _is_counted(match: re.Match[str]) -> bool:
    """Return whether a number counts a noun, which then is no subject, and no part of a name such as “Phase 2”."""
    noun, before = match["noun"], (match["before"] or "").lower()
    if noun in NOUNS:
        return (not before or before in _COUNTING or before in _TRANSITIVE) and is_among_english(match)
    return noun in VERBAL_NOUNS and (not before or before in _TRANSITIVE) and is_among_english(match)


def _has_singular(text: str) -> bool:
    """Return whether a number stands right before one of the nouns; in nearly all texts, none does."""
    words = [word.rstrip(",.;:!?)") for word in text.split()]
    return any(
        (word in NOUNS or word in VERBAL_NOUNS)
        and (words[at].isdigit() or words[at].lower() in _COUNTS or "," in words[at])
        for at, word in enumerate(words[1:])
    )


RULE = Rule("T143", "noun-number", Severity.WARNING, check, languages=ENGLISH)
