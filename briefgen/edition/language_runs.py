"""Finds runs of Han, Kana and Hangul and their languages, which fonts and screen readers need to know."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.model.scripts import EAST_ASIAN, HANGUL, KANA, Characters, is_simplified, is_traditional

DEFAULT_HAN = "zh-Hans"
_WITH_HAN = frozenset({"ja", "ko", "zh"})
_LETTERS = {"ja": KANA, "ko": HANGUL}
# Punctuation between two such characters is part of the run, as is a full stop after it.
_BETWEEN = (
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\u30fb-\u30fb\u00b7-\u00b7“-”‘-’\u2014-\u2014"
)
_STOPS = frozenset("\u3002\uff01\uff1f")
# A candidate for runs. Compiling a class takes time in proportion to the characters it names: 9 ms for the exact
# scripts, none for this.
_STRETCH = expression(r"[^\x00-\u10ff](?:[\s\d\u00b7]*[^\x00-\u10ff])*")


class Run(Struct, frozen=True):
    """A run of text in one language, given as a BCP 47 tag."""

    start: int
    end: int
    language: str


_MARKS = Characters(_BETWEEN)


def find_runs(text: str, han: str = DEFAULT_HAN, *, own: str = "en") -> Iterator[Run]:
    """Yield the runs of a text that are not in its own language, in order.

    `han` is the language of Han characters that several scripts share.
    """
    for stretch in _STRETCH.finditer(text):
        for start, end in _runs_in(text, stretch.start(), stretch.end()):
            language = _language(text[start:end], han)
            if own.partition("-")[0] in _WITH_HAN and language in _LETTERS and language != own:
                yield _clearly_foreign(_LETTERS[language], text, start, end, language)
            elif language != own and not (language.startswith("zh") and own in _LETTERS):
                yield Run(start, end, language)


def _clearly_foreign(letters: Characters, text: str, start: int, end: int, language: str) -> Run:
    """Narrow a run to its Kana or Hangul, in a text whose own language uses Han characters too."""
    places = [place for place in range(start, end) if text[place] in letters]
    return Run(places[0], places[-1] + 1, language)


def _runs_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the runs in a candidate: letters, connecting punctuation, and a full stop."""
    first = last = -1
    for place in range(start, end):
        character = text[place]
        if character in EAST_ASIAN:
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
        if character in KANA:
            return "ja"
        if character in HANGUL:
            return "ko"
    letters = "".join(filter(str.isalpha, run))
    match is_simplified(letters), is_traditional(letters):
        case True, False:
            return "zh-Hans"
        case False, True:
            return "zh-Hant"
        case _:
            return han
