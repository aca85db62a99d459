"""From a manuscript to an edition: citations resolved, dates spelled out, Markdown rendered."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from briefgen.edition.bodies import compose_body
from briefgen.edition.bylines import compose_byline
from briefgen.edition.edition import Author, Correction, Edition, Item, Masthead, Picture, Words
from briefgen.edition.field_words import compose_field
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.metadata import make_json_ld
from briefgen.edition.source_list import SourceLister, end_sentence, format_long
from briefgen.edition.surroundings import surroundings
from briefgen.edition.words import Surroundings, format_name
from briefgen.manuscript import ItemText, Manuscript, find_bylines, language_of
from briefgen.model import AMERICAN, Article, Brief, Crop, Image, Issue, Language, PartialDate, Publication, fill_label
from briefgen.yamltext import Path

_FACES = {"serif": "Source Serif", "sans": "Source Sans"}
_ARABIC = frozenset({"ar", "fa", "ur"})


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
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture],
    languages: Mapping[str, Language] | None = None,
    is_draft: bool = False,
) -> Edition:
    """Make the edition of an issue; `pictures` has one for each image, by the path and the crop written in the issue.

    An image without a picture is left out: a draft is built in spite of it. `languages` has those of
    `list_languages`; what is missing is printed as in America.

    Raises:
        ValueError: the issue could not be read; its faults say why.
    """
    own = manuscript.publication.language
    known = {tag: (languages or {}).get(tag, AMERICAN) for tag in list_languages(manuscript)}
    return _Composer(manuscript, manuscript.read_issue, slug, pictures, known, known[own]).compose(is_draft=is_draft)


class _Setting(Struct, frozen=True):
    """What the words of an item stand in."""

    citations: CitationFormatter
    around: Surroundings


class _Composer(Struct, frozen=True, dict=True):
    manuscript: Manuscript
    issue: Issue
    slug: str
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture]
    languages: Mapping[str, Language]
    language: Language
    """The newsletter's own."""

    def compose(self, *, is_draft: bool) -> Edition:
        publication, issue, labels = self.manuscript.publication, self.issue, self.language.labels
        listed = self._listed()
        items = [self._item(item, index) for index, item in enumerate(self.manuscript.items)]
        corrections = self._corrections()
        lister = SourceLister(self.manuscript, self.language)
        return Edition(
            masthead=self._masthead(),
            slug=self.slug,
            title=fill_label(
                labels.document_title,
                name=publication.name.strip(),
                number=str(issue.number),
                title=items[0].title,
            ),
            summary=" ".join((issue.summary or "").split()),
            lead=self._picture(issue.image, ("image",), self._own),
            feature=items[0],
            briefs=tuple(items[1:]),
            sources=tuple(lister.list_source(number, key) for number, key in enumerate(listed, start=1)),
            corrections=corrections,
            labels=labels,
            set_in=fill_label(labels.set_in, faces=self.language.join(_name_faces(publication), str)),
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
    def _own(self) -> _Setting:
        """What words stand in that are of no item."""
        return self._set(None, self.language)

    def _set(self, item: Article | None, language: Language) -> _Setting:
        citations = CitationFormatter(self.manuscript, self.issue, self._anchors, language)
        return _Setting(citations, surroundings(item, language))

    @cached_property
    def _anchors(self) -> dict[str, str]:
        return {key: f"#source-{number}" for number, key in enumerate(self._listed(), start=1)}

    def _words(self, path: Path, setting: _Setting) -> Words:
        style = self.manuscript.publication.style
        return compose_field(self.manuscript.field(path), setting.citations, style, setting.around)

    def _corrections(self) -> tuple[Correction, ...]:
        return tuple(
            Correction(
                date=correction.date.isoformat(),
                date_long=format_long(PartialDate.of(correction.date), self.language),
                html=words.html,
                text=words.text,
                markdown=words.markdown,
            )
            for index, correction in enumerate(self.issue.corrections)
            for words in (self._words(("corrections", index, "text"), self._own),)
        )

    def _listed(self) -> tuple[str, ...]:
        """Return the keys of the sources to list: cited ones in the order of their citation, then background."""
        cited = tuple(key for key in self.manuscript.cited_keys if key in self.issue.sources)
        background = (key for key, source in self.issue.sources.items() if source.background and key not in cited)
        return (*cited, *background)

    def _masthead(self) -> Masthead:
        publication, labels = self.manuscript.publication, self.language.labels
        number = fill_label(labels.number, number=str(self.issue.number))
        date = format_long(PartialDate.of(self.issue.date), self.language)
        publisher = (publication.publisher or "").strip()
        sentences = (end_sentence(words, labels) for words in (f"{number}{labels.comma}{date}", publisher) if words)
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
            imprint=format_name(" ".join(sentences), self._own.around),
            logo=self._picture(Image(file=publication.logo, alt="") if publication.logo else None, (), self._own),
        )

    def _item(self, text: ItemText, index: int) -> Item:
        item, style = text.item, self.manuscript.publication.style
        language = self.languages[language_of(item, self.manuscript.publication.language)]
        setting = self._set(item, language)
        anchor = f"brief-{index}" if index else "feature"
        body = compose_body(text, anchor, setting.citations, style, setting.around)
        title = self._words((*text.path, "title"), setting)
        return Item(
            kind="brief" if index else "feature",
            id=anchor,
            title=title.text,
            title_html=title,
            deck=self._words((*text.path, "deck"), setting),
            authors=self._authors(text, setting),
            byline=compose_byline(item.bylines, language, setting.around),
            picture=self._picture(item.image, (*text.path, "image"), setting),
            blocks=body.blocks,
            markdown=body.markdown,
            notes=body.notes,
            endnotes=body.endnotes,
            labels=language.labels,
            language="" if language is self.language else language.tag,
            direction="" if language.direction == self.language.direction else language.direction,
            section=self._section(text, setting),
        )

    def _section(self, text: ItemText, setting: _Setting) -> Words | None:
        is_named = isinstance(text.item, Brief) and text.item.section
        return self._words((*text.path, "section"), setting) if is_named else None

    def _authors(self, text: ItemText, setting: _Setting) -> tuple[Author, ...]:
        return tuple(
            Author(name=person.name.strip(), url=person.url or "", bio=self._words((*path, "bio"), setting))
            for path, person in find_bylines(text.path, text.item)
        )

    def _picture(self, image: Image | None, path: Path, setting: _Setting) -> Picture | None:
        printed = self.pictures.get((image.file, image.crop)) if image is not None else None
        if image is None or printed is None:
            return None
        return Picture(
            path=printed.path,
            alt=" ".join((image.alt or "").split()),
            caption=self._words((*path, "caption"), setting),
            credit=self._words((*path, "credit"), setting),
            width=printed.width,
            height=printed.height,
        )


def _name_faces(publication: Publication) -> tuple[str, ...]:
    """Return what a publication is set in: its own faces where its theme names them first, or those of briefgen."""
    theme = publication.build.theme
    latin = (theme.get(key, default).partition(",")[0].strip(" \"'") for key, default in _FACES.items())
    other = "Amiri" if publication.language.partition("-")[0] in _ARABIC else "Noto Serif"
    return tuple(dict.fromkeys((*latin, other)))
