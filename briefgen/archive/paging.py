"""Splits long lists into pages that stay as they are while the list grows."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class PageLink(Struct, frozen=True):
    """A link from one part of a long list to another."""

    words: str
    path: str
    """From the folder of the archive: `outlets/nyt/page-2/index.html`."""
    is_current: bool


class ListPage(Struct, Generic[T], frozen=True):
    """A part of a long list."""

    path: str
    items: tuple[T, ...]
    links: tuple[PageLink, ...]
    """To all parts, the newest first; nothing if there is only one."""


def split_pages(folder: str, items: Sequence[T], size: int) -> Iterator[ListPage[T]]:
    """Yield the pages of a list that has its newest items first; `folder` ends with a slash.

    All pages but the first have `size` items, counted from the end, and keep their names: what is added at the
    beginning changes the first page only, until that has twice as many.
    """
    others = max(len(items) // size - 1, 0)
    first = len(items) - others * size
    parts = [tuple(items[:first]), *(tuple(items[at : at + size]) for at in range(first, len(items), size))]
    numbers = range(len(parts), 0, -1)
    paths = [f"{folder}index.html", *(f"{folder}page-{number}/index.html" for number in numbers[1:])]
    for path, part in zip(paths, parts, strict=True):
        links = (PageLink(str(number), other, other == path) for number, other in zip(numbers, paths, strict=True))
        yield ListPage(path, part, tuple(links) if others else ())
