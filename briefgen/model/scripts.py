"""Which characters belong to the scripts of East Asia, and which Chinese script a run is in."""

from bisect import bisect_right

FIRST_RADICAL = "\u2e80"
"""The blocks of East Asia begin here; emoji come after them."""
UNSPACED = "\u2e80-\u9fff\ua960-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""What is written without spaces between words, for a class of a pattern."""


class Characters:
    """Characters, given as the first and last ones of ranges: `re` would take milliseconds to compile a class."""

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
# What fonts and screen readers tell apart.
KANA, HANGUL, EAST_ASIAN = Characters(_KANA), Characters(_HANGUL), Characters(_HAN + _KANA + _HANGUL)
# What has a reading in Mandarin, the rarest Hanzi included.
IDEOGRAPHS = Characters("\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff")
# What takes full-width punctuation.
FULL_WIDTH = Characters("\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff")


def is_hanzi(character: str) -> bool:
    """Return whether a character is one of the 28,000 Hanzi that texts are written with."""
    return "\u3400" <= character <= "\u9fff"


def is_kana(character: str) -> bool:
    """Return whether a character is a letter of one of the two Japanese syllabaries."""
    return "\u3041" <= character <= "\u3096" or "\u30a1" <= character <= "\u30fa"


def is_simplified(han: str) -> bool:
    """Return whether GB 2312 (1980) has all characters of a run: the simplified ones, and those of both scripts."""
    return _has(han, "gb2312")


def is_traditional(han: str) -> bool:
    """Return whether Big5 (1984) has all characters of a run: the traditional ones, and those of both scripts."""
    return _has(han, "big5")


def mixes_scripts(han: str) -> bool:
    """Return whether some characters are only simplified and others only traditional."""
    has_simplified = any(is_simplified(each) and not is_traditional(each) for each in han)
    return has_simplified and any(is_traditional(each) and not is_simplified(each) for each in han)


def _has(han: str, encoding: str) -> bool:
    try:
        han.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
