"""Similarity of texts by shingles (overlapping runs of words)."""

from functools import lru_cache

from briefgen.expressions import expression

SHINGLE = 5
FAINT = 0.2
"""Texts with a smaller containment have no more in common than turns of phrase; no rule looks at what they share."""
_WORD = expression(r"\w+")


@lru_cache(maxsize=32)
def shingle(text: str) -> frozenset[int]:
    """Return the hashed five-word shingles of a text; a shorter text is one shingle.

    Cached, because a body is needed both for its own issue and as a sibling of others.
    """
    words = _WORD.findall(text.casefold())
    if 0 < len(words) < SHINGLE:
        return frozenset({hash(tuple(words))})
    # Hashes are only compared within one process, so the random hash seed does not matter.
    return frozenset(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the containment of two sets: the share of the smaller one that the other includes, from 0 to 1."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
