"""Runs Python-Markdown's inline stage with our own patterns, which take linear time and track positions.

`docs/markdown.md` describes the dialect.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Self
from xml.etree.ElementTree import Element as Found

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from msgspec.structs import replace

from briefgen.markdown.atoms import ATOM, Atoms
from briefgen.markdown.brackets import IMAGE_OR_CALL, LINK, Brackets
from briefgen.markdown.emphasis import RUN, Emphasis
from briefgen.markdown.marks import MARK, Source
from briefgen.markdown.passage import Match, Passage, Pattern
from briefgen.markdown.reading import Reading
from briefgen.markdown.tree import Element, Part

_BREAK = rf"(?:(?<! ) {{2,}}+|\\{MARK})\n{MARK}"


class _Breaks(Pattern):
    """Hard line breaks: two spaces or a backslash before a line break."""

    def read(self, place: int, m: re.Match[str], data: str) -> Match:
        del data
        return Match(self.passage.make(Element("br", (), self.passage.source.span(place - 1, place))), m.start(), place)


class _Inlines(Markdown):
    """A converter without any patterns and blocks of its own, most of which would be made for nothing."""

    def build_parser(self) -> Self:
        """Prepare for patterns."""
        self.inlinePatterns = Registry()
        return self


def run_stage(source: Source, reading: Reading) -> tuple[Part, ...]:
    """Parse the inline content of a text."""
    patterns, stage = _make_stage()
    passage = Passage(source, reading)
    for pattern in patterns:
        pattern.passage = passage
    root, text = Found("div"), Found("p")
    text.text = source.marked()
    root.append(text)
    stage.run(root)
    return tuple(_parts(text, passage))


def _parts(found: Found, passage: Passage) -> Iterator[Part]:
    """Convert the content of a Python-Markdown element to parts."""
    yield from passage.source.read(found.text or "")
    for child in found:
        match passage.made[child]:
            case Element(tag="a" | "em" | "strong" | "del", children=()) as shell:
                yield replace(shell, children=tuple(_parts(child, passage)))
            case None:
                pass
            case part:
                yield part
        yield from passage.source.read(child.tail or "")


@cache
def _make_stage() -> tuple[tuple[Pattern, ...], InlineProcessor]:
    """Return our patterns, in order of precedence, and an inline stage with only these."""
    patterns = (
        Atoms(ATOM),
        Brackets(IMAGE_OR_CALL, {"image", "call"}),
        Brackets(LINK, {"link"}),
        Emphasis(RUN),
        _Breaks(_BREAK),
    )
    converter = _Inlines()
    for priority, pattern in enumerate(reversed(patterns)):
        converter.inlinePatterns.register(pattern, str(priority), priority)
    return patterns, InlineProcessor(converter)
