"""Keys that nobody knows, and what their author meant: one misspelt key must not silence the rest."""

import re

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix
from briefgen.model.aliases import find_correct_place, fold_key, resolve_alias
from briefgen.model.decode import Fault
from briefgen.model.nearest import nearest
from briefgen.yamltext import Document, Edit, Entry, Mapping, Node, Path, Scalar, Sequence, Span, quote

_TIGHT = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>\S.*)", re.DOTALL)


def guess_key(document: Document, fault: Fault) -> str | None:
    """Return the known key that an unknown one stands for, of those not yet written here if there is any."""
    parent = document.node(*fault.path[:-1])
    written = {entry.key.value for entry in parent.entries} if isinstance(parent, Mapping) else set()
    key, record = str(fault.path[-1]), _record_of(fault)
    tight = _TIGHT.fullmatch(key)
    if tight is not None and tight["key"] in fault.known:
        return tight["key"]
    for meant in (fold_key(key), resolve_alias(record, key)):
        if meant in fault.known and meant not in written:
            return meant
    if find_correct_place(record, key) or " " in key:
        return None
    free = [key for key in fault.known if key not in written]
    return nearest(key, free) or nearest(key, fault.known)


def rename_keys(document: Document, meant: dict[Path, str]) -> Document:
    """Return a document in which some keys are read as others; what is not written twice by that stays in place."""
    return replace(document, root=_renamed(document.root, (), meant)) if document.root else document


def _renamed(node: Node, path: Path, meant: dict[Path, str]) -> Node:
    match node:
        case Mapping(entries=entries):
            names = {entry.key.value for entry in entries}
            new = [_renamed_entry(entry, path, meant, names) for entry in entries]
            return replace(node, entries=tuple(new))
        case Sequence(items=items):
            return replace(node, items=tuple(_renamed(item, (*path, at), meant) for at, item in enumerate(items)))
        case _:
            return node


def _renamed_entry(entry: Entry, path: Path, meant: dict[Path, str], names: set[str]) -> Entry:
    own = (*path, entry.key.value)
    value = _renamed(entry.value, own, meant)
    name = meant.get(own)
    if name is None or name in names:
        return Entry(entry.key, value)
    names.add(name)
    tight = _TIGHT.fullmatch(entry.key.value)
    if tight is not None and isinstance(value, Scalar) and value.is_null:
        at = entry.key.span.start + tight.start("value")
        value = Scalar(Span(at, entry.key.span.end), tight["value"], "plain")
    return Entry(entry.key._replace(value=name), value)


def report_unknown(document: Document, fault: Fault) -> Finding:
    """Return what is said of an unknown key."""
    span, key = document.nearest_span(*fault.path), str(fault.path[-1])
    tight, close = _TIGHT.fullmatch(key), guess_key(document, fault)
    if tight is not None and close == tight["key"]:
        at = span.start + tight.end("key") + 1
        fix = Fix(f"write `{close}: …`", (Edit(Span(at, at), " "),), is_safe=True)
        help_ = f"write `{close}: {tight['value'][:40]}`"
        place = Span(span.start, at)
        return Finding(span=place, message=f"no space after the colon of `{close}`", help=help_, fix=fix)
    cut = _find_cut_value(document, fault.path)
    if cut is not None:
        name, whole = cut
        quoted = quote(whole.of(document.text).strip())
        fix = Fix(f"quote the value of `{name}`", (Edit(whole, quoted),), is_safe=True)
        message = f"a comma ends the value of `{name}`, and “{key[:40]}” is read as a key"
        return Finding(span=span, message=message, help=f"quote it: `{name}: {quoted}`", fix=fix)
    return _report(document, fault, span, close)


def _report(document: Document, fault: Fault, span: Span, close: str | None) -> Finding:
    key = str(fault.path[-1])
    message = f"unknown key `{key}`"
    if close is not None:
        fix = Fix(f"rename it `{close}`", (Edit(span, close),), is_safe=False)
        return Finding(span=span, message=message, help=f"did you mean `{close}`?", fix=fix)
    place = find_correct_place(_record_of(fault), key)
    if place:
        return Finding(span=span, message=message, help=f"it belongs {place}")
    margin = _margin_of_text_above(document, span)
    if " " in key and margin:
        help_ = f"if it is part of the text above, indent it by {margin} spaces as the lines there"
        return Finding(span=span, message=message, help=help_)
    known = ", ".join(f"`{name}`" for name in fault.known)
    return Finding(span=span, message=message, help=f"known here: {known}; a name of your own begins with `x-`")


def _find_cut_value(document: Document, path: Path) -> tuple[str, Span] | None:
    """Return the key and the whole of a value in brackets that a comma has cut in two; the rest became a key."""
    parent = document.node(*path[:-1])
    if not isinstance(parent, Mapping) or parent.span.of(document.text)[:1] != "{":
        return None
    at = next((at for at, entry in enumerate(parent.entries) if entry.key.value == path[-1]), 0)
    before, entry = parent.entries[at - 1], parent.entries[at]
    value = before.value
    is_bare = isinstance(entry.value, Scalar) and entry.value.is_null
    if at == 0 or not is_bare or not isinstance(value, Scalar) or value.style != "plain" or value.is_null:
        return None
    return before.key.value, Span(value.span.start, entry.key.span.end)


def _margin_of_text_above(document: Document, span: Span) -> int:
    """Return how far the text is indented that ends right above a place; 0 where none does."""
    for _, node in document.walk():
        if isinstance(node, Scalar) and node.style in {"literal", "folded"} and node.span.end <= span.start:
            between = document.text[node.span.end : span.start]
            last = node.span.of(document.text).rpartition("\n")[2]
            if not between.strip() and last.strip():
                return len(last) - len(last.lstrip())
    return 0


def _record_of(fault: Fault) -> str:
    return str(getattr(fault.annotation, "__name__", ""))
