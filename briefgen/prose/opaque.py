"""What in a body is not prose and is left alone: code, links, addresses, escapes and comments."""

import re

from briefgen.prose.blocks import Block
from briefgen.yamltext import Span

# A link's text may hold one level of brackets; `[@key](…)` is a citation followed by a parenthesis.
_OPAQUE = re.compile(
    r"""
      (?P<code>(?<!`)(`{1,20})(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\2(?!`))
    | (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<comment><!--.*?-->)
    | (?P<address><https?://[^\s<>]{1,2048}>)
    | (?P<link>!?\[(?!@)(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)|\[[^\[\]\n]*\]){0,1000}\]
        \([ \t\n]*(?:<[^<>\n]{0,2048}>|(?:[^()\s\\]|\\.|\([^()\s]*\)){0,2048})(?:[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*\))
    | (?P<bare>\bhttps?://[^\s<>()\[\]]{1,2048})
    """,
    re.VERBOSE | re.DOTALL,
)


def find_opaque(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Return the spans of a body that hold no prose, in order and not overlapping."""
    spans = [block.span for block in blocks if block.kind in {"code", "comment", "definition"}]
    end = 0
    for match in _OPAQUE.finditer(text):
        if match.start() >= end:
            spans.append(Span(match.start(), match.end()))
            end = match.end()
    return _merged(sorted(spans))


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def blanked(text: str, opaque: tuple[Span, ...], filler: str = "\x00") -> str:
    """Return the body at the same length with everything opaque filled in, line breaks kept."""
    parts, done = [], 0
    for span in opaque:
        parts.append(text[done : span.start])
        parts.append("".join("\n" if character == "\n" else filler for character in span.of(text)))
        done = span.end
    return "".join([*parts, text[done:]])
