"""Bracketed inline constructs: links, images and references to footnotes (“calls”)."""

import re
from typing import Literal, NamedTuple

from briefgen.expressions import expression
from briefgen.markdown.definitions import LABEL, TARGET, Target, fold_label, read_target
from briefgen.markdown.marks import MARK, mark, place_of
from briefgen.markdown.passage import Match, Passage, Pattern
from briefgen.markdown.reading import EFFORT_OF_MARK, Picture
from briefgen.markdown.tree import Call, Element, Opaque
from briefgen.model import collapse_spaces

IMAGE_OR_CALL = rf"!?\[{MARK}"
LINK = rf"\[{MARK}"

_BRACKET = expression(rf"(?P<bang>!?)\[{MARK}|\]{MARK}")
_ESCAPE = expression(r"\\([!-/:-@\[-`{-~])")
_FILE = r"(?i)\.(?:png|jpe?g|webp|gif|svg)\Z"
_WEB = ("http://", "https://")


class Bracketed(NamedTuple):
    """The construct that a pair of brackets forms; all offsets are in the source text of the paragraph."""

    kind: Literal["link", "image", "call"]
    start: int
    words_end: int
    end: int
    target: Target


class Brackets(Pattern):
    """Replaces brackets with the construct they form; images and calls come first, since they may occur in a link."""

    def __init__(self, pattern: str, kinds: set[str]) -> None:
        super().__init__(pattern)
        self._kinds = kinds

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Return the link, image or call that starts with the bracket before `place`."""
        passage = self.passage
        if passage.brackets is None:
            passage.brackets = _Scan(passage).find(data)
        bracketed = passage.brackets.get(place)
        if bracketed is None or bracketed.kind not in self._kinds:
            return None
        span = passage.source.span(bracketed.start, bracketed.end)
        address, title = bracketed.target
        match bracketed.kind:
            case "call":
                passage.reading.called.setdefault(address)
                made = passage.make(Call(address, span), Opaque("call", span))
            case "image":
                alt = _ESCAPE.sub(r"\1", collapse_spaces(passage.text[place : bracketed.words_end])).replace("*", "")
                passage.reading.pictures.append(Picture(span, address, alt, title))
                made = passage.make(None, Opaque("image", span, address))
            case _:
                attributes = (("href", address), *((("title", title),) if title else ()))
                made = passage.make(Element("a", (), span, attributes), Opaque("link", span, address))
                made.text = data[m.end() - 1 : data.find("]" + mark(bracketed.words_end + 1), m.end() - 1)]
        return Match(made, m.start(), bracketed.end)


class _Opener(NamedTuple):
    place: int
    is_image: bool


class _Scan:
    """Pairs brackets with a stack, as CommonMark does: inner ones first, and no link inside another."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._found: dict[int, Bracketed] = {}
        self._openers: list[_Opener] = []
        self._inactive = 0
        """How many of the openers are inactive: a link inside them has been found."""

    def find(self, data: str) -> dict[int, Bracketed]:
        """Return the constructs by the offset after their opening bracket; atoms are already removed from `data`."""
        matches, done = list(_BRACKET.finditer(data)), 0
        if not self._passage.reading.spend(EFFORT_OF_MARK * len(matches), self._passage.source.offset(0)):
            return {}
        for match in matches:
            place = place_of(data[match.end() - 1])
            if place <= done:
                continue
            if match["bang"] is not None:
                self._openers.append(_Opener(place, is_image=bool(match["bang"])))
            elif self._openers:
                done = self._close(self._openers.pop(), place)
        return self._found

    def _close(self, opener: _Opener, end: int) -> int:
        """Record the construct that a pair of brackets forms, if any; return the offset after it, else 0."""
        depth = len(self._openers)
        is_inactive, self._inactive = depth < self._inactive, min(self._inactive, depth)
        if is_inactive and not opener.is_image:
            return 0
        bracketed = self._read(opener, end)
        if bracketed is None:
            return 0
        self._found[opener.place] = bracketed
        if bracketed.kind == "link":
            self._inactive = depth
        return bracketed.end

    def _read(self, opener: _Opener, end: int) -> Bracketed | None:
        """Return the construct that a pair of brackets forms; `end` is the offset after the closing bracket."""
        start = opener.place - 1 - opener.is_image
        label = self._text[opener.place : end - 1]
        if label.startswith("^") and not opener.is_image and len(label.split()) == 1:
            return self._call(start, label, end)
        found = re.compile(TARGET).match(self._text, end)
        target, stop = (read_target(found), found.end()) if found else self._defined(start, label, end)
        # `[@key](as of May)` is a citation.
        if target is None or (label.startswith("@") and not target.address.startswith(_WEB)):
            return None
        return Bracketed("image" if opener.is_image else "link", start, end - 1, stop, target)

    def _defined(self, start: int, label: str, end: int) -> tuple[Target | None, int]:
        """Resolve a reference link, `[words][label]`, `[label][]` or `[label]`; return its target and end."""
        reading, stop, is_named = self._passage.reading, end, False
        if self._text.startswith("[]", end):
            stop = end + 2
        elif (named := re.compile(LABEL).match(self._text, end)) and not named["label"].startswith(("@", "^")):
            label, stop, is_named = named["label"], named.end(), True
        target = reading.definitions.get(fold_label(label)) if is_named or re.fullmatch(LABEL, f"[{label}]") else None
        if target is None and is_named and not self._text.startswith("[@", start):
            # `[words][https://…]`, `![words][images/quay.jpg]`: the second pair of brackets is the slip.
            is_target = label.startswith(_WEB) or re.search(_FILE, label) is not None
            written = f"{self._text[start:end]}({label})"
            help_ = f"write `{written[:100]}`" if is_target else f"add a line `[{label}]: https://…`"
            self._report(start, stop, f"the label `[{label}]` is not defined", help_)
        return target, stop

    def _call(self, start: int, label: str, end: int) -> Bracketed | None:
        name = fold_label(label[1:])
        if name not in self._passage.reading.notes:
            self._report(start, end, f"the note `[{label}]` is not defined", f"add a line `[{label}]: …`", label[1:])
            return None
        return Bracketed("call", start, end - 1, end, Target(name, ""))

    def _report(self, start: int, end: int, message: str, help_: str, note: str = "") -> None:
        self._passage.reading.report(self._passage.source.span(start, end), message, help_, note=note)
