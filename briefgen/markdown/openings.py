"""Recognizes the start of each kind of block."""

from typing import Literal, NamedTuple

from briefgen.expressions import expression

Kind = Literal["quote", "heading", "code", "rule", "item", "note", "comment"]

_HEADING = expression(r"(#{1,6})(?:[ \t]+|$)")
_FENCE = expression(r"`{3,}+(?!.*`)|~{3,}+")
_RULE = expression(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_BULLET = expression(r"(?P<key>[-+*])(?=[ \t]|$)")
_NUMBER = expression(r"(?P<number>\d{1,9})(?P<key>[.)])(?=[ \t]|$)")
_NOTE = expression(r"\[\^(?P<label>[^\]\s]{1,100})\]:")
_FIRST = frozenset(">#`~*-_+[0123456789")


class Opening(NamedTuple):
    """The start of a block: its kind and marker."""

    kind: Kind
    marker: str
    key: str = ""
    """Items: the marker character, which all items of a list share; notes: the label."""
    number: str = ""


def find_opening(rest: str, *, in_paragraph: bool) -> Opening | None:  # noqa: PLR0911 - one for each kind of block
    """Return the block that starts at the rest of a line, or None for a paragraph.

    Inside a paragraph, only some kinds may start. A thematic break such as `* * *` takes precedence over an item.
    """
    if rest[:1] not in _FIRST:
        return None
    match rest[0]:
        case ">":
            return Opening("quote", ">")
        case "#" if found := _HEADING.match(rest):
            return Opening("heading", found.group())
        case "`" | "~" if found := _FENCE.match(rest):
            return Opening("code", found.group())
        case "[" if found := _NOTE.match(rest):
            return Opening("note", found.group(), found["label"])
        case "*" | "-" | "_" if _RULE.match(rest):
            return Opening("rule", rest)
        case _:
            return _find_entry(rest, in_paragraph=in_paragraph)


def _find_entry(rest: str, *, in_paragraph: bool) -> Opening | None:
    """Return the start of a list item; empty items and numbers other than 1 cannot interrupt a paragraph."""
    found = _BULLET.match(rest) or _NUMBER.match(rest)
    if found is None:
        return None
    number = found.groupdict().get("number") or ""
    if in_paragraph and (not rest[found.end() :].strip() or number not in {"", "1"}):
        return None
    return Opening("item", found.group(), found["key"], number)
