"""A body read once: its tree, its blocks, and what in it is no prose."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from briefgen.markdown.blocks import BlockParser
from briefgen.markdown.builder import Builder
from briefgen.markdown.reading import MAX_LENGTH, Excess, Oddity, Reading
from briefgen.markdown.shown import Shown, show
from briefgen.markdown.tree import Block, Element, Opaque
from briefgen.yamltext import Span

_BARE_ADDRESS = re.compile(r"\bhttps?://[^\s\x00<>()\[\]]{1,2048}+")
_SEPARATED = re.compile("[^\n]")


class Body(Struct, frozen=True, dict=True):
    """A body; all spans are in code points of its text."""

    text: str
    parts: tuple[Element, ...]
    notes: tuple[tuple[str, Element], ...]
    """The author's notes that are called, by their labels in the order of the first call."""
    blocks: tuple[Block, ...]
    """In order and apart from each other; every word lies in one."""
    opaque: tuple[Opaque, ...]
    """In order; code in a link lies inside it."""
    oddities: tuple[Oddity, ...]
    excesses: tuple[Excess, ...]
    visible: str
    """The text at its own length with all that is opaque or not printed filled with NUL.

    Line breaks are kept; what marks a line as going on with a quotation or an entry is filled with spaces.
    """

    @cached_property
    def shown(self) -> Shown:
        """The words as a reader sees them, without marks of emphasis: here citations are searched."""
        unsaid = (each.span for each in self.opaque if each.kind in {"escape", "address"})
        return show((*self.parts, *(note for _, note in self.notes)), blank(self.text, unsaid))


def parse_body(text: str) -> Body:
    """Read a body; any text is one, and one that is too long is not read."""
    reading = Reading()
    if len(text) > MAX_LENGTH:
        reading.exceed(0, f"this body has {len(text):,} characters; up to {MAX_LENGTH:,} are read")
        return Body(text, (), (), (), (), (), tuple(reading.excesses), blank(text, [Span(0, len(text))]))
    root = BlockParser(text, reading).parse()
    builder = Builder(text, reading)
    parts = builder.build(root)
    notes = builder.build_notes()
    visible = _make_visible(text, reading, builder)
    return Body(
        text,
        parts,
        notes,
        tuple(sorted(builder.blocks, key=lambda block: block.span)),
        tuple(sorted(reading.opaque, key=lambda opaque: (opaque.span.start, -opaque.span.end))),
        tuple(sorted(reading.oddities)),
        tuple(reading.excesses),
        visible,
    )


def _make_visible(text: str, reading: Reading, builder: Builder) -> str:
    hidden = blank(text, [*(opaque.span for opaque in reading.opaque), *builder.unprinted])
    bare = [Span(*found.span()) for found in _BARE_ADDRESS.finditer(hidden)] if "://" in hidden else []
    reading.opaque += (Opaque("address", span, span.of(text)) for span in bare)
    return blank(blank(hidden, bare), builder.markers, filling=" ")


def blank(text: str, spans: Iterable[Span], filling: str = "\x00") -> str:
    """Return a text at the same length with some parts filled, line breaks kept."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        parts += text[done : max(start, done)], _SEPARATED.sub(filling, text[max(start, done) : max(end, done)])
        done = max(end, done)
    return "".join([*parts, text[done:]])
