"""Whether “it's” stands for “its”, judging by the words around it."""

import re

from briefgen.rules.vocabulary.its_words import (
    ADJECTIVES,
    BEHIND_OBJECT,
    BEHIND_PREPOSITIONS,
    CONJUNCTIONS,
    NOUNS,
    PREDICATE_ENDINGS,
    PREDICATES,
    PREPOSITIONS,
    VERBS,
)

_AROUND = 24
_LONGER = 40
_ENDS = ".,;:!?)"
# “It’s new owners are farmers.”
_NOUN_AND_VERB = r" (?P<noun>[a-z]{4,}) (?P<verb>are|were|have|is|was|has) [a-z\d]"
# “A bus, it’s windows lit.”
_STATE = r" (?:[a-z]+(?:ed|ing|en)|lit|shut|gone|bare|empty|full|dark|down|out|off|on|up)(?=[.,;:!?)]|\s*\Z)"


def is_possessive(match: re.Match[str]) -> bool:
    """Return whether “it's” with the `next` word is certainly no “it is” and no “it has”.

    A line break in the searched text is a space.
    """
    word = match["next"]
    if word == "own" or _has_adjective(match):
        return True
    is_noun = word not in PREDICATES and (word in NOUNS or not word.endswith(("ing", "ly")))
    before = match.string[max(0, match.start() - _AROUND) : match.start()]
    after = match.string[match.end() : match.end() + _AROUND]
    previous = _last_word(before)
    if previous in PREPOSITIONS:
        return is_noun or word in BEHIND_PREPOSITIONS
    if not is_noun or (word.endswith(PREDICATE_ENDINGS) and word not in NOUNS):
        return False
    is_plural = word.endswith("s") and not word.endswith("ss")
    is_object = previous in VERBS and _ends_object(after)
    if is_object or (is_plural and before.endswith(", ") and re.match(_STATE, after)):
        return True
    verb = after[1:].partition(" ")[0] if after.startswith(" ") else ""
    if is_plural and verb in {"are", "were", "have"}:
        return True
    return verb in {"is", "was", "has", "will"} and _begins_clause(before, previous)


def _has_adjective(match: re.Match[str]) -> bool:
    """Return whether a sentence begins with “it’s”, an adjective, a noun and the verb: “It’s new owners are …”."""
    before = match.string[max(0, match.start() - _AROUND) : match.start()]
    # Behind “but”, too; “if it’s new people are glad” may be two clauses.
    is_first = not before.strip() or before.endswith((". ", "! ", "? ", "  ", "; "))
    after = match.string[match.end() : match.end() + _LONGER]
    found = re.match(_NOUN_AND_VERB, after) if is_first and match["next"] in ADJECTIVES else None
    if found is None:
        return False
    is_plural = found["noun"].endswith("s") and not found["noun"].endswith("ss")
    return found["verb"] in {"are", "were", "have"} if is_plural else found["verb"] in {"is", "was", "has"}


def _last_word(before: str) -> str:
    """Return the word right before a place, in small letters; "" if something else is there."""
    if not before.endswith(" "):
        return ""
    found = re.search(r"(?<![\w’'-])[A-Za-z]+(?= \Z)", before)
    return found[0].lower() if found else ""


def _begins_clause(before: str, previous: str) -> bool:
    return (
        not before.strip()
        or before.endswith(("  ", ". ", ", ", "; ", "! ", "? ", "— ", "—"))
        or previous in CONJUNCTIONS
    )


def _ends_object(after: str) -> bool:
    """Return whether what follows a noun shows that it is the whole object."""
    return (
        not after.strip()
        or after[0] in _ENDS
        or after.startswith("  ")
        or after[1:].split(" ", maxsplit=1)[0] in BEHIND_OBJECT
    )
