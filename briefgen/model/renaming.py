"""Unknown keys: guesses the intended key, so that one misspelt key does not suppress other checks."""

import re
from collections.abc import Iterable
from typing import Literal, Union

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix
from briefgen.expressions import expression
from briefgen.model.aliases import find_correct_place, find_instead, fold_key, resolve_alias
from briefgen.model.annotations import Annotation, fields_of, shape_of
from briefgen.model.dates import PartialDate
from briefgen.model.decode import Fault
from briefgen.model.misplaced_keys import report_beside_author, report_inner_source
from briefgen.model.nearest import nearest
from briefgen.model.translated_keys import find_translated
from briefgen.yamltext import Document, Edit, Entry, Mapping, Node, Path, Scalar, Sequence, Span, SpanSet, quote

# A key with so many words is a sentence.
_SENTENCE = 4
_NO_SPACE = expression(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>\S.*)", re.DOTALL)


def guess_key(document: Document, fault: Fault) -> str | None:
    """Return the known key that was probably meant, preferring those not used yet, or None."""
    parent = document.node(*fault.path[:-1])
    written = {entry.key.value for entry in parent.entries} if isinstance(parent, Mapping) else set()
    key, record = str(fault.path[-1]), _record_of(fault)
    no_space = _NO_SPACE.fullmatch(key)
    if no_space is not None and no_space["key"] in fault.known:
        return no_space["key"]
    value = document.node(*fault.path)
    fitting = tuple(each for each in fault.known if _is_fitting(fault.annotation, each, value))
    free = tuple(each for each in fitting if each not in written)
    for guesses in (fold_key(key), resolve_alias(record, key), find_translated(fold_key(key), free)):
        if guesses in free:
            return guesses
    is_only_list = len(fault.known) == 1 and isinstance(value, Sequence)
    if is_only_list:
        return fault.known[0]
    if find_correct_place(record, key) or find_instead(record, key) or " " in key:
        return None
    return nearest(key, free) or nearest(key, fitting)


def _is_fitting(record: Annotation, key: str, value: Node | None) -> bool:
    """Return whether a value can be meant for a key: a group of keys is no text."""
    shape = shape_of(fields_of(record)[key].type)
    inner = shape_of(shape.arguments[0]) if shape.origin is Union else shape
    is_group = isinstance(value, Mapping) and bool(value.entries)
    return not (is_group and inner.origin is not PartialDate and ("read" in inner.extra or inner.origin is Literal))


def rename_keys(document: Document, guesses: dict[Path, str]) -> Document:
    """Return a document with keys renamed by path; a key keeps its name if the new one is taken."""
    return replace(document, root=_renamed(document.root, (), guesses)) if document.root else document


def _renamed(node: Node, path: Path, guesses: dict[Path, str]) -> Node:
    match node:
        case Mapping(entries=entries):
            names = {entry.key.value for entry in entries}
            new = [_renamed_entry(entry, path, guesses, names) for entry in entries]
            return replace(node, entries=tuple(new))
        case Sequence(items=items):
            return replace(node, items=tuple(_renamed(item, (*path, at), guesses) for at, item in enumerate(items)))
        case _:
            return node


def _renamed_entry(entry: Entry, path: Path, guesses: dict[Path, str], names: set[str]) -> Entry:
    key_path = (*path, entry.key.value)
    value = _renamed(entry.value, key_path, guesses)
    name = guesses.get(key_path)
    if name is None or name in names:
        return Entry(entry.key, value)
    names.add(name)
    no_space = _NO_SPACE.fullmatch(entry.key.value)
    if no_space is not None and isinstance(value, Scalar) and value.is_null:
        at = entry.key.span.start + no_space.start("value")
        value = Scalar(Span(at, entry.key.span.end), no_space["value"], "plain")
    return Entry(entry.key._replace(value=name), value)


def report_all_unknown(document: Document, faults: Iterable[Fault]) -> list[Finding]:
    """Return the findings for unknown keys; a key that the fix of another makes a part of a value has none."""
    found = [report_unknown(document, fault) for fault in faults]
    mended = SpanSet([edit.span for each in found if each.fix for edit in each.fix.edits])
    return [each for each in found if each.fix or not mended.holds(each.span.start)]


def report_unknown(document: Document, fault: Fault) -> Finding:
    """Return the finding for an unknown key."""
    span, key = document.nearest_span(*fault.path), str(fault.path[-1])
    no_space, close = _NO_SPACE.fullmatch(key), guess_key(document, fault)
    if no_space is not None and close == no_space["key"]:
        at = span.start + no_space.end("key") + 1
        fix = Fix(f"write `{close}: …`", (Edit(Span(at, at), " "),), is_safe=True)
        help_ = f"write `{close}: {no_space['value'][:40]}`"
        place = Span(span.start, at)
        return Finding(span=place, message=f"no space after the colon of `{close}`", help=help_, fix=fix)
    cut = _find_cut_value(document, fault.path)
    if cut is not None:
        name, full_span = cut
        quoted = quote(full_span.of(document.text).strip())
        fix = Fix(f"quote the value of `{name}`", (Edit(full_span, quoted),), is_safe=True)
        message = f"a comma ends the value of `{name}`, and “{key[:40]}” is read as a key"
        return Finding(span=span, message=message, help=f"quote it: `{name}: {quoted}`", fix=fix)
    return _report(document, fault, span, close)


def _report(document: Document, fault: Fault, span: Span, close: str | None) -> Finding:
    key = str(fault.path[-1])
    message = f"unknown key `{key}`"
    if close is not None:
        fix = Fix(f"rename it `{close}`", (Edit(span, close),), is_safe=False)
        return Finding(span=span, message=message, help=f"did you mean `{close}`?", fix=fix)
    beside = report_beside_author(document, fault) or report_inner_source(document, fault)
    if beside is not None:
        return beside
    place = find_correct_place(_record_of(fault), key)
    instead = (
        (f"it belongs {place}" if place else "")
        or _find_shape(document, fault)
        or _find_wrapper(document, fault)
        or _find_severity(document, fault)
        or _find_doi(document, fault)
        or find_instead(_record_of(fault), key)
    )
    if instead:
        return Finding(span=span, message=message, help=instead)
    margin = _margin_of_text_above(document, span)
    if " " in key and margin:
        help_ = f"if it is part of the text above, indent it by {margin} spaces, like the lines there"
        return Finding(span=span, message=message, help=help_)
    if len(key.split()) >= _SENTENCE:
        help_ = "delete the line, or write the note as a comment, with `# ` before it"
        return Finding(span=span, message=f"`{key[:60]}` is no key", help=help_)
    known = ", ".join(f"`{name}`" for name in fault.known)
    return Finding(span=span, message=message, help=f"keys here: {known}; keys of your own begin with `x-`")


def _find_shape(document: Document, fault: Fault) -> str:
    """Return where a mapping under an unknown key belongs, judging by its own keys, or ""."""
    node = document.node(*fault.path)
    keys = {entry.key.value for entry in node.entries} if isinstance(node, Mapping) else set()
    if "outlet" in keys and _record_of(fault) == "Issue":
        return "it is a source: indent it, and everything below it, under `sources:`"
    return ""


def find_wrapped(document: Document, fault: Fault) -> frozenset[Path]:
    """Return the paths that the keys below an unknown key should have, if most of them belong where it is."""
    node = document.node(*fault.path)
    keys = [entry.key.value for entry in node.entries] if isinstance(node, Mapping) else []
    if sum(key in fault.known for key in keys) * 2 <= len(keys):
        return frozenset()
    return frozenset((*fault.path[:-1], key) for key in keys)


def _find_wrapper(document: Document, fault: Fault) -> str:
    """Return what to do with a key around keys that belong where it is, or ""."""
    node = document.node(*fault.path)
    keys = {entry.key.value for entry in node.entries} if isinstance(node, Mapping) else set()
    if find_wrapped(document, fault):
        return "delete this line, and move everything below it as far left as it"
    if fault.known == ("outlets",) and {"name", "id", "domains"} & {*keys, str(fault.path[-1])}:
        entry = "- name: …" if isinstance(node, Scalar) else f"- id: {fault.path[-1]}"
        return f"write `outlets:`, and below it each outlet as an entry: `{entry}`"
    return ""


def _find_severity(document: Document, fault: Fault) -> str:
    """Return where the severity of a rule belongs, or ""."""
    node = document.node(*fault.path)
    is_level = isinstance(node, Scalar) and node.value in {"error", "warning", "note", "off"}
    return "it belongs below `severity:`" if is_level and "severity" in fault.known else ""


def _find_doi(document: Document, fault: Fault) -> str:
    """Return how to write a DOI as a URL, or ""."""
    node = document.node(*fault.path)
    if str(fault.path[-1]).casefold() != "doi" or "url" not in fault.known:
        return ""
    number = re.search(r"10\.\d{4,9}/\S+", node.value) if isinstance(node, Scalar) else None
    return f"write it as an address: `url: https://doi.org/{number.group() if number else '…'}`"


def _find_cut_value(document: Document, path: Path) -> tuple[str, Span] | None:
    """Return key and span of an unquoted value that a comma in a flow mapping has split; its rest became a key."""
    parent = document.node(*path[:-1])
    if not isinstance(parent, Mapping) or parent.span.of(document.text)[:1] != "{":
        return None
    at = next((at for at, entry in enumerate(parent.entries) if entry.key.value == path[-1]), 0)
    before, entry = parent.entries[at - 1], parent.entries[at]
    value = before.value
    is_bare = isinstance(entry.value, Scalar) and entry.value.is_null
    if at == 0 or not is_bare or not isinstance(value, Scalar) or value.style != "plain" or value.is_null:
        return None
    # Further commas have made keys of what follows, up to the next key with a value.
    last = entry
    for each in parent.entries[at + 1 :]:
        if not (isinstance(each.value, Scalar) and each.value.is_null):
            break
        last = each
    return before.key.value, Span(value.span.start, last.key.span.end)


def _margin_of_text_above(document: Document, span: Span) -> int:
    """Return the indent of the block of text that ends directly above a span, or 0."""
    for _, node in document.walk():
        if isinstance(node, Scalar) and node.style in {"literal", "folded"} and node.span.end <= span.start:
            between = document.text[node.span.end : span.start]
            last = node.span.of(document.text).rpartition("\n")[2]
            if not between.strip() and last.strip():
                return len(last) - len(last.lstrip())
    return 0


def _record_of(fault: Fault) -> str:
    return str(getattr(fault.annotation, "__name__", ""))
