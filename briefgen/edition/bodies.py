"""The body of an item, rendered: blocks for the page, Markdown for the text, and its notes."""

import re

from markupsafe import Markup
from msgspec import Struct

from briefgen.edition.commonmark import format_markdown
from briefgen.edition.groups import CitationPrinter, PrintedGroup
from briefgen.edition.html import format_html
from briefgen.edition.markup import render_markup
from briefgen.edition.tree import MARK, Element, Part, cited_in, parse_tree
from briefgen.edition.types import Block, BlockKind, Note
from briefgen.manuscript import ItemText
from briefgen.model import Style
from briefgen.yamltext import Edit, apply_edits

_MARK = MARK.format(r"\d+")
# `… in 2016.” GROUP` and `… in 2016” GROUP.`
_AFTER_STOP = re.compile(rf"\.(?P<marks>[”’\"']*)(?P<space>\s*)(?P<group>{_MARK})(?=\s|$)(?!\s*[.,;:])")
_BEFORE_STOP = re.compile(rf"(?P<marks>[”’\"']*)(?P<space>\s*)(?P<group>{_MARK})\.(?=\s|$)")

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "ul": "list", "ol": "list",
    "blockquote": "quote", "table": "table", "pre": "code", "hr": "rule",
}  # fmt: skip


class Body(Struct, frozen=True):
    """A rendered body."""

    blocks: tuple[Block, ...]
    markdown: str
    notes: tuple[Note, ...]


class BodyWriter(Struct, frozen=True):
    """Renders the body of one item."""

    item: ItemText
    id: str
    """Anchor of the item, before which its notes' anchors are put."""
    printer: CitationPrinter
    style: Style
    han: str

    def write(self) -> Body:
        """Render the body: citations are put in only after everything else has been sanitised."""
        printed = [self.printer.print_group(self.item, group) for group in self.item.groups]
        parts = parse_tree(render_markup(self._marked_text()), han=self.han)
        # A group inside code or an address that the renderer kept to itself has no note.
        order = [number for part in parts for number in cited_in(part)]
        notes = tuple(self._note(place, printed[number]) for place, number in enumerate(order, start=1))
        by_group = dict(zip(order, notes, strict=True)) if self.style.citations == "notes" else {}
        blocks = tuple(self._block(part, printed, by_group) for part in parts)
        markdown = format_markdown(parts, lambda number: self._group_markdown(printed[number], by_group.get(number)))
        return Body(blocks, markdown, notes if by_group else ())

    def _marked_text(self) -> str:
        """Return the body without its comments and with a mark for every group, on the house's side of the stop."""
        prose = self.item.prose
        cuts = [(each.span, "") for each in prose.opaque if each.kind == "comment"]
        cuts += [(group.span, MARK.format(number)) for number, group in enumerate(self.item.groups)]
        edits = (Edit(span, mark) for span, mark in cuts)
        return place_marks(apply_edits(prose.text, edits), self.style)

    def _note(self, place: int, group: PrintedGroup) -> Note:
        return Note(
            id=f"{self.id}-note-{place}",
            call_id=f"{self.id}-call-{place}",
            number=str(place),
            html=group.format_html(self.han),
        )

    def _block(self, part: Part, printed: list[PrintedGroup], notes: dict[int, Note]) -> Block:
        kind = _KINDS.get(part.tag, "paragraph") if isinstance(part, Element) else "paragraph"
        html = format_html(part, lambda number: self._group_html(printed[number], notes.get(number)))
        called = tuple(notes[number] for number in cited_in(part) if number in notes)
        return Block(kind=kind, html=html, notes=called)

    def _group_html(self, group: PrintedGroup, note: Note | None) -> Markup:
        if note is None:
            return Markup('<span class="cite">({})</span>').format(group.format_html(self.han))
        return Markup('<sup class="call"><a id="{}" href="#{}" role="doc-noteref">{}</a></sup>').format(
            note.call_id, note.id, note.number
        )

    def _group_markdown(self, group: PrintedGroup, note: Note | None) -> str:
        return f"({group.format_markdown()})" if note is None else rf"\[{note.number}\]"


def place_marks(text: str, style: Style) -> str:
    """Move marks before or after the full stop as the house asks; under notes the space before them goes."""
    match style.position:
        case "before":
            text = _AFTER_STOP.sub(lambda found: f"{found['marks']} {found['group']}.", text)
        case "after":
            text = _BEFORE_STOP.sub(lambda found: f".{found['marks']} {found['group']}", text)
        case _:
            pass
    return re.sub(rf"[ \t]*\n?[ \t]*({_MARK})", r"\1", text) if style.citations == "notes" else text
