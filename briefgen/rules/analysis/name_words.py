"""The capitalized words of an issue's own text, each with the names beside it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.vocabulary.name_spellings import BESIDE_NAMES
from briefgen.yamltext import Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ž"
_WORD = rf"[{_CAPITAL}]\w*(?:[-’'‘ʻ`]\w+)*"
# Between the words of one name: a space, and perhaps a particle.
_RUN = expression(
    rf"[{_CAPITAL}](?:(?<![\w@#/.’'&-].)|(?<=[ (]al-.))\w*(?:[-’'‘ʻ`]\w+)*"
    rf"(?:[ \n](?:(?:al|bin|da|de|del|der|di|el|ibn|la|van|von)[ -])?{_WORD})*"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'‘ʻ`", "’"))
# An address (`Example.org`), or an author in a list of works (`Gomez, L.`).
_OF_A_LIST = expression(r"\.\w|, ?[A-Z]\.")
_POSSESSIVE = "’s"
_PLAIN = str.maketrans({"-": "", "’": "", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


class NameWord(Struct, frozen=True):
    """A capitalized word in a text."""

    field: FieldText
    span: Span
    text: str
    """As written, with curly apostrophes and without `’s`."""
    before: str
    """The name before it in the same run of names, folded; "" if there is none."""
    after: str
    is_in_heading: bool

    @property
    def is_alone(self) -> bool:
        """Whether it is not part of a longer name."""
        return not (self.before or self.after)


def fold(word: str) -> str:
    """Return a word in lower case, without accents, hyphens and apostrophes."""
    word = word.lower()
    if word.isascii() and word.isalnum():
        return word
    word = word.translate(_PLAIN)
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def list_names(fields: Iterable[FieldText]) -> Iterator[list[str]]:
    """Yield the words of each run of names as written, titles of works included; faster than `find_name_words`."""
    for field in fields:
        for run in _RUN.findall(_own_words(field)):
            yield [_trimmed(word) for word in run.translate(_APOSTROPHES).split() if word[0].isupper()]


def find_name_words(fields: Iterable[FieldText]) -> Iterator[NameWord]:
    """Yield the capitalized words in the newsletter's own words, in order."""
    for field in fields:
        for run in _RUN.finditer(_own_words(field)):
            if not any(words.start <= run.start() < words.end for words in field.verbatim):
                yield from _read_run(field, run)


def _own_words(field: FieldText) -> str:
    return field.own_words if field.name not in {"credit", "bio", "section"} else ""


def _trimmed(word: str) -> str:
    return word.removesuffix(_POSSESSIVE)


def _read_run(field: FieldText, run: re.Match[str]) -> Iterator[NameWord]:
    text, block = field.own_words, field.prose.block_at(run.start())
    is_in_heading = field.name == "title" or (block is not None and block.kind == "heading")
    found = [
        (Span(run.start() + word.start(), run.start() + word.end()), word.group().translate(_APOSTROPHES))
        for word in re.finditer(_WORD, run.group())
    ]
    # After `’s` another name begins: “China’s Xi”.
    parts = [(span, word.removesuffix(_POSSESSIVE), word.endswith(_POSSESSIVE)) for span, word in found]
    folded = ["" if fold(word) in BESIDE_NAMES else fold(word) for _, word, _ in parts]
    for place, (span, word, ends) in enumerate(parts):
        starts = place == 0 or parts[place - 1][2]
        # The range of letters has small ones in it: `č`.
        if word[0].isupper() and not _OF_A_LIST.match(text, span.end) and not is_sic(text, span.end):
            yield NameWord(
                field=field,
                span=Span(span.start, span.start + len(word)),
                text=word,
                before="" if starts else folded[place - 1],
                after="" if ends or place + 1 == len(parts) else folded[place + 1],
                is_in_heading=is_in_heading,
            )
