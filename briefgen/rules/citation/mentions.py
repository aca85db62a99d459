"""Where the outlets of an issue are named: in typed citations, and in the list of sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.citations import Citation
from briefgen.manuscript import Manuscript
from briefgen.model import Source
from briefgen.yamltext import Scalar, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of an outlet as the author wrote it; `key` is the source it belongs to, if one is known."""

    name: str
    span: Span
    """In the file."""
    key: str = ""
    citation: Citation | None = None
    """None in the list of sources."""


def find_mentions(manuscript: Manuscript) -> Iterator[Mention]:
    """Yield the outlets of typed citations, in order, then those of the sources."""
    for item, _, citation, resolution in manuscript.citations():
        if citation.outlet:
            yield Mention(citation.outlet, item.place(citation.outlet_span), resolution.key, citation)
    for key, source in manuscript.read_issue.sources.items():
        yield Mention(source.outlet, manuscript.document.value_span("sources", key, "outlet"), key)


def find_addresses(manuscript: Manuscript) -> Iterator[tuple[str, Source, str]]:
    """Yield key, source and address of every source that has one; the address is as the model reads it."""
    for key, source in manuscript.read_issue.sources.items():
        if source.url is not None:
            yield key, source, source.url


def written_address(manuscript: Manuscript, key: str) -> str:
    """Return the address of a source as the author wrote it, for edits at places inside it."""
    node = manuscript.document.node("sources", key, "url")
    return node.value if isinstance(node, Scalar) else ""
