"""Links, images and calls of notes: what stands in brackets."""

import re
from typing import Literal, NamedTuple

from briefgen.markdown.definitions import LABEL, TARGET, Target, fold_label, read_target
from briefgen.markdown.marks import MARK, mark, place_of
from briefgen.markdown.passage import Match, Passage, Pattern
from briefgen.markdown.reading import EFFORT_OF_MARK, Picture
from briefgen.markdown.tree import Call, Element, Opaque

IMAGE_OR_CALL = rf"!?\[{MARK}"
LINK = rf"\[{MARK}"

_BRACKET = re.compile(rf"(?P<bang>!?)\[{MARK}|\]{MARK}")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_WEB = ("http://", "https://")


class Bracketed(NamedTuple):
    """What brackets make of their words; all places are in the text as it was written."""

    kind: Literal["link", "image", "call"]
    start: int
    words_end: int
    end: int
    target: Target


class Brackets(Pattern):
    """Puts in the place of brackets what they make; images and calls come first, for they may stand in a link."""

    def __init__(self, pattern: str, kinds: set[str]) -> None:
        super().__init__(pattern)
        self._kinds = kinds

    def read(self, place: int, m: re.Match[str], data: str) -> Match | None:
        """Return the link, image or call that the bracket before a place begins."""
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
                alt = _ESCAPE.sub(r"\1", " ".join(passage.text[place : bracketed.words_end].split())).replace("*", "")
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
    """Pairs the brackets of a text with a stack, as CommonMark does: the inner ones first, and no link in another."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._found: dict[int, Bracketed] = {}
        self._openers: list[_Opener] = []
        self._spent = 0
        """How many of the openers can no longer begin a link."""

    def find(self, data: str) -> dict[int, Bracketed]:
        """Return what brackets make, by the place behind the first; code and the like is no longer in `data`."""
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
        """Note what the brackets around a text make, if anything, and return the place after it."""
        depth = len(self._openers)
        is_spent, self._spent = depth < self._spent, min(self._spent, depth)
        if is_spent and not opener.is_image:
            return 0
        bracketed = self._read(opener, end)
        if bracketed is None:
            return 0
        self._found[opener.place] = bracketed
        if bracketed.kind == "link":
            self._spent = depth
        return bracketed.end

    def _read(self, opener: _Opener, end: int) -> Bracketed | None:
        """Return what brackets make; `end` is the place after the second."""
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
        """Return where `[words][label]`, `[label][]` or `[label]` leads."""
        reading, stop, is_named = self._passage.reading, end, False
        if self._text.startswith("[]", end):
            stop = end + 2
        elif (named := re.compile(LABEL).match(self._text, end)) and not named["label"].startswith(("@", "^")):
            label, stop, is_named = named["label"], named.end(), True
        target = reading.definitions.get(fold_label(label)) if is_named or re.fullmatch(LABEL, f"[{label}]") else None
        if target is None and is_named and not self._text.startswith("[@", start):
            self._report(start, stop, f"the label `[{label}]` is not defined", f"add a line `[{label}]: https://…`")
        return target, stop

    def _call(self, start: int, label: str, end: int) -> Bracketed | None:
        name = fold_label(label[1:])
        if name not in self._passage.reading.notes:
            self._report(start, end, f"the note `[{label}]` is not defined", f"add a line `[{label}]: …`")
            return None
        return Bracketed("call", start, end - 1, end, Target(name, ""))

    def _report(self, start: int, end: int, message: str, help_: str) -> None:
        self._passage.reading.report(self._passage.source.span(start, end), message, help_)
