"""Builds the tree of a body from its parsed blocks."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from briefgen.markdown.blocks import Node
from briefgen.markdown.inline import parse_inline
from briefgen.markdown.marks import Source
from briefgen.markdown.reading import MAX_CELLS, Reading
from briefgen.markdown.tables import Piece, read_alignments, split_row
from briefgen.markdown.tree import Block, BlockKind, Element, Opaque, Tag, Text
from briefgen.yamltext import Span

# Strings, so that `re` compiles them on first use: a sentence that ends, perhaps with marks and citations behind it, or
# the line that says whose words these were; and the first word of another sentence.
_ENDED = r"[.!?…][”’\"')\]*_]*(?:\s*\[[^\[\]]*\]\.?)*\s*\Z|\s*[—–―]\s*\S"
_BEGUN = r"[*_“\"]{0,3}[^\W\d_a-z]"
_HEADINGS: tuple[Tag, ...] = ("h1", "h2", "h3", "h4", "h5", "h6")


class Builder:
    """Builds the tree, and collects the blocks."""

    def __init__(self, body: str, reading: Reading) -> None:
        self.blocks: list[Block] = []
        self.markers: list[Span] = []
        """Continuation markers: what precedes a later line of a quotation or list item."""
        self.unprinted: list[Span] = []
        """Parts that are dropped: surplus table cells and unreferenced footnotes."""
        self._body = body
        self._reading = reading
        self._notes: dict[str, Node] = {}
        self._is_in_note = False

    def build(self, body: Node) -> tuple[Element, ...]:
        """Build all blocks except footnotes."""
        return tuple(self._children(body, "paragraph"))

    def build_notes(self) -> tuple[tuple[str, Element], ...]:
        """Build the referenced footnotes, with their labels, in the order of the first reference."""
        elements: dict[str, Element] = {}
        self._is_in_note = True
        # A footnote may reference another, so the list grows while it is processed.
        while len(elements) < len(self._reading.called):
            label = list(self._reading.called)[len(elements)]
            node = self._notes[label]
            if not node.children:
                place = Span(node.start, node.start + len(f"[^{label}]:"))
                self._reading.report(place, "a note without words", "write its words behind the colon, or delete it")
            elements[label] = Element("li", tuple(self._children(node, "note")), _span(node))
        for label in self._notes.keys() - elements.keys():
            self._drop(
                self._notes[label],
                "nothing refers to this note, so it is not printed",
                f"refer to it in the text: `[^{label}]`",
                note=label,
            )
        return tuple(elements.items())

    def _children(self, node: Node, kind: BlockKind) -> Iterator[Element]:
        for child in node.children:
            match child.kind:
                case "note":
                    self._add_note(child)
                case "comment" | "definition":
                    self._add_hidden(child, child.kind)
                case _:
                    yield self._block(child, kind)

    def _block(self, node: Node, kind: BlockKind) -> Element:  # noqa: PLR0911 - one for each kind of block
        """Build a block; `kind` is the kind of the paragraphs in it."""
        span = _span(node)
        match node.kind:
            case "heading":
                words = Span(min(node.lines[0][0], node.end), node.end)
                return self._leaf(_HEADINGS[node.level - 1], node.lines, "heading", words)
            case "quote":
                self._report_unmarked(node)
                return Element("blockquote", tuple(self._children(node, "quote")), span)
            case "list":
                return self._list(node, kind if kind in {"quote", "note"} else "item")
            case "rule":
                self.blocks.append(Block("rule", span))
                return Element("hr", (), span)
            case "code":
                self.blocks.append(Block("code", span))
                self._reading.opaque.append(Opaque("code", span))
                lines = tuple(Text(words, Span(start, start + len(words))) for start, words in node.lines if words)
                return Element("pre", (Element("code", lines, span),), span)
            case "table":
                self.blocks.append(Block("table", span))
                return self._table(node)
            case _:
                return self._leaf("p", node.lines, kind, span)

    def _report_unmarked(self, quotation: Node) -> None:
        """Report a line without `>` that reads like a paragraph of its own, but continues the quotation above it."""
        for paragraph in quotation.children:
            if paragraph.kind in {"list", "item"}:
                self._report_unmarked(paragraph)
            elif paragraph.kind == "paragraph":
                self._report_first_unmarked(paragraph)

    def _report_first_unmarked(self, paragraph: Node) -> None:
        _, last = paragraph.lines[-1]
        for (above, before), (start, words) in pairwise(paragraph.lines):
            if ">" in self._body[above + len(before) : start]:
                continue
            # The quotation may be wrapped without further signs, and a name below it says whose words these were.
            if re.search(_ENDED, before) and re.match(_BEGUN, words) and re.search(_ENDED, last):
                place = Span(start, start + len(words.rstrip()))
                message = "this line is right below a quotation, so it is printed as a part of it"
                help_ = "leave an empty line above it, or begin it with `> ` if it is one"
                self._reading.report(place, message, help_)
            return

    def _leaf(self, tag: Tag, lines: list[Piece], kind: BlockKind, span: Span) -> Element:
        self.blocks.append(Block(kind, span))
        ends = (offset + len(words) for offset, words in lines)
        self.markers += (Span(end, after) for end, (after, _) in zip(ends, lines[1:], strict=False) if after > end)
        parts = parse_inline(Source(lines), self._reading)
        picture = self._picture(span) if tag == "p" and not parts and not self._is_in_note else None
        return picture or Element(tag, parts, span)

    def _picture(self, span: Span) -> Element | None:
        """Return the figure for a paragraph that consists of a single image, or None."""
        found = self._reading.pictures[-1] if self._reading.pictures else None
        if found is None or found.span != span:
            return None
        return Element("figure", (), span, (("src", found.address), ("alt", found.alt), ("title", found.title)))

    def _list(self, node: Node, kind: BlockKind) -> Element:
        attributes = [("start", str(int(node.number)))] if node.number not in {"", "1"} else []
        if not node.is_loose(self._body):
            attributes.append(("tight", "tight"))
        items = (Element("li", tuple(self._children(item, kind)), _span(item)) for item in node.children)
        return Element("ol" if node.number else "ul", tuple(items), _span(node), tuple(attributes))

    def _table(self, node: Node) -> Element:
        head, (_, rule), *rows = node.lines
        alignments = read_alignments(rule)
        sections = [self._section("thead", "th", [head], alignments)]
        if rows:
            sections.append(self._section("tbody", "td", rows, alignments))
        return Element("table", tuple(sections), _span(node))

    def _section(self, tag: Tag, cell: Tag, rows: list[Piece], alignments: tuple[str, ...]) -> Element:
        elements = tuple(
            self._row(cell, row, alignments) for row in rows if self._is_within_cell_limit(len(alignments), row)
        )
        return Element(tag, elements, Span(rows[0][0], rows[-1][0] + len(rows[-1][1])))

    def _is_within_cell_limit(self, cells: int, row: Piece) -> bool:
        self._reading.cells += cells
        if self._reading.cells > MAX_CELLS:
            self._reading.exceed(row[0], f"more than {MAX_CELLS:,} cells of tables in one body")
        return self._reading.cells <= MAX_CELLS

    def _row(self, tag: Tag, row: Piece, alignments: tuple[str, ...]) -> Element:
        """Build a row with as many cells as the table has columns; surplus cells are reported."""
        offset, words = row
        end = offset + len(words)
        cells = list(split_row(offset, words))
        spans = [Span(cell[0][0], cell[-1][0] + len(cell[-1][1])) for cell in cells]
        if len(cells) > len(alignments):
            place = Span(spans[len(alignments)].start, max(end, spans[-1].end))
            self.unprinted.append(place)
            self._reading.report(
                place,
                "the table has no column for this, so it is not printed",
                "delete it, or add a column to the header row",
            )
        elif cells and len(cells) < len(alignments):
            self._report_missing(row, len(cells), len(alignments))
        cells += [[(end, "")]] * (len(alignments) - len(cells))
        spans += [Span(end, end)] * (len(alignments) - len(spans))
        return Element(
            "tr", tuple(map(self._cell, [tag] * len(alignments), cells, spans, alignments)), Span(offset, end)
        )

    def _report_missing(self, row: Piece, cells: int, columns: int) -> None:
        """Report a row with fewer cells than the header; one in bold or italics stands for all columns."""
        offset, words = row
        bare = words.strip()
        place = Span(offset, offset + len(words.rstrip()))
        if "|" not in bare:
            message = "this line is right below a table, so it is printed as its last row"
            self._reading.report(place, message, "leave an empty line above it")
        elif cells > 1 or not bare.strip("| ").startswith(("*", "_")):
            message = f"this row has {cells} {'cells' if cells > 1 else 'cell'}, but the table {columns} columns"
            self._reading.report(place, message, "add what is missing; a cell that is empty needs its `|` too: `| |`")

    def _cell(self, tag: Tag, cell: list[Piece], span: Span, alignment: str) -> Element:
        self._reading.opaque += (Opaque("escape", Span(start - 1, start + 1)) for start, _ in cell[1:])
        attributes = (("align", alignment),) if alignment else ()
        return Element(tag, parse_inline(Source(cell), self._reading), span, attributes)

    def _add_hidden(self, node: Node, kind: Literal["comment", "definition"]) -> None:
        self.blocks.append(Block(kind, _span(node)))
        address = self._reading.definitions[node.key].address if kind == "definition" else ""
        self._reading.opaque.append(Opaque(kind, _span(node), address))

    def _add_note(self, node: Node) -> None:
        """Keep a note, and those in it, which the text may refer to even if it does not refer to this one."""
        known = self._notes.setdefault(node.key, node)
        if known is node:
            for inner in _find_notes(node):
                self._notes.setdefault(inner.key, inner)
            return
        self._drop(node, f"another note has the label `[^{node.key}]`, so this one is not printed", "rename it")

    def _drop(self, node: Node, message: str, help_: str, *, note: str = "") -> None:
        self._reading.report(Span(node.start, node.start + len(f"[^{node.key}]:")), message, help_, note=note)
        self.unprinted.append(_span(node))


def _find_notes(node: Node) -> Iterator[Node]:
    """Yield the notes inside a node."""
    for child in node.children:
        if child.kind == "note":
            yield child
        yield from _find_notes(child)


def _span(node: Node) -> Span:
    return Span(node.start, node.end)
