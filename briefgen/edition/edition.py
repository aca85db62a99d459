"""The edition: all content of an issue, and the only input of templates and renderers.

Everything here is ready to print. A `str` is plain text, which a template escapes for its format. A `Markup` is HTML
with citations linked, and runs of Hanzi, Kana and Hangul marked with their language. A `FormattedText` has both forms.
What is `plain` has yet to be laid out as lines of plain text.
"""

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.markdown import TextBlock, TextRun
from briefgen.model import Direction, Labels, Paper

BlockKind = Literal["paragraph", "heading", "list", "quote", "table", "code", "rule", "picture"]
ItemKind = Literal["feature", "brief"]


class FormattedText(Struct, frozen=True):
    """A line of text in all output formats; each kind of template prints the matching one."""

    html: Markup
    """HTML with emphasis, links and citations; text in other scripts is marked with its language."""
    markdown: str
    text: str = ""
    """Plain text, for places that allow no markup."""
    plain: tuple[TextRun, ...] = ()
    """The same with its links, for outputs in plain text."""

    def __html__(self) -> str:
        """Return the HTML form, for templates."""
        return self.html

    def __bool__(self) -> bool:
        """Return whether the text is not empty."""
        return bool(self.html)


class Masthead(Struct, frozen=True):
    """The masthead; missing fields are empty strings."""

    name: str
    tagline: str
    publisher: str
    url: str
    language: str
    """BCP 47, for example `en`."""
    direction: Direction
    number: str
    number_label: str
    """The number with its label, `No. 133`."""
    date: str
    """ISO 8601, `2023-05-12`."""
    date_long: str
    """Spelled out, `May 12, 2023`."""
    imprint: FormattedText
    """Number, date and publisher as sentences: `No. 133, May 12, 2023. The Harbour Desk.`"""
    logo: "Picture | None" = None
    dark_logo: "Picture | None" = None
    """The logo for dark mode, if there is one."""
    has_name: bool = True
    """Whether the name is also set as text; otherwise the logo includes it."""


class Picture(Struct, frozen=True):
    """A checked and re-encoded image; its bytes are passed separately, as `Pictures`."""

    path: str
    """Its path in the issue's output folder, `images/kiel.jpg`; also its key in `Pictures`."""
    alt: str
    caption: FormattedText
    credit: FormattedText
    width: int
    height: int
    """Width and height are in pixels."""
    small: str = ""
    """The path of the same picture, 800 pixels wide, for small screens; "" if there is none."""


class Author(Struct, frozen=True):
    """An author, with a sentence that introduces them."""

    name: str
    url: str
    bio: FormattedText


class Note(Struct, frozen=True):
    """A numbered note: a footnote, or a citation under `citations: notes`."""

    id: str
    """The anchor of the note, `feature-note-3`."""
    call_id: str
    """The anchor of its first reference in the text, `feature-call-3`."""
    number: str
    html: Markup
    """For a citation, what would be in parentheses, with links: `China Daily, February 20; …`."""
    back_label: str
    """The label of the back link: `Back to note 3 in the text`."""
    is_long: bool = False
    """Whether `html` consists of block elements and not of inline content."""
    plain: tuple[TextBlock, ...] = ()


class Block(Struct, frozen=True):
    """A top-level block of a body, with the notes referenced in it."""

    kind: BlockKind
    html: Markup
    """Without pictures, whose URLs depend on the output; empty for a picture."""
    notes: tuple[Note, ...] = ()
    picture: Picture | None = None
    inner_pictures: tuple[tuple[int, Picture], ...] = ()
    """The pictures within a list or a quotation, each with its offset in `html`."""
    plain: tuple[TextBlock, ...] = ()
    """As plain text, in which a list has a block for each of its items."""

    @property
    def pieces(self) -> tuple[tuple[Markup, Picture | None], ...]:
        """The HTML in pieces, each with the picture that follows it."""
        starts = (0, *(offset for offset, _ in self.inner_pictures))
        ends = (*starts[1:], len(self.html))
        pictures = (*(picture for _, picture in self.inner_pictures), None)
        return tuple(
            (self.html[start:end], picture) for start, end, picture in zip(starts, ends, pictures, strict=True)
        )

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures of the block."""
        return (*((self.picture,) if self.picture else ()), *(picture for _, picture in self.inner_pictures))


class Item(Struct, frozen=True):
    """A feature or a brief."""

    kind: ItemKind
    id: str
    """The anchor: `feature`, `brief-1`, `brief-2`, …"""
    title: str
    title_html: FormattedText
    """The title with emphasis, and with foreign runs marked."""
    deck: FormattedText
    authors: tuple[Author, ...]
    byline: FormattedText
    """All authors in one line: `By Ana Reyes and Bo Li`."""
    pictures: tuple[Picture, ...]
    """The pictures at the head of the item."""
    blocks: tuple[Block, ...]
    markdown: str
    """The body as CommonMark with GFM tables, with headings from level 3; ends without a line break."""
    notes: tuple[Note, ...]
    """All notes of the item, ordered by number."""
    endnotes: str
    """The notes as Markdown, for the end of the item: a numbered list, or GFM footnotes."""
    labels: Labels
    """Labels in the item's language."""
    language: str = ""
    direction: Direction | Literal[""] = ""
    """Language and direction are empty if they are the newsletter's own."""
    corrections: tuple["Correction", ...] = ()
    """The corrections to this item; the list of all corrections contains them too."""
    section: FormattedText | None = None
    """For a brief: the heading of its section, if the author gave it one."""

    @property
    def shown(self) -> tuple[Picture, ...]:
        """All pictures: at the head of the item, then in the body."""
        return (*self.pictures, *(picture for block in self.blocks for picture in block.pictures))

    @property
    def plain(self) -> tuple[TextBlock, ...]:
        """The whole body as plain text."""
        return tuple(plain for block in self.blocks for plain in block.plain)

    @property
    def opening(self) -> tuple[Block, ...]:
        """The blocks of the body up to its first paragraph, for a teaser."""
        first = next((place for place, block in enumerate(self.blocks) if block.kind == "paragraph"), 0)
        return self.blocks[: first + 1]

    @property
    def html(self) -> Markup:
        """The whole body, with headings from `h3`."""
        return Markup("\n").join(block.html for block in self.blocks)


class Section(Struct, frozen=True):
    """Briefs under one heading."""

    id: str
    """The anchor: `briefs` for briefs without a section, else `section-1`, …"""
    title: FormattedText
    briefs: tuple[Item, ...]
    is_named: bool
    """Whether the heading is the author's, rather than the default label."""


class SourceEntry(Struct, frozen=True):
    """An entry in the list of sources; missing fields are empty strings."""

    id: str
    """The anchor: `source-1`, …"""
    number: int
    outlet: FormattedText
    outlet_label: str
    """`state media` if the house style labels it, else empty."""
    author: FormattedText
    title: FormattedText
    title_language: str
    """BCP 47 tag of `title`; empty if it is the newsletter's language."""
    translated_title: FormattedText
    translation: FormattedText
    """The translated title in parentheses, including the space before it."""
    date: str
    """Spelled out, `May 29, 2021`, or `undated`."""
    date_iso: str
    """`2021-05-29`, `2021-05`, `2021`, or empty if undated."""
    url: str
    """The URL for readers: the archived copy if the original is dead."""
    archived_url: str
    archived_date: str
    accessed: str
    """`archived_date` and `accessed` are spelled out: `May 11, 2023`."""
    archived_label: str
    """`Archived copy, May 11, 2023`, or `Archived May 11, 2023.` if `url` is the copy."""
    accessed_label: str
    """`Accessed May 11, 2023.`"""
    original_url: str = ""
    """The URL as cited, even if the page is gone."""
    outlet_id: str = ""
    """The key of the outlet in the register, or its name in small letters if the register has none or several."""
    cited_in: tuple[str, ...] = ()
    """The anchors of the items that cite it, one for each citation; "" for a citation outside of the items."""


class Correction(Struct, frozen=True):
    """A correction, which appears in every output."""

    date: str
    date_long: str
    html: Markup
    markdown: str
    text: str = ""
    """Plain text, like `FormattedText.text`."""
    plain: tuple[TextRun, ...] = ()


class MailHead(Struct, frozen=True):
    """What the mail of an issue has besides its content; missing fields are empty strings."""

    subject: str
    preheader: str = ""
    """What inboxes show next to the subject."""
    sender: str = ""
    """The name of the sender."""
    from_address: str = ""
    reply_to: str = ""
    page: str = ""
    """The address of the issue's web page, ending with a slash."""
    host: str = ""
    """The host of the sender or of the website, for the identifiers in a message."""
    unsubscribe: str = ""
    """The address to unsubscribe, or the merge tag that a mailing service replaces with it."""
    is_one_click: bool = False
    """Whether one POST request to that address unsubscribes (RFC 8058)."""
    merge_tags: tuple[str, ...] = ()
    """What a mailing service may find and replace; nothing else in a mail looks like one."""
    is_teaser: bool = False
    """Whether the mail has only the beginning of each item."""


class Edition(Struct, frozen=True):
    """One issue, ready to render."""

    masthead: Masthead
    slug: str
    """The name of the output folder and of the files in it: `133-sister-cities`."""
    title: str
    """The title of the document: `China Watch 133: Sister Cities in Focus`."""
    summary: str
    lead: Picture | None
    feature: Item
    briefs: tuple[Item, ...]
    sources: tuple[SourceEntry, ...]
    corrections: tuple[Correction, ...]
    """Those that readers see: a minor one is on record in the issue only."""
    modified: str
    """The day of the last of these corrections, or else the issue's own; ISO 8601."""
    labels: Labels
    """The labels around the author's text: `edition.labels.sources`."""
    set_in: str
    """A sentence for the colophon that names the typefaces."""
    theme: tuple[tuple[str, str], ...]
    """The publication's CSS custom properties, without leading dashes: `("accent", "#0b5c4a")`."""
    paper: Paper
    """The paper size of the PDF."""
    pdf: str
    """The name of the PDF that is built together with the page; empty without one."""
    is_draft: bool
    mail: MailHead
    json_ld: Mapping[str, object]
    """A schema.org `NewsArticle`, ready for JSON."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The briefs grouped by section, in output order."""
        groups: dict[str, list[Item]] = {}
        for brief in self.briefs:
            groups.setdefault(brief.section.text.casefold() if brief.section else "", []).append(brief)
        label = self.labels.briefs
        default = FormattedText(escape(label), label, label, (TextRun(label),))
        return tuple(
            Section(f"section-{index}" if key else "briefs", briefs[0].section or default, tuple(briefs), bool(key))
            for index, (key, briefs) in enumerate(groups.items(), start=1)
        )

    @property
    def items(self) -> tuple[Item, ...]:
        """The feature, then the briefs."""
        return (self.feature, *self.briefs)


Pictures = Mapping[str, bytes]
"""The bytes of an edition's pictures, by `Picture.path`."""
