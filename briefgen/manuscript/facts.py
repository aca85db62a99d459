"""What is known from outside an issue: the other issues of the publication, and the pictures it names."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from briefgen.model import PartialDate
from briefgen.yamltext import Position


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


class FileFact(Struct, frozen=True):
    """What is known of an issue's file among those of its publication."""

    rivals: tuple[str, ...] = ()
    """The names of other files that say the same number."""


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
