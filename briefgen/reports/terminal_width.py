"""Measures text by the cells it takes on a terminal, and cuts it to fit."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, takewhile

LONGEST_CUT = 12
# Latin letters and common punctuation take one cell each; other characters must be looked up.
_UNUSUAL = r"[^\x20-\u02ff\u2010-\u2026]"


def width(text: str) -> int:
    """Return the width of a text in cells: two for wide characters such as Hanzi, none for combining marks."""
    return len(text) if text.isascii() else len(text) + sum(_width(each) - 1 for each in re.findall(_UNUSUAL, text))


@lru_cache(maxsize=4_096)
def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def cut_start(text: str, cells: int) -> str:
    """Cut a text at the start to fit into `cells`; an ellipsis marks the cut."""
    if width(text) <= cells:
        return text
    kept = text[len(text) - _fitting(text[::-1], cells - 2) :]
    # Drop a partial word if it is short.
    return "… " + kept[kept.find(" ", 0, LONGEST_CUT) + 1 :].lstrip()


def cut_end(text: str, cells: int) -> str:
    """Cut a text at the end to fit into `cells`; an ellipsis marks the cut."""
    if width(text) <= cells:
        return text
    kept = text[: _fitting(text, cells - 2)]
    space = kept.rfind(" ", max(len(kept) - LONGEST_CUT, 0))
    return (kept[:space] if space > 0 else kept).rstrip() + " …"


def _fitting(text: str, cells: int) -> int:
    """Return the number of characters that fit; looks at no more, since a line may be a long paragraph."""
    start = text[: max(cells, 0)]
    if not re.search(_UNUSUAL, start):
        return len(start)
    return len(list(takewhile(cells.__ge__, accumulate(map(_width, text)))))
