"""Patterns that cost a text without their literals next to nothing."""

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression that looks only where it may match, and is compiled when it first does.

    Each match holds one of the `literals`: to look for a few words is far cheaper than to try an expression at every
    character, or to compile it for texts that have none of them. No match begins `reach` characters or more before
    the start of a literal that it holds, or ends so many after it; without a reach all of a text with a literal is
    searched. Where case does not count, literals are in small letters.
    """

    def __init__(
        self, expression: str, *, literals: tuple[str, ...], reach: int = 0, ignores_case: bool = False
    ) -> None:
        self._expression = expression
        self._literals = literals
        self._reach = reach
        self._ignores_case = ignores_case

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[start:end]`, as `re.Pattern.finditer` does."""
        for begin, stop in self._windows(text, start, len(text) if end is None else end):
            yield from self._compiled.finditer(text, begin, stop)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._expression, re.IGNORECASE if self._ignores_case else 0)

    def _windows(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts in which matches may lie, in order and apart from each other."""
        part = text[start:end].lower() if self._ignores_case else text[start:end]
        places = sorted(at for literal in self._literals if literal in part for at in _places(part, literal))
        # A few letters become two when they are made small: then places are not those of the text.
        if places and (not self._reach or len(part) != end - start):
            yield start, end
            return
        begin = stop = 0
        for at in places:
            if at - self._reach > stop:
                if stop:
                    yield start + begin, start + stop
                begin = at - self._reach
            stop = min(at + self._reach, len(part))
        if places:
            yield start + begin, start + stop


def _places(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)
