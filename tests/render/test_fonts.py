"""The bundled faces are whole, known by their characters, and cut down without harm."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.render.faces import FONTS, format_faces
from briefgen.render.glyphs import format_coverage, missing_characters
from briefgen.render.theme import lighten
from briefgen.render.truetype import load_truetype

HANZI = FONTS / "pdf/NotoSerifSC_400Regular_subset.ttf"


def read(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def test_the_coverage_is_that_of_the_fonts() -> None:
    fonts = [read(path) for path in sorted((FONTS / "pdf").glob("*.ttf"))]
    codes = set().union(*(font.getBestCmap() for font in fonts))
    assert (FONTS / "coverage.txt").read_text(encoding="ascii") == format_coverage(codes)


@pytest.mark.parametrize(
    "text", ["Plain words", "café – “ǚ”", "雄安新区", "항만청", "ひらがな", "臺灣", "a\u200b\ufe0f\n", ""]
)
def test_what_is_drawn_is_not_missing(text: str) -> None:
    assert missing_characters(text) == frozenset()


def test_what_no_face_draws_is_named_once() -> None:
    assert missing_characters("a𠀀b𠀀 ህ") == {"𠀀", "ህ"}


def test_a_subset_draws_its_characters_as_the_font_does() -> None:
    whole, part = read(HANZI), TTFont(BytesIO(load_truetype(HANZI).subset("安雄安𠀀")))
    assert set(part.getBestCmap()) == {ord("雄"), ord("安")}
    for code, glyph in part.getBestCmap().items():
        other = whole.getBestCmap()[code]
        assert part["hmtx"][glyph] == whole["hmtx"][other]
        assert part["glyf"][glyph].getCoordinates(part["glyf"]) == whole["glyf"][other].getCoordinates(whole["glyf"])
    assert part["name"].getDebugName(1) == "Noto Serif SC"
    assert part["maxp"].numGlyphs == 3


def test_a_subset_takes_the_parts_of_a_composite_glyph() -> None:
    path = FONTS / "pdf/SourceSerif4_400Regular.ttf"
    whole, part = read(path), TTFont(BytesIO(load_truetype(path).subset("é½")))
    for code, glyph in part.getBestCmap().items():
        other = whole.getBestCmap()[code]
        assert (
            part["glyf"][glyph].getCoordinates(part["glyf"])[0] == whole["glyf"][other].getCoordinates(whole["glyf"])[0]
        )


def test_the_checksums_of_a_subset_are_right() -> None:
    font = load_truetype(HANZI).subset("雄")
    TTFont(BytesIO(font), checkChecksums=2)
    assert sum(int.from_bytes(font[at : at + 4]) for at in range(0, len(font), 4)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_few_hanzi_weigh_little() -> None:
    assert len(format_faces("雄安")) - len(format_faces("")) < 6000


@pytest.mark.parametrize("colour", ["#0b5c4a", "#000000", "#9b1b1e", "#1a1aff"])
def test_a_lightened_colour_is_legible_on_dark_paper(colour: str) -> None:
    assert lighten(colour) != colour
    assert lighten("#ffffff") == "#ffffff"
