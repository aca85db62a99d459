"""Formats plain text for all outputs, with foreign runs marked."""

from collections.abc import Iterator

from briefgen.edition.directions import find_opposite_runs, opposite
from briefgen.edition.edition import FormattedText
from briefgen.edition.language_runs import find_runs
from briefgen.edition.text_context import TextContext
from briefgen.markdown import Element, HtmlWriter, Part, Text, TextRun, escape_markdown
from briefgen.model import collapse_spaces


def format_words(text: str, context: TextContext) -> FormattedText:
    """Format plain text; line breaks become spaces."""
    text = collapse_spaces(text)
    html = HtmlWriter().write(split_foreign(Text(text), context))
    return FormattedText(html, escape_markdown(text), text, (TextRun(text),))


def format_name(text: str, context: TextContext) -> FormattedText:
    """Format a name; only runs in the opposite direction are marked, not their language."""
    text = collapse_spaces(text)
    parts = (
        _isolate((Text(words),), context) if is_opposite else Text(words)
        for words, is_opposite in _split_directions(text, context)
    )
    return FormattedText(HtmlWriter().write(parts), escape_markdown(text), text, (TextRun(text),))


def split_foreign(text: Text, context: TextContext) -> Iterator[Part]:
    """Split a text into parts; foreign runs become elements with a language or direction."""
    for words, is_opposite in _split_directions(text.words, context):
        parts = _split_languages(words, context)
        if is_opposite:
            yield _isolate(tuple(parts), context)
        else:
            yield from parts


def _split_directions(words: str, context: TextContext) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and whether each is in the opposite direction."""
    done = 0
    for start, end in find_opposite_runs(words, context.direction):
        if start > done:
            yield words[done:start], False
        yield words[start:end], True
        done = end
    if done < len(words) or not words:
        yield words[done:], False


def _isolate(parts: tuple[Part, ...], context: TextContext) -> Element:
    return Element("span", parts, attributes=(("dir", opposite(context.direction)),))


def _split_languages(words: str, context: TextContext) -> Iterator[Part]:
    done = 0
    for run in find_runs(words, context.han, own=context.language):
        if run.start > done:
            yield Text(words[done : run.start])
        yield Element("span", (Text(words[run.start : run.end]),), attributes=(("lang", run.language),))
        done = run.end
    if done < len(words) or not words:
        yield Text(words[done:])
