"""The line that says who wrote an item."""

from markupsafe import Markup, escape

from briefgen.edition.edition import Words
from briefgen.edition.words import Surroundings, format_name
from briefgen.markdown import escape_markdown, format_link
from briefgen.model import Language, Person


def compose_byline(people: tuple[Person, ...], language: Language, around: Surroundings) -> Words:
    """Return the names of an item's authors as the language lists them; nothing where there are none."""
    if not people:
        return Words(Markup(), "")
    before, _, after = language.labels.byline.partition("{authors}")
    names = [format_name(person.name, around) for person in people]
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
    return Words(
        escape(before) + language.join(tuple(html), Markup) + escape(after),
        _escape_part(before) + language.join(tuple(markdown), str) + _escape_part(after),
    )


def _escape_part(words: str) -> str:
    """Return a piece of a line as Markdown, with the spaces at its ends."""
    inside = words.strip()
    return words.replace(inside, escape_markdown(inside)) if inside else words
