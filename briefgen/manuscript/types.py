"""The manuscript that rules read and editions are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefgen.citations import Citation, Group, Resolution, Resolver, Scan, find_citations
from briefgen.model import Brief, Issue, Outlets, PartialDate, Publication, ShapeFault, fold_name, parse_issue
from briefgen.prose import Prose, scan_prose
from briefgen.yamltext import Document, Path, Position, Scalar, Span


@dataclass(frozen=True, slots=True)
class ListedSource:
    """What is known of a source that another issue lists; what it leaves out is empty."""

    position: Position
    """Of its key, in the file of that issue."""
    outlet: str
    date: PartialDate | None = None
    title: str = ""
    headline: str = ""
    """The title in the form under which headlines are compared; empty where it may stand above many articles."""
    author: str = ""
    address: str = ""
    """Without what does not tell two articles apart, such as scheme and tracking parameters."""
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class Sibling:
    """What the other issues of a publication are known by; bodies as shingles, with the item's title."""

    path: str
    number: int
    date: date
    bodies: tuple[tuple[str, frozenset[int]], ...] = ()
    sources: tuple[ListedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageFact:
    """What is known of an image file: its size in pixels, or why it cannot be used and what to do."""

    width: int = 0
    height: int = 0
    problem: str = ""
    help: str = ""
    is_missing: bool = False
    """There is no such file; the outputs go without the picture."""


@dataclass(frozen=True)
class ItemText:
    """The body of an item, scanned, and the way from it back to the file."""

    path: Path
    """Of the item: `("briefs", 0)`."""
    item: Brief
    prose: Prose
    scan: Scan
    document: Document

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of citations in order."""
        return self.scan.groups

    def place(self, span: Span) -> Span:
        """Return the span in the file of a span of the body."""
        return self.document.span((*self.path, "body"), span.start, span.end)


@dataclass(frozen=True)
class Manuscript:
    """Everything a rule may know of an issue; nothing here reads a disk or a clock."""

    path: str
    document: Document
    issue: Issue | None
    faults: tuple[ShapeFault, ...]
    publication: Publication
    outlets: Outlets
    siblings: tuple[Sibling, ...] = ()
    images: Mapping[str, ImageFact] = field(default_factory=dict)
    """By the path written in the issue; empty when nobody looked."""
    unprintable: frozenset[str] = frozenset()
    """Characters that the fonts of the PDF do not have; empty when nobody looked."""

    @cached_property
    def items(self) -> tuple[ItemText, ...]:
        """The items in order; none when the issue could not be read."""
        if self.issue is None:
            return ()
        cited = frozenset(fold_name(source.outlet) for source in self.issue.sources.values())
        pairs = zip(self.issue.item_paths, self.issue.items, strict=True)
        return tuple(self._scan(path, item, cited) for path, item in pairs)

    def _scan(self, path: Path, item: Brief, cited: frozenset[str]) -> ItemText:
        prose = scan_prose(item.body)
        return ItemText(path, item, prose, find_citations(prose, self.outlets, cited), self.document)

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

    def texts(self) -> Iterator[tuple[Path, Scalar]]:
        """Yield everything that is printed: titles, decks, bodies, captions, with its path."""
        for path, node in self.document.walk():
            if isinstance(node, Scalar) and path and path[-1] in PRINTED and "ignore" not in path:
                yield path, node


PRINTED = frozenset({
    "title", "deck", "body", "summary", "alt", "caption", "credit", "name", "bio", "text", "outlet",
    "translated_title", "author",
})  # fmt: skip


def read_manuscript(  # noqa: PLR0913 - all but two are optional and by name
    document: Document,
    path: str,
    *,
    publication: Publication | None = None,
    outlets: Outlets | None = None,
    siblings: tuple[Sibling, ...] = (),
    images: Mapping[str, ImageFact] | None = None,
) -> Manuscript:
    """Read an issue from its document; what cannot be read is among the manuscript's faults."""
    reading = parse_issue(document)
    return Manuscript(
        path,
        document,
        reading.record,
        reading.faults,
        publication or Publication(),
        outlets or Outlets(),
        siblings,
        images or {},
    )
