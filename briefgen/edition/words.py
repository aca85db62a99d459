"""Words of a line as each output prints them, with their foreign runs marked."""

from collections.abc import Iterator

from briefgen.edition.edition import Words
from briefgen.edition.language_runs import find_runs
from briefgen.markdown import Element, HtmlWriter, Part, Text, escape_markdown


def format_words(text: str, han: str) -> Words:
    """Return plain text for each output; line breaks become spaces.

    `han` is the language of characters whose script does not tell it.
    """
    text = " ".join(text.split())
    return Words(HtmlWriter().write(split_foreign(Text(text), han)), escape_markdown(text))


def split_foreign(text: Text, han: str) -> Iterator[Part]:
    """Yield a text with its foreign runs as elements that carry their language."""
    words, done = text.words, 0
    for run in find_runs(words, han):
        if run.start > done:
            yield Text(words[done : run.start])
        yield Element("span", (Text(words[run.start : run.end]),), attributes=(("lang", run.language),))
        done = run.end
    if not done:
        yield text
    elif done < len(words):
        yield Text(words[done:])
