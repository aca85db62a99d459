"""Finds the known word closest to a mistyped one."""

from collections.abc import Iterable

MAX_DISTANCE = 2
FEWEST_SYLLABLES = 5
MAX_WORD = 200
"""In characters; nobody looks for the word that was meant by a longer one."""

_FIRST_KANA = "\u3040"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the closest known word within two edits (one edit for words up to three letters), or None.

    A Chinese character or a syllable of Hangul is nearly a word: of those, one in five may differ.
    """
    # Two slips in `url` make a different word, and one in `5` does.
    limit = MAX_DISTANCE if len(word) > 3 else min(1, len(word) - 1)  # noqa: PLR2004
    if has_syllables(word):
        limit = int(len(word) >= FEWEST_SYLLABLES)
    if len(word) > MAX_WORD:
        return None
    alike = (other for other in known if abs(len(other) - len(word)) <= MAX_DISTANCE * 2)
    scored = sorted((distance(word.casefold(), other.casefold()), other) for other in alike)
    return scored[0][1] if scored and scored[0][0] <= limit else None


def has_syllables(word: str) -> bool:
    """Return whether a word has characters that stand for more than a letter: Hanzi, Kana or Hangul."""
    return any(letter >= _FIRST_KANA and letter.isalpha() for letter in word)


def distance(one: str, other: str) -> int:
    """Count the edits (insert, delete, replace, transpose) between two words.

    This is the Damerau-Levenshtein distance in its optimal string alignment variant. Words longer than `MAX_WORD` count
    as wholly different.
    """
    if max(len(one), len(other)) > MAX_WORD:
        return max(len(one), len(other)) if one != other else 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        last, row = row, [i]
        for j, right in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
