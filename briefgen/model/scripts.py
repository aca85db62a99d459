"""Character classes of the East Asian scripts, and detection of simplified and traditional Chinese."""

from bisect import bisect_right

FIRST_RADICAL = "\u2e80"
"""The start of the East Asian Unicode blocks; emoji come after them."""
UNSPACED = "\u2e80-\u9fff\ua960-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Characters of scripts without spaces between words, for use in a regex character class."""


class Characters:
    """A set of character ranges; a regex class of them would take milliseconds to compile."""

    def __init__(self, ranges: str) -> None:
        pairs = sorted(zip(ranges[::3], ranges[2::3], strict=True))
        self._firsts = [first for first, _ in pairs]
        self._lasts = [last for _, last in pairs]

    def __contains__(self, character: str) -> bool:
        place = bisect_right(self._firsts, character)
        return place > 0 and character <= self._lasts[place - 1]


_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_KANA = "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\ua960-\ua97c\ud7b0-\ud7fb"
UNSPACED_LETTERS = _HAN + _KANA
"""Ideographs and Kana, for use in a regex character class. Hangul is written with spaces between words."""
# Scripts that fonts and screen readers distinguish.
KANA, HANGUL, EAST_ASIAN = Characters(_KANA), Characters(_HANGUL), Characters(_HAN + _KANA + _HANGUL)
# Characters with a reading in Mandarin, including the rarest Hanzi.
IDEOGRAPHS = Characters("\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff")
# Characters that are followed by full-width punctuation.
FULL_WIDTH = Characters("\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff")


def is_hanzi(character: str) -> bool:
    """Return whether a character is one of the 28,000 common Hanzi (CJK Unified Ideographs and Extension A)."""
    return "\u3400" <= character <= "\u9fff"


def is_kana(character: str) -> bool:
    """Return whether a character is Hiragana or Katakana."""
    return "\u3041" <= character <= "\u3096" or "\u30a1" <= character <= "\u30fa"


def is_simplified(han: str) -> bool:
    """Return whether a run can be simplified Chinese: all its characters are in GB 2312 (1980)."""
    return _can_encode(han, "gb2312")


def is_traditional(han: str) -> bool:
    """Return whether a run can be traditional Chinese: all its characters are in Big5 (1984)."""
    return _can_encode(han, "big5")


def mixes_scripts(han: str) -> bool:
    """Return whether a run contains both simplified-only and traditional-only characters."""
    has_simplified = any(is_simplified(each) and not is_traditional(each) for each in han)
    return has_simplified and any(is_traditional(each) and not is_simplified(each) for each in han)


def _can_encode(han: str, encoding: str) -> bool:
    try:
        han.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
