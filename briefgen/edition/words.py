"""Words of a line as each output prints them, with their foreign runs marked."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.edition.directions import find_opposite_runs, opposite
from briefgen.edition.edition import Words
from briefgen.edition.language_runs import DEFAULT_HAN, find_runs
from briefgen.markdown import Element, HtmlWriter, Part, Text, escape_markdown
from briefgen.model import Direction


class Surroundings(Struct, frozen=True):
    """The language that words stand in, its direction, and what Han characters are that do not tell it themselves."""

    language: str = "en"
    direction: Direction = "ltr"
    han: str = DEFAULT_HAN


def format_words(text: str, around: Surroundings) -> Words:
    """Return plain text for each output; line breaks become spaces."""
    text = " ".join(text.split())
    return Words(HtmlWriter().write(split_foreign(Text(text), around)), escape_markdown(text))


def format_name(text: str, around: Surroundings) -> Words:
    """Return a name for each output; only what is written against the direction of the page is marked."""
    text = " ".join(text.split())
    parts = (
        _turn((Text(words),), around) if is_opposite else Text(words)
        for words, is_opposite in _split_directions(text, around)
    )
    return Words(HtmlWriter().write(parts), escape_markdown(text))


def split_foreign(text: Text, around: Surroundings) -> Iterator[Part]:
    """Yield a text with its foreign runs as elements that carry language or direction."""
    for words, is_opposite in _split_directions(text.words, around):
        parts = _split_languages(words, around)
        if is_opposite:
            yield _turn(tuple(parts), around)
        else:
            yield from parts


def _split_directions(words: str, around: Surroundings) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and whether each is written against the direction around it."""
    done = 0
    for start, end in find_opposite_runs(words, around.direction):
        if start > done:
            yield words[done:start], False
        yield words[start:end], True
        done = end
    if done < len(words) or not words:
        yield words[done:], False


def _turn(parts: tuple[Part, ...], around: Surroundings) -> Element:
    return Element("span", parts, attributes=(("dir", opposite(around.direction)),))


def _split_languages(words: str, around: Surroundings) -> Iterator[Part]:
    done = 0
    for run in find_runs(words, around.han, own=around.language):
        if run.start > done:
            yield Text(words[done : run.start])
        yield Element("span", (Text(words[run.start : run.end]),), attributes=(("lang", run.language),))
        done = run.end
    if done < len(words) or not words:
        yield Text(words[done:])
