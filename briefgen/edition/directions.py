"""Finds runs of text in the opposite writing direction, which need bidirectional isolation."""

import re
from collections.abc import Iterator

from briefgen.model import Direction

_RIGHT_TO_LEFT = "\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = rf"[^\W\d_{_RIGHT_TO_LEFT}]"
# A run starts and ends with a letter; digits that follow are part of it, as in “Boeing 737”.
_RUNS: dict[Direction, str] = {
    "ltr": rf"[{_RIGHT_TO_LEFT}](?:[\W\d_{_RIGHT_TO_LEFT}]*[{_RIGHT_TO_LEFT}])?",
    "rtl": rf"{_LETTER}(?:[^{_RIGHT_TO_LEFT}]*(?:{_LETTER}|\d))?",
}
_PAIRS = {")": "(", "]": "["}


def opposite(direction: Direction) -> Direction:
    """Return the opposite direction."""
    return "ltr" if direction == "rtl" else "rtl"


def find_opposite_runs(text: str, direction: Direction) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run in the opposite direction."""
    for found in re.finditer(_RUNS[direction], text):
        start, end = found.span()
        # Include the closing bracket of one that was opened in the run.
        while text[end : end + 1] in _PAIRS and text.count(_PAIRS[text[end]], start, end) > text.count(
            text[end], start, end
        ):
            end += 1
        yield start, end
