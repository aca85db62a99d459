"""What a tree shows, as one text that patterns can search, and the way back from it to the body."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.markdown.tree import Call, Element, Part, Text
from briefgen.yamltext import Span

_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"})
_SYNTAX = frozenset("[]()@;")
"""Who writes one of these as an entity, `&#91;`, wants none of what it means."""
_GAP = "\x00\n\n"
"""Stands between two paragraphs or cells: no pattern reaches from one into another."""


class Shown(Struct, frozen=True):
    """The words of a tree; a NUL stands for what is no prose."""

    words: str
    starts: tuple[int, ...]
    """Where in the words each run begins, and in the body."""
    offsets: tuple[int, ...]
    links: tuple[Span, ...]
    """The words of links."""

    def offset(self, at: int) -> int:
        """Return where in the body a character stands."""
        run = bisect_right(self.starts, at) - 1
        return self.offsets[run] + at - self.starts[run]

    def words_in(self, span: Span) -> str:
        """Return the words that a span of the body shows."""
        runs = zip(self.starts, (*self.starts[1:], len(self.words)), self.offsets, strict=False)
        parts = (
            (max(span.start - offset, 0) + start, min(span.end - offset + start, end)) for start, end, offset in runs
        )
        return "".join(self.words[start:end] for start, end in parts if start < end)

    def span(self, span: Span) -> Span:
        """Return the span in the body of some of the words."""
        return Span(self.offset(span.start), self.offset(span.end - 1) + 1) if span.end > span.start else span


def show(parts: Iterable[Part], text: str) -> Shown:
    """Return what a tree shows of the text of its body; what is filled with NUL there stays so."""
    words: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    links: list[Span] = []
    length = 0
    for shown, place, in_link in _runs(parts, text):
        words.append(shown)
        starts.append(length)
        offsets.append(place)
        if in_link:
            links.append(Span(length, length + len(shown)))
        length += len(shown)
    return Shown("".join(words), tuple(starts), tuple(offsets), tuple(links))


def _runs(parts: Iterable[Part], text: str, *, in_link: bool = False) -> Iterator[tuple[str, int, bool]]:
    """Yield what is shown without a gap, where it stands, and whether a link holds it."""
    for part in parts:
        match part:
            case Text(words=words, span=span) if len(words) == span.end - span.start:
                yield span.of(text), span.start, in_link
            case Text(words=words, span=span) if len(words) == 1 and words not in _SYNTAX:
                yield words, span.start, in_link
            case Element(tag="br", span=span):
                yield " ", span.start, in_link
            case Element(tag="code", span=span) | Text(span=span) | Call(span=span):
                yield "\x00", span.start, in_link
            case Element(tag="a", children=children, span=span):
                yield "\x00", span.start, False
                yield from _runs(children, text, in_link=True)
                yield "\x00", span.end, False
            case Element(tag=tag, children=children, span=span):
                yield from _runs(children, text, in_link=in_link)
                if tag in _LEAVES:
                    yield _GAP, span.end, False
