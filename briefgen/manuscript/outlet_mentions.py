"""Where the outlets of an issue are named."""

from typing import NamedTuple

from briefgen.citations import Citation
from briefgen.model import Outlet
from briefgen.yamltext import Span


class Mention(NamedTuple):
    """The name of an outlet as the author wrote it; `key` is the source it belongs to, if one is known."""

    name: str
    span: Span
    """In the file."""
    key: str = ""
    citation: Citation | None = None
    """None in the list of sources."""
    outlets: tuple[Outlet, ...] = ()
    """The outlets that go by the name: one, none that is known, or several."""
