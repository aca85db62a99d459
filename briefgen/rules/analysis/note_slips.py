"""Pairs footnotes with references that do not find each other: a mistyped label, a forgotten `^` or colon."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import ItemText
from briefgen.model import nearest
from briefgen.yamltext import Edit, Span

# A slip for each of more notes is no slip, and each takes a search through the text.
_MOST = 30
_SHORTEST = 3


class NoteSlips(Struct, frozen=True):
    """The findings for a body, and the places of the references and notes that they explain."""

    findings: tuple[Finding, ...]
    told: frozenset[Span]


def find_note_slips(item: ItemText) -> NoteSlips:
    """Return the slips that keep the footnotes of a body from their references."""
    faults = [fault for fault in item.prose.body.markup_faults if fault.note]
    text = item.prose.text
    idle = {fault.note: fault.span for fault in faults if fault.span.of(text).endswith("]:")}
    lost = [(fault.note, fault.span) for fault in faults if not fault.span.of(text).endswith("]:")]
    if not faults:
        return NoteSlips((), frozenset())
    findings: list[Finding] = []
    told: set[Span] = set()
    for label in islice(dict.fromkeys(label for label, _ in lost), _MOST):
        places = [place for each, place in lost if each == label]
        mark = _find_definition(text, label, places)
        if mark is not None:
            told.update(places)
            message = f"`{mark.of(text).strip()}` does not begin the note `[^{label}]`"
            findings.append(_finding(item, mark, message, f"[^{label}]: ", f"write `[^{label}]:` before its words"))
    left = {label for label, place in lost if place not in told}
    for label, place in lost:
        near = "" if place in told else _nearest(label, idle, left)
        if near:
            told |= {place, idle[near]}
            message = f"the note `[^{label}]` is not defined"
            findings.append(_finding(item, place, message, f"[^{near}]", f"did you mean `[^{near}]`?"))
    for label, place in islice(idle.items(), _MOST):
        found = None if place in told else _find_reference(text, label, place)
        if found is not None:
            told.add(place)
            message = f"`{found.of(text)}` does not refer to the note `[^{label}]`"
            findings.append(_finding(item, found, message, f"[^{label}]", f"write `[^{label}]`"))
    return NoteSlips(tuple(findings), frozenset(told))


def _finding(item: ItemText, span: Span, message: str, written: str, help_: str) -> Finding:
    place = item.file_span(span)
    fix = Fix(f"write `{written.strip()}`", (Edit(place, written),), is_safe=False)
    return Finding(span=place, message=message, help=help_, fix=fix)


def _find_definition(text: str, label: str, places: Sequence[Span]) -> Span | None:
    """Return the mark at the start of a line that was meant to begin a note: `[^a] …`, `[a]: …`, `^[a]: …`, `[^a:] …`.

    Without a colon it is one only if another reference is left for it.
    """
    name = re.escape(label)
    marks = (
        rf"\[\^{name}\][ \t]*[.–—=:-]?[ \t]*(?=\w|[“\"*_\[(])",
        rf"\^?\[{name}\]\^?:[ \t]*",
        rf"\[\^{name}[ \t]*:\][ \t]*",
        rf"\^{name}[:.)][ \t]+",
        rf"\(\^?{name}\):?[ \t]+",
    )
    for match in re.finditer(rf"(?mi)^[ \t>]*(?P<mark>{'|'.join(marks)})", text):
        span = Span(*match.span("mark"))
        if any(not span.start <= place.start < span.end for place in places) and text[span.end : span.end + 1].strip():
            return span
    return None


def _find_reference(text: str, label: str, note: Span) -> Span | None:
    """Return what was meant to refer to a note: `[a]`, `^[a]`, `[a]^`, `[^a`, `(^a)`, `[^ a]`, `^a^`, `[a^]`."""
    name = re.escape(label)
    forms = (
        rf"\^\[\^?{name}\](?!:)",
        rf"\[{name}\]\^",
        rf"\[[ ]*\^[ ]+{name}[ ]*\]",
        rf"\[\^{name}[ ]+\]",
        rf"\(\^{name}\)",
        rf"\^{name}\^",
        rf"\[{name}\^\]",
        rf"\[\^{name}\b(?!\])",
        rf"\[{name}\](?![:(\[])",
    )
    for match in re.finditer(f"(?i){'|'.join(forms)}", text):
        if not note.start <= match.start() < note.end:
            return Span(*match.span())
    return None


def _nearest(label: str, idle: Mapping[str, Span], lost: Collection[str]) -> str:
    """Return the idle note that a reference means: spelt nearly so, or the only one, if no other reference is lost."""
    folded = label.casefold()
    longer = [each for each in idle if min(len(each), len(folded)) >= _SHORTEST and _is_part(each, folded)]
    near = nearest(folded, idle) or (longer[0] if len(longer) == 1 else "")
    return near or (next(iter(idle)) if len(idle) == len(lost) == 1 else "")


def _is_part(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
