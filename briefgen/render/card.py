"""Draws the preview of an issue without a lead picture, which other sites show where somebody links to it."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from briefgen.edition.edition import Edition
from briefgen.edition.output import Output
from briefgen.fonts import FONTS, find_advances, subset_scripts
from briefgen.model.spaces import collapse_spaces
from briefgen.render.templates import BrokenTemplateError, Templates

TEMPLATE: Final = "card.svg.j2"
WIDTH: Final = 600
HEIGHT: Final = 315
"""The size in pixels: the smallest that other sites show across their whole column."""
_ROOM: Final = 516
_SIZES: Final = ((40, 3), (32, 4), (25, 5))
"""The sizes of the title in pixels, each with the number of lines up to which it is used."""
_LATIN: Final = "SourceSerif4_700Bold.ttf"
_OTHERS: Final = {
    "Noto Serif SC": "NotoSerifSC_400Regular_subset.ttf",
    "Noto Serif KR": "NotoSerifKR_400Regular_subset.ttf",
    "Amiri": "Amiri_400Regular.ttf",
    "Noto Serif Hebrew": "NotoSerifHebrew_400Regular.ttf",
}
_DIGITS: Final = 12
_FIRST_IDEOGRAPH: Final = "\u2e80"


def render_card(edition: Edition, templates: Templates) -> Output:
    """Render `preview-DIGEST.png`, 600 by 315 pixels, with name, title, number and date.

    Raises:
        BrokenTemplateError: the template fails, or what it makes cannot be drawn.
    """
    import resvg_py  # noqa: PLC0415 - only pages with an address have a preview

    size, lines = fit_title(edition.feature.title)
    svg = templates.render(TEMPLATE, "html", edition=edition, lines=lines, size=size, width=WIDTH, height=HEIGHT)
    fonts = [str(FONTS / "pdf" / name) for name in (_LATIN, *(_OTHERS[each] for each in _list_scripts(svg)))]
    try:
        content = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts)
    except ValueError as error:
        raise BrokenTemplateError(TEMPLATE, 0, f"it cannot be drawn: {error}") from error
    return Output(f"preview-{sha256(svg.encode()).hexdigest()[:_DIGITS]}.png", bytes(content))


def _list_scripts(text: str) -> Iterator[str]:
    yield from (family for family in subset_scripts(text) if family in _OTHERS)


def fit_title(title: str) -> tuple[int, tuple[str, ...]]:
    """Return the size in which a title is set, in pixels, and its lines; the end of a very long one is left out."""
    for size, most in _SIZES:
        lines = tuple(_break_lines(title, size))
        if len(lines) <= most and all(_measure(line) * size <= _ROOM for line in lines):
            return size, lines
    size, most = _SIZES[-1]
    lines = tuple(_break_lines(title, size))
    shown = [_cut(line, size) for line in lines[:most]]
    if len(lines) > most:
        shown[-1] = f"{shown[-1].removesuffix('…')[:-1]}…"
    return size, tuple(shown)


def _break_lines(title: str, size: int) -> Iterator[str]:
    line = ""
    for word in _split_words(title):
        if line and _measure(line + word.rstrip()) * size > _ROOM:
            yield line.rstrip()
            line = ""
        line += word
    if line:
        yield line.rstrip()


def _cut(line: str, size: int) -> str:
    """Return as much of a line as there is room for, with an ellipsis if that is not all of it."""
    if _measure(line) * size <= _ROOM:
        return line
    while _measure(f"{line}…") * size > _ROOM:
        line = line[:-1]
    return f"{line}…"


def _split_words(title: str) -> Iterator[str]:
    """Yield the parts between which a line may end: words with the space after them, and single ideographs."""
    for word in filter(None, collapse_spaces(title).split(" ")):
        if any(character >= _FIRST_IDEOGRAPH for character in word):
            yield from word[:-1]
            yield f"{word[-1]} "
        else:
            yield f"{word} "


def _measure(text: str) -> float:
    """Return the width of a text, in parts of its size.

    What another font draws is taken to be as wide as an ideograph.
    """
    advances = find_advances(FONTS / "pdf" / _LATIN)
    return sum(advances.get(ord(character), 1.0) for character in text)
