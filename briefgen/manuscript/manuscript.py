"""The manuscript that rules read and editions are made from."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, Group, Resolution, Resolver, Scan, find_citations
from briefgen.manuscript.borrowed import find_borrowed, find_borrowed_in
from briefgen.manuscript.languages import language_of, primary
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.manuscript.own_words import own_words
from briefgen.markdown import blank
from briefgen.model import (
    UNNAMED,
    Brief,
    Issue,
    Outlets,
    PartialDate,
    Publication,
    Reading,
    ShapeFinding,
    fold_name,
    parse_issue,
)
from briefgen.prose import Prose, Terms, scan_prose
from briefgen.yamltext import Document, Path, Position, Scalar, ScalarMap, Span


class ListedSource(NamedTuple):
    """What is known of a source that another issue lists; what it leaves out is empty."""

    position: Position
    """Of its key, in the file of that issue."""
    outlet: str
    date: PartialDate | None = None
    title: str = ""
    author: str = ""
    url: str = ""
    is_background: bool = False


class Sibling(Struct, frozen=True):
    """What the other issues of a publication are known by; bodies as shingles, with the item's title."""

    path: str
    number: int
    date: date
    bodies: tuple[tuple[str, frozenset[int]], ...] = ()
    sources: tuple[ListedSource, ...] = ()


MAX_IMAGES = 50
"""How many images of one issue are looked at."""


class ImageFact(Struct, frozen=True):
    """What is known of an image file: its size in pixels, or why it cannot be used and what to do."""

    width: int = 0
    height: int = 0
    problem: str = ""
    help: str = ""
    is_missing: bool = False
    """There is no such file; the outputs go without the picture."""


class ItemText(Struct, frozen=True, dict=True):
    """The body of an item, scanned, and the way from it back to the file."""

    path: Path
    """Of the item: `("briefs", 0)`."""
    item: Brief
    prose: Prose
    scan: Scan
    document: Document
    language: str = "en"
    """The primary subtag of the language that it is written in."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of citations in order."""
        return self.scan.groups

    @cached_property
    def uncited(self) -> str:
        """The body at its own length, with citations and what is no prose filled with NUL."""
        return blank(self.prose.visible, (group.span for group in self.groups))

    @cached_property
    def own_words(self) -> str:
        """The body at its own length, with quotations filled with NUL too."""
        return own_words(self.prose, self.uncited)

    @cached_property
    def borrowed(self) -> tuple[Span, ...]:
        """The words of its body that are quoted, in marks of any language, or emphasized."""
        return find_borrowed_in(self.prose)

    def words(self, span: Span) -> str:
        """Return the words that a span of the body shows, on one line and without marks of emphasis."""
        return " ".join(self.prose.body.shown.words_in(span).split())

    def place(self, span: Span) -> Span:
        """Return the span in the file of a span of the body."""
        return self._map.span(span.start, span.end)

    @cached_property
    def _map(self) -> ScalarMap:
        return self.document.map_at((*self.path, "body"))


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
    unprintable: frozenset[str] = frozenset()
    """Characters that the fonts of the PDF do not have; empty when nobody looked."""
    spoken: Container[str] | None = None
    """The languages of the one who reads: what is in others is left out of `items` and `texts`."""

    @cached_property
    def items(self) -> tuple[ItemText, ...]:
        """The items in order; none when the issue could not be read."""
        if self.issue is None:
            return ()
        cited = frozenset(fold_name(source.outlet) for source in self.issue.sources.values())
        pairs = zip(self.issue.item_paths, self.issue.items, strict=True)
        return tuple(self._scan(path, item, cited) for path, item in pairs if self._is_heard(self.language_at(path)))

    def _scan(self, path: Path, item: Brief, cited: frozenset[str]) -> ItemText:
        prose = scan_prose(item.body)
        scan = find_citations(prose.body, self.outlets, cited)
        return ItemText(path, item, prose, scan, self.document, self.language_at(path))

    def _is_heard(self, language: str) -> bool:
        return self.spoken is None or language in self.spoken

    def heard_in(self, languages: Container[str]) -> Self | None:
        """Return what of the manuscript is in some languages: all of it, nothing, or a copy with the rest left out."""
        found = {self.language_at(), *self._languages.values()}
        if all(language in languages for language in found):
            return self
        return replace(self, spoken=languages) if any(language in languages for language in found) else None

    def language_at(self, path: Path = ()) -> str:
        """Return the primary subtag of the language at a path: of its item or source, or else the publication's."""
        return self._languages.get(path[: 1 if path[:1] == ("feature",) else 2], primary(self.publication.language))

    @cached_property
    def _languages(self) -> dict[Path, str]:
        """The languages of items and sources, by their paths."""
        if self.issue is None:
            return {}
        own = primary(self.publication.language)
        items = zip(self.issue.item_paths, self.issue.items, strict=True)
        sources = self.issue.sources.items()
        return {
            **{path: language_of(item, own) for path, item in items},
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
        title = issue.feature.title.strip()
        return (issue.subject or (title if name == UNNAMED else f"{name} {issue.number}: {title}")).strip()

    @cached_property
    def resolver(self) -> Resolver:
        """Finds the source of a citation.

        Raises:
            ValueError: the issue could not be read.
        """
        return Resolver.of(self.read_issue, self.outlets)

    def citations(self) -> Iterator[tuple[ItemText, Group, Citation, Resolution]]:
        """Yield every citation of the issue, in order, with what it resolves to."""
        yield from self._resolved

    @cached_property
    def _resolved(self) -> tuple[tuple[ItemText, Group, Citation, Resolution], ...]:
        """All citations, resolved once for the many rules that ask."""
        return tuple(
            (item, group, citation, self.resolver.resolve(citation))
            for item in self.items
            for group in item.groups
            for citation in group.citations
        )

    @cached_property
    def cited_keys(self) -> tuple[str, ...]:
        """Keys of the sources that are cited, in the order of their first citation."""
        found = (resolution.keys for _, _, _, resolution in self.citations())
        return tuple(dict.fromkeys(key for keys in found for key in keys))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The outlets of typed citations, in order, then those of the sources."""
        named = self.outlets.named
        cited = (
            Mention(name, item.place(citation.outlet_span), resolution.key, citation, named(name))
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
            if self._is_heard(self.language_at(path))
        )

    def is_borrowed(self, place: Span) -> bool:
        """Say whether a place in the file lies in quoted or emphasized words, or in the title of a source.

        A place between two characters does when it has such words on both sides.
        """
        before = bisect_right(self._borrowed, place.start, key=lambda words: words.start)
        if not before:
            return False
        words = self._borrowed[before - 1]
        return place.end <= words.end and (place.start < place.end or words.start < place.start < words.end)

    @cached_property
    def _borrowed(self) -> tuple[Span, ...]:
        """Where in the file the words of others stand, in order and apart from each other."""
        found = sorted(
            self.document.span(path, *span) for path, scalar in self.texts for span in self._borrowed_at(path, scalar)
        )
        merged: list[Span] = []
        for span in found:
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        return tuple(merged)

    def _borrowed_at(self, path: Path, scalar: Scalar) -> tuple[Span, ...]:
        item = next((item for item in self.items if path == (*item.path, "body")), None)
        if item is not None:
            return item.borrowed
        is_title = path[0] == "sources" and path[-1] in {"title", "translated_title"}
        return (Span(0, len(scalar.value)),) if is_title else find_borrowed(scalar.value)


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
        document,
        reading.record,
        reading.faults,
        publication or Publication(),
        outlets or Outlets(),
        terms or Terms(),
        siblings,
        images or {},
    )
