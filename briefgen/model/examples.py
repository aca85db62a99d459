"""Advice on what to write under a key, with an example."""

import re
import typing
from collections.abc import Collection

from msgspec import Struct

from briefgen.model.annotations import Annotation, fields_of, shape_of
from briefgen.model.bibliographic import date_of_copy, read_date_parts, read_names, split_names
from briefgen.model.field_error import Wanted
from briefgen.yamltext import Document, Edit, Entry, Mapping, Node, Scalar, Sequence, Span, quote

_MAX_SHOWN = 60
# Example values by key; other keys show an ellipsis.
_VALUES = {
    "number": "133",
    "date": "2023-05-12",
    "expected": "Taiwan Strait",
    "file": "images/kiel.jpg",
    "id": "nyt",
    "rule": "unused-source",
    "url": "https://example.org/",
    "author": "Jane Doe",
    "authors": "Jane Doe",
    "alt": "What it shows",
}
# Those whose examples could be taken for the value that is wanted.
_COUNTED = {"number": "the number of the issue", "date": "the day"}
# Keys of free text, in which brackets may be meant.
_FREE = frozenset({
    "title", "deck", "summary", "subject", "name", "tagline", "publisher", "caption", "credit", "alt", "note",
    "section", "text", "bio", "translated_title", "reason", "body", "from", "to", "item", "match",
    "controlled_by", "renamed_to",
})  # fmt: skip
_LIST_IN_BODY = "write `body: |`, and the list below it; paragraphs lose their dashes"
_NAMES = frozenset({"expected", "outlet", "name", "id"})
# Required texts; advice on other keys mentions that they may be deleted.
_REQUIRED = frozenset({
    "title", "name", "file", "outlet", "text", "rule", "number", "date", "feature", "expected", "from", "to", "id",
})  # fmt: skip


def example_of(key: str, annotation: Annotation) -> str:
    """Return advice for a missing key."""
    if key == "body":
        return "write `body: |`, and the text below it, indented"
    kind = _unwrapped(annotation)
    if _is_record(kind):
        return f"write `{key}:` and, indented below it, {_fields(kind)}"
    if key in _COUNTED:
        return f"write {_COUNTED[key]}, as in `{key}: {_VALUES[key]}`"
    return f"write `{key}: {_VALUES.get(key, '…')}`"


def advise(document: Document, key: str, wanted: Wanted, node: Node | None, annotation: Annotation) -> str:
    """Return advice for a value of the wrong kind."""
    match wanted:
        case "text":
            return _advise_text(document, key, node)
        case "list":
            return _advise_list(document, key, node, annotation)
        case _:
            return _advise_group(document, key, node, annotation)


def _advise_text(document: Document, key: str, node: Node | None) -> str:
    joined = _join_parts(key, node)
    if joined:
        return f"write it on one line: `{key}: {joined}`"
    if isinstance(node, Sequence) and isinstance(next(iter(node.items), None), Scalar):
        return _advise_text_of_list(document, key, node)
    match node:
        case Mapping(span=span) | Sequence(span=span) if span.of(document.text)[:1] in {"[", "{"}:
            return _advise_bracketed(key, span.of(document.text))
        case Sequence() if key == "body":
            return _LIST_IN_BODY
        case _ if key == "body":
            return "write `body: |`, and the text on the lines below it, indented"
        case _:
            where = "on one line" if isinstance(node, Mapping) else "after the colon"
            way_out = f"write it {where}: `{key}: {_VALUES.get(key, '…')}`"
            return way_out if key in _REQUIRED else f"{way_out}, or delete the key"


def _advise_bracketed(key: str, written: str) -> str:
    """Return advice for brackets in place of a text."""
    if key in _FREE:
        return f"put it in quotation marks: `{key}: {quote(written[:_MAX_SHOWN])}`"
    return f"write it without brackets: `{key}: {written.strip('[]{}').strip()[:_MAX_SHOWN] or '…'}`"


def _advise_text_of_list(document: Document, key: str, node: Sequence) -> str:
    """Return advice for a list of texts in place of a single text."""
    first, is_one = node.items[0], len(node.items) == 1
    written, value = node.span.of(document.text), first.value[:_MAX_SHOWN] if isinstance(first, Scalar) else ""
    if key == "author" and not is_one:
        # A source has one text for all who wrote it.
        names = " and ".join(each.value for each in node.items if isinstance(each, Scalar))
        return f"write it on one line: `author: {_shown(names)}`"
    if key == "section":
        return f"an item is in one section: `section: {value}`"
    if key not in _FREE or (is_one and key in _NAMES):
        return f"{'write it' if is_one else 'keep one,'} without brackets: `{key}: {value}`"
    if written[:1] == "[":
        return f"put it in quotation marks: `{key}: {quote(written[:_MAX_SHOWN])}`"
    return _LIST_IN_BODY if key == "body" else f"keep one: `{key}: {value}`"


def _join_parts(key: str, node: Node | None) -> str:
    """Return a name or date, given in parts as in other tools, as one text."""
    if not isinstance(node, Mapping | Sequence):
        return ""
    if key == "author" and not (isinstance(node, Sequence) and any(isinstance(each, Scalar) for each in node.items)):
        return _shown(" and ".join(read_names(node)))
    return read_date_parts(node) if key in {"date", "accessed"} else ""


def _advise_list(document: Document, key: str, node: Node | None, annotation: Annotation) -> str:
    entry = _unwrapped(shape_of(_unwrapped_union(annotation)).arguments[0])
    match node:
        case Scalar(value=value) if not _is_record(entry) or "expand" in shape_of(_entry_of(annotation)).extra:
            parts = split_names(value) if key == "authors" else re.split(r"\s*(?:[,;]\s+|\n)\s*", value.strip())
            if not value.strip():
                return f"write `{key}: […]`, with commas between the entries, or delete the key"
            return f"write it as a list: `{key}: [{', '.join(map(_shown, parts or [value]))}]`"
        case Mapping(entries=[first, *_]) if _is_record(entry):
            return _advise_named(first, fields_of(entry)) or (
                f"begin each entry with `- `: `- {first.key.span.of(document.text)}: …`"
            )
        case _ if _is_record(entry):
            name = next(iter(fields_of(entry)))
            return f"write `{key}:`, with entries below it that begin with `- `: `- {name}: {_VALUES.get(name, '…')}`"
        case _:
            return f"write `{key}: […]`, with commas between the entries"


def _advise_named(first: Entry, fields: Collection[str]) -> str:
    """Return advice for a list in which each entry should be under a key of its own."""
    key = first.key.value
    if key in fields:
        return ""
    if isinstance(first.value, Mapping) and "id" in fields:
        return f"write `- id: {key}` instead of `{key}:`, and line up everything below it with `id`"
    if isinstance(first.value, Mapping):
        return f"write `- ` instead of `{key}:`, and line up everything below after it"
    written = first.value.value if isinstance(first.value, Scalar) and first.value.value else "…"
    if {"expected", "patterns"} <= set(fields):
        return f"write each entry as `- {{expected: {_shown(written)}, patterns: [{_shown(key)}]}}`"
    if {"date", "text"} <= set(fields):
        return f"write each entry as `- {{date: {key}, text: {_shown(written)}}}`"
    return ""


def _advise_group(document: Document, key: str, node: Node | None, annotation: Annotation) -> str:
    kind = _unwrapped(annotation)
    if isinstance(node, Sequence) and node.items:
        return _advise_without_dashes(key, node, kind)
    if isinstance(node, Scalar) and node.is_null and not key:
        return f"write {_fields(kind)} after the dash, or delete it"
    if isinstance(node, Scalar) and node.is_null:
        return f"indent what belongs to `{key}` further than `{key}` itself: {_fields(kind)}"
    if _is_record(kind):
        fields = _fields(kind, document, node)
        return f"write `{key}:` and, indented below it, {fields}" if key else f"write keys of its own: {fields}"
    entry = shape_of(kind).arguments[1:]
    inner = f", each with {_fields(_unwrapped(entry[0]))}" if entry and _is_record(_unwrapped(entry[0])) else ""
    return f"write `{key}:` and, indented below it, a key for each entry{inner}"


def _is_split_mapping(node: Sequence, fields: Collection[str]) -> bool:
    """Return whether the entries of a list are the keys of one mapping, each with a superfluous dash."""
    keys = [entry.key.value for item in node.items if isinstance(item, Mapping) for entry in item.entries]
    is_all = all(isinstance(item, Mapping) for item in node.items)
    return is_all and len(node.items) > 1 and len(set(keys)) == len(keys) and set(keys) <= set(fields)


def _advise_one_group(key: str, node: Sequence, kind: Annotation) -> str:
    """Return advice for a list in place of a single mapping."""
    if key == "author" and not _is_split_mapping(node, fields_of(kind)):
        names = ", ".join(_shown(item.value) for item in node.items if isinstance(item, Scalar))
        return f"list several under `authors`: `authors: [{names or '…'}]`"
    name, first = next(iter(fields_of(kind).items()))
    if isinstance(node.items[0], Scalar) and shape_of(_unwrapped_union(first.type)).origin is not tuple:
        return (
            f"write {_fields(kind)} without a list"
            if not key
            else f"write `{key}:` and, indented below it, {_fields(kind)}"
        )
    if not key:
        return "delete the second `- `" if isinstance(node.items[0], Mapping) else f"write {_fields(kind)}"
    if isinstance(node.items[0], Scalar):
        words = ", ".join(_shown(item.value) for item in node.items if isinstance(item, Scalar))
        return f"write `{key}:` and, indented below it, `{name}: [{words}]`"
    each = "each `- `" if _is_split_mapping(node, fields_of(kind)) else "the `- `"
    return f"replace {each} with two spaces: there is one `{key}`, with its keys below it"


def undash(document: Document, node: Sequence, kind: Annotation) -> tuple[Edit, ...]:
    """Return the edits that make one group of a list, with spaces instead of dashes; none if it is more than one."""
    record = _unwrapped(kind)
    if not _is_record(record) or not all(isinstance(item, Mapping) for item in node.items):
        return ()
    if len(node.items) != 1 and not _is_split_mapping(node, fields_of(record)):
        return ()
    starts = [item.span.start for item in node.items]
    gaps = [re.search(r"(?<![^\s-])-[ \t]+\Z", document.text[:start]) for start in starts]
    edits = [
        Edit(Span(gap.start(), start), " " * len(gap.group())) for gap, start in zip(gaps, starts, strict=True) if gap
    ]
    return tuple(edits) if len(edits) == len(starts) else ()


def _advise_without_dashes(key: str, node: Sequence, kind: Annotation) -> str:
    if _is_record(kind):
        return _advise_one_group(key, node, kind)
    first = node.items[0]
    match first:
        case Mapping(entries=[entry]) if isinstance(entry.value, Scalar) and entry.value.value and key != "sources":
            return f"delete each `- `: `{entry.key.value}: {_shown(entry.value.value)}`"
        case Mapping(entries=[entry, *_]) if isinstance(entry.value, Mapping) or (
            isinstance(entry.value, Scalar) and entry.value.is_null
        ):
            return f"delete each `- `: each entry has its own key, such as `{entry.key.value}:`"
        case Mapping(entries=[named, *_]) if isinstance(named.value, Scalar) and named.key.value in {"key", "id"}:
            name = named.value.value
            return f"write the key instead of the dash: `{name}:`, and the rest below it, indented"
        case _:
            return f"write a key of your own instead of each `- `: `{'welt-kiel' if key == 'sources' else 'key'}:`"


def _fields(kind: Annotation, document: Document | None = None, node: Node | None = None) -> str:
    """List a record's required keys, or else its first two, with example values; uses text from `node` if it fits."""
    if not _is_record(kind):
        return "`…`"
    fields = fields_of(kind)
    names = [name for name, field in fields.items() if field.required] or list(fields)[:2]
    shown = {name: _VALUES.get(name, "…") for name in names}
    if document is not None and isinstance(node, Scalar) and "\n" not in node.value:
        likely = ["url"] if node.value.startswith("http") else ["text", *names] if len(names) == 1 else ["text"]
        target = next((name for name in likely if name in fields), "")
        if target and node.value.strip() and (fitted := _fit(fields[target].type, node.value)):
            shown[target] = fitted
        if "date" in shown and (saved := date_of_copy(node.value)):
            shown["date"] = saved
    *most, last = (f"`{name}: {value}`" for name, value in shown.items())
    return f"{', '.join(most)} and {last}" if most else last


def _fit(annotation: Annotation, value: str) -> str:
    """Return a text as a value of a field: a list of it, or itself; "" if it cannot be one."""
    origin = shape_of(_unwrapped_union(annotation)).origin
    if origin is tuple:
        parts = re.split(r"\s*[,;]\s*", value)
        return f"[{', '.join(map(_shown, parts))}]"
    return "" if origin is bool and value not in {"true", "false"} else _shown(value)


def _shown(value: str) -> str:
    line = value if len(value) <= _MAX_SHOWN else value[: _MAX_SHOWN - 1] + "…"
    return quote(line) if any(mark in line for mark in ",:[]{}#\"'") and not line.startswith("http") else line


def _entry_of(annotation: Annotation) -> Annotation:
    return shape_of(_unwrapped_union(annotation)).arguments[0]


def _unwrapped(annotation: Annotation) -> Annotation:
    """Strip `Optional` and marks from the annotation of a record; return other annotations unchanged."""
    shape = shape_of(annotation)
    if shape.origin is typing.Union:
        return _unwrapped(shape.arguments[0])
    return shape.origin if _is_record(shape.origin) else annotation


def _unwrapped_union(annotation: Annotation) -> Annotation:
    shape = shape_of(annotation)
    return _unwrapped_union(shape.arguments[0]) if shape.origin is typing.Union else annotation


def _is_record(kind: Annotation) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)
