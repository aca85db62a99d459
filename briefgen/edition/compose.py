"""Composes an edition from a manuscript: resolves citations, formats dates, writes HTML and Markdown."""

from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from briefgen.edition.bodies import compose_body
from briefgen.edition.bylines import compose_byline
from briefgen.edition.edition import Author, Correction, Edition, FormattedText, Item, Masthead, Picture
from briefgen.edition.field_words import compose_field
from briefgen.edition.groups import CitationFormatter
from briefgen.edition.mail_head import make_mail_head
from briefgen.edition.metadata import make_json_ld
from briefgen.edition.source_list import SourceLister, end_sentence, format_long
from briefgen.edition.text_context import TextContext, make_context
from briefgen.edition.words import format_name
from briefgen.manuscript import ItemText, Manuscript, find_bylines, language_of
from briefgen.model import (
    AMERICAN,
    Article,
    Brief,
    Crop,
    Image,
    Issue,
    Language,
    PartialDate,
    Publication,
    collapse_spaces,
    fill_label,
)
from briefgen.yamltext import Path

_FACES = {"serif": "Source Serif", "sans": "Source Sans"}
_NO_WORDS = FormattedText(Markup(""), "")
_ARABIC = frozenset({"ar", "fa", "ur"})


class PlacedPicture(Struct, frozen=True):
    """The path of a picture in the output, and its size in pixels after re-encoding."""

    path: str
    width: int
    height: int
    small: str = ""
    """The path of the same, 800 pixels wide; "" if there is none."""


def list_languages(manuscript: Manuscript) -> tuple[str, ...]:
    """Return the languages that an issue needs, the newsletter's own first."""
    default = manuscript.publication.language
    return tuple(dict.fromkeys((default, *(language_of(item, default) for item in manuscript.read_issue.items))))


def make_edition(  # noqa: PLR0913 - all but the first are keyword arguments
    manuscript: Manuscript,
    *,
    slug: str,
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture],
    languages: Mapping[str, Language] | None = None,
    is_draft: bool = False,
    has_pdf: bool = False,
) -> Edition:
    """Make the edition of an issue.

    `pictures` has one entry for each image, by path and crop; an image without one is left out, as in drafts.
    `languages` should have all of `list_languages`; American English is used for missing ones.

    Raises:
        ValueError: the issue could not be read; its faults say why.
    """
    default = manuscript.publication.language
    known = {tag: (languages or {}).get(tag, AMERICAN) for tag in list_languages(manuscript)}
    return _Composer(manuscript, manuscript.read_issue, slug, pictures, known, known[default]).compose(
        is_draft=is_draft, has_pdf=has_pdf
    )


class _ItemContext(Struct, frozen=True):
    """The context for composing the text of an item."""

    citations: CitationFormatter
    text: TextContext


class _Composer(Struct, frozen=True, dict=True):
    manuscript: Manuscript
    issue: Issue
    slug: str
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture]
    languages: Mapping[str, Language]
    language: Language
    """The newsletter's language."""

    def compose(self, *, is_draft: bool, has_pdf: bool) -> Edition:
        publication, issue, labels = self.manuscript.publication, self.issue, self.language.labels
        listed = self._listed()
        items = [self._item(item, index) for index, item in enumerate(self.manuscript.items)]
        corrections = tuple(self._corrected.values())
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
            summary=collapse_spaces(issue.summary or ""),
            lead=self._picture(issue.image, ("image",), self._issue_context),
            feature=items[0],
            briefs=tuple(items[1:]),
            sources=tuple(
                lister.list_source(number, key, tuple(self._cited_in.get(key, ())))
                for number, key in enumerate(listed, start=1)
            ),
            corrections=corrections,
            modified=issue.modified.isoformat(),
            labels=labels,
            set_in=fill_label(labels.set_in, faces=self.language.join(_name_faces(publication), str)),
            theme=tuple(publication.build.theme.items()),
            paper=publication.build.paper,
            pdf=f"{self.slug}.pdf" if has_pdf else "",
            is_draft=is_draft,
            mail=make_mail_head(self.manuscript, self.slug),
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
    def _issue_context(self) -> _ItemContext:
        """The context of text outside of items."""
        return self._make_context(None, self.language)

    def _make_context(self, item: Article | None, language: Language) -> _ItemContext:
        citations = CitationFormatter(self.manuscript, self.issue, self._anchors, language)
        return _ItemContext(citations, make_context(item, language))

    @cached_property
    def _anchors(self) -> dict[str, str]:
        return {key: f"#source-{number}" for number, key in enumerate(self._listed(), start=1)}

    def _words(self, path: Path, context: _ItemContext) -> FormattedText:
        style = self.manuscript.publication.style
        return compose_field(self.manuscript.field(path), context.citations, style, context.text)

    @cached_property
    def _corrected(self) -> Mapping[int, Correction]:
        """The printed corrections, by their place in the issue."""
        return {
            index: Correction(
                date=correction.date.isoformat(),
                date_long=format_long(PartialDate.of(correction.date), self.language),
                html=words.html,
                text=words.text,
                markdown=words.markdown,
                plain=words.plain,
            )
            for index, correction in self.issue.public_corrections.items()
            for words in (self._words(("corrections", index, "text"), self._issue_context),)
        }

    def _listed(self) -> tuple[str, ...]:
        """Return the keys of the sources to list: cited ones in citation order, then background."""
        cited = tuple(key for key in self.manuscript.cited_keys if key in self.issue.sources)
        background = (key for key, source in self.issue.sources.items() if source.background and key not in cited)
        return (*cited, *background)

    @cached_property
    def _cited_in(self) -> dict[str, list[str]]:
        """The anchors of the items that cite each source, one for each citation."""
        anchors = {text.path: _anchor(index) for index, text in enumerate(self.manuscript.items)}
        found: dict[str, list[str]] = {}
        for field, _, _, resolution in self.manuscript.citations():
            # A field belongs to an item by its path: `briefs`, 0, `image`, `caption`.
            anchor = next((anchors[field.field[:end]] for end in (1, 2) if field.field[:end] in anchors), "")
            for key in resolution.keys:
                found.setdefault(key, []).append(anchor)
        return found

    def _masthead(self) -> Masthead:
        publication, labels = self.manuscript.publication, self.language.labels
        logo = publication.logo
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
            imprint=format_name(("" if self.language.is_unspaced else " ").join(sentences), self._issue_context.text),
            logo=self._logo(logo.file if logo else None),
            dark_logo=self._logo(logo.dark if logo else None),
            has_name=logo is None or logo.place == "beside" or self._logo(logo.file) is None,
        )

    def _logo(self, file: str | None) -> Picture | None:
        return self._picture(Image(file=file, alt="") if file else None, (), self._issue_context)

    def _item(self, text: ItemText, index: int) -> Item:
        item, style = text.item, self.manuscript.publication.style
        language = self.languages[language_of(item, self.manuscript.publication.language)]
        context = self._make_context(item, language)
        anchor = _anchor(index)
        level = 3 if index else 2
        body = compose_body(
            text, anchor, context.citations, style, context.text, self._figures(text), title_level=level
        )
        title = self._words((*text.path, "title"), context)
        shown = (self._picture(image, (*text.path, *place), context) for place, image in item.pictures)
        return Item(
            kind="brief" if index else "feature",
            id=anchor,
            title=title.text,
            title_html=title,
            deck=self._words((*text.path, "deck"), context),
            authors=self._authors(text, context),
            byline=compose_byline(item.bylines, language, context.text),
            pictures=tuple(filter(None, shown)),
            blocks=body.blocks,
            markdown=body.markdown,
            notes=body.notes,
            endnotes=body.endnotes,
            labels=language.labels,
            language="" if language is self.language else language.tag,
            direction="" if language.direction == self.language.direction else language.direction,
            corrections=tuple(self._corrected[index] for index in self.issue.corrections_of(item)),
            section=self._section(text, context),
        )

    def _section(self, text: ItemText, context: _ItemContext) -> FormattedText | None:
        is_named = isinstance(text.item, Brief) and text.item.section
        return self._words((*text.path, "section"), context) if is_named else None

    def _authors(self, text: ItemText, context: _ItemContext) -> tuple[Author, ...]:
        return tuple(
            Author(name=person.name.strip(), url=person.url or "", bio=self._words((*path, "bio"), context))
            for path, person in find_bylines(text.path, text.item)
        )

    def _figures(self, text: ItemText) -> dict[str, Picture]:
        """Return the pictures of a body, by path in the Markdown."""
        return {
            source: Picture(printed.path, "", _NO_WORDS, _NO_WORDS, printed.width, printed.height, printed.small)
            for source in (figure.attribute("src") for figure in text.figures)
            if (printed := self.pictures.get((source, None))) is not None
        }

    def _picture(self, image: Image | None, path: Path, context: _ItemContext) -> Picture | None:
        printed = self.pictures.get((image.file, image.crop)) if image is not None else None
        if image is None or printed is None:
            return None
        return Picture(
            path=printed.path,
            alt=collapse_spaces(image.alt or ""),
            caption=self._words((*path, "caption"), context),
            credit=self._words((*path, "credit"), context),
            width=printed.width,
            height=printed.height,
            small=printed.small,
        )


def _anchor(index: int) -> str:
    return f"brief-{index}" if index else "feature"


def _name_faces(publication: Publication) -> tuple[str, ...]:
    """Return the typefaces for the colophon: the first ones in the theme's font stacks, or briefgen's."""
    theme = publication.build.theme
    latin = (theme.get(key, default).partition(",")[0].strip(" \"'") for key, default in _FACES.items())
    other = "Amiri" if publication.language.partition("-")[0] in _ARABIC else "Noto Serif"
    return tuple(dict.fromkeys((*latin, other)))
