"""Plans new entries in the publication's own register for outlets that no register has."""

import re
from collections.abc import Iterator
from itertools import chain, count

from msgspec import Struct

from briefgen.diagnostics import FileEdit
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript, OwnRegister
from briefgen.model import fold_name, host_of, make_slug
from briefgen.model.same_address import is_under
from briefgen.rules.analysis.hosts import ARCHIVES, PLATFORMS, PROXIES, SHORTENERS, SYNDICATES
from briefgen.rules.analysis.list_ends import find_last_value, is_flow, rest_of_line
from briefgen.yamltext import Document, Edit, Mapping, Scalar, Sequence, Span, quote_if_needed

_BLANK_OR_COMMENT = expression(r"(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:#.*)?")
_DASH = expression(r"(?P<margin> *)-(?P<gap> +)")


class _Insertion(Struct, frozen=True):
    """Where to insert an entry, and what to write around its keys."""

    at: int
    first: str
    """Precedes the first key."""
    joint: str
    """Precedes each other key."""
    last: str = ""
    """Follows the last key."""
    heads: tuple[Edit, ...] = ()
    """Edits that start the list."""


def plan_outlets(manuscript: Manuscript, names: Iterator[str]) -> Iterator[tuple[FileEdit, ...]]:
    """Yield for each name the edits of `outlets.yaml` that add it, or no edits if they could be wrong.

    Only a name that the issue lists as the `outlet:` of a source is added: in the text, `(Smith, 2006)` is also read as
    an outlet with its date. A host that belongs to another outlet says that the name may be one of that outlet's.
    """
    register = manuscript.own_register
    place = _find_insertion(register.document) if register else None
    taken = {outlet.id for outlet in manuscript.outlets.entries}
    domains = [domain for outlet in manuscript.outlets.entries for domain in outlet.domains]
    for name in names:
        written = _find_spelling(manuscript, name)
        hosts = _find_hosts(manuscript, name)
        is_owned = any(is_under(host, *domains) for host in hosts)
        if register is None or place is None or not written or is_owned:
            yield ()
            continue
        taken.add(id_ := _make_id(written, taken))
        keys = [f"id: {id_}", f"name: {quote_if_needed(written)}"]
        keys += [f"domains: [{', '.join(hosts)}]"] if hosts else []
        entry = place.first + place.joint.join(keys) + place.last
        yield tuple(_file_edits(register, (*place.heads, Edit(Span(place.at, place.at), entry, stacks=True))))


def _find_spelling(manuscript: Manuscript, name: str) -> str:
    """Return the name as the list of sources has it, or "" if it does not."""
    listed = (source.outlet for source in manuscript.read_issue.sources.values())
    return next((each for each in listed if fold_name(each) == fold_name(name)), "")


def _find_hosts(manuscript: Manuscript, name: str) -> list[str]:
    """Return the hosts of an outlet's sources, without `www.`; archives and the like belong to no outlet."""
    sources = manuscript.read_issue.sources.values()
    urls = [source.url for source in sources if source.url and fold_name(source.outlet) == fold_name(name)]
    hosts = dict.fromkeys(host_of(url).removeprefix("www.") for url in urls)
    shared = (*ARCHIVES, *PLATFORMS, *PROXIES, *SHORTENERS, *SYNDICATES)
    return [host for host in hosts if not is_under(host, *shared)]


def _make_id(name: str, taken: set[str]) -> str:
    stem = make_slug(name) or "outlet"
    return next(each for each in chain([stem], (f"{stem}-{number}" for number in count(2))) if each not in taken)


def _file_edits(register: OwnRegister, edits: tuple[Edit, ...]) -> Iterator[FileEdit]:
    position = register.document.lines.position
    for edit in edits:
        yield FileEdit(register.path, edit, position(edit.span.start), position(edit.span.end))


def _find_insertion(document: Document) -> _Insertion | None:
    """Return where to add an entry to an `outlets.yaml`, or None if its layout is unusual."""
    text = document.text
    line_break = "\r\n" if "\r\n" in text else "\n"
    if document.root is None and _BLANK_OR_COMMENT.fullmatch(text):
        return _at_foot(text, line_break)
    key, block = document.key_span("outlets"), document.node("outlets")
    if key is None or block is None or document.faults or document.lines.position(key.start).column != 1:
        return None
    if isinstance(block, Sequence) and block.items:
        return _at_end(document, block, line_break)
    is_empty = isinstance(block, Sequence) or (isinstance(block, Scalar) and block.is_null)
    return _below_key(document, key, block.span, line_break) if is_empty else None


def _at_foot(text: str, line_break: str) -> _Insertion:
    """Start the list below whatever comments the file has."""
    start = "" if not text or text.endswith("\n") else line_break
    head = Edit(Span(len(text), len(text)), f"{start}outlets:{line_break}", stacks=True)
    return _Insertion(len(text), "  - ", f"{line_break}    ", line_break, (head,))


def _below_key(document: Document, key: Span, block: Span, line_break: str) -> _Insertion | None:
    """Start the list below its key, in place of an empty value."""
    colon = key.end + 1
    end = max(block.end, colon)
    rest = rest_of_line(document, end)
    if rest is None or document.text[key.end : colon] != ":" or "\n" in document.text[colon:end]:
        return None
    heads = (Edit(Span(colon, end), ""),) if end > colon else ()
    return _Insertion(end + len(rest), f"{line_break}  - ", f"{line_break}    ", heads=heads)


def _at_end(document: Document, block: Sequence, line_break: str) -> _Insertion | None:
    """Continue a list after its last entry and its comment, in the layout of its first entry."""
    if is_flow(document, block):
        return _Insertion(block.items[-1].span.end, ", {", ", ", "}")
    place = document.lines.position(block.items[0].span.start)
    dash = _DASH.fullmatch(document.lines.line(place.line)[: place.column - 1])
    last = find_last_value(document, block)
    rest = rest_of_line(document, last.span.end)
    is_text = isinstance(last, Scalar) and last.style in {"literal", "folded"}
    if dash is None or rest is None or is_text or not isinstance(block.items[-1], Mapping):
        return None
    margin, gap = dash["margin"], dash["gap"]
    at = _skip_comments(document.text, last.span.end + len(rest), margin)
    return _Insertion(at, f"{line_break}{margin}-{gap}", f"{line_break}{margin} {gap}")


def _skip_comments(text: str, at: int, margin: str) -> int:
    """Return the offset after the comments that follow an entry and are indented as far as its keys."""
    comment = re.compile(rf"(?:\r?\n[ \t]*)*?\r?\n{margin} +#[^\r\n]*")
    while (found := comment.match(text, at)) is not None:
        at = found.end()
    return at
