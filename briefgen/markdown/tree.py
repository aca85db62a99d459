"""The tree of a body: elements, texts with positions, and the parts that are not prose."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from briefgen.yamltext import Span

Tag = Literal[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "code", "a", "br", "span",
    "figure",
]  # fmt: skip
"""The allowlist of tags in trees, and so in outputs."""


NOWHERE = Span(0, 0)
"""The span of generated content."""


class Text(Struct, frozen=True):
    """Text as displayed; either the text at its span, or the meaning of that (`&` for `&amp;`)."""

    words: str
    span: Span = NOWHERE


class Cited(Struct, frozen=True):
    """A placeholder for a citation group, by its number in the body."""

    number: int


class Call(Struct, frozen=True):
    """A reference to a footnote: `[^label]`."""

    label: str
    span: Span


class Element(Struct, frozen=True):
    """An element with its children."""

    tag: Tag
    children: tuple["Part", ...]
    span: Span = NOWHERE
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, or ""."""
        return dict(self.attributes).get(name, "")


Part = Text | Cited | Call | Element

OpaqueKind = Literal["code", "escape", "comment", "address", "link", "image", "definition", "entity", "call"]


class Opaque(Struct, frozen=True):
    """A part of a body that is not prose; `address` is the target of a link, image or definition."""

    kind: OpaqueKind
    span: Span
    address: str = ""


BlockKind = Literal["paragraph", "heading", "item", "quote", "note", "table", "code", "comment", "definition", "rule"]


class Block(Struct, frozen=True):
    """A block of a body; `span` excludes markers before its first word.

    Paragraphs in quotations and list items have the kind `quote` or `item`.
    """

    kind: BlockKind
    span: Span


def references_in(parts: tuple[Part, ...]) -> Iterator[int | str]:
    """Yield the numbers of citation groups and the labels of footnote references, in order."""
    for part in parts:
        match part:
            case Cited(number=number):
                yield number
            case Call(label=label):
                yield label
            case Element(children=children):
                yield from references_in(children)
            case _:
                pass


def find_figures(parts: Iterable[Part]) -> Iterator[Element]:
    """Yield the pictures, also those in lists and quotations, in order."""
    for part in parts:
        if isinstance(part, Element):
            yield from (part,) if part.tag == "figure" else find_figures(part.children)


def words_in(parts: Iterable[Part], group: Callable[[int], str]) -> str:
    """Return the plain text of parts; `group` returns the text for a citation group."""
    return "".join(
        part.words
        if isinstance(part, Text)
        else group(part.number)
        if isinstance(part, Cited)
        else words_in(part.children, group)
        if isinstance(part, Element)
        else ""
        for part in parts
    )
