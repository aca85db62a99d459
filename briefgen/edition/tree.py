"""A body as a small tree of elements, texts and citation groups, from which every format is written."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.edition.foreign import Run, find_runs
from briefgen.model import UrlError, parse_link

# Citations travel through the Markdown renderer between two noncharacters, which no issue may hold.
MARK = "\ufdd0{}\ufdd1"
MAX_DIGITS = 9
_MARKED = re.compile("\ufdd0(\\d+)\ufdd1")
VOID = frozenset({"br", "hr"})
# Sub-headings of a body stand below the title of their item.
_LEVELS = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}


class Text(Struct, frozen=True):
    """Words, unescaped."""

    words: str


class Cited(Struct, frozen=True):
    """The place of a citation group, by its number in the body."""

    number: int


class Element(Struct, frozen=True):
    """A tag with what is in it; `lang` spans are elements too."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Part", ...] = ()

    def attribute(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return dict(self.attributes).get(name, "")


Part = Text | Cited | Element


def parse_tree(html: str, *, han: str) -> tuple[Part, ...]:
    """Read sanitised HTML; `han` is the language of Han characters whose script does not tell."""
    builder = _Builder(convert_charrefs=True)
    builder.feed(html)
    builder.close()
    parts = builder.finish()
    blocks = tuple(part for part in parts if not _is_space(part))
    return tuple(_children(blocks, han, is_code=False))


def cited_in(part: Part) -> Iterator[int]:
    """Yield the numbers of the groups in a part, in order."""
    match part:
        case Cited(number=number):
            yield number
        case Element(children=children):
            for child in children:
                yield from cited_in(child)
        case _:
            pass


def split_foreign(words: str, han: str) -> Iterator[Part]:
    """Yield a text with its foreign runs as elements that carry their language."""
    done = 0
    for run in find_runs(words, han):
        if run.start > done:
            yield Text(words[done : run.start])
        yield _spoken(words, run)
        done = run.end
    if done < len(words):
        yield Text(words[done:])


def _spoken(words: str, run: Run) -> Element:
    return Element("span", (("lang", run.language),), (Text(words[run.start : run.end]),))


class _Open(NamedTuple):
    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: list[Part]


class _Builder(HTMLParser):
    """Builds the tree; nh3 has closed every tag already."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.stack = [_Open("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # CommonMark reads list numbers of up to nine digits.
        attributes = tuple(
            (name, value) for name, value in attrs if value and (name != "start" or len(value) <= MAX_DIGITS)
        )
        if tag in VOID:
            self.stack[-1].children.append(Element(tag, attributes))
        else:
            self.stack.append(_Open(tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.stack) > 1:
            opened = self.stack.pop()
            self.stack[-1].children.append(Element(opened.tag, opened.attributes, tuple(opened.children)))

    def handle_data(self, data: str) -> None:
        # In a table a code span writes a pipe as `\\|`, as GFM has it.
        is_cell_code = self.stack[-1].tag == "code" and any(each.tag in {"td", "th"} for each in self.stack)
        self.stack[-1].children.append(Text(data.replace("\\|", "|") if is_cell_code else data))

    def finish(self) -> tuple[Part, ...]:
        return tuple(self.stack[0].children)


def _is_space(part: Part) -> bool:
    return isinstance(part, Text) and not part.words.strip()


def _children(children: tuple[Part, ...], han: str, *, is_code: bool) -> Iterator[Part]:
    """Put citations and languages in, lower the headings, drop links that lead nowhere."""
    for child in children:
        match child:
            case Text(words=words) if not is_code:
                yield from _split_text(words, han)
            case Element(tag="a"):
                yield from _linked(child, tuple(_children(child.children, han, is_code=is_code)))
            case Element(tag=tag):
                inside = tuple(_children(child.children, han, is_code=is_code or tag in {"code", "pre"}))
                # An empty entry cannot be told from text in Markdown, and says nothing on the page.
                if tag not in {"li", "ul", "ol"} or not all(map(_is_space, inside)):
                    yield replace(child, tag=_LEVELS.get(tag, tag), children=inside)
            case _:
                yield child


def _linked(link: Element, inside: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a link with a clean address; only its words where it leads nowhere or holds the links of a citation."""
    try:
        address = parse_link(link.attribute("href"))
    except UrlError:
        return inside
    if any(True for part in inside for _ in cited_in(part)):
        return inside
    title = link.attribute("title")
    return (Element("a", (("href", address), *((("title", title),) if title else ())), inside),)


def _split_text(words: str, han: str) -> Iterator[Part]:
    done = 0
    for match in _MARKED.finditer(words):
        yield from split_foreign(words[done : match.start()], han)
        yield Cited(int(match[1]))
        done = match.end()
    yield from split_foreign(words[done:], han)
