"""The visible text of a tree as one searchable string, mapped back to the body."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.markdown.tree import Call, Element, Part, Text
from briefgen.yamltext import Span

_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"})
_SYNTAX = frozenset("[]()@;")
"""Characters that lose their meaning when written as an entity (`&#91;`)."""
_GAP = "\x00\n\n"
"""Separates paragraphs and cells, so that no pattern matches across them."""


class Shown(Struct, frozen=True):
    """The visible text of a tree; non-prose is replaced by NULs."""

    words: str
    starts: tuple[int, ...]
    """Start offset of each run in `words`; `offsets` has its offset in the body."""
    offsets: tuple[int, ...]
    links: tuple[Span, ...]
    """Spans of link text in `words`."""

    def offset(self, at: int) -> int:
        """Translate an offset in `words` to an offset in the body."""
        run = bisect_right(self.starts, at) - 1
        return self.offsets[run] + at - self.starts[run]

    def words_in(self, span: Span) -> str:
        """Return the visible text of a span of the body."""
        runs = zip(self.starts, (*self.starts[1:], len(self.words)), self.offsets, strict=False)
        parts = (
            (max(span.start - offset, 0) + start, min(span.end - offset + start, end)) for start, end, offset in runs
        )
        return "".join(self.words[start:end] for start, end in parts if start < end)

    def span(self, span: Span) -> Span:
        """Translate a span in `words` to a span in the body."""
        return Span(self.offset(span.start), self.offset(span.end - 1) + 1) if span.end > span.start else span


def show(parts: Iterable[Part], text: str) -> Shown:
    """Return the visible text of a tree; NULs in `text` are kept."""
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
    """Yield contiguous runs of visible text: the text, its offset in the body, and whether it is in a link."""
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
