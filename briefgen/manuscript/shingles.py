"""How alike two texts are, by the runs of words they share."""

import re
from functools import lru_cache

SHINGLE = 5
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=32)
def shingle(text: str) -> frozenset[int]:
    """Return the runs of five words of a text, hashed; a shorter text is one run.

    A body is asked for as a neighbour's and as an issue's own.
    """
    words = _WORD.findall(text.casefold())
    if 0 < len(words) < SHINGLE:
        return frozenset({hash(tuple(words))})
    # Hashes are compared within one process only, so their seed does not matter.
    return frozenset(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set that the other holds too, 0 to 1 (containment)."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
