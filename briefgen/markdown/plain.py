"""Writes a tree as blocks of plain text that have yet to be wrapped and have their links numbered."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.markdown.tree import Call, Cited, Element, Part, Tag, Text

TextKind = Literal["paragraph", "heading", "code", "table", "rule", "picture"]
_HEADINGS: frozenset[Tag] = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKS: dict[Tag, str] = {"em": "_", "strong": "*", "del": "~~"}
_QUOTE = "> "


class TextRun(Struct, frozen=True):
    """Some words of a line; with an address, they are a link, whose number follows."""

    words: str
    address: str = ""


class TextBlock(Struct, frozen=True):
    """A paragraph, or something like it, before its lines are broken."""

    kind: TextKind
    runs: tuple[TextRun, ...] = ()
    """The words; in code, a line break is one, and elsewhere a forced one. For a picture, its alt text."""
    first: str = ""
    """Precedes the first line: `- `, `> `, `1. `."""
    rest: str = ""
    """Precedes all other lines."""
    rows: tuple[tuple[tuple[TextRun, ...], ...], ...] = ()
    """The cells of a table; the first row is its head."""
    aligns: tuple[str, ...] = ()
    """How each column of a table is set: `right`, `center`, or like text."""
    is_tight: bool = False
    """Whether no blank line parts it from the block before it."""
    path: str = ""
    """Of a picture: its path in the issue's output folder."""


class PlainWriter(Struct, frozen=True):
    """Writes trees as plain text; `group` and `call` return what stands for a citation group and a note's reference."""

    group: Callable[[int], tuple[TextRun, ...]]
    call: Callable[[str], str]

    def write(self, parts: Iterable[Part], first: str = "", rest: str = "") -> Iterator[TextBlock]:
        """Yield the blocks of some parts; `first` and `rest` precede the first line and all others."""
        for part in parts:
            yield from self._block(part, first, rest)
            first = rest

    def write_line(self, parts: Iterable[Part]) -> tuple[TextRun, ...]:
        """Return inline content as runs; adjacent plain words are one."""
        return tuple(_joined(self._inline(parts)))

    def _block(self, part: Part, first: str, rest: str) -> Iterator[TextBlock]:
        match part:
            case Element(tag="ul" | "ol"):
                yield from self._list(part, first, rest)
            case Element(tag="blockquote", children=children):
                yield from self.write(children, first + _QUOTE, rest + _QUOTE)
            case Element(tag="table"):
                yield TextBlock("table", (), first, rest, tuple(self._rows(part)), _aligns(part))
            case Element(tag="pre", children=children):
                yield TextBlock("code", (TextRun(_words(children).rstrip("\n")),), first, rest)
            case Element(tag="hr"):
                yield TextBlock("rule", first=first, rest=rest)
            case Element(tag="figure"):
                alt = (TextRun(part.attribute("alt")),)
                yield TextBlock("picture", alt, first, rest, path=part.attribute("src"))
                if caption := part.attribute("title"):
                    yield TextBlock("paragraph", (TextRun(caption),), rest, rest)
            case Element(tag=tag, children=children) if tag in _HEADINGS:
                yield TextBlock("heading", self.write_line(children), first, rest)
            case _:
                yield TextBlock("paragraph", self.write_line((part,)), first, rest)

    def _list(self, element: Element, first: str, rest: str) -> Iterator[TextBlock]:
        number, is_tight = int(element.attribute("start") or 1), bool(element.attribute("tight"))
        items = [child for child in element.children if isinstance(child, Element)]
        marks = [f"{number + index}. " if element.tag == "ol" else "- " for index in range(len(items))]
        room = max(map(len, marks), default=0)
        for index, (mark, item) in enumerate(zip(marks, items, strict=True)):
            lead = rest if index else first
            # An empty item keeps its number.
            blocks = tuple(self.write(item.children, lead + mark.rjust(room), rest + " " * room)) or (
                TextBlock("paragraph", (), lead + mark.rjust(room), rest + " " * room),
            )
            for place, block in enumerate(blocks):
                closes_up = is_tight and (place > 0 or index > 0) and block.kind in {"paragraph", "heading"}
                yield replace(block, is_tight=block.is_tight or closes_up)

    def _rows(self, table: Element) -> Iterator[tuple[tuple[TextRun, ...], ...]]:
        for section in table.children:
            for row in section.children if isinstance(section, Element) else ():
                yield tuple(self.write_line((cell,)) for cell in (row.children if isinstance(row, Element) else ()))

    def _inline(self, parts: Iterable[Part]) -> Iterator[TextRun]:
        for part in parts:
            match part:
                case Text(words=words):
                    yield TextRun(words.replace("\r", " ").replace("\n", " "))
                case Cited(number=number):
                    yield from self.group(number)
                case Call(label=label):
                    yield TextRun(self.call(label))
                case Element(tag="br"):
                    yield TextRun("\n")
                case Element(tag="code", children=children):
                    yield TextRun(_words(children).replace("\n", " "))
                case Element(tag="a", children=children):
                    # No link has another or a citation inside.
                    words = "".join(run.words for run in self._inline(children))
                    address = part.attribute("href")
                    yield TextRun(words, "" if words == address.removeprefix("mailto:") else address)
                case Element(tag="em" | "strong" | "del" as tag, children=children):
                    yield from _marked(tuple(self._inline(children)), _MARKS[tag])
                case Element(children=children):
                    yield from self._inline(children)


def _marked(runs: tuple[TextRun, ...], mark: str) -> Iterator[TextRun]:
    yield TextRun(mark)
    yield from runs
    yield TextRun(mark)


def _joined(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    words = ""
    for run in runs:
        if run.address:
            if words:
                yield TextRun(words)
            words = ""
            yield run
        else:
            words += run.words
    if words:
        yield TextRun(words)


def _aligns(table: Element) -> tuple[str, ...]:
    head = next((row for part in table.children if isinstance(part, Element) for row in part.children), None)
    cells = head.children if isinstance(head, Element) else ()
    return tuple(cell.attribute("align") for cell in cells if isinstance(cell, Element))


def _words(parts: Iterable[Part]) -> str:
    return "".join(
        part.words if isinstance(part, Text) else _words(part.children) if isinstance(part, Element) else ""
        for part in parts
    )
