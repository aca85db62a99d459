"""Phrases whose initials make an acronym."""

import re
from collections.abc import Iterator

from briefgen.rules.analysis.acronyms import SMALL

_MAX_WORDS = 12


def spelled_out(acronym: str, text: str) -> str:
    """Return the first phrase of a text whose capitals make the acronym, or nothing.

    Small words may be left out or counted: `Department of Defense` makes DOD and DD.
    """
    first, whole = acronym[0], acronym.casefold()
    for found in re.finditer(rf"{first}(?<=\b{first})[\w’'-]*", text):
        phrase = re.split(r"[.,;:()\[\]*_“”\n]", text[found.start() : found.start() + 120])[0]
        words = [word for word in re.split(r"[\s-]+", phrase) if word][:_MAX_WORDS]
        if len(words) > 1 and words[1][0].casefold() not in whole and words[1].casefold() not in SMALL:
            continue
        for length in range(2, len(words) + 1):
            head = words[:length]
            if head[-1].casefold() in SMALL or not head[-1][0].isupper():
                continue
            every = "".join(word[0] for word in head).casefold()
            telling = "".join(word[0] for word in head if word.casefold() not in SMALL).casefold()
            if whole in {every, telling}:
                end = phrase.find(head[-1], sum(map(len, head[:-1])))
                return phrase[: end + len(head[-1])].removesuffix("’s").removesuffix("'s")
    return ""


def find_word(word: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a word stands by itself; it is looked for by its letters, for word boundaries are everywhere."""
    return re.finditer(rf"{word}(?<=\b{word})\b", text)


def is_short_for(acronym: str, words: str) -> bool:
    """Return whether some words before `(ACRONYM)` begin with its letters, in order."""
    initials = "".join(word[0] for word in re.split(r"[\s/-]+", words) if word).casefold()
    letters = iter(initials)
    return all(letter in letters for letter in acronym.casefold())
