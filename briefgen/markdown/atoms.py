"""Inline constructs of highest precedence, from left to right: code, escapes, addresses, entities, comments, tags."""

import re
from bisect import bisect_left
from html import unescape
from xml.etree.ElementTree import Element as Found

from briefgen.expressions import expression
from briefgen.markdown.marks import MARK, NEUTRAL, mark
from briefgen.markdown.passage import Match, Passage, Pattern
from briefgen.markdown.tree import Element, Opaque, Text
from briefgen.yamltext import find_forbidden

ATOM = rf"(\\|`+|<|&|\*(?={MARK}\|)){MARK}"

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = expression("`+")
_ADDRESS = expression(
    r"<(?:(?P<url>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2048}+)|(?P<mail>[\w.!#$%&'*+/=?^`{|}~-]{1,64}+@[\w.-]{1,255}+))>"
)
# Mailchimp's merge tags, which are no emphasis: `*|FNAME|*`, `*|DATE:F j, Y|*`.
_MERGE_TAG = expression(r"\*\|[A-Z][A-Za-z0-9_:.,/ =-]{0,60}+\|\*")
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


class Atoms(Pattern):
    """Parses constructs that contain no other markup."""

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Parse the construct that starts with the character before `place`."""
        del data
        found = self._read(place, m)
        return Match(found[0], m.start(), found[1]) if found else None

    def _read(self, place: int, m: re.Match[str]) -> tuple[Found | str, int] | None:
        match m[1][0]:
            case "\\":
                return self._escape(place)
            case "`":
                return self._code(place - len(m[1]), place)
            case "<" if self.passage.text.startswith("!--", place):
                return self._comment(place - 1)
            case "<":
                return self._address(place - 1)
            case "*":
                return self._merge_tag(place - 1)
            case _:
                return self._entity(place - 1)

    def _escape(self, place: int) -> tuple[str, int] | None:
        if self.passage.text[place : place + 1] not in _PUNCTUATION:
            return None
        self.passage.reading.opaque.append(Opaque("escape", self.passage.source.span(place - 1, place + 1)))
        # The escaped character is read from the source later; here any character will do that later patterns ignore.
        return mark(place) + NEUTRAL, place + 1

    def _code(self, start: int, inside: int) -> tuple[Found, int] | None:
        """Parse a code span: a run of backticks pairs with the next of the same length; one outer space is stripped."""
        passage = self.passage
        runs = _runs(passage).get(inside - start, [])
        at = bisect_left(runs, inside)
        if at == len(runs):
            return None
        stop, end = runs[at], runs[at] + inside - start
        code = passage.text[inside:stop]
        pad = code.strip() != "" and code[0] in " \n" and code[-1] in " \n"
        words = tuple(passage.source.words(inside + pad, stop - pad))
        span = passage.source.span(start, end)
        return passage.make(Element("code", words, span), Opaque("code", span)), end

    def _comment(self, start: int) -> tuple[Found, int] | None:
        inside = start + len("<!--")
        if inside > self.passage.last_comment:
            return None
        end = self.passage.text.index("-->", inside) + len("-->")
        return self.passage.make(None, Opaque("comment", self.passage.source.span(start, end))), end

    def _address(self, start: int) -> tuple[Found, int] | None:
        found = _ADDRESS.match(self.passage.text, start)
        if found is None:
            return None
        source = self.passage.source
        address = found["url"] or "mailto:" + found["mail"]
        span = source.span(start, found.end())
        link = Element("a", tuple(source.words(start + 1, found.end() - 1)), span, (("href", address),))
        return self.passage.make(link, Opaque("address", span, address)), found.end()

    def _merge_tag(self, start: int) -> tuple[Found, int] | None:
        found = _MERGE_TAG.match(self.passage.text, start)
        if found is None:
            return None
        return self.passage.make(Text(found.group(), self.passage.source.span(start, found.end()))), found.end()

    def _entity(self, start: int) -> tuple[Found, int] | None:
        found = _ENTITY.match(self.passage.text, start)
        words = unescape(found.group()) if found else ""
        if found is None or words == found.group() or not words or any(find_forbidden(words)):
            return None
        span = self.passage.source.span(start, found.end())
        return self.passage.make(Text(words, span), Opaque("entity", span)), found.end()


def _runs(passage: Passage) -> dict[int, list[int]]:
    """Return the offsets of the runs of backticks in a text, by length."""
    if passage.ticks is None:
        passage.ticks = {}
        for run in _TICKS.finditer(passage.text):
            passage.ticks.setdefault(len(run.group()), []).append(run.start())
    return passage.ticks
