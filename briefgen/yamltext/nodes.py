"""The tree of a YAML text: mappings, sequences and scalars, each knowing where it stands."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from briefgen.yamltext.span import Span

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A text as the author wrote it; what it means is the model's business, not YAML's."""

    span: Span
    """The whole token: with its quotation marks, or from the `|` to its last line."""
    value: str
    style: ScalarStyle

    @property
    def is_null(self) -> bool:
        """Nothing written, `~` or `null`; a quoted empty text is a text."""
        return self.style == "plain" and self.value in NULLS


class Entry(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True, dict=True):
    """Keys with values, in the author's order."""

    span: Span
    entries: tuple[Entry, ...]

    def entry(self, key: str) -> Entry | None:
        """Return the entry of `key`, if the author wrote one."""
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
"""Keys and list indexes from the root down: `("briefs", 0, "body")`."""


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node below and including `node` with its path, in the order of the text."""
    yield path, node
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from walk(entry.value, (*path, entry.key.value))
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from walk(item, (*path, index))


def to_plain(node: Node, *, without: str | None = None) -> object:
    """Return dicts, lists, texts and None, as the model takes them; nothing is guessed from a text's looks.

    Keys that begin with `without` are left out.
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
