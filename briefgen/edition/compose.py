"""From a manuscript to an edition: citations resolved, dates spelled out, Markdown rendered."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from briefgen.citations import add_letter, format_date
from briefgen.edition.bodies import compose_body
from briefgen.edition.edition import Author, Correction, Edition, Item, Masthead, Picture, SourceEntry, Words
from briefgen.edition.field_words import compose_field
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.language_runs import DEFAULT_HAN
from briefgen.edition.metadata import make_json_ld
from briefgen.manuscript import ItemText, Manuscript, find_bylines
from briefgen.model import Crop, Image, Issue, PartialDate, Source, Style
from briefgen.yamltext import Path

# Dates outside citations are always printed whole.
_LONG = Style(year="always")


class PlacedPicture(Struct, frozen=True):
    """Where a picture of the issue will stand, and its size in pixels after re-encoding."""

    path: str
    width: int
    height: int


def make_edition(
    manuscript: Manuscript,
    *,
    slug: str,
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture],
    is_draft: bool = False,
) -> Edition:
    """Make the edition of an issue; `pictures` has one for each image, by the path and the crop written in the issue.

    An image without a picture is left out: a draft is built in spite of it.

    Raises:
        ValueError: the issue could not be read; its faults say why.
    """
    return _Composer(manuscript, manuscript.read_issue, slug, pictures).compose(is_draft=is_draft)


class _Composer(Struct, frozen=True, dict=True):
    manuscript: Manuscript
    issue: Issue
    slug: str
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture]

    def compose(self, *, is_draft: bool) -> Edition:
        publication, issue = self.manuscript.publication, self.issue
        listed = self._listed()
        items = [self._item(item, index) for index, item in enumerate(self.manuscript.items)]
        corrections = self._corrections()
        name = publication.name.strip()
        return Edition(
            masthead=self._masthead(),
            slug=self.slug,
            title=f"{name} {issue.number}: {items[0].title}",
            summary=" ".join((issue.summary or "").split()),
            lead=self._picture(issue.image, ("image",)),
            feature=items[0],
            briefs=tuple(items[1:]),
            sources=tuple(self._source(number, key) for number, key in enumerate(listed, start=1)),
            corrections=corrections,
            theme=tuple(publication.build.theme.items()),
            is_draft=is_draft,
            json_ld=make_json_ld(
                issue,
                publication,
                tuple(issue.sources[key] for key in listed),
                title=items[0].title,
                deck=items[0].deck.text,
                corrections=tuple(correction.text for correction in corrections),
            ),
        )

    @cached_property
    def _citations(self) -> CitationFormatter:
        anchors = {key: f"#source-{number}" for number, key in enumerate(self._listed(), start=1)}
        return CitationFormatter(self.manuscript, self.issue, anchors)

    def _words(self, path: Path, han: str = DEFAULT_HAN) -> Words:
        return compose_field(self.manuscript.field(path), self._citations, self.manuscript.publication.style, han)

    def _corrections(self) -> tuple[Correction, ...]:
        return tuple(
            Correction(
                date=correction.date.isoformat(),
                date_long=_long(PartialDate.of(correction.date)),
                html=words.html,
                text=words.text,
                markdown=words.markdown,
            )
            for index, correction in enumerate(self.issue.corrections)
            for words in (self._words(("corrections", index, "text")),)
        )

    def _listed(self) -> tuple[str, ...]:
        """Return the keys of the sources to list: cited ones in the order of their citation, then background."""
        cited = tuple(key for key in self.manuscript.cited_keys if key in self.issue.sources)
        background = (key for key, source in self.issue.sources.items() if source.background and key not in cited)
        return (*cited, *background)

    def _masthead(self) -> Masthead:
        publication = self.manuscript.publication
        return Masthead(
            name=publication.name.strip(),
            tagline=(publication.tagline or "").strip(),
            publisher=(publication.publisher or "").strip(),
            url=publication.url or "",
            language=publication.language,
            number=str(self.issue.number),
            number_label=f"No. {self.issue.number}",
            date=self.issue.date.isoformat(),
            date_long=_long(PartialDate.of(self.issue.date)),
            logo=self._picture(Image(file=publication.logo, alt="") if publication.logo else None),
        )

    def _item(self, text: ItemText, index: int) -> Item:
        item = text.item
        han = item.language or DEFAULT_HAN
        anchor = f"brief-{index}" if index else "feature"
        body = compose_body(text, anchor, self._citations, self.manuscript.publication.style, han)
        title = self._words((*text.path, "title"), han)
        return Item(
            kind="brief" if index else "feature",
            id=anchor,
            title=title.text,
            title_html=title,
            deck=self._words((*text.path, "deck"), han),
            authors=self._authors(text, han),
            picture=self._picture(item.image, (*text.path, "image")),
            blocks=body.blocks,
            markdown=body.markdown,
            notes=body.notes,
            endnotes=body.endnotes,
        )

    def _authors(self, text: ItemText, han: str) -> tuple[Author, ...]:
        return tuple(
            Author(name=person.name.strip(), url=person.url or "", bio=self._words((*path, "bio"), han))
            for path, person in find_bylines(text.path, text.item)
        )

    def _picture(self, image: Image | None, path: Path = ()) -> Picture | None:
        printed = self.pictures.get((image.file, image.crop)) if image is not None else None
        if image is None or printed is None:
            return None
        return Picture(
            path=printed.path,
            alt=" ".join((image.alt or "").split()),
            caption=self._words((*path, "caption")),
            credit=self._words((*path, "credit")),
            width=printed.width,
            height=printed.height,
        )

    def _source(self, number: int, key: str) -> SourceEntry:
        source = self.issue.sources[key]
        letter = self.manuscript.resolver.letters.get(key, "")
        archived = source.archived
        return SourceEntry(
            id=f"source-{number}",
            number=number,
            outlet=source.outlet.strip(),
            outlet_label=self._outlet_label(source),
            author=(source.author or "").strip(),
            title=(source.title or "").strip(),
            title_language=self._title_language(source),
            translated_title=(source.translated_title or "").strip(),
            date=add_letter(_long(source.date), letter),
            date_iso=str(source.date) if source.date is not None and source.date.year is not None else "",
            url=source.address,
            archived_url=archived.url if archived else "",
            archived_date=_long(PartialDate.of(archived.date)) if archived else "",
            accessed=_long(PartialDate.of(source.accessed)) if source.accessed else "",
        )

    def _outlet_label(self, source: Source) -> str:
        known = self.manuscript.outlets.named(source.outlet)
        is_labelled = self.manuscript.publication.style.state_media == "label"
        return "state media" if is_labelled and known and all(outlet.is_controlled for outlet in known) else ""

    def _title_language(self, source: Source) -> str:
        own = self.manuscript.publication.language
        return source.language if source.language and source.language != own else ""


def _long(date: PartialDate | None) -> str:
    return format_date(date, year=None, style=_LONG)
