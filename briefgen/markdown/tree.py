"""What a body is made of: elements, the words in them with their places, and what of the body is not prose."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from briefgen.yamltext import Span

Tag = Literal[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "code", "a", "br", "span",
    "figure",
]  # fmt: skip
"""The allowlist: nothing else can be in a tree, and so nothing else in an output."""


NOWHERE = Span(0, 0)
"""The place of what no author wrote."""


class Text(Struct, frozen=True):
    """Words as they are printed; they are what the span covers, or stand for it whole, as `&` for `&amp;`."""

    words: str
    span: Span = NOWHERE


class Cited(Struct, frozen=True):
    """The place of a citation group, by its number in the body."""

    number: int


class Call(Struct, frozen=True):
    """The place where a note of the author's is called: `[^label]`."""

    label: str
    span: Span


class Element(Struct, frozen=True):
    """A tag with what is in it."""

    tag: Tag
    children: tuple["Part", ...]
    span: Span = NOWHERE
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return dict(self.attributes).get(name, "")


Part = Text | Cited | Call | Element

OpaqueKind = Literal["code", "escape", "comment", "address", "link", "image", "definition", "entity", "call"]


class Opaque(Struct, frozen=True):
    """A part of a body that holds no prose; `address` is where a link, image or definition leads."""

    kind: OpaqueKind
    span: Span
    address: str = ""


BlockKind = Literal["paragraph", "heading", "item", "quote", "note", "table", "code", "comment", "definition", "rule"]


class Block(Struct, frozen=True):
    """Lines that belong together; `span` covers their words, without markers before the first.

    What a quotation or the entry of a list holds is of that kind.
    """

    kind: BlockKind
    span: Span


def marks_in(parts: tuple[Part, ...]) -> Iterator[int | str]:
    """Yield the numbers of citation groups and the labels of called notes, in order."""
    for part in parts:
        match part:
            case Cited(number=number):
                yield number
            case Call(label=label):
                yield label
            case Element(children=children):
                yield from marks_in(children)
            case _:
                pass


def words_in(parts: Iterable[Part], group: Callable[[int], str]) -> str:
    """Return the words of parts without their marks; `group` gives what stands in the place of a citation group."""
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
