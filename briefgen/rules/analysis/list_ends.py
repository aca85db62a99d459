"""The ends of lists in a YAML file, where an entry can be added without touching what the author wrote."""

from briefgen.yamltext import Document, Mapping, Node, Sequence


def find_last_value(document: Document, block: Mapping | Sequence) -> Node:
    """Return the last value in a block that is not empty, since the block's own span may include comments after it."""
    last = _last_of(block)
    while isinstance(last, Mapping | Sequence) and _has_values(last) and not is_flow(document, last):
        last = _last_of(last)
    return last


def _last_of(block: Mapping | Sequence) -> Node:
    return block.items[-1] if isinstance(block, Sequence) else block.entries[-1].value


def _has_values(block: Mapping | Sequence) -> bool:
    return bool(block.items if isinstance(block, Sequence) else block.entries)


def rest_of_line(document: Document, at: int) -> str | None:
    """Return the rest of a line if it is blank or a comment, else None."""
    place = document.lines.position(at)
    rest = document.lines.line(place.line)[place.column - 1 :]
    return rest if not rest.strip() or rest.lstrip().startswith("#") else None


def is_flow(document: Document, block: Mapping | Sequence) -> bool:
    """Return whether a mapping or list is written in brackets."""
    return document.text[block.span.start : block.span.start + 1] in {"{", "["}
