"""Terms of the house in a text: where it says otherwise, and what to write instead.

What a list may hold is so little that no text takes long: literal words, and a `*` that takes a whole word or
all the rest of one and never gives any of it back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice

from msgspec import Struct

from briefgen.model import Term
from briefgen.model.scripts import FIRST_RADICAL
from briefgen.yamltext import Path, Span

MAX_PATTERNS = 1_000
MAX_USES = 1_000

# White space between two words, which may hold one line break and no end of a paragraph.
_GAP = r"(?:[^\S\n]{1,20}+(?:\n[^\S\n]{0,20}+)?+|\n[^\S\n]{0,20}+)"
_LETTERS = r"(\w{0,40}+)"
_WORD = r"(\w{1,40}+)"
_MARKS = re.compile(r"\W+")
# Where writers put in a space or a hyphen: `We-Chat`.
_PARTS = re.compile(r"[\s-]+|(?<=[a-z])(?=[A-Z])")


class TermUse(Struct, frozen=True):
    """A place where a text says otherwise than the house."""

    term: Term
    span: Span
    instead: str
    """What to write there."""


class TermFinding(Struct, frozen=True):
    """What makes a list of terms useless, at a path of its file."""

    path: Path
    message: str
    help: str


class Terms(Struct, frozen=True, dict=True):
    """The terms of a house, ready to be looked for."""

    entries: tuple[Term, ...] = ()

    @cached_property
    def _matchers(self) -> tuple["_TermMatcher", ...]:
        return tuple(map(_TermMatcher, self.entries))

    def find(self, text: str) -> tuple[TermUse, ...]:
        """Return the places of a text that say otherwise, in order; of two that overlap, the first and longest.

        A text has a thousand of them at most: whoever fixes these will find the rest.
        """
        folded = text.casefold()
        found = islice((use for matcher in self._matchers for use in matcher.find(text, folded)), MAX_USES)
        kept: list[TermUse] = []
        for use in sorted(found, key=lambda use: (use.span.start, -use.span.end)):
            if not kept or use.span.start >= kept[-1].span.end:
                kept.append(use)
        return tuple(kept)

    def correct(self, text: str) -> str:
        """Return a text as the house would write it."""
        for use in reversed(self.find(text)):
            text = text[: use.span.start] + use.instead + text[use.span.end :]
        return text


def find_term_faults(terms: tuple[Term, ...]) -> Iterator[TermFinding]:
    """Yield what keeps a list from being used: too much of it, or specs that it does not meet itself."""
    count = sum(max(1, len(term.patterns)) + len(term.exceptions) for term in terms)
    if count > MAX_PATTERNS:
        yield TermFinding(("terms",), f"the list holds {count:,} patterns, more than {MAX_PATTERNS:,}", "shorten it")
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
    """Yield what one term asks for and another corrects: fixing would turn it to and fro."""
    whole = Terms(terms)
    for index, term in enumerate(terms):
        for use in whole.find(term.expected)[:1]:
            other = next(number for number, each in enumerate(terms, start=1) if each is use.term)
            message = f"`terms[{index + 1}].expected` becomes “{whole.correct(term.expected)}” by `terms[{other}]`"
            yield TermFinding(("terms", index, "expected"), message, f"add it to `except` of `terms[{other}]`")


def _failed_specs(term: Term, path: Path, number: int) -> Iterator[TermFinding]:
    for index, spec in enumerate(term.specs):
        made = Terms((term,)).correct(spec.from_text)
        if made != spec.to:
            message = f"`terms[{number}].specs[{index + 1}]` fails: “{spec.from_text}” becomes “{made}”"
            yield TermFinding((*path, "specs", index, "to"), message, "correct `patterns`, `except` or the spec")


class _Phrase:
    """Words to look for: in small letters they may begin with a capital, in capitals they may not differ."""

    def __init__(self, words: str, *, is_loose: bool = False) -> None:
        self.words = words
        self.is_loose = is_loose
        # Every match holds it: texts without it need no search.
        self.key = max(_PARTS.split(words) if is_loose else _MARKS.split(words), key=len).casefold()

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
    """A term with its phrases: what is looked for, and what is right as it is."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.wrong = tuple(map(_Phrase, term.patterns)) or (_Phrase(term.expected, is_loose=True),)
        self.right = tuple(map(_Phrase, (term.expected, *term.exceptions)))

    def find(self, text: str, folded: str) -> Iterator[TermUse]:
        right: _Coverage | None = None
        for phrase in self.wrong:
            for match in phrase.find(text, folded):
                # Most texts have nothing that could be wrong, and need not be searched for what is right.
                right = right or _Coverage(each.span() for known in self.right for each in known.find(text, folded))
                if not right.covers(*match.span()):
                    yield TermUse(self.term, Span(*match.span()), _fill(self.term.expected, match))


class _Coverage:
    """Places of a text, to be asked whether one of them covers another place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        # The furthest end of all that start no later.
        self.ends = list(accumulate((end for _, end in ordered), max))

    def covers(self, start: int, end: int) -> bool:
        before = bisect_right(self.starts, start)
        return before > 0 and self.ends[before - 1] >= end


def _word(word: str) -> str:
    """Return the expression of a word of a pattern."""
    if word == "*":
        return _WORD
    literal = re.escape(word.removesuffix("*")).replace("'", "['’]").replace("’", "['’]")
    if word[0].islower():
        literal = f"[{word[0]}{word[0].upper()}]{literal[1:]}"
    return literal + _LETTERS * word.endswith("*")


def _bounded(words: str, expression: str) -> str:
    """Let an expression match whole words only; Chinese and Japanese do not part theirs."""
    starts, ends = (_is_narrow_letter(words[at]) for at in (0, -1))
    return (r"(?<!\w)" if starts else "") + expression + (r"(?!\w)" if ends else "")


def _is_narrow_letter(character: str) -> bool:
    return character == "*" or (character.isalnum() and character < FIRST_RADICAL)


def _fill(expected: str, match: re.Match[str]) -> str:
    """Return what to write: with the words that `*` stood for, and capitals where the text had them."""
    parts, found = iter(match.groups()), match.group()
    filled = re.sub(r"\*", lambda _: next(parts), expected)
    if not (filled[0].islower() and found[0].isupper()):
        return filled
    words = found.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return re.sub(r"(?<![\w'’])[^\W\d_]", lambda letter: letter.group().upper(), filled)
    return filled[0].upper() + filled[1:]
