"""Titles, decks, captions, credits, bios and corrections as each output prints them."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.edition.edition import Words
from briefgen.edition.finishing import finish
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.words import Surroundings
from briefgen.manuscript import FieldText
from briefgen.markdown import Element, HtmlWriter, MarkdownWriter, Part, Text, cut, guard, words_in
from briefgen.model import Style

_SPACE = re.compile(r"[ \t\n]+")


def compose_field(field: FieldText | None, citations: CitationFormatter, style: Style, around: Surroundings) -> Words:
    """Compose a field; one that is not there has no words.

    Its citations stand in parentheses in any house, for a note has its number in a body. A title has no links: it is
    one itself where the contents are listed.
    """
    if field is None:
        return Words(HtmlWriter().write(()), "")
    groups = field.groups if field.is_citing else ()
    formatted = [citations.format_group(field, group) for group in groups]
    children = tuple(child for part in field.prose.body.parts for child in part.children)
    in_line = replace(style, citations="inline")
    parts = finish(cut(children, [group.span for group in groups]), in_line, citations.language, around)
    parts = tuple(_in_line(parts, has_links=field.name not in {"title", "section"}))
    html = HtmlWriter(lambda number: formatted[number].in_parentheses(around)).write(parts)
    markdown = MarkdownWriter(lambda number: formatted[number].in_parentheses_of_markdown(), str)
    # A heading that ends with such a mark would lose it.
    written = re.sub(r" (#+)$", r" \\\1", markdown.write((Element("p", parts),)))
    text = words_in(parts, lambda number: formatted[number].words)
    return Words(guard(html), written, _SPACE.sub(" ", text).strip())


def _in_line(parts: tuple[Part, ...], *, has_links: bool) -> Iterator[Part]:
    """Yield parts such that they fit a line: a line break is a space."""
    for part in parts:
        match part:
            case Text(words=words):
                yield Text(_SPACE.sub(" ", words))
            case Element(tag="br"):
                yield Text(" ")
            case Element(tag="a", children=children) if not has_links:
                yield from _in_line(children, has_links=False)
            case Element(children=children):
                yield replace(part, children=tuple(_in_line(children, has_links=has_links)))
            case _:
                yield part
