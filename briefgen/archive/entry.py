"""The entry of an issue: all that the archive shows of it, so that the issue itself need not be compiled again.

Entries are small and kept from one build to the next. The text of the items is not in them: few outputs need it, and of
few issues.
"""

import msgspec
from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.content import NO_CONTENT, Content, digest_content
from briefgen.citations.source_identity import Identity, identify
from briefgen.edition.edition import Author, Correction, Edition, Item, ItemKind, Picture, SourceEntry


class EntryPicture(Struct, frozen=True):
    """The picture of an issue."""

    path: str
    """From the folder of the archive: `133-sister-cities/images/kiel.jpg`."""
    alt: str
    width: int
    height: int
    """Width and height are in pixels."""
    small: str = ""
    """The path of the same picture, 800 pixels wide; "" if there is none."""


class EntryAuthor(Struct, frozen=True):
    """An author of an item."""

    name: str
    url: str
    """Their own page elsewhere, or ""."""


class EntryItem(Struct, frozen=True):
    """A feature or a brief."""

    kind: ItemKind
    anchor: str
    """On the page of the issue: `feature`, `brief-1`, …"""
    title: Markup
    title_text: str
    """The title as plain text."""
    section: str
    """The section of a brief as plain text, or ""."""
    authors: tuple[EntryAuthor, ...]
    language: str
    """BCP 47; "" if it is the newsletter's own."""
    content: str = ""
    """The digest of its text, as feeds show it; "" if there are none."""


class EntrySource(Struct, frozen=True):
    """A source of the issue; missing fields are empty strings."""

    identity: Identity
    """Decides whether a source of another issue is the same work."""
    anchor: str
    """In the list of sources on the page of the issue: `source-3`."""
    outlet_id: str
    """The key of the outlet in the register, or its name in small letters."""
    outlet: str
    """The name of the outlet in the register, or as cited."""
    outlet_label: str
    """`state media` if the house style labels it."""
    title: str
    title_language: str
    """BCP 47; "" if it is the newsletter's own."""
    translated_title: str
    author: str
    date: str
    """`2021-05-29`, `2021-05` or `2021`; "" if it is undated."""
    url: str
    """For readers: the archived copy if the page is gone."""
    cited_in: tuple[str, ...]
    """The anchors of the items that cite it, one for each citation; "" for a citation outside of the items. Nothing if
    it is listed as background."""


class EntryCorrection(Struct, frozen=True):
    """A correction."""

    date: str
    date_long: str
    html: Markup
    text: str
    item: str
    """The anchor of the item that it corrects; "" if it names none."""


class Entry(Struct, frozen=True):
    """One issue in the archive."""

    slug: str
    number: str
    number_label: str
    """`No. 133`"""
    date: str
    """ISO 8601, `2023-05-12`."""
    date_long: str
    modified: str
    """The date of the last correction, or of the issue."""
    language: str
    summary: str
    picture: EntryPicture | None
    """The lead picture, or else the first of the feature."""
    items: tuple[EntryItem, ...]
    """The feature, then the briefs."""
    sources: tuple[EntrySource, ...]
    corrections: tuple[EntryCorrection, ...]
    content: str = ""
    """The digest of the texts of all items, as feeds show them; "" if there are none."""

    @property
    def feature(self) -> EntryItem:
        """The feature, whose title is that of the issue."""
        return self.items[0]

    @property
    def title(self) -> str:
        """The title of the issue as plain text."""
        return self.feature.title_text

    @property
    def year(self) -> str:
        """The year of its date, `2023`."""
        return self.date[:4]

    def item(self, anchor: str) -> EntryItem | None:
        """Return the item with an anchor; None for a citation outside of the items."""
        return next((item for item in self.items if item.anchor == anchor), None)


def make_entry(edition: Edition, content: Content = NO_CONTENT) -> Entry:
    """Make the entry of an issue from its edition, and from its content in feeds."""
    masthead = edition.masthead
    shown = (edition.lead, *edition.feature.pictures)
    return Entry(
        slug=edition.slug,
        number=masthead.number,
        number_label=masthead.number_label,
        date=masthead.date,
        date_long=masthead.date_long,
        modified=edition.modified,
        language=masthead.language,
        summary=edition.summary,
        picture=next((_picture(edition.slug, each) for each in shown if each is not None), None),
        items=tuple(_item(each, content) for each in edition.items),
        sources=tuple(map(_source, edition.sources)),
        corrections=tuple(_correction(each, edition) for each in edition.corrections),
        content=digest_content(content),
    )


def encode_entry(entry: Entry) -> bytes:
    """Return an entry as bytes, the same ones for the same entry."""
    return msgspec.msgpack.encode(entry, enc_hook=str)


def decode_entry(content: bytes) -> Entry:
    """Return the entry that was encoded.

    Raises:
        msgspec.DecodeError: it is no entry of this version.
    """
    return msgspec.msgpack.decode(content, type=Entry, dec_hook=_restore_markup)


def _restore_markup(kind: type, value: object) -> object:
    return Markup(value) if kind is Markup else value  # noqa: S704 - what an edition's HTML was kept as


def _picture(slug: str, picture: Picture) -> EntryPicture:
    small = f"{slug}/{picture.small}" if picture.small else ""
    return EntryPicture(f"{slug}/{picture.path}", picture.alt, picture.width, picture.height, small)


def _item(item: Item, content: Content) -> EntryItem:
    return EntryItem(
        kind=item.kind,
        anchor=item.id,
        title=item.title_html.html,
        title_text=item.title,
        section=item.section.text if item.section else "",
        authors=tuple(map(_author, item.authors)),
        language=item.language,
        content=digest_content({item.id: content[item.id]}) if item.id in content else "",
    )


def _author(author: Author) -> EntryAuthor:
    return EntryAuthor(author.name, author.url)


def _source(source: SourceEntry) -> EntrySource:
    address = source.original_url or source.url
    return EntrySource(
        identity=identify(address, source.outlet_id, source.date_iso, source.title.text),
        anchor=source.id,
        outlet_id=source.outlet_id,
        outlet=source.outlet.text,
        outlet_label=source.outlet_label,
        title=source.title.text,
        title_language=source.title_language,
        translated_title=source.translated_title.text,
        author=source.author.text,
        date=source.date_iso,
        url=source.url,
        cited_in=source.cited_in,
    )


def _correction(correction: Correction, edition: Edition) -> EntryCorrection:
    item = next((item.id for item in edition.items if any(each is correction for each in item.corrections)), "")
    return EntryCorrection(correction.date, correction.date_long, correction.html, correction.text, item)
