"""The manuscript, which rules check and editions are composed from."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, Group, Resolution, Resolver, Scan, find_citations
from briefgen.languages import load_labels, load_language
from briefgen.manuscript.evidence_links import LinkReader
from briefgen.manuscript.facts import FileFact, ImageFact, MailFact, Sibling
from briefgen.manuscript.field_text import FieldText, ItemText, find_texts
from briefgen.manuscript.outlet_mentions import Mention, names_outlet
from briefgen.manuscript.own_register import OwnRegister
from briefgen.manuscript.totals import find_totals
from briefgen.manuscript.verbatim import VerbatimSpans, find_verbatim
from briefgen.manuscript.written_language import language_of, primary
from briefgen.markdown import Body, Element, LimitFault, parse_field, words_in
from briefgen.model import (
    UNNAMED,
    Article,
    Issue,
    Language,
    Outlets,
    Publication,
    Reading,
    ShapeFinding,
    Source,
    collapse_spaces,
    fill_label,
    fold_name,
    host_of,
    parse_issue,
)
from briefgen.prose import Prose, Terms, scan_prose
from briefgen.yamltext import Document, Path, Scalar, Span


class Manuscript(Struct, frozen=True, dict=True, weakref=True):
    """An issue with everything a rule may know about it; reads no disk and no clock."""

    path: str
    document: Document
    issue: Issue | None
    faults: tuple[ShapeFinding, ...]
    publication: Publication
    outlets: Outlets
    terms: Terms = Terms()
    """The house's terms."""
    siblings: tuple[Sibling, ...] = ()
    images: Mapping[str, ImageFact] = {}
    """Image files by their path in the issue; empty if they were not read."""
    file: FileFact = FileFact()
    undrawable: frozenset[str] = frozenset()
    """Characters missing from the PDF's fonts; empty if they were not checked."""
    mail: MailFact | None = None
    """The mail, if the publication makes mails."""
    misspellings: Mapping[str, tuple[str, ...]] | None = None
    """Misspelt words in small letters, with their corrections; None if spelling was not checked."""
    own_register: OwnRegister | None = None
    """The publication's `outlets.yaml`; None if the issue belongs to no publication, or the file has faults."""
    languages: tuple[str, ...] | None = None
    """If set, `fields` and `texts` contain only text in these languages."""
    unrestricted: Self | None = None
    """The unrestricted manuscript, if this one is restricted to some languages."""

    def with_mail(self, mail: MailFact) -> Self:
        """Return the manuscript with its mail measured; keeps what has been worked out, since nothing depends on it."""
        copy = replace(self, mail=mail)
        copy.__dict__.update(self.__dict__)
        copy.__dict__.pop("_restrictions", None)
        return copy

    @cached_property
    def items(self) -> tuple[ItemText, ...]:
        """The items in order; empty if the issue did not parse."""
        return tuple(each for each in self.fields if isinstance(each, ItemText))

    @cached_property
    def fields(self) -> tuple[FieldText, ...]:
        """The bodies and other text fields, in the order of the outputs; empty if the issue did not parse."""
        if self.issue is None:
            return ()
        if self.unrestricted is not None:
            return tuple(each for each in self.unrestricted.fields if self._is_included(each.language))
        items = dict(zip(self.issue.item_paths, self.issue.items, strict=True))
        return tuple(self._parse_field(path, text, items.get(path[:-1])) for path, text in find_texts(self.issue))

    def _parse_field(self, path: Path, text: str, item: Article | None) -> FieldText:
        language = self.language_at(path)
        if item is None or path[-1] != "body":
            prose = Prose(parse_field(text))
            return FieldText(path, prose, self._scan(prose, path), self.document, language)
        prose = scan_prose(text)
        links = self._links.find(prose)
        return ItemText(path, prose, self._scan(prose, path), self.document, language, path[:-1], item, links)

    def _scan(self, prose: Prose, path: Path) -> Scan:
        return self.find_citations(prose.body, path, self.read_issue.sources)

    def find_citations(
        self, body: Body, path: Path, keys: Collection[str] = (), more_outlets: Iterable[str] = ()
    ) -> Scan:
        """Find the citations of a body as it would be read at a path.

        `keys` are those of its sources; `more_outlets` are names that the list of sources would have, too.
        """
        cited = self._cited_outlets.union(map(fold_name, more_outlets))
        year = self.read_issue.date.year
        return find_citations(body, self.outlets, cited, keys, self.tag_at(path), year=year)

    @cached_property
    def _links(self) -> LinkReader:
        return LinkReader(self.outlets, host_of(self.publication.url or ""), self._source_urls)

    @property
    def _source_urls(self) -> frozenset[str]:
        return frozenset(source.url for source in self.read_issue.sources.values() if source.url)

    @cached_property
    def limit_faults(self) -> tuple[tuple[FieldText, LimitFault], ...]:
        """The exceeded limits of fields and of the whole issue, each with the field in which it is exceeded."""
        own = ((text, fault) for text in self.fields for fault in text.prose.limit_faults)
        return (*own, *find_totals(self.fields))

    @cached_property
    def _cited_outlets(self) -> frozenset[str]:
        return frozenset(fold_name(source.outlet) for source in self.read_issue.sources.values())

    @cached_property
    def citing_fields(self) -> tuple[FieldText, ...]:
        """The fields whose citations are formatted: bodies, decks, captions and corrections."""
        return tuple(each for each in self.fields if each.is_citing)

    def field(self, path: Path) -> FieldText | None:
        """Return the text field at a path, or None."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[Path, FieldText]:
        if self.unrestricted is not None:
            return self.unrestricted._by_path  # noqa: SLF001 - an instance of the same class
        return {each.field: each for each in self.fields}

    def restricted_to(self, languages: tuple[str, ...]) -> Self | None:
        """Restrict the manuscript to some languages; returns itself if that is all of it, None if nothing is left."""
        found = self._languages
        if found.issubset(languages):
            return self
        if found.isdisjoint(languages):
            return None
        copy = replace(self, languages=languages, unrestricted=self)
        return self._restrictions.setdefault(languages, copy)

    @cached_property
    def _languages(self) -> frozenset[str]:
        """The languages of the publication, its items and sources."""
        return frozenset({self.language_at(), *map(primary, self._tags.values())})

    @cached_property
    def _restrictions(self) -> dict[tuple[str, ...], Self]:
        """Restricted copies by languages; rules for the same languages share them."""
        return {}

    def _is_included(self, language: str) -> bool:
        return self.languages is None or language in self.languages

    def language_at(self, path: Path = ()) -> str:
        """Return the primary language subtag of an item or source, or else the publication's."""
        return primary(self.tag_at(path))

    def tag_at(self, path: Path = ()) -> str:
        """Return the language tag of an item or source, or else the publication's."""
        return self._tags.get(path[: 1 if path[:1] == ("feature",) else 2], self.publication.language)

    def written_language(self, path: Path = ()) -> Language:
        """Return the language in which messages and fixes write citations at a path, with the newsletter's labels."""
        tag = self.tag_at(path)
        return load_language(tag).with_labels(self.publication.labels if tag == self.publication.language else {})

    @cached_property
    def _tags(self) -> dict[Path, str]:
        """Language tags of items and sources by path."""
        if self.issue is None:
            return {}
        own_language = self.publication.language
        items = zip(self.issue.item_paths, self.issue.items, strict=True)
        sources = self.issue.sources.items()
        return {
            **{path: language_of(item, own_language) for path, item in items},
            **{("sources", key): source.language for key, source in sources if source.language},
        }

    @property
    def read_issue(self) -> Issue:
        """The issue, if it parsed.

        Raises:
            ValueError: the issue could not be read; its faults say why.
        """
        if self.issue is None:
            message = "an issue that could not be read has no sources and no edition"
            raise ValueError(message)
        return self.issue

    @property
    def subject(self) -> str:
        """The subject of the issue's email: explicit, or composed of name, number and title as those of pages are.

        If the newsletter has no name, it is the title alone.

        Raises:
            ValueError: the issue could not be read.
        """
        issue, name = self.read_issue, self.publication.name.strip()
        title = self.plain_title
        if issue.subject or name == UNNAMED:
            return (issue.subject or title).strip()
        label = load_labels(self.publication.language, self.publication.labels).document_title
        return fill_label(label, name=name, number=str(issue.number), title=title).strip()

    @property
    def plain_title(self) -> str:
        """The title of the feature without emphasis marks."""
        field = self.field(("feature", "title"))
        return collapse_spaces(words_in(field.prose.body.parts, str)) if field else ""

    @cached_property
    def resolver(self) -> Resolver:
        """The resolver of the issue's citations.

        Raises:
            ValueError: the issue could not be read.
        """
        return Resolver.of(self.read_issue, self.outlets)

    @property
    def body_pictures(self) -> tuple[tuple[ItemText, Element], ...]:
        """The pictures in bodies, each with its item; skips the search if no body contains image syntax."""
        if self.issue is None or not any("![" in item.body for item in self.issue.items):
            return ()
        return tuple((item, figure) for item in self.items for figure in item.figures)

    def citations(self) -> Iterator[tuple[FieldText, Group, Citation, Resolution]]:
        """Yield every citation with its field, group and resolution, in order."""
        yield from self._resolved

    @cached_property
    def _resolved(self) -> tuple[tuple[FieldText, Group, Citation, Resolution], ...]:
        """All citations, resolved once and shared by all rules."""
        if self.unrestricted is not None:
            return tuple(each for each in self.unrestricted.citations() if self._is_included(each[0].language))
        return tuple(
            (item, group, citation, self.resolver.resolve(citation))
            for item in self.citing_fields
            for group in item.groups
            for citation in group.citations
        )

    @cached_property
    def cited_keys(self) -> tuple[str, ...]:
        """Keys of the cited sources, in the order of their first citation."""
        found = (resolution.keys for _, _, _, resolution in self.citations())
        return tuple(dict.fromkeys(key for keys in found for key in keys))

    @cached_property
    def probable_keys(self) -> frozenset[str]:
        """Keys of the sources that malformed citations probably refer to."""
        meant = (each.suggestion for text in self.citing_fields for each in text.scan.malformed if each.suggestion)
        groups = (group for words in meant for group in self._scan(Prose(parse_field(words)), ()).groups)
        found = (self.resolver.resolve(citation).keys for group in groups for citation in group.citations)
        return frozenset(key for keys in found for key in keys)

    @cached_property
    def uncited_sources(self) -> Mapping[str, Source]:
        """The sources that no citation refers to, by key, without those for background."""
        used = {*self.cited_keys, *self.probable_keys}
        return {
            key: source for key, source in self.read_issue.sources.items() if key not in used and not source.background
        }

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of outlets: in typed citations, in order, then in the list of sources."""
        named = self.outlets.named
        cited = (
            Mention(name, item.file_span(citation.outlet_span), resolution.key, citation, named(name))
            for item, _, citation, resolution in self.citations()
            if (name := citation.outlet) and names_outlet(citation, name, self.outlets)
        )
        listed = (
            Mention(source.outlet, self.document.value_span("sources", key, "outlet"), key, None, named(source.outlet))
            for key, source in self.read_issue.sources.items()
        )
        return (*cited, *listed)

    @cached_property
    def texts(self) -> tuple[tuple[Path, Scalar], ...]:
        """Everything that appears in the outputs, such as titles, decks, bodies and captions, with its path."""
        return tuple(
            (path, node)
            for path, node in self.document.walk()
            if isinstance(node, Scalar) and path and path[-1] in _PRINTED and "ignore" not in path
            if self._is_included(self.language_at(path))
        )

    def is_verbatim(self, place: Span) -> bool:
        """Return whether a span in the file lies in quoted or emphasized text, or in the title of a source.

        An empty span must have such text on both sides.
        """
        return self._verbatim.hold(place)

    @cached_property
    def _verbatim(self) -> VerbatimSpans:
        """The spans of verbatim text in the file."""
        return VerbatimSpans.of(
            self.document.span(path, *span) for path, scalar in self.texts for span in self._verbatim_at(path, scalar)
        )

    def _verbatim_at(self, path: Path, scalar: Scalar) -> tuple[Span, ...]:
        field = self.field(path)
        if field is not None:
            return field.verbatim
        is_title = path[0] == "sources" and path[-1] in {"title", "translated_title"}
        return (Span(0, len(scalar.value)),) if is_title else find_verbatim(scalar.value)


_PRINTED = frozenset({
    "section", "title", "deck", "body", "summary", "subject", "alt", "caption", "credit", "name", "bio", "text",
    "outlet", "translated_title", "author",
})  # fmt: skip


def read_manuscript(  # noqa: PLR0913 - all but two are optional keyword arguments
    document: Document,
    path: str,
    *,
    reading: Reading[Issue] | None = None,
    publication: Publication | None = None,
    outlets: Outlets | None = None,
    terms: Terms | None = None,
    siblings: tuple[Sibling, ...] = (),
    images: Mapping[str, ImageFact] | None = None,
    file: FileFact | None = None,
    own_register: OwnRegister | None = None,
) -> Manuscript:
    """Make the manuscript of a document; parses it unless `reading` is given. Errors become faults."""
    reading = reading or parse_issue(document)
    return Manuscript(
        path,
        reading.document,
        reading.record,
        reading.faults,
        publication or Publication(),
        outlets or Outlets(),
        terms or Terms(),
        siblings,
        # An empty mapping is kept, too: the pictures in bodies are added to it once they are found.
        {} if images is None else images,
        file or FileFact(),
        own_register=own_register,
    )
