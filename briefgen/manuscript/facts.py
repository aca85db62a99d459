"""Facts from outside an issue: the publication's other issues, and the image files."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from briefgen.model import PartialDate
from briefgen.yamltext import Position


class ListedSource(NamedTuple):
    """A source that another issue lists; missing fields are empty."""

    position: Position
    """The position of its key in that issue's file."""
    outlet: str
    date: PartialDate | None = None
    title: str = ""
    author: str = ""
    url: str = ""
    is_background: bool = False


class Sibling(Struct, frozen=True):
    """Another issue of the publication; bodies are given as item title and shingles."""

    path: str
    number: int
    date: date
    bodies: tuple[tuple[str, frozenset[int]], ...] = ()
    sources: tuple[ListedSource, ...] = ()
    acronyms: frozenset[str] = frozenset()
    """The acronyms in its bodies."""
    explained: frozenset[str] = frozenset()
    """The acronyms that its bodies explain."""
    cites: bool = True
    """Whether it lists sources, or has citations in brackets."""


class FileFact(Struct, frozen=True):
    """What is known of an issue's file among those of its publication."""

    rivals: tuple[str, ...] = ()
    """The names of other files that say the same number."""


MAX_IMAGES = 50
"""The maximum number of images of an issue that are read."""


class ImageFact(Struct, frozen=True):
    """An image file: its size in pixels, or why it cannot be used and what to do."""

    width: int = 0
    height: int = 0
    problem: str = ""
    help: str = ""
    meant: str = ""
    """If the file does not exist: the file that was probably meant."""
