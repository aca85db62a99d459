"""Finds terms that deviate from the house's list, and what to write instead.

The pattern language is small enough that no text takes long: literal words, and a `*` that matches a whole
word or the rest of one, possessively (it never backtracks).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.model import Term
from briefgen.model.scripts import FIRST_RADICAL
from briefgen.yamltext import Path, Span

MAX_PATTERNS = 1_000
MAX_USES = 1_000

# White space between two words; it may contain one line break, but no paragraph break.
_GAP = r"(?:[^\S\n]{1,20}+(?:\n[^\S\n]{0,20}+)?+|\n[^\S\n]{0,20}+)"
_LETTERS = r"(\w{0,40}+)"
_WORD = r"(\w{1,40}+)"
# What is no literal part of a pattern's words.
_NO_LITERAL = expression(r"[\s*'’]+")
# Points where writers insert a space or a hyphen: `We-Chat`.
_PARTS = expression(r"[\s-]+|(?<=[a-z])(?=[A-Z])")


class TermUse(Struct, frozen=True):
    """An occurrence that deviates from the house's term."""

    term: Term
    span: Span
    instead: str
    """The replacement."""


class TermFinding(Struct, frozen=True):
    """A fault that makes a list of terms unusable, at a path in its file."""

    path: Path
    message: str
    help: str


class Terms(Struct, frozen=True, dict=True):
    """A searchable list of the house's terms."""

    entries: tuple[Term, ...] = ()

    @cached_property
    def _matchers(self) -> tuple["_TermMatcher", ...]:
        return tuple(map(_TermMatcher, self.entries))

    def find(self, text: str) -> tuple[TermUse, ...]:
        """Return the deviations in a text, in order; of overlapping ones, the first and longest.

        Stops after `MAX_USES`: whoever fixes these will find the rest.
        """
        folded = text.casefold()
        found = islice((use for matcher in self._matchers for use in matcher.find(text, folded)), MAX_USES)
        kept: list[TermUse] = []
        for use in sorted(found, key=lambda use: (use.span.start, -use.span.end)):
            if not kept or use.span.start >= kept[-1].span.end:
                kept.append(use)
        return tuple(kept)

    def correct(self, text: str) -> str:
        """Return a text with all deviations replaced."""
        for use in reversed(self.find(text)):
            text = text[: use.span.start] + use.instead + text[use.span.end :]
        return text


def find_term_faults(terms: tuple[Term, ...]) -> Iterator[TermFinding]:
    """Yield the faults of a list: too many patterns, or specs that it fails."""
    count = sum(max(1, len(term.patterns)) + len(term.exceptions) for term in terms)
    if count > MAX_PATTERNS:
        yield TermFinding(("terms",), f"the list has {count:,} patterns, more than {MAX_PATTERNS:,}", "shorten it")
        return
    faults = [fault for index, term in enumerate(terms) for fault in _term_faults(term, index)]
    yield from faults or _contradictions(terms)


def _term_faults(term: Term, index: int) -> Iterator[TermFinding]:
    path: Path = ("terms", index)
    fewest = min((pattern.count("*") for pattern in term.patterns), default=0)
    if term.expected.count("*") > fewest:
        message = f"`terms[{index + 1}].expected` has a `*` that not every pattern has"
        yield TermFinding((*path, "expected"), message, "write as many `*` in each of `patterns`")
    else:
        yield from _failed_specs(term, path, index + 1)


def _contradictions(terms: tuple[Term, ...]) -> Iterator[TermFinding]:
    """Yield terms whose expected form another term replaces: fixes would alternate between the two."""
    all_terms = Terms(terms)
    for index, term in enumerate(terms):
        for use in all_terms.find(term.expected)[:1]:
            other = next(number for number, each in enumerate(terms, start=1) if each is use.term)
            message = f"`terms[{index + 1}].expected` becomes “{all_terms.correct(term.expected)}” by `terms[{other}]`"
            yield TermFinding(("terms", index, "expected"), message, f"add it to `except` of `terms[{other}]`")


def _failed_specs(term: Term, path: Path, number: int) -> Iterator[TermFinding]:
    for index, spec in enumerate(term.specs):
        corrected = Terms((term,)).correct(spec.from_text)
        if corrected != spec.to:
            message = f"`terms[{number}].specs[{index + 1}]` fails: “{spec.from_text}” becomes “{corrected}”"
            yield TermFinding((*path, "specs", index, "to"), message, "correct `patterns`, `except` or the spec")


class _Phrase:
    """A phrase to search for: words in lower case also match capitalized, other words match exactly."""

    def __init__(self, words: str, *, is_loose: bool = False) -> None:
        self.words = words
        self.is_loose = is_loose
        # The longest literal part, a prefilter: every match contains it.
        self.key = max(_PARTS.split(words) if is_loose else _NO_LITERAL.split(words), key=len).casefold()

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        if self.is_loose:
            parts = map(re.escape, filter(None, _PARTS.split(self.words)))
            return re.compile(_bounded(self.words, rf"(?:{_GAP}|-)?".join(parts)), re.IGNORECASE)
        return re.compile(_bounded(self.words, _GAP.join(map(_word, self.words.split()))))

    def find(self, text: str, folded: str) -> Iterator[re.Match[str]]:
        if self.key in folded:
            yield from self._expression.finditer(text)


class _TermMatcher:
    """Finds deviations from one term: matches of the wrong phrases outside matches of the right ones."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.wrong = tuple(map(_Phrase, term.patterns)) or (_Phrase(term.expected, is_loose=True),)
        self.right = tuple(map(_Phrase, (term.expected, *term.exceptions)))

    def find(self, text: str, folded: str) -> Iterator[TermUse]:
        right: _Coverage | None = None
        for phrase in self.wrong:
            for match in phrase.find(text, folded):
                # Computed lazily: most texts contain no wrong phrase.
                right = right or _Coverage(each.span() for known in self.right for each in known.find(text, folded))
                if not right.covers(*match.span()):
                    yield TermUse(self.term, Span(*match.span()), _fill(self.term.expected, match))


class _Coverage:
    """A set of spans that tells whether one of them covers a given span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        # For each span, the furthest end among all spans that start no later.
        self.ends = list(accumulate((end for _, end in ordered), max))

    def covers(self, start: int, end: int) -> bool:
        before = bisect_right(self.starts, start)
        return before > 0 and self.ends[before - 1] >= end


def _word(word: str) -> str:
    """Translate one word of a pattern into a regular expression."""
    if word == "*":
        return _WORD
    literal = re.escape(word.removesuffix("*")).replace("'", "['’]").replace("’", "['’]")
    if word[0].islower():
        literal = f"[{word[0]}{word[0].upper()}]{literal[1:]}"
    return literal + _LETTERS * word.endswith("*")


def _bounded(words: str, expression: str) -> str:
    """Restrict an expression to whole words; not in Chinese and Japanese, which have no spaces between words."""
    starts, ends = (_is_narrow_letter(words[at]) for at in (0, -1))
    return (r"(?<!\w)" if starts else "") + expression + (r"(?!\w)" if ends else "")


def _is_narrow_letter(character: str) -> bool:
    return character == "*" or (character.isalnum() and character < FIRST_RADICAL)


def _fill(expected: str, match: re.Match[str]) -> str:
    """Return the replacement, with the words matched by `*` filled in and the capitalization of the text kept."""
    parts, found = iter(match.groups()), match.group()
    filled = re.sub(r"\*", lambda _: next(parts), expected)
    if not (filled[0].islower() and found[0].isupper()):
        return filled
    words = found.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return re.sub(r"(?<![\w'’])[^\W\d_]", lambda letter: letter.group().upper(), filled)
    return filled[0].upper() + filled[1:]
