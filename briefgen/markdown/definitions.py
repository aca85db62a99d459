"""Where the links of a body lead that name their address elsewhere: `[label]: https://example.org "title"`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPE = r"\\[!-/:-@\[-`{-~]?"
_LABEL = rf"\[(?P<label>(?:[^\[\]\\]|{_ESCAPE}){{1,999}}+)\]"
# Round brackets in a plain address are balanced, three deep; a title is in quotation marks or round brackets.
_PLAIN = rf"[^ \t\n()\\]|{_ESCAPE}"
_PAIR = rf"\((?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN}){{0,999}}+\)){{0,999}}+\)){{0,999}}+\)"
_ADDRESS = rf"(?:<(?P<angled>(?:[^<>\n\\]|{_ESCAPE}){{0,2048}}+)>|(?P<plain>(?!<)(?:{_PLAIN}|{_PAIR}){{0,2048}}+))"
_TITLE = (
    rf"""(?P<title>"(?:[^"\\]|{_ESCAPE}){{0,999}}+"|'(?:[^'\\]|{_ESCAPE}){{0,999}}+'"""
    rf"""|\((?:[^()\\]|{_ESCAPE}){{0,999}}+\))"""
)
_SPACE = r"[ \t]*+(?:\n[ \t]*+)?+"

# Compiled when a text first needs them.
_DEFINITION = rf"(?sm) {{0,3}}{_LABEL}:{_SPACE}{_ADDRESS}(?:(?=[ \t\n]){_SPACE}{_TITLE}[ \t]*+$|[ \t]*+$)"
TARGET = rf"(?s)\({_SPACE}{_ADDRESS}(?:(?=[ \t\n]){_SPACE}{_TITLE})?+{_SPACE}\)"
LABEL = rf"(?s){_LABEL}"


class Target(NamedTuple):
    """An address with the title of its link, which may be nothing."""

    address: str
    title: str


def find_definitions(text: str) -> Iterator[tuple[str, Target, int]]:
    """Yield the definitions at the head of a paragraph: label, target, and where each ends.

    What begins with an `@` is a citation and no label.
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
    """Return what a match of `TARGET` or `_DEFINITION` leads to."""
    return Target(_plain(found["angled"] or found["plain"] or ""), _plain((found["title"] or "")[1:-1]))


def fold_label(label: str) -> str:
    """Return a label as it is compared: case and the amount of white space do not count."""
    return " ".join(label.split()).casefold()


def _plain(text: str) -> str:
    """Return an address or title without its backslashes and entities."""
    from html import unescape  # noqa: PLC0415 - few texts need it

    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return unescape(plain) if "&" in plain else plain
