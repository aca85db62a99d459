"""Finds words that break the page: too long without a break opportunity, or with a tower of combining marks."""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from briefgen.markdown import LimitFault
from briefgen.yamltext import Span

MAX_WORD = 1_000
MAX_MARKS = 8
# A word is a run without a space; Hanzi, Kana and Hangul are written without any.
_LONG_WORD = rf"[^\s\u2e80-\u9fff\ua960-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{{{MAX_WORD + 1},}}"
# Neither of a word nor a common sign: marks of all scripts, and some signs besides.
_MARK = "[^\\w\\s!-~\u00a0-\u00bf\u2010-\u2027]"
_MARKS = rf"{_MARK}{{{MAX_MARKS + 1},}}"
_COMBINING = frozenset({"Mn", "Me"})


def find_long_words(text: str) -> Iterator[LimitFault]:
    """Yield the first overlong word and the first letter with too many combining marks."""
    # Cheap test first: an overlong word fills at least one of these slices of half its length, and few bodies have one.
    half = MAX_WORD // 2
    has_stretch = any(" " not in text[at : at + half] for at in range(0, len(text), half))
    if has_stretch and max(map(len, text.split()), default=0) > MAX_WORD:
        found = re.search(_LONG_WORD, text)
        if found is not None:
            length = found.end() - found.start()
            yield LimitFault(Span(*found.span()), f"a word of {length} characters", "break it, or cut it")
    tower = _find_marks(text)
    if tower is not None:
        yield LimitFault(tower, f"{tower.end - tower.start} combining marks in a row", "cut them")


def _find_marks(text: str) -> Span | None:
    """Return where too many combining marks follow each other for the first time."""
    # Cheap test first: of nine consecutive marks, one has an index divisible by nine.
    if text.isascii() or not re.search(_MARK, text[:: MAX_MARKS + 1]):
        return None
    for found in re.finditer(_MARKS, text):
        start = found.start()
        for is_mark, run in groupby(found.group(), key=lambda each: category(each) in _COMBINING):
            end = start + len(list(run))
            if is_mark and end - start > MAX_MARKS:
                return Span(start, end)
            start = end
    return None
