"""Extracts the words of a page, a Markdown file and a PDF, so that they can be compared."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

# Parts of the page that the other outputs lack, or have elsewhere. Each entry is a tag, a `.class`, or both.
FURNITURE = (
    "script",  # JSON-LD: data, not text
    "style",
    "template",
    ".skip",  # the link to skip the masthead, for keyboard users
    ".pdf",  # the link to the PDF, which is only next to the page
    ".back",  # the arrow from a note back to the text
    ".around",  # the links to other issues of the site
    ".colophon",  # different in every output
)


def parse_page(path: Path) -> Element:
    """Parse a page as browsers do; tags have no namespace."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def find_words(text: str) -> list[str]:
    """Split at white space, without soft hyphens and word joiners."""
    return re.sub("[\u00ad\u2060\u200b]", "", text).split()


def squeeze(text: str) -> str:
    """Return the text without white space, because each output breaks lines elsewhere."""
    return "".join(find_words(text))


def read_text(element: Element, furniture: tuple[str, ...] = FURNITURE) -> str:
    """Return the text of an element, with a space at both ends of each block and without furniture."""
    return "".join(_read(element, furniture))


def _read(element: Element, furniture: tuple[str, ...]) -> Iterator[str]:
    if is_one_of(element, furniture):
        return
    border = "" if element.tag in INLINE else " "
    yield border
    yield element.text or ""
    for child in element:
        yield from _read(child, furniture)
        yield child.tail or ""
    yield border


INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub"}
    | {"sup", "time", "u", "wbr", "del", "ins", "kbd", "dfn", "data"}
)


def is_one_of(element: Element, selectors: tuple[str, ...]) -> bool:
    """Return whether an element matches one of the selectors; comments always do."""
    if not str(element.tag).isalnum():
        return True
    classes = (element.get("class") or "").split()
    for selector in selectors:
        tag, _, name = selector.partition(".")
        if (not tag or element.tag == tag) and (not name or name in classes):
            return True
    return False


def find_blocks(page: Element) -> list[str]:
    """Return the titles, paragraphs, cells and list items of the articles in order, without notes and white space."""
    articles = page.iter("article")
    return [block for article in articles for block in _find_blocks(article, (*FURNITURE, NOTES))]


def find_notes(page: Element) -> list[str]:
    """Return the numbered notes without spaces; they follow the item on the page, and the paragraph in the PDF."""
    sections = [one for one in page.iter() if is_one_of(one, (NOTES,))]
    return [squeeze(read_text(item)) for section in sections for item in section.iter("li")]


def _find_blocks(element: Element, skipped: tuple[str, ...]) -> Iterator[str]:
    if is_one_of(element, skipped):
        return
    is_leaf = not any(child.tag in BLOCKS for child in element.iter() if child is not element)
    if element.tag in BLOCKS and is_leaf:
        text = squeeze(read_text(element))
        yield from [text] if text else []
        return
    for child in element:
        yield from _find_blocks(child, skipped)


NOTES = ".notes"
BLOCKS = frozenset({"h1", "h2", "h3", "h4", "p", "li", "blockquote", "td", "th"})
