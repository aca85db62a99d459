"""Facts from outside an issue: the publication's other issues, and the image files."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from briefgen.manuscript.published import Published
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
    published: tuple[Published, ...] = ()
    """What readers have of the issue; twice if two branches published it, and nothing before it is published."""
    is_publishing: bool = False
    """Whether what is built now will be published."""


MAX_IMAGES = 50
"""The maximum number of images of an issue that are read."""
MAX_IMAGE_PIXELS = 200_000_000
MAX_IMAGE_BYTES = 50_000_000
"""What all images of an issue may have together. An image that is shown twice counts twice."""


class ImageFact(Struct, frozen=True):
    """An image file: its size in pixels and bytes, or why it cannot be used and what to do."""

    width: int = 0
    height: int = 0
    size: int = 0
    problem: str = ""
    help: str = ""
    meant: str = ""
    """If the file does not exist: the file that was probably meant."""


class MailFact(Struct, frozen=True):
    """The mail of an issue, measured after it was rendered."""

    size: int
    """Bytes of its HTML."""
    items: tuple[int, ...] = ()
    """Bytes of each item in it, in order; empty if the publication's own template does not mark them."""
    addresses: tuple[str, ...] = ()
    """Where its links lead, each once."""
    pictures_without_alt: tuple[str, ...] = ()
    """The addresses of pictures without an alt text, not even an empty one."""
    fixed_colours: tuple[str, ...] = ()
    """Dark colours of text that stay in dark mode, on whatever is behind them."""


class ImageTotals:
    """Adds up the images of an issue."""

    def __init__(self) -> None:
        self._images = 0
        self._pixels = 0
        self._bytes = 0

    def add(self, fact: ImageFact | None) -> str:
        """Add an image; return what the issue has too much of, if it is this image that makes it too much, or ""."""
        before = self._excess
        self._images += 1
        if fact is not None:
            self._pixels += fact.width * fact.height
            self._bytes += fact.size
        return self._excess if self._excess != before else ""

    @property
    def is_full(self) -> bool:
        """Whether the issue has too much of something."""
        return bool(self._excess)

    @property
    def _excess(self) -> str:
        if self._images > MAX_IMAGES:
            return f"more than {MAX_IMAGES} images in one issue"
        if self._pixels > MAX_IMAGE_PIXELS:
            return f"more than {MAX_IMAGE_PIXELS // 10**6} million pixels in the images of one issue"
        if self._bytes > MAX_IMAGE_BYTES:
            return f"more than {MAX_IMAGE_BYTES // 10**6} MB in the images of one issue"
        return ""
