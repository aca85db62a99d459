"""The sources of an issue, with the places that cite them, for a bibliography."""

from collections.abc import Iterator

from briefgen.citations.bibliography import CitingPlace, SourceListing
from briefgen.citations.source_identity import identify_source
from briefgen.manuscript.field_text import FieldText
from briefgen.manuscript.manuscript import Manuscript
from briefgen.markdown import words_in
from briefgen.model import collapse_spaces
from briefgen.model.same_address import normalised
from briefgen.yamltext import Path, Span


def list_sources(manuscript: Manuscript) -> tuple[SourceListing, ...]:
    """Return the sources of an issue, in the order of its file.

    A citation that may mean several sources counts for each.

    Raises:
        ValueError: the issue could not be read.
    """
    issue, document, outlets = manuscript.read_issue, manuscript.document, manuscript.outlets
    places: dict[str, list[tuple[Span, CitingPlace]]] = {}
    for key, field, span in (*_find_citations(manuscript), *_find_links(manuscript)):
        at = field.file_span(span)
        place = CitingPlace(_title_of(manuscript, field.field), document.lines.position(at.start))
        places.setdefault(key, []).append((at, place))
    return tuple(
        SourceListing(
            path=manuscript.path,
            issue=issue.number,
            issue_date=issue.date,
            key=key,
            source=source,
            position=document.lines.position(document.nearest_span("sources", key).start),
            identity=identify_source(source, outlets),
            outlet=named[0] if len(named := outlets.named(source.outlet)) == 1 else None,
            places=tuple(place for _, place in sorted(places.get(key, ()), key=lambda each: each[0].start)),
        )
        for key, source in issue.sources.items()
    )


def _find_citations(manuscript: Manuscript) -> Iterator[tuple[str, FieldText, Span]]:
    for field, _, citation, found in manuscript.citations():
        yield from ((key, field, citation.span) for key in found.keys)


def _find_links(manuscript: Manuscript) -> Iterator[tuple[str, FieldText, Span]]:
    """Yield the links to the addresses of sources: they are evidence as citations are."""
    keys = {normalised(source.url): key for key, source in manuscript.read_issue.sources.items() if source.url}
    for field in manuscript.citing_fields if keys else ():
        for opaque in field.prose.opaque:
            if opaque.kind in {"link", "address"} and (key := keys.get(_normalise(opaque.address))):
                yield key, field, opaque.span


def _normalise(address: str) -> str:
    try:
        return normalised(address)
    except ValueError:
        return ""


def _title_of(manuscript: Manuscript, path: Path) -> str:
    """Return the title of the item that a field is part of, without emphasis marks; "" if it is part of none."""
    title = manuscript.field((*path[: 1 if path[0] == "feature" else 2], "title"))
    return collapse_spaces(words_in(title.prose.body.parts, str)) if title else ""
