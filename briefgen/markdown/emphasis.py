"""Emphasis, strong emphasis and strikethrough, by CommonMark's delimiter run algorithm for `*`, `_` and `~~`.

See https://spec.commonmark.org/0.31.2/#phase-2-inline-structure.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element as Found

from briefgen.expressions import expression
from briefgen.markdown.marks import MARK, place_of
from briefgen.markdown.passage import Match, Pattern
from briefgen.markdown.reading import EFFORT_OF_MARK, EFFORT_OF_PAIR, MAX_NESTED
from briefgen.markdown.tree import Element, Tag

# Strikethrough takes two `~`: a single one often means *about*, and three open a fence elsewhere.
RUN = rf"(?:\*{MARK})++|(?:_{MARK})++|(?<!~{MARK})(?:~{MARK}){{2}}(?!~)"

_RUN = expression(RUN)
# The German star for all genders, as in Leser*innen and jede*r: two of them are no emphasis.
_GENDER_STAR = expression(r"(?<=[^\W\d_])\*(?:in|innen|n|r)(?!\w)")


class _Run:
    """A delimiter run, consumed from its inner end; `start` and `end` delimit what is left, as offsets in the text."""

    __slots__ = ("can_close", "can_open", "end", "length", "mark", "start", "zero")

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.mark = match.group()[0]
        self.length = len(match.group()) // 2
        self.start = place_of(match.group()[1]) - 1
        self.end = self.start + self.length
        self.zero = match.start() - 2 * self.start
        """Each delimiter is followed by its mark, so offset `p` of the text is `zero + 2 * p` of the data."""
        before, after = _kind(text[max(0, self.start - 1) : self.start]), _kind(text[self.end : self.end + 1])
        is_left_flanking = after != "space" and (after == "word" or before != "word")
        is_right_flanking = before != "space" and (before == "word" or after != "word")
        works_inside_words = self.mark != "_"
        is_letter = self.mark == "*" and _GENDER_STAR.match(text, self.start) is not None
        self.can_open = (
            not is_letter and is_left_flanking and (works_inside_words or not is_right_flanking or before == "mark")
        )
        self.can_close = (
            not is_letter and is_right_flanking and (works_inside_words or not is_left_flanking or after == "mark")
        )

    def fits(self, closer: "_Run") -> bool:
        """Return whether this run and a later one can pair; includes CommonMark's rule of three."""
        is_clear = not (self.can_close or closer.can_open)
        sum_fits = (self.length + closer.length) % 3 != 0 or (self.length % 3 == 0 and closer.length % 3 == 0)
        return self.mark == closer.mark and (is_clear or sum_fits)


class Pair(NamedTuple):
    """An emphasis with those nested in it; the offsets are in the text, `opener` and `closer` map them to the data."""

    tag: Tag
    opener: _Run
    closer: _Run
    start: int
    words_start: int
    words_end: int
    end: int
    inner: list["Pair"]


class Emphasis(Pattern):
    """Replaces pairs of delimiters with elements."""

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Return the outermost pair that starts within a run; it may leave the first delimiters unused."""
        first = place_of(m.group()[1]) - 1
        pairs = self.passage.pairs
        if first not in self.passage.runs:
            self._find(data)
        pair = next((pairs[at] for at in range(first, place) if at in pairs), None)
        if pair is None:
            return None
        # Text before this run may have been replaced since the pairs were found, text after it has not.
        shift = m.start() - (pair.opener.zero + 2 * first)
        return Match(self._build(pair, data, shift), pair.opener.zero + 2 * pair.start + shift, pair.end)

    def _find(self, data: str) -> None:
        """Find the pairs of a text, and record the outermost ones by their start."""
        reading, source = self.passage.reading, self.passage.source
        matches = list(_RUN.finditer(data))
        self.passage.runs |= {
            place_of(data[at]) - 1 for match in matches for at in range(match.start() + 1, match.end(), 2)
        }
        if not reading.spend(EFFORT_OF_MARK * len(matches), source.offset(0)):
            return
        runs = [_Run(match, self.passage.text) for match in matches]
        found, deepest = _nest(pair for pair in _pair(runs) if reading.spend(EFFORT_OF_PAIR, source.offset(pair.start)))
        if deepest is not None:
            message = f"emphasis nested more than {MAX_NESTED} deep"
            reading.exceed(source.offset(deepest), message, "remove some of it")
        self.passage.pairs |= {pair.start: pair for pair in found}

    def _build(self, pair: Pair, data: str, shift: int) -> Found:
        found = last = self.passage.make(Element(pair.tag, (), self.passage.source.span(pair.start, pair.end)))
        # Text starts with the mark after the preceding character.
        at = pair.opener.zero + 2 * pair.words_start - 1 + shift
        for inner in pair.inner:
            _append(found, last, data[at : inner.opener.zero + 2 * inner.start + shift])
            last = self._build(inner, data, shift)
            found.append(last)
            at = inner.closer.zero + 2 * inner.end - 1 + shift
        _append(found, last, data[at : pair.closer.zero + 2 * pair.words_end + shift])
        return found


def _append(found: Found, last: Found, words: str) -> None:
    if last is found:
        found.text = words
    else:
        last.tail = words


def _pair(runs: Iterable[_Run]) -> Iterator[Pair]:
    """Yield the pairs; `bottoms` remembers where the search for openers may stop, which keeps the time linear."""
    stack: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        kind = closer.mark, closer.can_open, closer.length % 3
        while closer.can_close and closer.start < closer.end:
            bottom = min(bottoms.get(kind, 0), len(stack))
            at = next((at for at in range(len(stack) - 1, bottom - 1, -1) if stack[at].fits(closer)), -1)
            if at < 0:
                bottoms[kind] = len(stack)
                break
            opener = stack[at]
            width = min(2, opener.end - opener.start, closer.end - closer.start)
            tag: Tag = "del" if opener.mark == "~" else ("em", "strong")[width - 1]
            yield Pair(tag, opener, closer, opener.end - width, opener.end, closer.start, closer.start + width, [])
            opener.end -= width
            closer.start += width
            del stack[at + (opener.start < opener.end) :]
        if closer.can_open and closer.start < closer.end:
            stack.append(closer)


def _nest(pairs: Iterable[Pair]) -> tuple[list[Pair], int | None]:
    """Nest the pairs; return the outermost ones, and the offset of one that is nested too deep, or None."""
    outermost: list[Pair] = []
    around: list[Pair] = []
    deepest = None
    for pair in sorted(pairs, key=lambda each: (each.start, -each.end)):
        while around and around[-1].end <= pair.start:
            around.pop()
        if len(around) == MAX_NESTED:
            deepest = pair.start if deepest is None else deepest
            continue
        (around[-1].inner if around else outermost).append(pair)
        around.append(pair)
    return outermost, deepest


def _kind(character: str) -> str:
    if not character or character.isspace():
        return "space"
    return "mark" if unicodedata.category(character)[0] in "PS" else "word"
