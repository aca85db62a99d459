"""The tree of a body as HTML."""

from collections.abc import Callable

from markupsafe import Markup, escape

from briefgen.edition.tree import VOID, Cited, Element, Part, Text, split_foreign

Group = Callable[[int], Markup]
_KEPT = frozenset({"href", "title", "lang", "start"})


def format_html(part: Part, group: Group) -> Markup:
    """Return a part of the tree as HTML; `group` gives that of a citation group by its number."""
    match part:
        case Text(words=words):
            return escape(words)
        case Cited(number=number):
            return group(number)
        case Element(tag=tag) if tag in VOID:
            return Markup("<{}>").format(Markup(tag))  # noqa: S704 - one of two fixed tags
        case _:
            return _wrapped(part, _inside(part, group))


def mark_text(text: str, han: str) -> Markup:
    """Return a plain text as HTML with its foreign runs marked; line breaks become spaces."""
    parts = split_foreign(" ".join(text.split()), han)
    return Markup("").join(format_html(part, lambda _: Markup("")) for part in parts)


def _inside(element: Element, group: Group) -> Markup:
    return Markup("").join(format_html(child, group) for child in element.children)


def _wrapped(element: Element, inside: Markup) -> Markup:
    attributes = [(name, value) for name, value in element.attributes if name in _KEPT]
    if element.attribute("align"):
        attributes.append(("class", f"align-{element.attribute('align')}"))
    if element.tag == "th":
        attributes.append(("scope", "col"))
    written = Markup("").join(Markup(' {}="{}"').format(Markup(name), value) for name, value in attributes)  # noqa: S704 - names of our own
    tag = Markup(element.tag)  # noqa: S704 - one of the tags the sanitiser lets through
    return Markup("<{}{}>{}</{}>").format(tag, written, inside, tag)
