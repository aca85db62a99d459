"""Link reference definitions: `[label]: https://example.org "title"`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPE = r"\\[!-/:-@\[-`{-~]?"
_LABEL = rf"\[(?P<label>(?:[^\[\]\\]|{_ESCAPE}){{1,999}}+)\]"
# In an address without angle brackets, parentheses are balanced, up to three levels; a title is in quotes or in them.
_PLAIN = rf"[^ \t\n()\\]|{_ESCAPE}"
_PAIR = rf"\((?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN}){{0,999}}+\)){{0,999}}+\)){{0,999}}+\)"
_ADDRESS = rf"(?:<(?P<angled>(?:[^<>\n\\]|{_ESCAPE}){{0,2048}}+)>|(?P<plain>(?!<)(?:{_PLAIN}|{_PAIR}){{0,2048}}+))"
_TITLE = (
    rf"""(?P<title>"(?:[^"\\]|{_ESCAPE}){{0,999}}+"|'(?:[^'\\]|{_ESCAPE}){{0,999}}+'"""
    rf"""|\((?:[^()\\]|{_ESCAPE}){{0,999}}+\))"""
)
_SPACE = r"[ \t]*+(?:\n[ \t]*+)?+"

# Strings, so that `re` compiles them on first use.
_DEFINITION = rf"(?sm) {{0,3}}{_LABEL}:{_SPACE}{_ADDRESS}(?:(?=[ \t\n]){_SPACE}{_TITLE}[ \t]*+$|[ \t]*+$)"
TARGET = rf"(?s)\({_SPACE}{_ADDRESS}(?:(?=[ \t\n]){_SPACE}{_TITLE})?+{_SPACE}\)"
LABEL = rf"(?s){_LABEL}"


class Target(NamedTuple):
    """The target of a link: address and optional title."""

    address: str
    title: str


def find_definitions(text: str) -> Iterator[tuple[str, Target, int]]:
    """Yield the definitions at the start of a paragraph: label, target, and end offset.

    Labels that start with `@` are citations.
    """
    at = 0
    if not text.lstrip(" ").startswith("["):
        return
    definition = re.compile(_DEFINITION)
    while (found := definition.match(text, at)) and found["label"].strip() and not found["label"].startswith("@"):
        if not (found["plain"] or found["angled"] is not None):
            return
        yield fold_label(found["label"]), read_target(found), found.end()
        at = found.end() + 1


def read_target(found: re.Match[str]) -> Target:
    """Return the target from a match of `TARGET` or `DEFINITION`."""
    return Target(_plain(found["angled"] or found["plain"] or ""), _plain((found["title"] or "")[1:-1]))


def fold_label(label: str) -> str:
    """Normalize a label for comparison: ignores case and the amount of white space."""
    return " ".join(label.split()).casefold()


def _plain(text: str) -> str:
    """Resolve the backslash escapes and entities of an address or title."""
    from html import unescape  # noqa: PLC0415 - few texts need this

    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return unescape(plain) if "&" in plain else plain
