"""A body read once: its tree, its blocks, and what in it is no prose."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from briefgen.markdown.blocks import BlockParser
from briefgen.markdown.builder import Builder
from briefgen.markdown.inline import parse_inline
from briefgen.markdown.marks import Source
from briefgen.markdown.reading import MAX_LENGTH, LimitFault, MarkupFault, Reading
from briefgen.markdown.shown import Shown, show
from briefgen.markdown.tree import Block, Element, Opaque
from briefgen.yamltext import Span

_BARE_ADDRESS = re.compile(r"\bhttps?://[^\s\x00<>()\[\]]{1,2048}+")
_LINE = re.compile(r"\S[^\n]*\n?")
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
    markup_faults: tuple[MarkupFault, ...]
    limit_faults: tuple[LimitFault, ...]
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
        return _refuse(text, reading)
    root = BlockParser(text, reading).parse()
    builder = Builder(text, reading)
    parts = builder.build(root)
    notes = builder.build_notes()
    visible = _make_visible(text, reading, builder.unprinted, builder.markers)
    blocks = tuple(sorted(builder.blocks, key=lambda block: block.span))
    return _make_body(text, parts, notes, blocks, visible, reading)


def parse_field(text: str) -> Body:
    """Read a text that is one paragraph however it is broken: nothing in it begins a list, a heading or a quotation."""
    reading = Reading()
    if len(text) > MAX_LENGTH:
        return _refuse(text, reading)
    lines = [(found.start(), found.group()) for found in _LINE.finditer(text)]
    if not lines:
        return _make_body(text, (), (), (), text, reading)
    span = Span(lines[0][0], lines[-1][0] + len(lines[-1][1].rstrip()))
    paragraph = Element("p", parse_inline(Source(lines), reading), span)
    visible = _make_visible(text, reading, (), ())
    return _make_body(text, (paragraph,), (), (Block("paragraph", span),), visible, reading)


def _refuse(text: str, reading: Reading) -> Body:
    reading.exceed(0, f"this text has {len(text):,} characters; up to {MAX_LENGTH:,} are read")
    return _make_body(text, (), (), (), blank(text, [Span(0, len(text))]), reading)


def _make_body(  # noqa: PLR0913, PLR0917 - what both ways of reading have found
    text: str,
    parts: tuple[Element, ...],
    notes: tuple[tuple[str, Element], ...],
    blocks: tuple[Block, ...],
    visible: str,
    reading: Reading,
) -> Body:
    return Body(
        text,
        parts,
        notes,
        blocks,
        tuple(sorted(reading.opaque, key=lambda opaque: (opaque.span.start, -opaque.span.end))),
        tuple(sorted(reading.markup_faults)),
        tuple(reading.limit_faults),
        visible,
    )


def _make_visible(text: str, reading: Reading, unprinted: Iterable[Span], markers: Iterable[Span]) -> str:
    hidden = blank(text, [*(opaque.span for opaque in reading.opaque), *unprinted])
    bare = [Span(*found.span()) for found in _BARE_ADDRESS.finditer(hidden)] if "://" in hidden else []
    reading.opaque += (Opaque("address", span, span.of(text)) for span in bare)
    return blank(blank(hidden, bare), markers, filling=" ")


def blank(text: str, spans: Iterable[Span], filling: str = "\x00") -> str:
    """Return a text at the same length with some parts filled, line breaks kept."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        parts += text[done : max(start, done)], _SEPARATED.sub(filling, text[max(start, done) : max(end, done)])
        done = max(end, done)
    return "".join([*parts, text[done:]])
