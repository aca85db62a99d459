"""The manuscript that rules read and editions are made from."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, Group, Resolution, Resolver, Scan, find_citations
from briefgen.manuscript.facts import ImageFact, Sibling
from briefgen.manuscript.field_text import FieldText, ItemText, find_texts
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.manuscript.verbatim import find_verbatim
from briefgen.manuscript.written_language import language_of, primary
from briefgen.markdown import parse_field, words_in
from briefgen.model import (
    UNNAMED,
    Brief,
    Issue,
    Outlets,
    Publication,
    Reading,
    ShapeFinding,
    fold_name,
    parse_issue,
)
from briefgen.prose import Prose, Terms, scan_prose
from briefgen.yamltext import Document, Path, Scalar, Span


class Manuscript(Struct, frozen=True, dict=True, weakref=True):
    """Everything a rule may know of an issue; nothing here reads a disk or a clock."""

    path: str
    document: Document
    issue: Issue | None
    faults: tuple[ShapeFinding, ...]
    publication: Publication
    outlets: Outlets
    terms: Terms = Terms()
    """What the house writes in its own way."""
    siblings: tuple[Sibling, ...] = ()
    images: Mapping[str, ImageFact] = {}
    """By the path written in the issue; empty when nobody looked."""
    undrawable: frozenset[str] = frozenset()
    """Characters that the fonts of the PDF do not have; empty when nobody looked."""
    spoken: tuple[str, ...] | None = None
    """The languages of the one who reads: what is in others is left out of `written` and `texts`."""
    whole: Self | None = None
    """Of what it is a part, if others' languages are left out."""

    @cached_property
    def items(self) -> tuple[ItemText, ...]:
        """The items in order; none when the issue could not be read."""
        return tuple(each for each in self.fields if isinstance(each, ItemText))

    @cached_property
    def fields(self) -> tuple[FieldText, ...]:
        """The bodies and the fields around them, in the order of print; none when the issue could not be read."""
        if self.issue is None:
            return ()
        if self.whole is not None:
            return tuple(each for each in self.whole.fields if self._is_included(each.language))
        items = dict(zip(self.issue.item_paths, self.issue.items, strict=True))
        return tuple(self._read(path, text, items.get(path[:-1])) for path, text in find_texts(self.issue))

    def _read(self, path: Path, text: str, item: Brief | None) -> FieldText:
        language = self.language_at(path)
        if item is None or path[-1] != "body":
            prose = Prose(parse_field(text))
            return FieldText(path, prose, self._scan(prose), self.document, language)
        prose = scan_prose(text)
        return ItemText(path, prose, self._scan(prose), self.document, language, path[:-1], item)

    def _scan(self, prose: Prose) -> Scan:
        return find_citations(prose.body, self.outlets, self._cited_outlets, self.read_issue.sources)

    @cached_property
    def _cited_outlets(self) -> frozenset[str]:
        return frozenset(fold_name(source.outlet) for source in self.read_issue.sources.values())

    @cached_property
    def citing_fields(self) -> tuple[FieldText, ...]:
        """Those texts whose citations are printed: bodies, decks, captions and corrections."""
        return tuple(each for each in self.fields if each.is_citing)

    def field(self, path: Path) -> FieldText | None:
        """Return the text at a path, if there is one."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[Path, FieldText]:
        if self.whole is not None:
            return self.whole._by_path  # noqa: SLF001 - its own kind
        return {each.field: each for each in self.fields}

    def restricted_to(self, languages: tuple[str, ...]) -> Self | None:
        """Return what of the manuscript is in some languages: all of it, nothing, or a copy with the rest left out."""
        found = {self.language_at(), *self._languages.values()}
        if found.issubset(languages):
            return self
        if found.isdisjoint(languages):
            return None
        copy = replace(self, spoken=languages, whole=self)
        return self._restrictions.setdefault(languages, copy)

    @cached_property
    def _restrictions(self) -> dict[tuple[str, ...], Self]:
        """The copies made so far, so that many rules of the same languages share one."""
        return {}

    def _is_included(self, language: str) -> bool:
        return self.spoken is None or language in self.spoken

    def language_at(self, path: Path = ()) -> str:
        """Return the primary subtag of the language at a path: of its item or source, or else the publication's."""
        return self._languages.get(path[: 1 if path[:1] == ("feature",) else 2], primary(self.publication.language))

    @cached_property
    def _languages(self) -> dict[Path, str]:
        """The languages of items and sources, by their paths."""
        if self.issue is None:
            return {}
        own = self.publication.language
        items = zip(self.issue.item_paths, self.issue.items, strict=True)
        sources = self.issue.sources.items()
        return {
            **{path: primary(language_of(item, own)) for path, item in items},
            **{("sources", key): primary(source.language) for key, source in sources if source.language},
        }

    @property
    def read_issue(self) -> Issue:
        """The issue of a manuscript that has one.

        Raises:
            ValueError: the issue could not be read; its faults say why.
        """
        if self.issue is None:
            message = "an issue that could not be read has no sources and no edition"
            raise ValueError(message)
        return self.issue

    @property
    def subject(self) -> str:
        """The subject of the issue's email: its own, or one made of name, number and title.

        A newsletter without a name has the title alone.

        Raises:
            ValueError: the issue could not be read.
        """
        issue, name = self.read_issue, self.publication.name.strip()
        title = self.plain_title
        return (issue.subject or (title if name == UNNAMED else f"{name} {issue.number}: {title}")).strip()

    @property
    def plain_title(self) -> str:
        """The title of the feature without its marks of emphasis."""
        field = self.field(("feature", "title"))
        return " ".join(words_in(field.prose.body.parts, str).split()) if field else ""

    @cached_property
    def resolver(self) -> Resolver:
        """Finds the source of a citation.

        Raises:
            ValueError: the issue could not be read.
        """
        return Resolver.of(self.read_issue, self.outlets)

    def citations(self) -> Iterator[tuple[FieldText, Group, Citation, Resolution]]:
        """Yield every citation of the issue, in order, with what it resolves to."""
        yield from self._resolved

    @cached_property
    def _resolved(self) -> tuple[tuple[FieldText, Group, Citation, Resolution], ...]:
        """All citations, resolved once for the many rules that ask."""
        if self.whole is not None:
            return tuple(each for each in self.whole.citations() if self._is_included(each[0].language))
        return tuple(
            (item, group, citation, self.resolver.resolve(citation))
            for item in self.citing_fields
            for group in item.groups
            for citation in group.citations
        )

    @cached_property
    def cited_keys(self) -> tuple[str, ...]:
        """Keys of the sources that are cited, in the order of their first citation."""
        found = (resolution.keys for _, _, _, resolution in self.citations())
        return tuple(dict.fromkeys(key for keys in found for key in keys))

    @cached_property
    def meant_keys(self) -> frozenset[str]:
        """Keys of the sources that citations seem to mean which are not understood."""
        meant = (each.suggestion for text in self.citing_fields for each in text.scan.malformed if each.suggestion)
        groups = (group for words in meant for group in self._scan(Prose(parse_field(words))).groups)
        found = (self.resolver.resolve(citation).keys for group in groups for citation in group.citations)
        return frozenset(key for keys in found for key in keys)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The outlets of typed citations, in order, then those of the sources."""
        named = self.outlets.named
        cited = (
            Mention(name, item.file_span(citation.outlet_span), resolution.key, citation, named(name))
            for item, _, citation, resolution in self.citations()
            if (name := citation.outlet)
        )
        listed = (
            Mention(source.outlet, self.document.value_span("sources", key, "outlet"), key, None, named(source.outlet))
            for key, source in self.read_issue.sources.items()
        )
        return (*cited, *listed)

    @cached_property
    def texts(self) -> tuple[tuple[Path, Scalar], ...]:
        """Everything that is printed: titles, decks, bodies, captions, with its path."""
        return tuple(
            (path, node)
            for path, node in self.document.walk()
            if isinstance(node, Scalar) and path and path[-1] in PRINTED and "ignore" not in path
            if self._is_included(self.language_at(path))
        )

    def is_verbatim(self, place: Span) -> bool:
        """Return whether a place in the file lies in quoted or emphasized words, or in the title of a source.

        A place between two characters does when it has such words on both sides.
        """
        before = bisect_right(self._verbatim, place.start, key=lambda words: words.start)
        if not before:
            return False
        words = self._verbatim[before - 1]
        return place.end <= words.end and (place.start < place.end or words.start < place.start < words.end)

    @cached_property
    def _verbatim(self) -> tuple[Span, ...]:
        """Where in the file the words of others stand, in order and apart from each other."""
        found = sorted(
            self.document.span(path, *span) for path, scalar in self.texts for span in self._verbatim_at(path, scalar)
        )
        merged: list[Span] = []
        for span in found:
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        return tuple(merged)

    def _verbatim_at(self, path: Path, scalar: Scalar) -> tuple[Span, ...]:
        field = self.field(path)
        if field is not None:
            return field.verbatim
        is_title = path[0] == "sources" and path[-1] in {"title", "translated_title"}
        return (Span(0, len(scalar.value)),) if is_title else find_verbatim(scalar.value)


PRINTED = frozenset({
    "title", "deck", "body", "summary", "subject", "alt", "caption", "credit", "name", "bio", "text", "outlet",
    "translated_title", "author",
})  # fmt: skip


def read_manuscript(  # noqa: PLR0913 - all but two are optional and by name
    document: Document,
    path: str,
    *,
    reading: Reading[Issue] | None = None,
    publication: Publication | None = None,
    outlets: Outlets | None = None,
    terms: Terms | None = None,
    siblings: tuple[Sibling, ...] = (),
    images: Mapping[str, ImageFact] | None = None,
) -> Manuscript:
    """Read an issue from its document, unless its `reading` is known; what cannot be read is among its faults."""
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
        images or {},
    )
