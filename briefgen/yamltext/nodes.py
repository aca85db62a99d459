"""The tree of a YAML text: mappings, sequences and scalars, each with its span."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from briefgen.yamltext.span import Span

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A value as text; the model decides its type, not YAML."""

    span: Span
    """The whole token, including quotation marks, or the block from `|` to its last line of text."""
    value: str
    style: ScalarStyle

    @property
    def is_null(self) -> bool:
        """Whether the value is empty, `~` or `null`; a quoted empty text is not null."""
        return self.style == "plain" and self.value in NULLS


class Entry(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True, dict=True):
    """Keys with values, in source order."""

    span: Span
    entries: tuple[Entry, ...]

    def entry(self, key: str) -> Entry | None:
        """Return the entry for `key`, or None."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key.value: entry for entry in self.entries}


class Sequence(Struct, frozen=True):
    """A list."""

    span: Span
    items: tuple["Node", ...]


Node = Scalar | Mapping | Sequence
Path = tuple[str | int, ...]
"""Keys and list indexes from the root to a node: `("briefs", 0, "body")`."""


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield `node` and all its descendants with their paths, in document order."""
    yield path, node
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from walk(entry.value, (*path, entry.key.value))
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from walk(item, (*path, index))


def to_plain(node: Node, *, without: str | None = None) -> object:
    """Convert a node to dicts, lists, strings and None; no types are guessed from the text.

    Keys that start with `without` are left out.
    """
    match node:
        case Scalar():
            return None if node.is_null else node.value
        case Sequence(items=items):
            return [to_plain(item, without=without) for item in items]
        case _:
            return {
                entry.key.value: to_plain(entry.value, without=without)
                for entry in node.entries
                if without is None or not entry.key.value.startswith(without)
            }
