"""Mentions of outlets in an issue."""

from typing import NamedTuple

from briefgen.citations import Citation
from briefgen.model import Outlet
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
