"""Regular expressions that skip text without certain literals."""

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression with a literal prefilter, compiled on first use.

    Every match must contain one of `literals`. Searching for a few strings is far cheaper than trying an expression at
    every character, or compiling it for texts that contain none of them. Only the text within `reach` characters of a
    literal's start is searched, so matches must begin and end within that distance; with `reach` 0, any text with a
    literal is searched completely. Every match must also contain one of `also`, if there are any: where none is within
    reach, nothing is searched or compiled. With `ignores_case`, give the literals in lower case.
    """

    def __init__(
        self,
        expression: str,
        *,
        literals: tuple[str, ...],
        also: tuple[str, ...] = ("",),
        reach: int = 0,
        ignores_case: bool = False,
    ) -> None:
        self._expression = expression
        self._literals = literals
        self._also = also
        self._reach = reach
        self._ignores_case = ignores_case

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in `text[start:end]`, as `re.Pattern.finditer` does."""
        end = len(text) if end is None else end
        part = self._fold(text[start:end])
        # Most texts end here, so this is no generator.
        return self._search(text, part, start, end) if any(map(part.__contains__, self._literals)) else iter(())

    def _search(self, text: str, part: str, start: int, end: int) -> Iterator[re.Match[str]]:
        for begin, stop in self._windows(part, start, end):
            if any(map(self._fold(text[begin:stop]).__contains__, self._also)):
                yield from self._compiled.finditer(text, begin, stop)

    def _fold(self, text: str) -> str:
        return text.lower() if self._ignores_case else text

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._expression, re.IGNORECASE if self._ignores_case else 0)

    def _windows(self, part: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the ranges that may contain matches, in order and without overlaps; `part` has a literal."""
        offsets = sorted(at for literal in self._literals if literal in part for at in _find_all(part, literal))
        # A few letters become two in lower case; then offsets no longer correspond.
        if not self._reach or len(part) != end - start:
            yield start, end
            return
        begin = stop = 0
        for at in offsets:
            if at - self._reach > stop:
                if stop:
                    yield start + begin, start + stop
                begin = at - self._reach
            stop = min(at + self._reach, len(part))
        yield start + begin, start + stop


def _find_all(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)
