"""Resolves anchors and aliases, which some authors use on purpose: `&r Reuters`, then `*r`."""

import re

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.span import Span

_NAMED = expression(r"(?P<sign>[&*])(?P<name>[\w-]+)(?P<gap>[ \t]*)(?P<value>.*)")


class Shared(Struct, frozen=True):
    """The fault of an anchor or alias, and the edits that replace it with its value."""

    message: str
    help: str
    edits: tuple[Edit, ...] = ()


def read_shared(text: str, span: Span) -> Shared | None:
    """Return the fault for an anchor or alias whose counterpart is in the text, or None."""
    found = _NAMED.fullmatch(text, span.start, span.end)
    if found is None:
        return None
    name = re.escape(found["name"])
    if found["sign"] == "&":
        is_used = re.search(rf"(?m)[:\[,-][ \t]+\*{name}(?=[ \t]*(?:$|[\],#}}]))", text) is not None
        cut = Edit(Span(span.start, found.start("value")), "")
        help_ = f"delete it, and repeat the value wherever `*{found['name']}` is"
        return Shared(f"anchor `&{found['name']}`", help_, (cut,)) if is_used else None
    anchor = re.search(rf"(?m)[:\[,-][ \t]+&{name}(?:[ \t]+(?P<value>[^\s#][^\n#]*?))?[ \t]*(?:#.*)?$", text)
    if anchor is None or found["value"]:
        return None
    value = anchor["value"]
    if value is None or value[0] in "[{|>":
        return Shared(f"alias `*{found['name']}`", f"repeat the value of `&{found['name']}` here")
    return Shared(f"alias `*{found['name']}`", f"write `{value[:60]}`", (Edit(span, value),))
