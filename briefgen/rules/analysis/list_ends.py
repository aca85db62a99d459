"""The ends of lists in a YAML file, where an entry can be added without touching what the author wrote."""

from briefgen.yamltext import Document, Mapping, Node, Sequence


def find_last_value(document: Document, block: Mapping | Sequence) -> Node:
    """Return the last value in a block, since the block's own span may include comments after it."""
    last: Node = block
    while isinstance(last, Mapping | Sequence) and not is_flow(document, last):
        inner = last.items if isinstance(last, Sequence) else tuple(entry.value for entry in last.entries)
        if not inner:
            break
        last = inner[-1]
    return last


def rest_of_line(document: Document, at: int) -> str | None:
    """Return the rest of a line if it is blank or a comment, else None."""
    place = document.lines.position(at)
    rest = document.lines.line(place.line)[place.column - 1 :]
    return rest if not rest.strip() or rest.lstrip().startswith("#") else None


def is_flow(document: Document, block: Mapping | Sequence) -> bool:
    """Return whether a mapping or list is written in brackets."""
    return document.text[block.span.start : block.span.start + 1] in {"{", "["}
