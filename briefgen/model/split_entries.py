"""Recognizes a list entry that was split by mistake: each of its keys has a dash of its own."""

from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Fix
from briefgen.model.decode import Fault
from briefgen.yamltext import Document, Edit, Mapping, Path, Span


def find_split_entries(document: Document, faults: Sequence[Fault]) -> Iterator[tuple[Finding, frozenset[Path]]]:
    """Yield a finding for each split entry, with the paths whose missing keys it explains.

    The parts together have all required keys, and none twice.
    """
    missing: dict[Path, set[str]] = {}
    for fault in faults:
        if fault.kind == "missing" and len(fault.path) > 1 and isinstance(fault.path[-2], int):
            missing.setdefault(fault.path[:-1], set()).add(str(fault.path[-1]))
    done: set[Path] = set()
    for path in sorted(missing, key=str):
        parts = [] if path in done else list(_find_parts(document, path, missing))
        if len(parts) > 1:
            done.update(parts)
            yield _report(document, parts), frozenset(parts)


def _find_parts(document: Document, path: Path, missing: dict[Path, set[str]]) -> Iterator[Path]:
    """Yield the consecutive parts of a split entry, starting with one; nothing if they are not complete."""
    keys, open_keys, parts = _keys(document, path), set(missing[path]), [path]
    while open_keys:
        following = (*path[:-1], int(parts[-1][-1]) + 1)
        more = _keys(document, following)
        if following not in missing or not more or keys & more:
            return
        keys |= more
        open_keys -= more
        parts.append(following)
    yield from parts


def _keys(document: Document, path: Path) -> set[str]:
    node = document.node(*path)
    return {entry.key.value for entry in node.entries} if isinstance(node, Mapping) else set()


def _report(document: Document, parts: list[Path]) -> Finding:
    dashes = [_dash(document, path) for path in parts[1:]]
    second = document.node(*parts[1])
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
