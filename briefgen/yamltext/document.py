"""A parsed YAML text, with a source map from every scalar value back to the file."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.nodes import Mapping, Node, Path, Scalar, Sequence, walk
from briefgen.yamltext.scalars import ScalarMap, map_scalar
from briefgen.yamltext.span import LineIndex, Span


class Fault(Struct, frozen=True):
    """A reason why the text cannot be read: where, what, and how to repair it."""

    span: Span
    message: str
    help: str
    related: tuple[tuple[Span, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    """The repair, if there is only one plausible repair; otherwise empty."""


class Document(Struct, frozen=True, dict=True):
    """A text and its parse result; `root` is None if the text could not be parsed."""

    text: str
    """The text without its byte order mark; spans are offsets into it."""
    root: Node | None
    faults: tuple[Fault, ...] = ()
    has_byte_order_mark: bool = False

    @cached_property
    def lines(self) -> LineIndex:
        """The line index of the text."""
        return LineIndex.of(self.text)

    def node(self, *path: str | int) -> Node | None:
        """Return the node at a path from the root, or None if there is none."""
        node = self.root
        for step in path:
            match node, step:
                case Mapping(), str():
                    entry = node.entry(step)
                    node = entry.value if entry else None
                case Sequence(items=items), int() if 0 <= step < len(items):
                    node = items[step]
                case _:
                    return None
        return node

    def key_span(self, *path: str | int) -> Span | None:
        """Return the span of the key at a path; for a list index, the span of the item itself."""
        if not path:
            return None
        match self.node(*path[:-1]), path[-1]:
            case Mapping() as mapping, str(key):
                entry = mapping.entry(key)
                return entry.key.span if entry else None
            case Sequence(items=items), int(index) if 0 <= index < len(items):
                return items[index].span
            case _:
                return None

    def nearest_span(self, *path: str | int) -> Span:
        """Return the span of the deepest key on a path that exists; the first line if none does.

        Diagnostics about a missing key are shown there.
        """
        for length in range(len(path), 0, -1):
            span = self.key_span(*path[:length])
            if span is not None:
                return span
        return Span(0, len(self.lines.line(1)))

    def value_span(self, *path: str | int) -> Span:
        """Return the span of a value; if it is empty, the span of its key or the nearest existing parent key."""
        node = self.node(*path)
        if node is None or (isinstance(node, Scalar) and not node.value and node.style == "plain"):
            return self.nearest_span(*path)
        return node.span

    def span(self, path: Path, start: int, end: int) -> Span:
        """Return the span in the file of `value[start:end]`, where `value` is the scalar at `path`.

        Raises:
            LookupError: there is no scalar at `path`.
        """
        return self.map_at(path).span(start, end)

    def map_at(self, path: Path) -> ScalarMap:
        """Return the source map of the scalar at a path.

        Raises:
            LookupError: there is no scalar at `path`.
        """
        match self.node(*path):
            case Scalar() as scalar:
                return self.map_of(scalar)
            case _:
                raise LookupError(path)

    @cached_property
    def _maps(self) -> dict[int, ScalarMap]:
        return {}

    def map_of(self, scalar: Scalar) -> ScalarMap:
        """Return the source map of a scalar; it is computed on first use."""
        found = self._maps.get(id(scalar))
        if found is None:
            found = self._maps[id(scalar)] = map_scalar(self.text, scalar)
        return found

    def walk(self) -> Iterator[tuple[Path, Node]]:
        """Yield every node with its path, in document order."""
        return iter(self._nodes)

    @cached_property
    def _nodes(self) -> tuple[tuple[Path, Node], ...]:
        return tuple(walk(self.root)) if self.root is not None else ()
