"""Turns plain text and inline HTML into Markdown that a renderer reads back as the same words."""

import re
from html.parser import HTMLParser

from markupsafe import Markup


class _Literal(str):
    """A piece of Markdown that is finished and goes out as it is."""

    __slots__ = ()


_SPECIAL = re.compile(r"([\\`*_{}\[\]<>~|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)
_BANG = re.compile(r"!(?=\\?\[|$)")
_SPACE = re.compile(r"[\s\x00-\x1f]+")


def escape_markdown(value: object) -> str:
    """Escape what a Markdown template prints: text literally, `Markup` as Markdown, finished Markdown not.

    Line breaks become spaces, so that a value can never begin a block of its own.
    """
    match value:
        case _Literal():
            return value
        case Markup():
            return _from_html(value)
        case _:
            return _escape_text(str(value).strip())


def literal_markdown(value: str) -> str:
    """Mark a finished piece of Markdown, for example the body of an item, as not to be escaped."""
    return _Literal(value)


def literal_address(url: str) -> str:
    """Return a link's target as CommonMark writes it, in angle brackets where it holds odd characters."""
    if re.fullmatch(r"[^\s<>()\\&_*\[\]`]+", url):
        return _Literal(url)
    safe = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", url)
    return _Literal(f"<{_ENTITY.sub('&amp;', safe)}>")


def _escape_text(text: str) -> str:
    """Escape a run of text that may stand anywhere, also at the start of a line.

    The first character of a list or heading marker is escaped; of `1.` and `1)` it is the mark, because
    a digit cannot be escaped. An ampersand is escaped only where a character reference would be read.
    """
    one_line = _SPACE.sub(" ", text)
    escaped = _BANG.sub(r"\\!", _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", one_line)))
    return _LINE_START.sub(_escape_marker, escaped)


def _escape_marker(found: re.Match[str]) -> str:
    space, marker = found.groups()
    return f"{space}{marker}\\" if marker.isdigit() else f"{space}\\{marker}"


_PAIRS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


class _Inline(HTMLParser):
    """Reads the sanitised inline HTML of a deck, a caption, a bio or a note."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self.parts.append("[" if self._links[-1] else "")
        self.parts.append(_PAIRS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            address = self._links.pop()
            self.parts.append(f"]({literal_address(address)})" if address else "")
        self.parts.append(_PAIRS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        # The spaces at the edges part this run from its neighbours and must survive.
        lead, trail = data[: len(data) - len(data.lstrip())], data[len(data.rstrip()) :]
        text = _escape_text(data.strip())
        self.parts.append(f"{' ' if lead else ''}{text}{' ' if trail and text else ''}")


def _from_html(html: Markup) -> str:
    reader = _Inline()
    reader.feed(str(html))
    reader.close()
    return "".join(reader.parts).strip()
