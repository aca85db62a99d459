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
    return Words(HtmlWriter().write(_split_directions(text, around)), escape_markdown(text))


def split_foreign(text: Text, around: Surroundings) -> Iterator[Part]:
    """Yield a text with its foreign runs as elements that carry language or direction."""
    for part in _split_directions(text.words, around):
        match part:
            case Element(children=(Text(words=words),)):
                yield Element(part.tag, tuple(_split_languages(words, around)), attributes=part.attributes)
            case Text(words=words):
                yield from _split_languages(words, around)
            case _:
                yield part


def _split_directions(words: str, around: Surroundings) -> Iterator[Part]:
    done = 0
    for start, end in find_opposite_runs(words, around.direction):
        if start > done:
            yield Text(words[done:start])
        yield Element("span", (Text(words[start:end]),), attributes=(("dir", opposite(around.direction)),))
        done = end
    if done < len(words) or not words:
        yield Text(words[done:])


def _split_languages(words: str, around: Surroundings) -> Iterator[Part]:
    done = 0
    for run in find_runs(words, around.han, own=around.language):
        if run.start > done:
            yield Text(words[done : run.start])
        yield Element("span", (Text(words[run.start : run.end]),), attributes=(("lang", run.language),))
        done = run.end
    if done < len(words) or not words:
        yield Text(words[done:])
