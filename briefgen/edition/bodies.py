"""Composes the body of an item for all outputs: HTML blocks, Markdown, and numbered notes."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from briefgen.edition.edition import Block, BlockKind, Note, Picture
from briefgen.edition.finishing import finish
from briefgen.edition.groups import CitationFormatter, FormattedGroup
from briefgen.edition.text_context import TextContext
from briefgen.edition.words import format_name
from briefgen.manuscript import ItemText
from briefgen.markdown import (
    Element,
    HtmlWriter,
    MarkdownWriter,
    Part,
    PlainWriter,
    TextBlock,
    TextRun,
    cut,
    escape_markdown,
    guard,
    indent,
    references_in,
)
from briefgen.model import Labels, Style, fill_label

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "ul": "list", "ol": "list",
    "blockquote": "quote", "table": "table", "pre": "code", "hr": "rule",
}  # fmt: skip


_PICTURE = Markup('<span class="picture"></span>')
"""Stands for a picture in the HTML of a list or a quotation; text cannot contain it."""

NoteKey = int | str
"""A citation group, by its number, or a footnote of the author's, by its label."""


class Body(Struct, frozen=True):
    """A composed body; `endnotes` is its notes as Markdown."""

    blocks: tuple[Block, ...]
    markdown: str
    notes: tuple[Note, ...]
    endnotes: str


def compose_body(  # noqa: PLR0913, PLR0917 - everything that a body consists of
    item: ItemText,
    anchor: str,
    citations: CitationFormatter,
    style: Style,
    context: TextContext,
    pictures: Mapping[str, Picture],
    *,
    title_level: int = 2,
) -> Body:
    """Compose the body of an item; `anchor` is the item's anchor, the prefix of its notes' anchors.

    `title_level` is the level of the item's title in the outputs, below which its headings rank.

    `pictures` has those of the body by the paths that are written there; one that it lacks is left out.
    """
    body, groups = item.prose.body, [group.span for group in item.groups]
    # Citations inside footnotes are not numbered, and keep the space before them.
    in_notes = replace(style, citations="inline")
    trees = {
        label: finish(cut(note.children, groups), in_notes, citations.language, context, title_level=title_level)
        for label, note in body.notes
    }
    shown = tuple(_place_pictures(body.parts, pictures))
    parts = finish(cut(shown, groups), style, citations.language, context, title_level=title_level)
    formatted = [citations.format_group(item, group) for group in item.groups]
    return _BodyComposer(parts, trees, formatted, anchor, style, citations.language.labels, context).compose(pictures)


class _BodyComposer:
    """Numbers the notes of a body in the order of their references, and writes it.

    Footnotes are always notes. Citations are notes only in that house style, in the same sequence of numbers.
    A citation inside a footnote is always in parentheses.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - only called in one place
        self,
        parts: tuple[Part, ...],
        trees: dict[str, tuple[Part, ...]],
        groups: list[FormattedGroup],
        anchor: str,
        style: Style,
        labels: Labels,
        context: TextContext,
    ) -> None:
        self._parts = parts
        self._trees = trees
        self._groups = groups
        self._anchor = anchor
        self._are_numbered = style.citations == "notes"
        self._labels = labels
        self._context = context
        self._numbers = self._number()
        self._called: set[str] = set()
        self._pictures: list[Picture] = []
        """The pictures in the block that is being written."""
        self._html = HtmlWriter(self._group_html, self._call_html, self._picture_html)
        self._markdown = MarkdownWriter(self._group_markdown, self._call_markdown)
        self._plain = PlainWriter(self._group_plain, lambda label: _mark(self._numbers[label]))

    def compose(self, pictures: Mapping[str, Picture]) -> Body:
        """Compose the body with its pictures, by their paths in the output."""
        self._known = {picture.path: picture for picture in pictures.values()}
        blocks: list[Block] = []
        notes: dict[NoteKey, Note] = {}
        for part in self._parts:
            plain = tuple(self._plain.write((part,)))
            if isinstance(part, Element) and part.tag == "figure":
                blocks.append(Block("picture", Markup(""), picture=self._picture(part), plain=plain))
                continue
            self._pictures.clear()
            *pieces, end = self._html.write((part,)).split(_PICTURE)
            html = guard(Markup("").join((*pieces, end)))
            inner = tuple(zip(accumulate(map(len, pieces)), self._pictures, strict=True))
            new = [mark for mark in self._called_in(part) if mark not in notes]
            notes |= {mark: self._note(mark) for mark in new}
            kind = _KINDS.get(part.tag, "paragraph") if isinstance(part, Element) else "paragraph"
            called = tuple(notes[mark] for mark in new)
            blocks.append(Block(kind, html, notes=called, inner_pictures=inner, plain=plain))
        ordered = tuple(notes[mark] for mark in self._numbers)
        return Body(
            tuple(blocks),
            self._markdown.write(self._parts),
            ordered,
            self._endnotes() if notes else "",
        )

    def _picture(self, figure: Element) -> Picture:
        caption = format_name(figure.attribute("title"), self._context)
        return replace(self._known[figure.attribute("src")], alt=figure.attribute("alt"), caption=caption)

    def _picture_html(self, figure: Element) -> Markup:
        self._pictures.append(self._picture(figure))
        return _PICTURE

    def _number(self) -> dict[NoteKey, int]:
        """Number the notes referenced in the body, then those referenced in notes."""
        called = [mark for part in self._parts for mark in self._called_in(part)]
        return {mark: number for number, mark in enumerate(dict.fromkeys(called), start=1)}

    def _called_in(self, part: Part) -> dict[NoteKey, None]:
        """Return the notes that a block references, directly or through other notes, each once."""
        called = {mark: None for mark in references_in((part,)) if self._are_numbered or isinstance(mark, str)}
        pending = [mark for mark in called if isinstance(mark, str)]
        while pending:
            inner = [
                mark
                for mark in references_in(self._trees[pending.pop(0)])
                if isinstance(mark, str) and mark not in called
            ]
            called |= dict.fromkeys(inner)
            pending += dict.fromkeys(inner)
        return called

    def _note(self, mark: NoteKey) -> Note:
        number = self._numbers[mark]
        html, is_long = self._note_html(mark)
        return Note(
            id=f"{self._anchor}-note-{number}",
            call_id=f"{self._anchor}-call-{number}",
            number=str(number),
            back_label=fill_label(self._labels.back_to_note, number=str(number)),
            html=guard(html),
            is_long=is_long,
            plain=self._note_plain(mark),
        )

    def _note_html(self, mark: NoteKey) -> tuple[Markup, bool]:
        """Return a note as HTML, and whether it has more than one paragraph."""
        if isinstance(mark, int):
            return self._groups[mark].format_html(self._context), False
        match self._trees[mark]:
            case (Element(tag="p", children=words),):
                return self._html.write(words), False
            case blocks:
                return Markup("\n").join(self._html.write((block,)) for block in blocks), True

    def _note_plain(self, mark: NoteKey) -> tuple[TextBlock, ...]:
        first = f"{_mark(self._numbers[mark])} "
        rest = " " * len(first)
        if isinstance(mark, int):
            return (TextBlock("paragraph", self._groups[mark].format_plain(), first, rest),)
        return tuple(self._plain.write(self._trees[mark], first, rest))

    def _endnotes(self) -> str:
        """Return the notes as Markdown: a numbered list if citations are notes, else GFM footnotes."""
        if not self._are_numbered:
            return "\n\n".join(
                self._markdown.write_note(self._label(mark), self._trees[str(mark)]) for mark in self._numbers
            )
        numbered = (
            (
                f"{number}. ",
                self._groups[mark].format_markdown()
                if isinstance(mark, int)
                else self._markdown.write(self._trees[mark]),
            )
            for mark, number in self._numbers.items()
        )
        return f"**{escape_markdown(self._labels.notes)}**\n\n" + "\n".join(
            mark + indent(words, len(mark)) for mark, words in numbered
        )

    def _label(self, mark: NoteKey) -> str:
        """Return the label of a footnote, unique in the Markdown of the whole issue."""
        return f"{self._anchor}-{self._numbers[mark]}"

    def _group_html(self, group: int) -> Markup:
        if group in self._numbers:
            return self._numbered(group, is_first=True)
        return self._groups[group].html_in_parentheses(self._context)

    def _call_html(self, label: str) -> Markup:
        is_first = label not in self._called
        self._called.add(label)
        return self._numbered(label, is_first=is_first)

    def _numbered(self, mark: NoteKey, *, is_first: bool) -> Markup:
        """Return the reference to a note; the note's back link leads to the first reference."""
        number = self._numbers[mark]
        id_ = Markup('id="{}-call-{}" ').format(self._anchor, number) if is_first else ""
        return Markup('<sup class="call"><a {}href="#{}-note-{}" role="doc-noteref">{}</a></sup>').format(
            id_, self._anchor, number, number
        )

    def _group_markdown(self, group: int) -> str:
        number = self._numbers.get(group)
        return rf"\[{number}\]" if number else self._groups[group].markdown_in_parentheses()

    def _group_plain(self, group: int) -> tuple[TextRun, ...]:
        if group in self._numbers:
            return (TextRun(_mark(self._numbers[group])),)
        return self._groups[group].plain_in_parentheses()

    def _call_markdown(self, label: str) -> str:
        return rf"\[{self._numbers[label]}\]" if self._are_numbered else f"[^{self._label(label)}]"


def _mark(number: int) -> str:
    """Return the number of a note in plain text, where links have numbers, too."""
    return f"[^{number}]"


def _place_pictures(parts: tuple[Part, ...], pictures: Mapping[str, Picture]) -> Iterator[Part]:
    """Yield parts with the paths of pictures in the output; a picture that is missing is left out."""
    for part in parts:
        match part:
            case Element(tag="figure"):
                if picture := pictures.get(part.attribute("src")):
                    attributes = dict(part.attributes) | {"src": picture.path}
                    yield replace(part, attributes=tuple(attributes.items()))
            case Element(children=children):
                yield replace(part, children=tuple(_place_pictures(children, pictures)))
            case _:
                yield part
