"""The examples of CommonMark, GFM's extensions and cmark's regressions give the expected words and blocks.

What the dialect leaves out is not asked: raw HTML, and code that is only indented.
"""

import html
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from itertools import groupby

import pytest
from markdown_it import MarkdownIt

from briefgen.markdown import Element, Part, Text, parse_body
from tests.shared import shared_file, shared_rows

BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td pre hr".split())  # noqa: SIM905 - a list of tags
RAW_HTML = re.compile(r"<(?!https?:|[a-z+.-]{2,32}:|[^\s<>]+@)[/!?a-zA-Z]")
FOLDER = "hostile/commonmark"
PEER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("code")

Tree = tuple[str, tuple[object, ...]]


class _Reader(HTMLParser):
    """Reads words and blocks; a paragraph is its words, for tight and loose lists have the same."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, list[object]]] = [("body", [])]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "hr":
            self.open[-1][1].append(("hr", ()))
        elif tag == "br":
            self.open[-1][1].append(" ")
        elif tag in BLOCKS:
            self.open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS - {"hr"} and len(self.open) > 1:
            block = self.open.pop()
            self.open[-1][1].append(block)

    def handle_data(self, data: str) -> None:
        self.open[-1][1].append(data)


def read(text: str) -> Tree:
    return _folded(*_Reader(text).open[0])


def _folded(tag: str, parts: Iterable[object]) -> Tree:
    found: list[object] = []
    for is_words, group in groupby(parts, key=lambda part: isinstance(part, str)):
        if is_words:
            found += [words] if (words := " ".join("".join(map(str, group)).split())) else []
            continue
        for part in group:
            assert isinstance(part, tuple)
            block = _folded(*part)
            found += block[1] if block[0] == "p" else [block]
    return tag, tuple(found)


def written(parts: Iterable[Part]) -> str:
    """Write a tree as plainly as can be: the writers are tested elsewhere."""
    found = []
    for part in parts:
        match part:
            case Text(words=words):
                found.append(html.escape(words))
            case Element(tag="br" | "hr" as tag):
                found.append(f"<{tag}>")
            case Element(tag=tag, children=children):
                found.append(f"<{tag}>{written(children)}</{tag}>")
            case _:
                found.append("?")
    return "".join(found)


def is_asked(row: Mapping[str, str]) -> bool:
    is_indented = "<pre>" in row["html"] and not re.search("```|~~~", row["markdown"])
    is_html = row["section"] in {"HTML blocks", "Raw HTML"} or RAW_HTML.search(row["markdown"])
    return not is_indented and not is_html


def is_right(row: Mapping[str, str]) -> bool:
    return read(written(parse_body(row["markdown"]).parts)) == read(row["html"])


def test_the_examples_of_the_specification() -> None:
    rows = [row for row in shared_rows(f"{FOLDER}/spec-31c0ca2.jsonl") if is_asked(row)]
    wrong = [row["example"] for row in rows if not is_right(row)]
    assert len(rows) == 520
    # 134 and 280 are code by their indent, which the dialect has not.
    assert wrong == [134, 280]


@pytest.mark.parametrize(
    ("file", "differ"),
    [
        # A single `~` is no strikethrough, example 20 has no expected text, and task lists are plain text.
        ("cmark-gfm-extensions", [17, 18, 20, 26, 27, 28]),
        # No issue holds a byte order mark or a noncharacter.
        ("cmark-regression", [13, 23]),
    ],
)
def test_the_examples_of_extensions_and_regressions(file: str, differ: list[int]) -> None:
    rows = [row for row in shared_rows(f"{FOLDER}/{file}.jsonl") if is_asked(row)]
    assert [row["example"] for row in rows if not is_right(row)] == differ


def test_real_newsletters_give_the_same_words_and_blocks_in_another_renderer() -> None:
    for path in sorted(shared_file("corpus/plain").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert read(written(parse_body(text).parts)) == read(re.sub("<img[^>]*>", "", PEER.render(text))), path
