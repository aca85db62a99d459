"""Composes single-line fields for all outputs: titles, decks, captions, credits, bios and corrections."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.edition.edition import FormattedText
from briefgen.edition.finishing import finish
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.text_context import TextContext
from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.markdown import Element, HtmlWriter, MarkdownWriter, Part, PlainWriter, Text, cut, guard, words_in
from briefgen.model import Style

_SPACE = expression(r"[ \t\n]+")


def compose_field(
    field: FieldText | None, citations: CitationFormatter, style: Style, context: TextContext
) -> FormattedText:
    """Compose a field; a missing one is empty.

    Citations in fields are always in parentheses, since only bodies have numbered notes. Links are removed from titles,
    because the table of contents links the title itself.
    """
    if field is None:
        return FormattedText(HtmlWriter().write(()), "")
    groups = field.groups if field.is_citing else ()
    formatted = [citations.format_group(field, group) for group in groups]
    children = tuple(child for part in field.prose.body.parts for child in part.children)
    in_line = replace(style, citations="inline")
    parts = finish(cut(children, [group.span for group in groups]), in_line, citations.language, context)
    parts = tuple(_in_line(parts, has_links=field.name not in {"title", "section"}))
    html = HtmlWriter(lambda number: formatted[number].html_in_parentheses(context)).write(parts)
    markdown = MarkdownWriter(lambda number: formatted[number].markdown_in_parentheses(), str)
    # Trailing hashes would be parsed as the heading's closing sequence.
    written = re.sub(r" (#+)$", r" \\\1", markdown.write((Element("p", parts),)))
    text = words_in(parts, lambda number: formatted[number].words)
    plain = PlainWriter(lambda number: formatted[number].plain_in_parentheses(), str).write_line(parts)
    return FormattedText(guard(html), written, _SPACE.sub(" ", text).strip(), plain)


def _in_line(parts: tuple[Part, ...], *, has_links: bool) -> Iterator[Part]:
    """Convert parts to a single line: line breaks become spaces."""
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
