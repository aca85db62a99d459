"""Compares the laid-out pages with the HTML: each word must appear once, and within its sheet."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from unicodedata import normalize
from xml.etree.ElementTree import Element

from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure.boxes import MarginBox, ReplacedBox, TextBox

from briefgen.worker.protocol import IncompleteError

# WeasyPrint has no type hints, so its boxes and matrices are `Any` here.
_Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of a visible area, in CSS pixels."""

_UNPRINTED: Final = frozenset({"head", "script", "style", "template", "title"})
_DRAWINGS: Final = frozenset({"img", "{http://www.w3.org/2000/svg}svg"})
_LOOSE: Final = 0.75
"""How far a box may overshoot, in pixels, because Pango rounds widths."""
_IGNORED: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015-]+")
"""Spaces, hyphens and zero-width characters, which may be lost where a line is broken."""
_SHOWN: Final = 60
"""How many letters of the lost text a message quotes."""


def check_layout(root: Element, pages: Iterable[Any]) -> None:
    """Raise `IncompleteError` for the first word that is lost, repeated or invisible.

    Words in the colour of the paper, or under a picture, are not detected.
    """
    layout = _Layout()
    for number, page in enumerate(pages, 1):
        layout.read_page(page, number)
    for element in _printed(root):
        layout.check(element)


def _printed(element: Element) -> Iterator[Element]:
    """Yield the elements whose text gets printed, in document order."""
    # A comment's tag is a function.
    if element.tag in _UNPRINTED or callable(element.tag) or "hidden" in element.attrib:
        return
    yield element
    if element.tag not in _DRAWINGS:
        for child in element:
            yield from _printed(child)


class _Layout:
    """The words and pictures of each element that are on the pages."""

    def __init__(self) -> None:
        self._words: dict[Element, list[str]] = {}
        self._drawn: set[Element] = set()
        self._outside: dict[Element, str] = {}
        self._repeated: set[Element] = set()
        """Elements that may be repeated on every page: table heads and running elements."""
        self._page = 0

    def read_page(self, page: Any, number: int) -> None:
        self._page = number
        sheet = (0.0, 0.0, page.margin_width(), page.margin_height())
        for child in page.children:
            self._read(child, sheet, None, is_repeated=isinstance(child, MarginBox))

    def _read(self, box: Any, frame: _Frame, matrix: Any, *, is_repeated: bool) -> None:
        style = box.style
        if isinstance(box, TextBox):
            self._read_text(box, frame, matrix, is_repeated=is_repeated)
            return
        if box.transformation_matrix:
            matrix = box.transformation_matrix @ matrix if matrix else box.transformation_matrix
        is_clipped = style["clip"] and box.is_absolutely_positioned()
        if style["opacity"] == 0 or is_clipped or (matrix and not matrix.determinant):
            return
        if isinstance(box, ReplacedBox):
            self._drawn.add(box.element)
            self._place(box, frame, matrix)
            return
        if style["overflow"] != "visible":
            frame = _meet(frame, _see(matrix, box.padding_box_x(), box.padding_box_y(), *_inner_size(box)))
        is_repeated = is_repeated or getattr(box, "is_header", False) or getattr(box, "is_footer", False)
        for child in box.children:
            self._read(child, frame, matrix, is_repeated=is_repeated)

    def _read_text(self, box: Any, frame: _Frame, matrix: Any, *, is_repeated: bool) -> None:
        element, style = box.element, box.style
        if element is None or box.element_tag.endswith(("::before", "::after", "::marker")):
            return
        if style["visibility"] != "visible" or style["font_size"] == 0 or style["color"].alpha == 0:
            return
        self._words.setdefault(element, []).append(box.text)
        if is_repeated:
            self._repeated.add(element)
        if not box.text.isspace():
            self._place(box, frame, matrix)

    def _place(self, box: Any, frame: _Frame, matrix: Any) -> None:
        left, top, right, bottom = _see(matrix, box.position_x, box.position_y, box.width, box.height)
        if (
            left < frame[0] - _LOOSE
            or top < frame[1] - _LOOSE
            or right > frame[2] + _LOOSE
            or bottom > frame[3] + _LOOSE
        ):
            words = _quote(box.element, box.text if isinstance(box, TextBox) else "")
            self._outside.setdefault(box.element, f"{words} run off page {self._page} of the PDF")

    def check(self, element: Element) -> None:
        if element.tag in _DRAWINGS:
            if element not in self._drawn:
                raise IncompleteError(f"the PDF lacks {_quote(element)}")
        elif (words := _own_text(element)).strip():
            self._compare(element, words, "".join(self._words.get(element, ())))
        if element in self._outside:
            raise IncompleteError(self._outside[element])

    def _compare(self, element: Element, words: str, laid_out: str) -> None:
        if "".join(words.split()) == "".join(laid_out.split()):
            return
        wanted, found = _fold(words), _fold(laid_out)
        times = len(found) // len(wanted) if wanted else 0
        if wanted == found or (element in self._repeated and found == wanted * times):
            return
        if len(found) > len(wanted):
            raise IncompleteError(f"the PDF repeats {_quote(element, words)}")
        raise IncompleteError(f"the PDF lacks {_quote(element, _find_loss(words, found))}")


def _own_text(element: Element) -> str:
    """Return the text of an element without the text of its children."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _fold(text: str) -> str:
    """Return the letters of a text without their case, because `text-transform` changes it."""
    return _IGNORED.sub("", normalize("NFKC", text)).upper().casefold()


def _find_loss(words: str, found: str) -> str:
    """Return the rest of a text, from the first word that was not found."""
    parts, place = words.split(), 0
    for number, part in enumerate(parts):
        letters = _fold(part)
        if not found.startswith(letters, place):
            return " ".join(parts[number:])
        place += len(letters)
    return words


def _quote(element: Element, words: str = "") -> str:
    if element.tag in _DRAWINGS:
        return f"the picture “{_shorten(element.get('alt') or '')}”"
    return f"the words “{_shorten(words)}”"


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"


def _inner_size(box: Any) -> tuple[float, float]:
    return box.padding_width(), box.padding_height()


def _see(matrix: Any, left: float, top: float, width: float, height: float) -> _Frame:
    """Return the rectangle that contains a box after it has been rotated, moved or scaled."""
    if matrix:
        left, top, right, bottom = rectangle_aabb(matrix, left, top, width, height)
        return left, top, right, bottom
    return left, top, left + width, top + height


def _meet(one: _Frame, other: _Frame) -> _Frame:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
