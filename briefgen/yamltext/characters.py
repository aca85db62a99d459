"""Forbidden characters: invisible to readers, and they break XML, terminals and mail headers."""

import re
import unicodedata
from collections.abc import Iterator

from briefgen.yamltext.span import Span

# C0 and C1 controls (except tab, line feed, carriage return and NEL, which YAML reads as line breaks),
# DEL, a byte order mark in mid-text, lone surrogates, and noncharacters, which Unicode reserves for
# internal use: the Markdown renderer wraps citations in them.
_PLANE_ENDS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_FORBIDDEN = (
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufeff\\ud800-\\udfff\\ufdd0-\\ufdef" + _PLANE_ENDS + "]"
)

ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Characters that look like a space in an editor but are not white space in YAML, for a regex character class."""

BARS = frozenset("¦│┃｜❘∣ǀ")
"""Characters that look like the vertical bar, which begins a text in YAML."""
LIKE_BARS = frozenset("Il/!")
"""Letters and signs that a finger or an eye takes for the bar; they may be meant."""
_SEEN = {"\t": "a tab", "\u00a0": "a no-break space", "\u3000": "a full-width space", "\u200b": "a zero-width space"}


def find_forbidden(text: str) -> Iterator[Span]:
    """Yield the span of every forbidden character."""
    if text.replace("\n", "").isprintable():
        # No forbidden character is printable, and this check takes a tenth of the time of the regex.
        return
    for match in re.finditer(_FORBIDDEN, text):
        yield Span(match.start(), match.end())


def format_character(character: str) -> str:
    """Return the code point and name of a character that cannot be displayed: `U+200B zero width space`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".rstrip()


def name_space(space: str) -> str:
    """Return the name of an odd space with its article: `a no-break space`."""
    name = _SEEN.get(space, format_character(space).partition(" ")[2])
    return name if name.startswith("a ") else f"{'an' if name[0] in 'aeio' else 'a'} {name}"
