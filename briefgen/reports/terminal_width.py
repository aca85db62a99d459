"""How wide a text is on a terminal, and how it is shown there without harm."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, takewhile

NO_BREAK_SPACE = "\u00a0"
SHOWN_SPACE = "⍽"
LONGEST_CUT = 12
# Letters of Latin script and common punctuation take one cell each; what else there is must be asked.
_UNUSUAL = r"[^\x20-\u02ff\u2010-\u2026]"
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def show(text: str) -> str:
    """Return a text on one line, with what a terminal would obey or hide written out as `U+` numbers in braces."""
    return text if text.isprintable() else "".join(map(_show, text))


def _show(character: str) -> str:
    if character == NO_BREAK_SPACE:
        return SHOWN_SPACE
    if character in "\t\n\r":
        return " "
    if character in _BIDI or unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return f"\\u{{{ord(character):x}}}"
    return character


def width(text: str) -> int:
    """Return how many cells a shown text takes: two for Hanzi and other wide characters, none for combining marks."""
    return len(text) if text.isascii() else len(text) + sum(_width(each) - 1 for each in re.findall(_UNUSUAL, text))


@lru_cache(maxsize=4_096)
def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def cut_start(text: str, cells: int) -> str:
    """Return the end of a text that fits into `cells`, an ellipsis before it where it was cut."""
    if width(text) <= cells:
        return text
    kept = text[len(text) - _fitting(text[::-1], cells - 2) :]
    # A cut word is left out where that costs little.
    return "… " + kept[kept.find(" ", 0, LONGEST_CUT) + 1 :].lstrip()


def cut_end(text: str, cells: int) -> str:
    """Return the start of a text that fits into `cells`, an ellipsis after it where it was cut."""
    if width(text) <= cells:
        return text
    kept = text[: _fitting(text, cells - 2)]
    space = kept.rfind(" ", max(len(kept) - LONGEST_CUT, 0))
    return (kept[:space] if space > 0 else kept).rstrip() + " …"


def _fitting(text: str, cells: int) -> int:
    """Count the characters that fit: no more are looked at, for a paragraph is one line of thousands."""
    start = text[: max(cells, 0)]
    if not re.search(_UNUSUAL, start):
        return len(start)
    return len(list(takewhile(cells.__ge__, accumulate(map(_width, text)))))
