"""Groups whose own key is missing: the sources without the line `sources:` above them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import Line, Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span


class _Group(Struct, frozen=True):
    """The keys of a group or of one entry of a list, and the key that it is under."""

    keys: frozenset[str]
    owner: Line | None
    """The entry that it is under; None at the start of the file."""
    is_list: bool

    @property
    def owner_key(self) -> str:
        return self.owner.key if self.owner else ""


def find_missing_headings(sketch: Sketch, numbers: Sequence[int]) -> Iterator[Slip]:
    """Yield a slip for each key that is missing above a group that must be its own, at the first line of the group."""
    top = {line.key for line in sketch.lines if line.key and not line.indent and not line.dashes}
    told: set[str] = set()
    for number in numbers:
        line = sketch.lines[number]
        if line.kind != "entry":
            continue
        name = _name(sketch, number)
        if not name or name in told or (name in _AT_THE_TOP and name in top):
            continue
        owner = sketch.owner(number)
        # Another name for the group, which leads to the right one elsewhere.
        if owner is not None and not owner.plain and not owner.dashes and owner.key not in _GROUPS:
            continue
        told.add(name)
        margin = owner.column if owner is not None and name not in _AT_THE_TOP else 0
        indent = f", indented by {margin} spaces" if margin else ""
        edit = Edit(Span(line.start, line.start), f"{' ' * margin}{name}:\n")
        help_ = f"write `{name}:` on a line of its own above it{indent}"
        yield Slip(line.words, f"the line `{name}:` is missing above this one", help_, (edit,))


_AT_THE_TOP = frozenset({"sources", "corrections", "briefs", "feature"})
_OF_IMAGES = frozenset({"file", "alt", "caption", "credit"})
_HAVE_IMAGES = frozenset({"image", "images", "logo"})
_GROUPS = _AT_THE_TOP | _HAVE_IMAGES | {"author", "authors"}
_OF_PEOPLE = frozenset({"name", "bio", "language"})
_OF_ITEMS = frozenset({"title", "deck", "author", "authors", "image", "body"})
_OF_GROUPS = _OF_ITEMS | _OF_IMAGES


def _name(sketch: Sketch, number: int) -> str:
    """Return the key that is missing above a line, judging by the keys of its group, or ""."""
    line = sketch.lines[number]
    if line.dashes:
        group = _group_at(sketch, number)
        owner = group.owner
        # The dash of the next entry may be too far right.
        is_next = owner is not None and owner.dashes and owner.column == line.margin and owner.key == line.key
        return "" if is_next else _name_of_list(group)
    if line.margin and not line.plain and _is_stray_source(sketch, number):
        return "sources"
    return _name_of_keys(_group_at(sketch, number), line.key) if line.margin and line.key in _OF_GROUPS else ""


def _is_stray_source(sketch: Sketch, number: int) -> bool:
    """Return whether the keys below a line are those of a source, but it is not under `sources`."""
    below = sketch.next_words(number)
    if below is None or sketch.lines[below].margin <= sketch.lines[number].margin:
        return False
    keys = _keys(sketch, below)
    is_source = "outlet" in keys and bool(keys & {"date", "url", "title"})
    return is_source and _group_at(sketch, number).owner_key != "sources"


def _name_of_keys(group: _Group, key: str) -> str:
    """Return the name of the one group that has these keys, if that is not the key it is under."""
    if group.is_list:
        return ""
    if group.keys >= {"title", "body"} and key in _OF_ITEMS:
        return "" if group.owner_key == "feature" else "feature"
    is_image = key in _OF_IMAGES and "file" in group.keys and len(group.keys & _OF_IMAGES) > 1
    return "image" if is_image and not group.keys & _OF_ITEMS and group.owner_key not in _HAVE_IMAGES else ""


def _name_of_list(group: _Group) -> str:
    """Return the name of the list that a group with a dash is an entry of, if that is not the key it is under."""
    if "text" in group.keys and group.keys & {"date", "item"}:
        name = "corrections"
    elif group.keys >= {"title", "body"}:
        name = "briefs"
    elif "name" in group.keys and group.keys <= _OF_PEOPLE:
        name = "authors"
    else:
        return ""
    return "" if group.owner_key == name else name


def _group_at(sketch: Sketch, number: int) -> _Group:
    owner = sketch.owner(number)
    line = sketch.lines[number]
    is_list = bool(line.dashes) or (owner is not None and bool(owner.dashes) and owner.column == line.margin)
    return _Group(_keys(sketch, number), owner, is_list)


def _keys(sketch: Sketch, number: int) -> frozenset[str]:
    """Return the keys of the group that begins at a line, up to the next entry of its list."""
    column, keys = sketch.lines[number].column, {sketch.lines[number].key}
    for each in sketch.entries[bisect_right(sketch.entries, number) :]:
        line = sketch.lines[each]
        if line.margin <= column and (line.margin < column or line.dashes):
            break
        if line.margin == column and not line.dashes:
            keys.add(line.key)
    return frozenset(keys)
