"""Mentions of outlets in an issue."""

from typing import NamedTuple

from briefgen.citations import Citation
from briefgen.model import Outlet, Outlets
from briefgen.yamltext import Span


class Mention(NamedTuple):
    """The name of an outlet as written; `key` is the source it belongs to, if known."""

    name: str
    span: Span
    """Its span in the file."""
    key: str = ""
    citation: Citation | None = None
    """The citation, or None in the list of sources."""
    outlets: tuple[Outlet, ...] = ()
    """The outlets with this name: one, none if it is unknown, or several."""


def names_outlet(citation: Citation, name: str, outlets: Outlets) -> bool:
    """Return whether a part names an outlet, and not evidence in general: `congressional testimony`."""
    is_phrase = name[:1].islower() and " " in name
    return not (citation.lacks_date or is_phrase) or (outlets.is_written(name) and citation.is_plain)
