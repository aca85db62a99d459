"""Keyed citations: `[@key]`, `[see @key, p. 3; @other]`."""

import re
from collections.abc import Iterator

from briefgen.citations.citation import Citation, Group, Malformed
from briefgen.expressions import expression
from briefgen.model import collapse_spaces
from briefgen.yamltext import Span

# Brackets with an @ where a key may start; in an address such as [a@b.org], a letter precedes it.
BRACKET = expression(r"\[(?P<inside>(?:[^\[\]\n@]*?[\s;,(])?-?@[^\[\]\n]{0,1000}(?:\n(?!\n)[^\[\]\n]{0,1000}){0,99})\]")
_PART = expression(
    r"(?P<prefix>[^@]*?)\s*@(?P<key>[A-Za-z0-9](?:[A-Za-z0-9_.:/+-]*[A-Za-z0-9])?)(?:\s*,\s*(?P<locator>\S.*?)|(?P<loose>\s+\S.*?))?\s*",
    re.DOTALL,
)
# Strings, so that `re` compiles them on first use: most citations have neither.
_NO_PREFIX = r"(?i)[-+!]$|^(?:pp?|ch|chap|sec|vol|S)\.?\s?\d|^(?:cite|citation|source|src|ref|reference|quelle)s?:?$"
_NO_LOCATOR = r"[-–—,;:|/#](?:\s|[,;:|/#])|(?:pp?|ch|sec|vol|S)\.?$"


def find_keyed(visible: str) -> Iterator[Group | Malformed]:
    """Yield the keyed groups of a body whose opaque parts are blanked out."""
    for match in BRACKET.finditer(visible):
        yield _read_group(visible, Span(match.start(), match.end()))


def _read_group(text: str, span: Span) -> Group | Malformed:
    if "\x00" in span.of(text):
        # A link or code inside a group would end up inside a link, or be lost.
        shown = re.sub("\x00+", "…", span.of(text))
        return Malformed(span, shown, "write a group without links and code in it: `[@key, p. 3]`")
    citations = []
    at = span.start + 1
    for part in text[span.start + 1 : span.end - 1].split(";"):
        citation = _read_part(text, at, part)
        if citation is None:
            return Malformed(span, span.of(text), "write `[@key]`, several as `[@one; @two, p. 3]`")
        citations.append(citation)
        at += len(part) + 1
    return Group(span, "keyed", tuple(citations))


def _read_part(text: str, at: int, part: str) -> Citation | None:
    lead = len(part) - len(part.lstrip())
    match = _PART.fullmatch(part, lead)
    if match is None:
        return None
    span = Span(at + lead, at + len(part.rstrip()))
    locator = collapse_spaces(match["locator"] or match["loose"] or "")
    prefix = collapse_spaces(match["prefix"]).rstrip(",")
    # Other systems suppress the author with a hyphen before the key; we have no such form.
    if (
        "@" in locator
        or (prefix and prefix != "see" and re.search(_NO_PREFIX, prefix))
        or (locator and not _is_number(locator) and re.match(_NO_LOCATOR, locator))
        or not text[span.start : span.end]
    ):
        return None
    return Citation(span, key=match["key"], prefix=prefix, locator=locator)


def _is_number(locator: str) -> bool:
    """Return whether a locator begins with a letter or digit and ends with a digit, as nearly all do: `p. 6`."""
    return locator[0].isalnum() and locator[-1].isdigit()
