"""Two words with a mark between them, but no space: `popular.They`, `bolts,the`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.vocabulary.sentence_words import SENTENCE_WORDS
from briefgen.yamltext import Span

# Begins with the mark, of which most texts have few without a space behind them.
_MARK = expression(r"(?P<mark>[.,;!?])(?P<close>[”)]?)(?=[^\W\d_])")
# Strings, so that `re` compiles them on first use.
_BEFORE = r"(?<![\w./@#:\\'’-])[^\W_]{2,}[”)]?\Z"
_AFTER = r"[^\W\d_]+(?:’[a-z]+)?(?=[,;:]?(?:\s|\Z)|[.!?](?:\s|\Z))"
_SHORTEST = 4
"""In letters: two shorter words with a comma between them may be code or a formula."""
_NAME = expression(r"(?<=[a-z,] )[^\W\d_a-z][^\W\d_]+(?:’[a-z]+)?")
# As far as a word may reach.
_REACH = 40


class RunOn(Struct, frozen=True):
    """A place where a space is missing."""

    field: FieldText
    span: Span
    """The words around the mark, in the text of the field."""
    at: int
    """Where the space belongs, in the text of the field."""
    mark: str


def find_run_on_words(manuscript: Manuscript) -> Iterator[RunOn]:
    """Yield the places in texts of the languages known here; none in addresses, abbreviations and names of files.

    The word behind the mark is a small one, or a name that the issue has elsewhere; behind a comma or semicolon, it
    may be any other in small letters.
    """

    @cache
    def names() -> frozenset[str]:
        return frozenset(word for field in manuscript.fields for word in _NAME.findall(field.uncited))

    for field in manuscript.fields:
        small = SENTENCE_WORDS.get(field.language)
        if small is None:
            continue
        text = field.uncited
        for found in _MARK.finditer(text):
            before = re.search(_BEFORE, text[max(0, found.start() - _REACH) : found.start()])
            after = re.compile(_AFTER).match(text, found.end()) if before is not None else None
            if before is None or after is None:
                continue
            if _is_end(names, small, found["mark"], before.group(), after.group()):
                start = found.start() - len(before.group())
                yield RunOn(field, Span(start, after.end()), found.end(), found["mark"])


def _is_end(names: Callable[[], frozenset[str]], small: frozenset[str], mark: str, before: str, after: str) -> bool:
    """Return whether a word ends before the mark, and another begins behind it.

    `names` returns the words with a capital that stand behind a word in small letters, `small` holds those that begin
    or continue a sentence.
    """
    is_capital, is_small = after[0].isupper(), after.casefold() in small
    if mark in ".!?":
        # A name behind a word in small letters; `Yahoo!Japan` is one name.
        is_next = is_small or (mark == "." and before.rstrip("”)").islower() and _is_name(names, after))
        return is_capital and is_next
    if is_capital:
        return _is_name(names, after)
    is_word = min(len(before), len(after)) >= _SHORTEST and f"{before}{after}".isalpha() and before.islower()
    return is_small or (mark in ",;" and is_word)


def _is_name(names: Callable[[], frozenset[str]], word: str) -> bool:
    return word[1:].islower() and word in names()
