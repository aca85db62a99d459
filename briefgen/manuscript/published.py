"""What readers have of a published issue: digests of its parts, which show later that one of them has changed.

They are made from what the author wrote, not from outputs: another template, font or version of briefgen changes
nothing. How a text is wrapped and quoted does not matter either, nor does what `_NOT_PRINTED` lists.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from briefgen.model import Image, PartialDate
from briefgen.yamltext import Path

if TYPE_CHECKING:
    from briefgen.manuscript.manuscript import Manuscript

PARTS = ("issue", "feature", "brief", "sources", "corrections")
"""The kinds of parts, in their order; there is one `brief` for each brief."""
DIGITS = 12
"""Of a digest, hexadecimal: enough to tell apart what the same people write in the same place."""

# The copy that stands in for a dead page does not change what was said; when a source was read, and in which
# language, changes no words; the name of a picture's file is seen by nobody.
_NOT_PRINTED = frozenset({
    "accessed", "analysis", "archived", "background", "cutoff", "dead", "draft", "email", "file", "ignore", "interview",
    "language", "minor", "note", "print", "subject",
})  # fmt: skip


class Published(Struct, frozen=True):
    """What `published.lock` says of an issue."""

    slug: str
    """The name of its output folder."""
    corrections: int
    """How many corrections it has, with minor ones."""
    modified: str
    """The day of its last printed correction, or its own; ISO 8601."""
    parts: tuple[tuple[str, str], ...]
    """The kind and the digest of each part, in the order of `PARTS`; what is empty has none."""

    def has_same_words(self, other: "Published") -> bool:
        """Return whether readers would see the same."""
        return self.parts == other.parts


def is_uncorrected(published: Iterable[Published], now: Published) -> bool:
    """Return whether an issue has changed since it was published, and has no correction that it did not have then.

    If two branches published it, it is there twice; the issue may be as in either.
    """
    then = tuple(published)
    return (
        bool(then)
        and not any(each.has_same_words(now) for each in then)
        and now.corrections <= max(each.corrections for each in then)
    )


def find_changes(then: Published, now: Published) -> tuple[Path, ...]:
    """Return the paths of the parts that have changed; `("number",)` stands for what all items share."""
    before, after = _by_kind(then), _by_kind(now)
    paths: dict[str, Path] = {"issue": ("number",), "feature": ("feature",)}
    paths |= {kind: (kind,) for kind in ("sources", "corrections")}
    changed = [paths[kind] for kind in paths if before[kind] != after[kind]]
    left = Counter(before["brief"])
    left.subtract(after["brief"])
    fresh: list[Path] = [("briefs", place) for place, each in enumerate(after["brief"]) if left[each] < 0]
    if not fresh and before["brief"] != after["brief"]:
        fresh = [("briefs",)]
    place = sum(path in {("number",), ("feature",)} for path in changed)
    return (*changed[:place], *fresh, *changed[place:])


def _by_kind(published: Published) -> dict[str, list[str]]:
    return {kind: [digest for each, digest in published.parts if each == kind] for kind in PARTS}


def describe_published(manuscript: "Manuscript", slug: str) -> Published:
    """Return what readers would have of an issue if it were published now.

    Raises:
        ValueError: the issue could not be read.
    """
    issue = manuscript.read_issue
    reader = _Reader(manuscript)
    shared = {"number": issue.number, "date": issue.date, "summary": issue.summary, "image": issue.image}
    # An item's pictures can be in its body, whose names of files say nothing of what they show.
    shown = {
        item.path: [reader.picture(figure.attribute("src")) for figure in item.figures] for item in manuscript.items
    }
    items = {path: [item, shown.get(path)] for path, item in zip(issue.item_paths, issue.items, strict=True)}
    parts = [
        ("issue", shared),
        ("feature", items[("feature",)]),
        # In the order of the file, so that a place is a path.
        *(("brief", items["briefs", place]) for place in range(len(issue.briefs))),
        ("sources", sorted(map(reader.canonical_text, issue.sources.values()))),
        ("corrections", list(issue.public_corrections.values())),
    ]
    digests = ((kind, reader.digest(value)) for kind, value in parts)
    return Published(
        slug, len(issue.corrections), issue.modified.isoformat(), tuple(each for each in digests if each[1])
    )


class _Reader:
    """Reduces the author's values to what readers see of them."""

    def __init__(self, manuscript: "Manuscript") -> None:
        self._images = manuscript.images

    def digest(self, value: object) -> str:
        """Return the digest of a value, or "" if it is empty."""
        canonical = self._canonical(value)
        return sha256(msgspec.json.encode(canonical)).hexdigest()[:DIGITS] if canonical else ""

    def canonical_text(self, value: object) -> str:
        """Return a value in a form that sorts."""
        return msgspec.json.encode(self._canonical(value)).decode()

    def picture(self, name: str) -> str:
        """Return what tells a picture from another one without reading all of it: its size in pixels and bytes."""
        fact = self._images.get(name)
        return f"{fact.width} × {fact.height}, {fact.size}" if fact is not None else ""

    def _canonical(self, value: object) -> object:
        """Return a value as text and lists; what is empty says nothing, so that keys can be added later."""
        match value:
            case str():
                return " ".join(value.split())
            case PartialDate() | date():
                return str(value)
            case Struct():
                return self._fields(value)
            case dict():
                return self._pairs(value.items())
            case list() | tuple():
                return [self._canonical(each) for each in value if each]
            case _:
                return value

    def _fields(self, value: Struct) -> object:
        names = [name for name in value.__struct_fields__ if name not in _NOT_PRINTED]
        pairs = [(name, getattr(value, name)) for name in names]
        # An address that now begins with https leads to the same page.
        pairs = [(name, each.partition("://")[2] if name == "url" and each else each) for name, each in pairs]
        if isinstance(value, Image):
            pairs.append(("picture", self.picture(value.file)))
        return self._pairs(pairs)

    def _pairs(self, pairs: Iterable[tuple[str, object]]) -> object:
        return sorted(self._filled(pairs))

    def _filled(self, pairs: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
        for name, value in pairs:
            canonical = self._canonical(value)
            if canonical:
                yield name, canonical
