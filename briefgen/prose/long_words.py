"""Finds words that break the page: too long without a break opportunity, or with a tower of combining marks."""

import re
from collections.abc import Iterator

from briefgen.markdown import LimitFault
from briefgen.yamltext import Span

MAX_WORD = 1_000
MAX_MARKS = 8
# A word is a run without a space; Hanzi, Kana and Hangul are written without any.
_LONG_WORD = rf"[^\s\u2e80-\u9fff\ua960-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{{{MAX_WORD + 1},}}"
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = rf"{_MARK}{{{MAX_MARKS + 1},}}"


def find_long_words(text: str) -> Iterator[LimitFault]:
    """Yield the first overlong word and the first letter with too many combining marks."""
    # Cheap test first: an overlong word fills at least one of these slices of half its length, and few bodies have one.
    half = MAX_WORD // 2
    has_stretch = any(" " not in text[at : at + half] for at in range(0, len(text), half))
    if has_stretch and max(map(len, text.split()), default=0) > MAX_WORD:
        yield from _first(_LONG_WORD, text, "a word of {length} characters", "break it, or cut it")
    # Cheap test first: of nine consecutive marks, one has an index divisible by nine.
    if not text.isascii() and re.search(_MARK, text[:: MAX_MARKS + 1]):
        yield from _first(_MARKS, text, "{length} combining marks in a row", "cut them")


def _first(pattern: str, text: str, message: str, help_: str) -> Iterator[LimitFault]:
    found = re.search(pattern, text)
    if found is not None:
        yield LimitFault(Span(*found.span()), message.format(length=found.end() - found.start()), help_)
