"""A parsed body: its tree, its blocks, and the parts that are not prose."""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefgen.expressions import expression
from briefgen.markdown.bare_addresses import find_addresses
from briefgen.markdown.blocks import BlockParser
from briefgen.markdown.builder import Builder
from briefgen.markdown.inline import parse_inline
from briefgen.markdown.marks import Source
from briefgen.markdown.reading import MAX_LENGTH, LimitFault, MarkupFault, Reading
from briefgen.markdown.shown import Shown, show
from briefgen.markdown.tree import Block, Element, Opaque, find_figures
from briefgen.yamltext import Span

_LINE = expression(r"\S[^\n]*\n?")
_SEPARATED = expression("[^\n]")


class Body(Struct, frozen=True, dict=True):
    """A parsed body; all spans are offsets into its text, in code points."""

    text: str
    parts: tuple[Element, ...]
    notes: tuple[tuple[str, Element], ...]
    """The referenced footnotes with their labels, in the order of the first reference."""
    blocks: tuple[Block, ...]
    """In order, without overlaps; every word is in one."""
    opaque: tuple[Opaque, ...]
    """In order; may be nested (code inside a link)."""
    markup_faults: tuple[MarkupFault, ...]
    limit_faults: tuple[LimitFault, ...]
    cells: int
    """The number of table cells."""
    visible: str
    """The text with all opaque or unprinted parts replaced by NULs; its length is unchanged.

    Line breaks are kept; continuation markers of quotations and list items are replaced by spaces.
    """

    @property
    def figures(self) -> tuple[Element, ...]:
        """The images in paragraphs of their own; their attributes are `src`, `alt`, and the caption as `title`."""
        return tuple(find_figures(self.parts))

    @cached_property
    def shown(self) -> Shown:
        """The text as readers see it, without emphasis marks; citations are searched here."""
        hidden = (each.span for each in self.opaque if each.kind in {"escape", "address"})
        return show((*self.parts, *(note for _, note in self.notes)), blank(self.text, hidden))


def parse_body(text: str) -> Body:
    """Parse a body; never fails. A text over `MAX_LENGTH` is not parsed, and is reported."""
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
    """Parse a text as a single paragraph: nothing in it starts a list, a heading or a quotation."""
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
    reading.exceed(0, f"this text has {len(text):,} characters; the limit is {MAX_LENGTH:,}")
    return _make_body(text, (), (), (), blank(text, [Span(0, len(text))]), reading)


def _make_body(  # noqa: PLR0913, PLR0917 - the results of both ways to parse a body
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
        tuple(_within(text, fault) for fault in reading.limit_faults),
        reading.cells,
        visible,
    )


def _within(text: str, fault: LimitFault) -> LimitFault:
    """Return a fault at the last character if it is behind it, as an empty line too many at the end is."""
    last = max(0, len(text) - 1)
    return replace(fault, span=Span(last, last + 1)) if fault.span.start > last else fault


def _make_visible(text: str, reading: Reading, unprinted: Iterable[Span], markers: Iterable[Span]) -> str:
    hidden = blank(text, [*(opaque.span for opaque in reading.opaque), *unprinted])
    bare = list(find_addresses(hidden))
    reading.opaque += (Opaque("address", span, span.of(text)) for span in bare)
    return blank(blank(hidden, bare), markers, filling=" ")


def blank(text: str, spans: Iterable[Span], filling: str = "\x00") -> str:
    """Return a text with some spans replaced by a filling character; length and line breaks are unchanged."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        parts += text[done : max(start, done)], _SEPARATED.sub(filling, text[max(start, done) : max(end, done)])
        done = max(end, done)
    return "".join([*parts, text[done:]])
