"""The byline of an item."""

from markupsafe import Markup, escape

from briefgen.edition.edition import FormattedText
from briefgen.edition.text_context import TextContext
from briefgen.edition.words import format_name
from briefgen.markdown import TextRun, escape_markdown, format_link
from briefgen.model import Language, Person

_NAME = "\0"
"""Stands for a name in a list of them."""


def compose_byline(people: tuple[Person, ...], language: Language, context: TextContext) -> FormattedText:
    """Format the byline, with the authors listed as the language does; empty if there are none."""
    if not people:
        return FormattedText(Markup(), "")
    before, _, after = language.labels.byline.partition("{authors}")
    names = [format_name(person.name, context) for person in people]
    html = [
        Markup('<span class="author">{}</span>').format(
            Markup('<a href="{}">{}</a>').format(person.url, name) if person.url else name
        )
        for person, name in zip(people, names, strict=True)
    ]
    markdown = [
        format_link(f"**{name.markdown}**", person.url) if person.url else f"**{name.markdown}**"
        for person, name in zip(people, names, strict=True)
    ]
    start, *between = language.join((_NAME,) * len(people), str).split(_NAME)
    linked = (TextRun(name.text, person.url or "") for person, name in zip(people, names, strict=True))
    inner = (run for pair in zip(linked, map(TextRun, between), strict=True) for run in pair)
    plain = (TextRun(before + start), *inner, TextRun(after))
    return FormattedText(
        escape(before) + language.join(tuple(html), Markup) + escape(after),
        _escape_part(before) + language.join(tuple(markdown), str) + _escape_part(after),
        "".join(run.words for run in plain),
        plain,
    )


def _escape_part(words: str) -> str:
    """Escape a part of a line as Markdown, keeping its outer spaces."""
    inside = words.strip()
    return words.replace(inside, escape_markdown(inside)) if inside else words
