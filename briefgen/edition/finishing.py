"""Prepares a tree for output: marks foreign text, lowers headings, checks links, and positions citations."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.edition.text_context import TextContext
from briefgen.edition.words import split_foreign
from briefgen.expressions import expression
from briefgen.markdown import Cited, Element, Part, Tag, Text, find_addresses, references_in
from briefgen.model import Language, Style, UrlError, parse_link
from briefgen.model.scripts import UNSPACED

_HEADINGS: tuple[Tag, ...] = ("h1", "h2", "h3", "h4", "h5", "h6")
_STOP = expression(r"(?P<stop>[.。])(?P<marks>[”’\"']*)\s*$")
_NEW_SENTENCE = expression(r"\s+(?![.,;:\s])")
# In languages without spaces, a line break in the source must not become a space. A string, because it takes 3 ms
# to compile and only these languages need it.
_LINE_END = rf"(?<=[{UNSPACED}])\s*\n\s*(?=[{UNSPACED}])"
_MARKS = expression(r"(?P<marks>[”’\"']*)\s*$")


def finish(
    parts: tuple[Part, ...], style: Style, language: Language, context: TextContext, *, title_level: int = 2
) -> tuple[Part, ...]:
    """Return a tree that is ready to be written; `title_level` is the level of the title above it, from 1 to 6."""
    return tuple(_Finisher(style, language, context, title_level).finish(parts))


class _Finisher(NamedTuple):
    style: Style
    language: Language
    context: TextContext
    title_level: int
    in_link: bool = False

    def finish(self, parts: tuple[Part, ...]) -> Iterator[Part]:
        for part in _position_citations(parts, self.style, self.language):
            match part:
                case Text(words=words):
                    yield from self._words(re.sub(_LINE_END, "", words) if self.language.is_unspaced else words)
                case Element(tag="code" | "pre"):
                    yield part
                case Element(tag="a", children=children):
                    yield from _link(part, tuple(self._replace(in_link=True).finish(children)))
                case Element(tag=tag, children=children):
                    yield replace(part, tag=self._lower(tag), children=tuple(self.finish(children)))
                case _:
                    yield part

    def _lower(self, tag: Tag) -> Tag:
        """Return the tag of a heading below the title, where `#` and `##` are the same; other tags are unchanged."""
        if tag not in _HEADINGS:
            return tag
        level = max(_HEADINGS.index(tag) + 1, 2)
        return _HEADINGS[min(self.title_level + level - 1, 6) - 1]

    def _words(self, words: str) -> Iterator[Part]:
        """Split a text into parts: foreign runs are marked, and bare URLs become links."""
        done = 0
        for place in () if self.in_link else find_addresses(words):
            with suppress(UrlError):
                address = parse_link(place.of(words))
                yield from split_foreign(Text(words[done : place.start]), self.context)
                yield Element("a", (Text(place.of(words)),), attributes=(("href", address),))
                done = place.end
        yield from split_foreign(Text(words[done:]), self.context)


def _link(link: Element, inside: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a link with a normalized URL; only its text if the URL is invalid or the text has a reference or link."""
    try:
        address = parse_link(link.attribute("href"))
    except UrlError:
        return inside
    if any(True for _ in references_in(inside)) or _holds_link(inside):
        return inside
    title = link.attribute("title")
    return (replace(link, children=inside, attributes=(("href", address), *((("title", title),) if title else ()))),)


def _holds_link(parts: tuple[Part, ...]) -> bool:
    return any(isinstance(part, Element) and (part.tag == "a" or _holds_link(part.children)) for part in parts)


def _position_citations(parts: tuple[Part, ...], style: Style, language: Language) -> tuple[Part, ...]:
    """Place citations before or after the full stop, as the house style asks; no space precedes note numbers."""
    placed = list(parts)
    # Backwards, so that text moved behind a citation does not affect those still to be placed.
    for at in reversed(range(len(placed))):
        if isinstance(placed[at], Cited):
            before, rest = _words_at(placed, at - 1), placed[at + 1 :]
            after, is_last = _words_at(placed, at + 1), not rest or (len(rest) == 1 and isinstance(rest[0], Text))
            moved = _move_stop(before, after, style, is_last=is_last)
            if style.citations == "notes" or language.is_unspaced:
                moved = moved[0].rstrip(), moved[1]
            if moved != (before, after):
                placed[at + 1 : at + 1 + bool(after)] = [Text(moved[1])] if moved[1] else []
                placed[at - bool(before) : at] = [Text(moved[0])] if moved[0] else []
    return tuple(placed)


def _words_at(parts: list[Part], at: int) -> str:
    part = parts[at] if 0 <= at < len(parts) else None
    return part.words if isinstance(part, Text) else ""


def _move_stop(before: str, after: str, style: Style, *, is_last: bool) -> tuple[str, str]:
    """Return the text before and after a citation, with the full stop moved to the other side if needed."""
    ends = not after.strip() if is_last else False
    match style.position:
        case "before" if (stop := _STOP.search(before)) and (ends or _begins_sentence(after, stop["stop"])):
            before, after = f"{before[: stop.start()]}{stop['marks']} ", stop["stop"] + after
        case "after" if after.startswith("。") or (
            after.startswith(".") and (after[1:2].isspace() or (is_last and after == "."))
        ):
            marks = _MARKS.search(before)
            tail = marks["marks"] if marks else ""
            before, after = f"{before[: marks.start() if marks else len(before)]}{after[0]}{tail} ", after[1:]
        case _:
            pass
    return before, after


def _begins_sentence(after: str, stop: str) -> bool:
    """Return whether a new sentence follows a stop; after a full-width stop there is no space."""
    return _NEW_SENTENCE.match(after) is not None or (stop == "。" and after[:1].isalnum())
