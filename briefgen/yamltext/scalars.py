"""Where each character of a scalar's value stands in the file, for all five ways of writing one.

The decoded value is known already (YAML's own parser made it), so the token is read beside it: where the
two differ, only the few things that a style may do (fold a line, drop an indent, write an escape) can be
the reason. Nothing here decides what a value is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.yamltext.nodes import Scalar
from briefgen.yamltext.span import Span

_WHITE = frozenset(" \t\n\r\x85\u2028\u2029")
_BLANKS = re.compile("[ \t\r\n\x85\u2028\u2029]*")
_SPACES = re.compile("[ \t]+")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FLOW_FOLD = re.compile("[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])(?:[ \t]|\r\n|[\n\r\x85\u2028\u2029])*")
_ESCAPED_BREAK = re.compile(r"\\" + _FLOW_FOLD.pattern.removeprefix("[ \t]*"))
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ScalarMap:
    """For each code point of a value, the span of the file that wrote it."""

    places: tuple[tuple[int, int], ...]
    end: int
    """Where the value ends in the file: the place of an insertion after its last character."""

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of `value[start:end]`; an empty range is an empty span."""
        if start >= end:
            at = self.places[start][0] if start < len(self.places) else self.end
            return Span(at, at)
        return Span(self.places[start][0], self.places[end - 1][1])


def map_scalar(text: str, scalar: Scalar) -> ScalarMap:
    """Map every character of `scalar.value` to the part of `text` that wrote it."""
    found = tuple(_places(text, scalar))
    end = found[-1][1] if found else _inside(scalar).start if scalar.style in {"single", "double"} else scalar.span.end
    return ScalarMap(found, end)


def _places(text: str, scalar: Scalar) -> Iterator[tuple[int, int]]:
    match scalar.style:
        case "literal" | "folded":
            return _block_places(text, scalar)
        case "plain":
            return _flow_places(text, scalar.span, scalar.value, escapes=False, quote="")
        case "single":
            return _flow_places(text, _inside(scalar), scalar.value, escapes=False, quote="''")
        case _:
            return _flow_places(text, _inside(scalar), scalar.value, escapes=True, quote="")


def _inside(scalar: Scalar) -> Span:
    return Span(scalar.span.start + 1, max(scalar.span.start + 1, scalar.span.end - 1))


def _flow_places(text: str, token: Span, value: str, *, escapes: bool, quote: str) -> Iterator[tuple[int, int]]:
    """Read a plain or quoted token beside its value."""
    at, done = token.start, 0
    while at < token.end and done < len(value):
        if escapes and text[at] == "\\":
            joined = _ESCAPED_BREAK.match(text, at, token.end)
            if joined is not None:
                breaks = len(_BREAK.findall(joined.group())) - 1
                yield from [(at, joined.end())] * breaks
                at, done = joined.end(), done + breaks
                continue
            escape = _ESCAPE.match(text, at, token.end)
            width = len(escape.group()) if escape else 1
        elif text[at] in _WHITE:
            fold = _FLOW_FOLD.match(text, at, token.end)
            if fold is not None:
                written = _count_folded(fold.group())
                yield from [(at, fold.end())] * written
                at, done = fold.end(), done + written
                continue
            # A run without a line break stands for itself; it is taken whole, for each of its spaces would be
            # looked at again from every one before it.
            blanks = _SPACES.match(text, at, token.end)
            last = min(blanks.end() if blanks else at + 1, at + len(value) - done)
            yield from zip(range(at, last), range(at + 1, last + 1), strict=True)
            at, done = last, done + last - at
            continue
        else:
            width = len(quote) if quote and text.startswith(quote, at) else 1
        yield at, at + width
        at, done = at + width, done + 1


def _count_folded(fold: str) -> int:
    """Count the characters that a run of line breaks becomes: a lone one a space, else one fewer than there are.

    A first break that is U+2028 or U+2029 is kept as it is (YAML 1.1, section 5.4).
    """
    breaks = _BREAK.findall(fold)
    return len(breaks) - (len(breaks) > 1 and breaks[0] not in "\u2028\u2029")


def _block_places(text: str, scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Read a literal or folded token line by line beside its value."""
    value, done = scalar.value, 0
    # The token ends with its last word; what a value keeps of the blanks after it stands there too.
    blanks = _BLANKS.match(text, scalar.span.end)
    stop = blanks.end() if blanks else scalar.span.end
    header = _BREAK.search(text, scalar.span.start, stop)
    begun = header.end() if header else stop
    lines = list(_lines(text, begun, stop))
    indent = _indent(text, lines, value, text[scalar.span.start : begun])
    for start, end, after in lines:
        begin = min(start + indent, end)
        if begin == end and done < len(value) and value[done] not in "\n\u2028\u2029":
            continue
        last = min(end, begin + len(value) - done)
        yield from zip(range(begin, last), range(begin + 1, last + 1), strict=True)
        done += last - begin
        if done < len(value) and value[done] in " \n\u2028\u2029" and end < after:
            yield end, after
            done += 1


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end of words, end of line break) of each line."""
    while start < end:
        found = _BREAK.search(text, start, end)
        if found is None:
            yield start, end, end
            return
        yield start, found.start(), found.end()
        start = found.end()


def _indent(text: str, lines: list[tuple[int, int, int]], value: str, header: str) -> int:
    """Return how many columns the block is indented by.

    It is the indent of the first line with words, less the spaces that an indentation indicator (`|2`)
    made part of the value.
    """
    explicit = any(digit in "123456789" for digit in header.partition("#")[0])
    first = next((line for line in value.split("\n") if line.strip(" ")), "")
    own = len(first) - len(first.lstrip(" ")) if explicit else 0
    for start, end, _ in lines:
        words = text[start:end]
        if words.strip(" "):
            return len(words) - len(words.lstrip(" ")) - own
    return 0
