"""Counts the elements of a document and where its links lead, as a browser's parser finds them."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib

Elements = Counter[tuple[str, str]]
"""How often each element occurs: its tag with the attributes that may do something, and where it leads."""

_NEUTRAL = {
    "a": {"href", "title", "id", "role", "class"},
    "img": {"src", "alt", "title", "width", "height", "class", "loading", "decoding"},
    "ol": {"start", "class"},
    "li": {"id", "class"},
    "td": {"align", "class", "style"},
    "th": {"align", "class", "style", "scope"},
    "sup": {"class", "id"},
    "span": {"class", "lang", "dir"},
}
# Renderers disagree about these, and none of them does anything without attributes: paragraphs and breaks come and go
# with blank lines, which also split lists; a renderer without tables, fences or notes shows their text, as code where
# it is indented; the number of a note is raised.
_IGNORED = frozenset(
    {"html", "head", "body", "p", "br", "span", "tbody", "thead", "tr", "td", "pre", "code", "ul", "ol", "sup"}
)
_SAME = {"s": "del", "strike": "del"}
_NOTES = ("footnotes", "footnote", "notes", "call", "footnote-ref")


def parse(html: str) -> Element:
    """Parse a document or a part of one as browsers do; tags have no namespace."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def count_elements(tree: Element) -> Elements:
    """Count the elements of a tree, without what renderers add around notes."""
    found: Elements = Counter()
    for element in _walk(tree):
        # The tag of a comment is a function, and that of an SVG has a namespace.
        tag = str(element.tag) if "function" not in str(element.tag) else "comment"
        tag = _SAME.get(tag, tag)
        odd = sorted(
            name for name in set(element.keys()) - _NEUTRAL.get(tag, set()) if not name.startswith("data-foot")
        )
        address = unquote(element.get("href") or element.get("src") or "")
        # The page holds its pictures.
        if tag == "img" and address.startswith(("data:image/", "images/")):
            address = "a picture"
        shown = "".join(element.itertext())
        # GFM makes links of mail addresses, and so does briefgen in Markdown, so that they are the same everywhere.
        is_mail = tag == "a" and address == f"mailto:{shown}" and "@" in shown
        if (tag in _IGNORED and not odd) or is_mail:
            continue
        found[" ".join([tag, *odd]), address] += 1
    return found


def _walk(element: Element) -> Iterator[Element]:
    """Yield the elements of a tree in order; lists of notes only with what is in their notes."""
    is_notes = bool(set((element.get("class") or "").split()) & set(_NOTES))
    is_return = element.tag == "a" and (element.get("href") or "").startswith("#")
    if not is_notes and not is_return:
        yield element
    for child in element:
        if not (is_notes and child.tag in {"ol", "hr", "h2", "h3", "li"}):
            yield from _walk(child)
            continue
        for inner in child.iter("li"):
            for part in inner:
                yield from _walk(part)
