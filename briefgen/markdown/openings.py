"""How each kind of block begins."""

import re
from typing import Literal, NamedTuple

Kind = Literal["quote", "heading", "code", "rule", "item", "note", "comment"]

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_FENCE = re.compile(r"`{3,}+(?!.*`)|~{3,}+")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_BULLET = re.compile(r"(?P<key>[-+*])(?=[ \t]|$)")
_NUMBER = re.compile(r"(?P<number>\d{1,9})(?P<key>[.)])(?=[ \t]|$)")
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]{1,100})\]:")
_FIRST = frozenset(">#`~*-_+[0123456789")


class Opening(NamedTuple):
    """The start of a block: its marker, and what tells it from others of its kind."""

    kind: Kind
    marker: str
    key: str = ""
    """Of an entry the character that all of its list share; of a note its label."""
    number: str = ""


def find_opening(rest: str, *, in_paragraph: bool) -> Opening | None:  # noqa: PLR0911 - one for each kind
    """Return the block that begins with the rest of a line; few may follow a paragraph's line without a gap.

    What is not one of ours begins a paragraph. A rule such as `* * *` comes before an entry with the same marker.
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
    """An empty entry, and a number that is not 1, do not interrupt a paragraph: they are its words."""
    found = _BULLET.match(rest) or _NUMBER.match(rest)
    if found is None:
        return None
    number = found.groupdict().get("number") or ""
    if in_paragraph and (not rest[found.end() :].strip() or number not in {"", "1"}):
        return None
    return Opening("item", found.group(), found["key"], number)
