"""What gets printed: the only thing that templates and renderers see.

Everything here is finished. A `str` is plain text that a template escapes for its format; a `Markup`
is finished HTML with citations linked and runs of Hanzi, Kana and Hangul marked with their language; `Words` are both.
"""

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.model import Direction, Labels

BlockKind = Literal["paragraph", "heading", "list", "quote", "table", "code", "rule"]
ItemKind = Literal["feature", "brief"]


class Words(Struct, frozen=True):
    """Words of a line for every kind of template: each prints its own form of them."""

    html: Markup
    """With emphasis, links and citations, and foreign runs marked."""
    markdown: str
    text: str = ""
    """Without any of these, for where nothing but words can stand."""

    def __html__(self) -> str:
        """Return what a template of HTML prints."""
        return self.html

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.html)


class Masthead(Struct, frozen=True):
    """The head of the newsletter; a field that the publication leaves out is the empty string."""

    name: str
    tagline: str
    publisher: str
    url: str
    language: str
    """BCP 47, for example `en`."""
    direction: Direction
    number: str
    number_label: str
    """The number as printed, `No. 133`."""
    date: str
    """ISO 8601, `2023-05-12`."""
    date_long: str
    """As printed, `May 12, 2023`."""
    imprint: Words
    """Number, date and publisher as sentences: `No. 133, May 12, 2023. The Harbour Desk.`"""
    logo: "Picture | None" = None


class Picture(Struct, frozen=True):
    """An image that has been checked and re-encoded; its bytes travel beside the edition."""

    path: str
    """Where it stands under the issue's output folder, `images/kiel.jpg`; also its key in `Pictures`."""
    alt: str
    caption: Words
    credit: Words
    width: int
    height: int
    """Both in pixels."""


class Author(Struct, frozen=True):
    """One name of a byline, with the sentence that introduces them."""

    name: str
    url: str
    bio: Words


class Note(Struct, frozen=True):
    """A numbered note: one of the author's own, and under `citations: notes` a citation."""

    id: str
    """The note's own anchor, `feature-note-3`."""
    call_id: str
    """The anchor of its call in the text, `feature-call-3`."""
    number: str
    html: Markup
    """Of a citation what the parenthesis would have held, each part linked: `China Daily, February 20; …`."""
    back_label: str
    """What is said of the way back: `Back to note 3 in the text`."""
    is_long: bool = False
    """Whether `html` is blocks and not the words of one paragraph."""


class Block(Struct, frozen=True):
    """One top-level block of a body, with the notes that are called inside it."""

    kind: BlockKind
    html: Markup
    notes: tuple[Note, ...] = ()


class Item(Struct, frozen=True):
    """A feature or a brief."""

    kind: ItemKind
    id: str
    """Anchor: `feature`, `brief-1`, `brief-2`, …"""
    title: str
    title_html: Words
    """The title with its emphasis and its foreign runs marked; otherwise the same words as `title`."""
    deck: Words
    authors: tuple[Author, ...]
    byline: Words
    """All names as the language lists them: `By Ana Reyes and Bo Li`."""
    picture: Picture | None
    blocks: tuple[Block, ...]
    markdown: str
    """The body as CommonMark with GFM tables, sub-headings at level 3 and below; ends without a line break."""
    notes: tuple[Note, ...]
    """All notes of the item in order of their numbers."""
    endnotes: str
    """The notes as Markdown, to stand at the end of the item: a numbered list, or GFM's footnotes."""
    labels: Labels
    """In the item's own language, where it has one."""
    language: str = ""
    direction: Direction | Literal[""] = ""
    """Both are empty where they are the newsletter's own."""
    section: Words | None = None
    """Of a brief, the heading that it stands under, if the author gave one."""

    @property
    def html(self) -> Markup:
        """The whole body, sub-headings at `h3` and below."""
        return Markup("\n").join(block.html for block in self.blocks)


class Section(Struct, frozen=True):
    """Briefs under one heading."""

    id: str
    """Anchor: `briefs` of those without a section, `section-1`, … of the others."""
    title: Words
    briefs: tuple[Item, ...]
    is_named: bool
    """Whether the heading is the author's own."""


class SourceEntry(Struct, frozen=True):
    """A cited source as the list of sources prints it; an absent field is the empty string."""

    id: str
    """Anchor: `source-1`, …"""
    number: int
    outlet: Words
    outlet_label: str
    """`state media` where the house labels it, else empty."""
    author: Words
    title: Words
    title_language: str
    """BCP 47 of `title`; empty when it is the newsletter's own."""
    translated_title: Words
    translation: Words
    """The translated title with its parentheses and the space before them."""
    date: str
    """As printed in full, `May 29, 2021`; `undated` for those."""
    date_iso: str
    """`2021-05-29`, `2021-05`, `2021`, or empty when undated."""
    url: str
    """Where a reader should go: the archived copy when the original is dead."""
    archived_url: str
    archived_date: str
    accessed: str
    """Both as printed, `May 11, 2023`."""
    archived_label: str
    """`Archived copy, May 11, 2023`, or `Archived May 11, 2023.` where `url` leads to the copy."""
    accessed_label: str
    """`Accessed May 11, 2023.`"""


class Correction(Struct, frozen=True):
    """A correction, printed in every output."""

    date: str
    date_long: str
    html: Markup
    markdown: str
    text: str = ""
    """Plain words, as `Words.text`."""


class Edition(Struct, frozen=True):
    """One issue, ready to print."""

    masthead: Masthead
    slug: str
    """`133-sister-cities`: the name of the output folder and of the files in it."""
    title: str
    """The document's title: `China Watch 133: Sister Cities in Focus`."""
    summary: str
    lead: Picture | None
    feature: Item
    briefs: tuple[Item, ...]
    sources: tuple[SourceEntry, ...]
    corrections: tuple[Correction, ...]
    labels: Labels
    """What the page prints beside the author's words: `edition.labels.sources`."""
    set_in: str
    """The faces, as a sentence."""
    theme: tuple[tuple[str, str], ...]
    """CSS custom properties of the publication, without the dashes: `("accent", "#0b5c4a")`."""
    is_draft: bool
    json_ld: Mapping[str, object]
    """schema.org `NewsArticle`, ready for JSON."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The briefs under their headings, in the order of print."""
        groups: dict[str, list[Item]] = {}
        for brief in self.briefs:
            groups.setdefault(brief.section.text.casefold() if brief.section else "", []).append(brief)
        own = Words(escape(self.labels.briefs), self.labels.briefs, self.labels.briefs)
        return tuple(
            Section(f"section-{index}" if key else "briefs", briefs[0].section or own, tuple(briefs), bool(key))
            for index, (key, briefs) in enumerate(groups.items(), start=1)
        )

    @property
    def items(self) -> tuple[Item, ...]:
        """Feature first, then the briefs, as printed."""
        return (self.feature, *self.briefs)


Pictures = Mapping[str, bytes]
"""The bytes of every picture of an edition, by `Picture.path`."""


class Output(Struct, frozen=True):
    """One file to write, under the output folder of its issue."""

    path: str
    content: bytes
    remark: str = ""
    """What the making of it had to say: that the publication's own templates leave words out, for example."""
