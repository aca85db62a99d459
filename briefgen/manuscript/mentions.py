"""Where the outlets of an issue are named."""

from dataclasses import dataclass

from briefgen.citations import Citation
from briefgen.yamltext import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of an outlet as the author wrote it; `key` is the source it belongs to, if one is known."""

    name: str
    span: Span
    """In the file."""
    key: str = ""
    citation: Citation | None = None
    """None in the list of sources."""
