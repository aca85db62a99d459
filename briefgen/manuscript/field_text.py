"""The text fields of an issue: bodies, and single-paragraph fields such as titles and captions."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefgen.citations import Group, Scan
from briefgen.manuscript.evidence_links import EvidenceLink
from briefgen.manuscript.own_words import own_words
from briefgen.manuscript.verbatim import find_verbatim_in
from briefgen.markdown import Element, blank
from briefgen.model import Article, Brief, Image, Issue, Person, collapse_spaces, is_image_file
from briefgen.prose import Prose
from briefgen.yamltext import Document, Path, ScalarMap, Span, SpanSet

_CITING = frozenset({"body", "deck", "caption", "text"})


class FieldText(Struct, frozen=True, dict=True):
    """A parsed text field, with its source map to the file."""

    field: Path
    """The path of the value: `("briefs", 0, "deck")`."""
    prose: Prose
    scan: Scan
    document: Document
    language: str
    """The primary subtag of its language."""

    @property
    def name(self) -> str:
        """The name of the field; `text` for a correction."""
        return str(self.field[-1])

    @property
    def is_citing(self) -> bool:
        """Whether its citations are formatted in the outputs; not in titles, credits, bios and the summary."""
        return self.name in _CITING

    @property
    def groups(self) -> tuple[Group, ...]:
        """The citation groups, in order."""
        return self.scan.groups

    @cached_property
    def uncited(self) -> str:
        """The text with citations and non-prose replaced by NULs; its length is unchanged."""
        return blank(self.prose.visible, (group.span for group in self.groups))

    @cached_property
    def own_words(self) -> str:
        """The text with citations, non-prose and quotations replaced by NULs; its length is unchanged."""
        return own_words(self.prose, self.uncited)

    @cached_property
    def verbatim(self) -> tuple[Span, ...]:
        """The spans of quoted or emphasized text."""
        return find_verbatim_in(self.prose)

    def is_malformed_citation(self, span: Span) -> bool:
        """Return whether a place lies in a malformed citation, which has a report of its own."""
        return self.malformed.covers(span)

    @cached_property
    def malformed(self) -> SpanSet:
        """The spans of malformed citations, which have reports of their own."""
        return SpanSet(bad.span for bad in self.scan.malformed)

    def words(self, span: Span) -> str:
        """Return the visible words of a span, on one line and without emphasis marks."""
        return collapse_spaces(self.prose.body.shown.words_in(span))

    def file_span(self, span: Span) -> Span:
        """Translate a span of the text to a span of the file."""
        return self._map.span(span.start, span.end)

    @cached_property
    def _map(self) -> ScalarMap:
        return self.document.map_at(self.field)


class ItemText(FieldText, frozen=True, dict=True):
    """The body of an item."""

    path: Path
    """The path of the item: `("briefs", 0)`."""
    item: Article
    links: tuple[EvidenceLink, ...] = ()
    """The links that are evidence, in order."""

    @property
    def figures(self) -> tuple[Element, ...]:
        """The pictures in the body that are files of the publication."""
        return tuple(each for each in self.prose.body.figures if is_image_file(each.attribute("src")))


def find_texts(issue: Issue) -> Iterator[tuple[Path, str]]:
    """Yield path and value of every non-empty text field, in the order of the outputs."""
    yield from _present([(("summary",), issue.summary), *_of_image(("image",), issue.image)])
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        section = item.section if isinstance(item, Brief) else None
        yield from _present(
            [((*path, "section"), section), ((*path, "title"), item.title), ((*path, "deck"), item.deck)]
        )
        for place, image in item.pictures:
            yield from _present(_of_image((*path, *place), image))
        yield (*path, "body"), item.body
        yield from _present([((*author, "bio"), person.bio) for author, person in find_bylines(path, item)])
    yield from ((("corrections", index, "text"), each.text) for index, each in issue.public_corrections.items())


def find_bylines(path: Path, item: Article) -> Iterator[tuple[Path, Person]]:
    """Yield the authors of an item with their paths."""
    if item.author:
        yield (*path, "author"), item.author
    yield from (((*path, "authors", index), person) for index, person in enumerate(item.authors))


def _of_image(path: Path, image: Image | None) -> list[tuple[Path, str | None]]:
    return [((*path, "caption"), image.caption), ((*path, "credit"), image.credit)] if image else []


def _present(texts: list[tuple[Path, str | None]]) -> Iterator[tuple[Path, str]]:
    yield from ((path, text) for path, text in texts if text)
