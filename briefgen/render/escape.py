"""Turns plain text and inline HTML into Markdown that a renderer reads back as the same words."""

from html.parser import HTMLParser

from markupsafe import Markup

from briefgen.edition import commonmark


class _Literal(str):
    """A piece of Markdown that is finished and goes out as it is."""

    __slots__ = ()


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
            return commonmark.escape_markdown(str(value))


def literal_markdown(value: str) -> str:
    """Mark a finished piece of Markdown, for example the body of an item, as not to be escaped."""
    return _Literal(value)


def literal_address(url: str) -> str:
    """Return a link's target as CommonMark writes it, in angle brackets where it holds odd characters."""
    return _Literal(commonmark.format_address(url))


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
        text = commonmark.escape_markdown(data)
        self.parts.append(f"{' ' if lead else ''}{text}{' ' if trail and text else ''}")


def _from_html(html: Markup) -> str:
    reader = _Inline()
    reader.feed(str(html))
    reader.close()
    return "".join(reader.parts).strip()
