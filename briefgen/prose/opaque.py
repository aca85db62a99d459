"""What in a body is not prose and is left alone: code, links, addresses, escapes and comments."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from briefgen.prose.blocks import Block
from briefgen.yamltext import Span

OpaqueKind = Literal["code", "escape", "comment", "address", "link", "image", "definition"]

# Every quantifier that could give back what it took is possessive: no text takes more than linear time. The first
# characters of all tokens stand before the choice, for places that begin with none of them are then passed over
# at ten times the pace; what a token is depends on which of them was found.
_TOKEN = re.compile(
    r"""
    [`\\<!\[\]\nh] (?:
      (?<=`)(?<!``)(?P<code>(?P<marks>`{0,19})(?!`)(?:(?!\n[ \t]*+\n).)+?(?<!`)`(?P=marks)(?!`))
    | (?<=\\)(?P<escape>[!-/:-@\[-`{-~])
    | (?<=<)(?P<comment>!--)
    | (?P<address>(?<=<)https?://[^\s<>]{1,2048}+> | (?<=\bh)ttps?://[^\s<>()\[\]]{1,2048}+)
    | (?P<open>(?<=\[) | (?<=!)\[)
    | (?P<close>(?<=\]))
    | (?P<gap>(?<=\n)[ \t]*+\n)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_TARGET = re.compile(
    r"""
    \([ \t\n]*+
    (?:<(?P<angled>[^<>\n]{0,2048}+)>|(?P<plain>(?:[^()\s\\]|\\.|\([^()\s]{0,2048}+\)){0,2048}+))
    (?:[ \t\n]++(?:"[^"]{0,500}+"|'[^']{0,500}+'))?+
    [ \t\n]*+\)
    """,
    re.VERBOSE,
)

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_DEFINED = re.compile(r"\[[^\]\n]*+\]:[ \t]*+<?(?P<address>[^\s<>]++)")


class Opaque(Struct, frozen=True):
    """A part of a body that holds no prose; `address` is where a link, image or definition leads."""

    kind: OpaqueKind
    span: Span
    address: str = ""


def find_opaque(text: str, blocks: tuple[Block, ...]) -> tuple[Opaque, ...]:
    """Return the parts of a body that hold no prose, in order and not overlapping."""
    found: list[Opaque] = []
    done = 0
    for block in blocks:
        match block.kind:
            case "code" | "comment" | "definition" as kind:
                found += _Scanner(text, done, block.span.start).scan()
                found.append(Opaque(kind, block.span, _defined_address(block.span.of(text))))
                done = block.span.end
            case _:
                pass
    return (*found, *_Scanner(text, done, len(text)).scan())


def _defined_address(text: str) -> str:
    """Return where a definition such as `[label]: https://example.org "title"` leads."""
    found = _DEFINED.match(text)
    return found["address"] if found else ""


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text at the same length with some parts filled with NUL, line breaks kept."""
    parts, done = [], 0
    for span in spans:
        parts.append(text[done : span.start])
        parts.append("\n".join("\x00" * len(line) for line in span.of(text).split("\n")))
        done = span.end
    return "".join([*parts, text[done:]])


class _Scanner:
    """Reads the part of a body between two blocks that are opaque as a whole."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.found: list[Opaque] = []
        self.brackets: list[int] = []
        self.last_close = text.rfind("-->", start, end)

    def scan(self) -> list[Opaque]:
        """Return what is opaque, in order; a link takes the place of what stands inside it."""
        at = self.start
        while match := _TOKEN.search(self.text, at, self.end):
            at = self._take(match)
        return self.found

    def _take(self, match: re.Match[str]) -> int:
        """Note what a token begins or ends, and return the place after it."""
        match match.lastgroup:
            case "open":
                self.brackets.append(match.start())
            case "close":
                return self._close(match.end())
            case "gap":
                self.brackets.clear()
            case "comment":
                return self._comment(match.start())
            case "code" | "escape" | "address" as kind:
                self.found.append(Opaque(kind, Span(match.start(), match.end())))
        return match.end()

    def _close(self, at: int) -> int:
        """Make a link of the brackets that end here, if an address follows.

        `[@key](as of May)` is a citation, and `[@handle](https://…)` a link.
        """
        start = self.brackets.pop() if self.brackets else at
        target = _TARGET.match(self.text, at, self.end)
        if target is None or start == at:
            return at
        address = _ESCAPED.sub(r"\1", target["angled"] or target["plain"] or "")
        if self.text.startswith("[@", start) and not address.startswith(("http://", "https://")):
            return at
        while self.found and self.found[-1].span.start >= start:
            self.found.pop()
        kind: OpaqueKind = "image" if self.text[start] == "!" else "link"
        self.found.append(Opaque(kind, Span(start, target.end()), address))
        return target.end()

    def _comment(self, start: int) -> int:
        """Note a comment; one that nothing closes is text."""
        if start + len("<!--") > self.last_close:
            return start + len("<!--")
        end = self.text.index("-->", start + len("<!--")) + len("-->")
        self.found.append(Opaque("comment", Span(start, end)))
        return end
