"""Advice for misplaced parts of a file: a second document, a duplicate key, a list without a name."""

import re

from briefgen.expressions import expression
from briefgen.yamltext.nodes import Entry, Mapping, Node, Scalar, Sequence

# Keys of publication.yaml, which is no list.
_OF_ONE = frozenset({"number", "tagline", "publisher", "style", "validate", "build", "email", "logo"})
_FIRST_KEY = expression(r"\s*(?:#[^\n]*\n\s*)*(?:- )?(?P<key>[A-Za-z_][\w-]*):(?:\s|$)")
# The name of a list, by a key that only its entries have.
_LISTS = {
    "expected": "terms",
    "id": "outlets",
    "domains": "outlets",
    "body": "briefs",
    "title": "briefs",
}
LIST_NAMES = frozenset({"briefs", "corrections", "authors", "images", "outlets", "terms"})
"""The keys whose values are lists of groups."""
# Keys that can start an entry of a list.
_FIRST = frozenset({"title", "name", "date", "id", "expected"})


def advise_second(text: str, start: int, end: int) -> str:
    """Return advice for a second document, which starts with the `---` at `start`."""
    first, rest = text[:start], text[end:]
    key = _FIRST_KEY.match(rest)
    if not rest.strip():
        return "delete the `---`: a file holds one document"
    if key is None:
        return "an issue is one YAML file: put the text below it into `feature:`, under `body: |`, indented"
    if re.search(rf"(?m)^{re.escape(key['key'])}:", first):
        return "move everything below it into a separate file: a file holds one issue"
    return "delete the `---`: a file holds one document"


def advise_twin(first: Entry, value: Node, *, is_root: bool, in_list: bool, is_first: bool) -> str:
    """Return advice for a duplicate key."""
    kinds = {type(first.value), type(value)}
    if kinds == {Mapping} and not is_root:
        return "give one of the two another name, or keep one"
    if is_root and kinds <= {Mapping, Sequence}:
        return f"move everything below it to the first `{first.key.value}:`, and delete this line"
    if not is_root and not in_list and is_first and first.key.value in _FIRST:
        return "keep one of the two, or begin each entry of a list with `- `"
    if in_list:
        return "begin another entry with `- ` in place of the two spaces before it, or keep one of the two"
    if isinstance(value, Scalar) and value.style in {"literal", "folded"}:
        return "keep one of the two, or merge their texts under the first"
    return "keep one of the two"


ONE = "-"
"""Instead of a name: what looks like a list is a file with a dash too many."""


def name_list(root: Sequence) -> str:
    """Return the missing name of a list, judging by its entries' keys, `ONE`, or ""."""
    first = root.items[0] if root.items else None
    keys = {entry.key.value for entry in first.entries} if isinstance(first, Mapping) else set()
    if len(root.items) == 1 and keys & _OF_ONE:
        return ONE
    return next((name for key, name in _LISTS.items() if key in keys), "")


def find_shallow(nodes: list[Node]) -> tuple[Scalar, Scalar] | None:
    """Return an empty key that stands as far right as its own keys, and the first of these, or None.

    Two or more of the keys below it are twins of keys above it.
    """
    seen: set[str] = set()
    named: tuple[Scalar, Scalar] | None = None
    twins = 0
    last: tuple[Node, Node] | None = None
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if isinstance(key, Scalar) and key.value in seen:
            above, empty = last or (key, value)
            is_empty = isinstance(empty, Scalar) and empty.is_null and isinstance(above, Scalar)
            if named is None and is_empty and isinstance(above, Scalar):
                named = above, key
            twins += named is not None
        elif isinstance(key, Scalar):
            seen.add(key.value)
        last = key, value
    return named if twins > 1 else None
