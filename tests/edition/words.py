"""Extracts words, links and tags from a page, and makes issues around a single body."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition, Item
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.model import Outlet, Outlets, Publication, parse_publication
from briefgen.yamltext import parse_text

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OUTLETS = Outlets(tuple(Outlet(id=name, name=name) for name in ("NYT", "BBC", "China Daily", "Congress.gov")))
SOURCES = """\
sources:
  nyt: {outlet: NYT, date: 2023-05-10, url: "https://example.org/a_(b)*c"}
  daily: {outlet: China Daily, date: 2022-02-20, url: "https://example.org/j?a=1&copy=2"}
"""
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td pre hr br".split()  # noqa: SIM905 - a list of tags
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.text.append(" " if tag in _BLOCKS else "")
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self.text.append(" " if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read_html(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def words_of(html: str) -> list[str]:
    return "".join(read_html(html).text).split()


def links_of(html: str) -> list[str]:
    return read_html(html).links


def with_plain_calls(html: str) -> str:
    """Return a page with its calls of notes as Markdown has them: `[3]`."""
    return re.sub(r'<sup class="call"><a [^>]*>(\d+)</a></sup>', r"[\1]", html)


def quoted(text: str) -> str:
    """Return a text as a double-quoted scalar of YAML."""
    return (
        '"' + "".join(f"\\U{ord(each):08x}" if each in '"\\' or not each.isprintable() else each for each in text) + '"'
    )


def read_issue(body: str, *, style: str = "{}", sources: str = SOURCES, outlets: Outlets = OUTLETS) -> Manuscript:
    """Return the manuscript of an issue around a body; `style` is the publication's, as YAML."""
    text = f"number: 133\ndate: 2023-05-12\nfeature: {{title: T, author: A, body: {quoted(body)}}}\n{sources}"
    publication: Publication | None = parse_publication(parse_text(f"style: {style}")).record
    assert publication is not None
    return read_manuscript(parse_text(text), "133-t.yaml", publication=publication, outlets=outlets)


def edit_issue(body: str, *, style: str = "{}", sources: str = SOURCES, outlets: Outlets = OUTLETS) -> Edition:
    return make_edition(read_issue(body, style=style, sources=sources, outlets=outlets), slug="133", pictures={})


def compose_body(body: str, *, style: str = "{}", sources: str = SOURCES) -> Item:
    """Return the printed item of a body."""
    return edit_issue(body, style=style, sources=sources).feature


def rendered(item: Item) -> str:
    """Return the item's Markdown as a renderer of CommonMark reads it, with the calls of footnotes as plain numbers."""
    return str(RENDERER.render(re.sub(rf"\[\^{item.id}-(\d+)\]", r"\\[\1\\]", item.markdown)))


def json_strings(value: object) -> Iterator[str]:
    """Yield the texts of a JSON value, which must be one."""
    match json.loads(json.dumps(value)):
        case dict() as mapping:
            for inner in mapping.values():
                yield from json_strings(inner)
        case list() as items:
            for inner in items:
                yield from json_strings(inner)
        case str() as text:
            yield text
        case _:
            pass
