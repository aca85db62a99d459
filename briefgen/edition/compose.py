"""From a manuscript to an edition: citations resolved, dates spelled out, Markdown rendered."""

from collections.abc import Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.citations import add_letter
from briefgen.edition.bodies import compose_body
from briefgen.edition.edition import Author, Correction, Edition, Item, Masthead, Picture, SourceEntry, Words
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.item_language import language_of, surroundings
from briefgen.edition.metadata import make_json_ld
from briefgen.edition.words import Surroundings, format_name, format_words
from briefgen.manuscript import ItemText, Manuscript
from briefgen.markdown import escape_markdown, format_link
from briefgen.model import (
    AMERICAN,
    Brief,
    Image,
    Issue,
    Labels,
    Language,
    PartialDate,
    Person,
    Source,
    Style,
    fill_label,
)
from briefgen.model import Correction as WrittenCorrection

# Dates outside citations are always printed whole.
_LONG = Style(year="always")
_FACES = ("Source Serif", "Source Sans", "Noto Serif")


class PlacedPicture(Struct, frozen=True):
    """Where a picture of the issue will stand, and its size in pixels after re-encoding."""

    path: str
    width: int
    height: int


def list_languages(manuscript: Manuscript) -> tuple[str, ...]:
    """Return the languages that an issue is printed in, the newsletter's own first."""
    own = manuscript.publication.language
    return tuple(dict.fromkeys((own, *(language_of(item, own) for item in manuscript.read_issue.items))))


def make_edition(
    manuscript: Manuscript,
    *,
    slug: str,
    pictures: Mapping[str, PlacedPicture],
    languages: Mapping[str, Language] | None = None,
    is_draft: bool = False,
) -> Edition:
    """Make the edition of an issue; `pictures` has one for each image file, by the path written in the issue.

    An image without a picture is left out: a draft is built in spite of it. `languages` has those of
    `list_languages`; what is missing is printed as in America.

    Raises:
        ValueError: the issue could not be read; its faults say why.
    """
    own = manuscript.publication.language
    known = {tag: (languages or {}).get(tag, AMERICAN) for tag in list_languages(manuscript)}
    return _Composer(manuscript, manuscript.read_issue, slug, pictures, known, known[own]).compose(is_draft=is_draft)


class _Composer(Struct, frozen=True):
    manuscript: Manuscript
    issue: Issue
    slug: str
    pictures: Mapping[str, PlacedPicture]
    languages: Mapping[str, Language]
    language: Language
    """The newsletter's own."""

    @property
    def around(self) -> Surroundings:
        """What words stand in that are of no item."""
        return surroundings(None, self.language)

    def compose(self, *, is_draft: bool) -> Edition:
        publication, issue = self.manuscript.publication, self.issue
        listed = self._listed()
        anchors = {key: f"#source-{number}" for number, key in enumerate(listed, start=1)}
        items = [self._item(item, index, anchors) for index, item in enumerate(self.manuscript.items)]
        labels, name = self.language.labels, publication.name.strip()
        return Edition(
            masthead=self._masthead(),
            slug=self.slug,
            title=fill_label(labels.document_title, name=name, number=str(issue.number), title=items[0].title),
            summary=" ".join((issue.summary or "").split()),
            lead=self._picture(issue.image),
            feature=items[0],
            briefs=tuple(items[1:]),
            sources=tuple(self._source(number, key) for number, key in enumerate(listed, start=1)),
            corrections=tuple(map(self._correction, issue.corrections)),
            labels=labels,
            set_in=fill_label(labels.set_in, faces=self.language.join(_FACES, str)),
            theme=tuple(publication.build.theme.items()),
            is_draft=is_draft,
            json_ld=make_json_ld(issue, publication, tuple(issue.sources[key] for key in listed)),
        )

    def _correction(self, correction: WrittenCorrection) -> Correction:
        words = format_words(correction.text, self.around)
        return Correction(
            date=correction.date.isoformat(),
            date_long=self._long(PartialDate.of(correction.date)),
            html=words.html,
            markdown=words.markdown,
        )

    def _listed(self) -> tuple[str, ...]:
        """Return the keys of the sources to list: cited ones in the order of their citation, then background."""
        cited = tuple(key for key in self.manuscript.cited_keys if key in self.issue.sources)
        background = (key for key, source in self.issue.sources.items() if source.background and key not in cited)
        return (*cited, *background)

    def _masthead(self) -> Masthead:
        publication, labels = self.manuscript.publication, self.language.labels
        number = fill_label(labels.number, number=str(self.issue.number))
        date, publisher = self._long(PartialDate.of(self.issue.date)), (publication.publisher or "").strip()
        imprint = " ".join(_stopped(words, labels) for words in (f"{number}{labels.comma}{date}", publisher) if words)
        return Masthead(
            name=publication.name.strip(),
            tagline=(publication.tagline or "").strip(),
            publisher=publisher,
            url=publication.url or "",
            language=publication.language,
            direction=self.language.direction,
            number=str(self.issue.number),
            number_label=number,
            date=self.issue.date.isoformat(),
            date_long=date,
            imprint=format_name(imprint, self.around),
            logo=self._picture(Image(file=publication.logo, alt="") if publication.logo else None),
        )

    def _item(self, text: ItemText, index: int, anchors: Mapping[str, str]) -> Item:
        item = text.item
        language = self.languages[language_of(item, self.manuscript.publication.language)]
        around, is_own = surroundings(item, language), language is self.language
        anchor = f"brief-{index}" if index else "feature"
        citations = CitationFormatter(self.manuscript, self.issue, anchors, language)
        body = compose_body(text, anchor, citations, self.manuscript.publication.style, around)
        return Item(
            kind="brief" if index else "feature",
            id=anchor,
            title=" ".join(item.title.split()),
            title_html=format_words(item.title, around),
            deck=format_words(item.deck or "", around),
            authors=self._authors(item, around),
            byline=_byline(item.bylines, language, around),
            picture=self._picture(item.image),
            blocks=body.blocks,
            markdown=body.markdown,
            notes=body.notes,
            endnotes=body.endnotes,
            labels=language.labels,
            language="" if is_own else language.tag,
            direction="" if language.direction == self.language.direction else language.direction,
        )

    def _authors(self, item: Brief, around: Surroundings) -> tuple[Author, ...]:
        return tuple(
            Author(name=person.name.strip(), url=person.url or "", bio=format_words(person.bio or "", around))
            for person in item.bylines
        )

    def _picture(self, image: Image | None) -> Picture | None:
        printed = self.pictures.get(image.file) if image is not None else None
        if image is None or printed is None:
            return None
        return Picture(
            path=printed.path,
            alt=" ".join((image.alt or "").split()),
            caption=format_words(image.caption or "", self.around),
            credit=(image.credit or "").strip(),
            width=printed.width,
            height=printed.height,
        )

    def _source(self, number: int, key: str) -> SourceEntry:
        source, labels = self.issue.sources[key], self.language.labels
        archived = self._long(PartialDate.of(source.archived.date)) if source.archived else ""
        accessed = self._long(PartialDate.of(source.accessed)) if source.accessed else ""
        date = add_letter(self._long(source.date), self.manuscript.resolver.letters.get(key, ""))
        translation = format_name(source.translated_title or "", self.around)
        return SourceEntry(
            id=f"source-{number}",
            number=number,
            outlet=format_name(source.outlet, self.around),
            outlet_label=self._outlet_label(source),
            author=format_name(source.author or "", self.around),
            title=format_name(source.title or "", self.around),
            title_language=self._title_language(source),
            translated_title=translation,
            translation=_framed(labels.aside, translation) if translation else _NOTHING,
            date=date,
            date_iso=str(source.date) if source.date is not None and source.date.year is not None else "",
            url=source.address,
            archived_url=source.archived.url if source.archived else "",
            archived_date=archived,
            archived_label=_archived_label(source, archived, labels),
            accessed=accessed,
            accessed_label=fill_label(labels.accessed_on, date=accessed) if accessed else "",
        )

    def _outlet_label(self, source: Source) -> str:
        known = self.manuscript.outlets.named(source.outlet)
        is_labelled = self.manuscript.publication.style.state_media == "label"
        return (
            self.language.labels.state_media
            if is_labelled and known and all(outlet.is_controlled for outlet in known)
            else ""
        )

    def _title_language(self, source: Source) -> str:
        own = self.manuscript.publication.language
        return source.language if source.language and source.language != own else ""

    def _long(self, date: PartialDate | None) -> str:
        return self.language.format_date(date, year=None, style=_LONG)


_NOTHING = Words(Markup(), "")


def _stopped(words: str, labels: Labels) -> str:
    return words if words.endswith(labels.stop) else words + labels.stop


def _framed(label: str, words: Words) -> Words:
    """Return words in what a label puts around them."""
    before, _, after = label.partition("{words}")
    return Words(escape(before) + words.html + escape(after), before + words.markdown + after)


def _archived_label(source: Source, date: str, labels: Labels) -> str:
    """Say that there is a copy, or of an address that leads to it, when it was made."""
    if source.archived is None:
        return ""
    if source.archived.url != source.address:
        return fill_label(labels.archived_copy_of, date=date)
    return fill_label(labels.archived_on, date=date)


def _byline(people: tuple[Person, ...], language: Language, around: Surroundings) -> Words:
    if not people:
        return _NOTHING
    before, _, after = language.labels.byline.partition("{authors}")
    names = [format_name(person.name, around) for person in people]
    html = [
        Markup('<span class="author">{}</span>').format(
            Markup('<a href="{}">{}</a>').format(person.url, name) if person.url else name
        )
        for person, name in zip(people, names, strict=True)
    ]
    markdown = [
        format_link(f"**{name.markdown}**", person.url) if person.url else f"**{name.markdown}**"
        for person, name in zip(people, names, strict=True)
    ]
    return Words(
        escape(before) + language.join(tuple(html), Markup) + escape(after),
        _escape_part(before) + language.join(tuple(markdown), str) + _escape_part(after),
    )


def _escape_part(words: str) -> str:
    """Return a piece of a line as Markdown, with the spaces at its ends."""
    inside = words.strip()
    return words.replace(inside, escape_markdown(inside)) if inside else words
