"""Matches acronyms with phrases by their initials."""

import re
from collections.abc import Iterator

from briefgen.rules.analysis.acronyms import SMALL

_MAX_WORDS = 12


def spelled_out(acronym: str, text: str) -> str:
    """Return the first phrase in a text whose initials form the acronym, or "".

    Small words may be skipped or counted: `Department of Defense` matches DOD and DD.
    """
    first, folded = acronym[0], acronym.casefold()
    for found in re.finditer(rf"{first}(?<=\b{first})[\w’'-]*", text):
        phrase = re.split(r"[.,;:()\[\]*_“”\n]", text[found.start() : found.start() + 120])[0]
        words = [word for word in re.split(r"[\s-]+", phrase) if word][:_MAX_WORDS]
        if len(words) > 1 and words[1][0].casefold() not in folded and words[1].casefold() not in SMALL:
            continue
        for length in range(2, len(words) + 1):
            head = words[:length]
            if head[-1].casefold() in SMALL or not head[-1][0].isupper():
                continue
            every = "".join(word[0] for word in head).casefold()
            telling = "".join(word[0] for word in head if word.casefold() not in SMALL).casefold()
            if folded in {every, telling}:
                end = phrase.find(head[-1], sum(map(len, head[:-1])))
                return phrase[: end + len(head[-1])].removesuffix("’s").removesuffix("'s")
    return ""


def find_word(word: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the occurrences of a whole word; a pattern that starts with its letters is faster than a word boundary."""
    return re.finditer(rf"{word}(?<=\b{word})\b", text)


def is_short_for(acronym: str, words: str) -> bool:
    """Return whether the initials of `words` contain the letters of the acronym in order."""
    initials = "".join(word[0] for word in re.split(r"[\s/-]+", words) if word).casefold()
    letters = iter(initials)
    return all(letter in letters for letter in acronym.casefold())
