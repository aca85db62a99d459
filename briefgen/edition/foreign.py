"""Runs of Han, Kana and Hangul in a text, each with its language: fonts and screen readers need to know."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

DEFAULT_HAN = "zh-Hans"

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_KANA = "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\ua960-\ua97c\ud7b0-\ud7fb"
# Punctuation between two such characters belongs to the run, and so does a full stop after it.
_BETWEEN = (
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\u30fb-\u30fb\u00b7-\u00b7“-”‘-’\u2014-\u2014"
)
_STOPS = frozenset("\u3002\uff01\uff1f")
# Where a run may be. `re` compiles a class in time with the characters that it names: the letters above would
# take 9 ms, and these take none.
_STRETCH = re.compile(r"[^\x00-\u10ff](?:[\s\d\u00b7]*[^\x00-\u10ff])*")


class Run(Struct, frozen=True):
    """A run of a text in one language, as BCP 47."""

    start: int
    end: int
    language: str


class _Ranges:
    """Characters, given as the first and last ones of ranges."""

    def __init__(self, ranges: str) -> None:
        pairs = sorted(zip(ranges[::3], ranges[2::3], strict=True))
        self._firsts = [first for first, _ in pairs]
        self._lasts = [last for _, last in pairs]

    def __contains__(self, character: str) -> bool:
        place = bisect_right(self._firsts, character)
        return place > 0 and character <= self._lasts[place - 1]


_LETTERS, _MARKS = _Ranges(_HAN + _KANA + _HANGUL), _Ranges(_BETWEEN)
_KANA_LETTERS, _HANGUL_LETTERS = _Ranges(_KANA), _Ranges(_HANGUL)


def find_runs(text: str, han: str = DEFAULT_HAN) -> Iterator[Run]:
    """Yield the foreign runs of a text in order; `han` decides Han characters that both scripts share."""
    for stretch in _STRETCH.finditer(text):
        for start, end in _runs_in(text, stretch.start(), stretch.end()):
            yield Run(start, end, _language(text[start:end], han))


def _runs_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the runs in a stretch: letters, what may stand between two, and a full stop."""
    first = last = -1
    for place in range(start, end):
        character = text[place]
        if character in _LETTERS:
            first, last = (place if first < 0 else first), place
        elif first >= 0 and not (character.isspace() or character.isdecimal() or character in _MARKS):
            yield first, _close(text, last + 1)
            first = -1
    if first >= 0:
        yield first, _close(text, last + 1)


def _close(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in _STOPS else end


def _language(run: str, han: str) -> str:
    for character in run:
        if character in _KANA_LETTERS:
            return "ja"
        if character in _HANGUL_LETTERS:
            return "ko"
    match _fits(run, "gb2312"), _fits(run, "big5"):
        case True, False:
            return "zh-Hans"
        case False, True:
            return "zh-Hant"
        case _:
            return han


def _fits(run: str, encoding: str) -> bool:
    """Say whether a national standard has all characters of a run.

    GB 2312 (1980) holds the simplified characters, Big5 (1984) the traditional ones; what both hold, or
    neither, does not tell the scripts apart.
    """
    try:
        "".join(character for character in run if character.isalpha()).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
