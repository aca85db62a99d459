"""The manuscript that rules read and editions are made from."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from briefgen.citations import Citation, Group, Resolution, Resolver, Scan, find_citations
from briefgen.manuscript.field_text import FieldText, ItemText, find_texts
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.markdown import parse_field, words_in
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
from briefgen.yamltext import Document, Path, Position, Scalar


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
    meant: str = ""
    """The file that a name which leads nowhere was probably meant to be."""


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

    @cached_property
    def items(self) -> tuple[ItemText, ...]:
        """The items in order; none when the issue could not be read."""
        return tuple(each for each in self.written if isinstance(each, ItemText))

    @cached_property
    def written(self) -> tuple[FieldText, ...]:
        """The bodies and the fields around them, in the order of print; none when the issue could not be read."""
        if self.issue is None:
            return ()
        items = dict(zip(self.issue.item_paths, self.issue.items, strict=True))
        return tuple(self._read(path, text, items.get(path[:-1])) for path, text in find_texts(self.issue))

    def _read(self, path: Path, text: str, item: Brief | None) -> FieldText:
        if item is None or path[-1] != "body":
            prose = Prose(parse_field(text))
            return FieldText(path, prose, self._scan(prose), self.document)
        prose = scan_prose(text)
        return ItemText(path, prose, self._scan(prose), self.document, path[:-1], item)

    def _scan(self, prose: Prose) -> Scan:
        return find_citations(prose.body, self.outlets, self._cited_outlets, self.read_issue.sources)

    @cached_property
    def _cited_outlets(self) -> frozenset[str]:
        return frozenset(fold_name(source.outlet) for source in self.read_issue.sources.values())

    @cached_property
    def citing(self) -> tuple[FieldText, ...]:
        """Those texts whose citations are printed: bodies, decks, captions and corrections."""
        return tuple(each for each in self.written if each.is_citing)

    def field(self, path: Path) -> FieldText | None:
        """Return the text at a path, if there is one."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[Path, FieldText]:
        return {each.field: each for each in self.written}

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
        return tuple(
            (item, group, citation, self.resolver.resolve(citation))
            for item in self.citing
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
        meant = (each.suggestion for text in self.citing for each in text.scan.malformed if each.suggestion)
        groups = (group for words in meant for group in self._scan(Prose(parse_field(words))).groups)
        found = (self.resolver.resolve(citation).keys for group in groups for citation in group.citations)
        return frozenset(key for keys in found for key in keys)

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
        )


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
