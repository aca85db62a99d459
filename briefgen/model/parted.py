"""Entries of a list that are one: each of their keys was written with a dash of its own."""

from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Fix
from briefgen.model.decode import Fault
from briefgen.yamltext import Document, Edit, Mapping, Path, Span


def find_parted(document: Document, faults: Sequence[Fault]) -> Iterator[tuple[Finding, frozenset[Path]]]:
    """Yield what is said of each row of such entries, and the entries whose missing keys it explains.

    Together they hold every key that each of them misses, and none of them twice.
    """
    missing: dict[Path, set[str]] = {}
    for fault in faults:
        if fault.kind == "missing" and len(fault.path) > 1 and isinstance(fault.path[-2], int):
            missing.setdefault(fault.path[:-1], set()).add(str(fault.path[-1]))
    done: set[Path] = set()
    for path in sorted(missing, key=str):
        row = [] if path in done else list(_row(document, path, missing))
        if len(row) > 1:
            done.update(row)
            yield _report(document, row), frozenset(row)


def _row(document: Document, path: Path, missing: dict[Path, set[str]]) -> Iterator[Path]:
    """Yield the entries from one on that make a whole, or only the first."""
    keys, open_keys, row = _keys(document, path), set(missing[path]), [path]
    while open_keys:
        following = (*path[:-1], int(row[-1][-1]) + 1)
        more = _keys(document, following)
        if following not in missing or not more or keys & more:
            return
        keys |= more
        open_keys -= more
        row.append(following)
    yield from row


def _keys(document: Document, path: Path) -> set[str]:
    node = document.node(*path)
    return {entry.key.value for entry in node.entries} if isinstance(node, Mapping) else set()


def _report(document: Document, row: list[Path]) -> Finding:
    dashes = [_dash(document, path) for path in row[1:]]
    second = document.node(*row[1])
    key = second.entries[0].key.value if isinstance(second, Mapping) else ""
    edits = tuple(Edit(span, " ") for span in dashes)
    return Finding(
        span=dashes[0],
        message=f"`{key}` begins with a dash, and belongs to the entry above it",
        help="write a space for the dash: an entry has one, before its first key",
        fix=Fix("join the entries", edits, is_safe=True),
    )


def _dash(document: Document, path: Path) -> Span:
    node = document.node(*path)
    at = document.text.rindex("-", 0, node.span.start if node else 0)
    return Span(at, at + 1)
