"""Keys that YAML takes as they stand, and nobody meant: with a sign before them, with a value in them, in braces."""

from briefgen.expressions import expression
from briefgen.yamltext.characters import ODD_SPACES, format_character, name_space
from briefgen.yamltext.document import Fault
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.nodes import Node, Scalar
from briefgen.yamltext.span import Span

_SIGN_BEFORE = expression(f"(?P<dash>[–—‐‑‒―−•][ \t]+)|[{ODD_SPACES}]+")
_SPACE_INSIDE = expression(rf"[A-Za-z_][\w-]*:(?P<space>[{ODD_SPACES}]+)")


def find_odd_key(text: str, key: Node) -> Fault | None:
    """Return the fault of a key with a sign or an odd space in it, or of a variable in braces, or None."""
    if isinstance(key, Scalar):
        # All these signs are beyond ASCII.
        return _find_sign(key) if key.style == "plain" and not key.value.isascii() else None
    if not text.startswith("{", key.span.start - 1):
        return None
    span = Span(key.span.start - 1, key.span.end + text.startswith("}", key.span.end))
    message = f"`{span.of(text)[:60]}` is a template variable that was not filled in"
    return Fault(span, message, "write the value itself, or quote it if you mean the braces")


def _find_sign(key: Scalar) -> Fault | None:
    sign, inside = _SIGN_BEFORE.match(key.value), _SPACE_INSIDE.match(key.value)
    if sign is not None:
        span = Span(key.span.start, key.span.start + len(sign.group()))
        name = format_character(sign.group().strip()[:1] or sign.group()[:1])
        help_ = "write `- ` instead" if sign["dash"] else "delete it"
        edits = (Edit(span, "- " if sign["dash"] else ""),)
        return Fault(span, f"a key begins with {name}", help_, edits=edits)
    if inside is not None:
        # The value has another colon in it, so all before that is the key: `title:⍽"Night Trains: Slowly Back"`.
        span = Span(key.span.start + inside.start("space"), key.span.start + inside.end("space"))
        message = f"{name_space(inside['space'][0])} where YAML needs a plain space"
        return Fault(span, message, "replace it with a plain space", edits=(Edit(span, " "),))
    return None
