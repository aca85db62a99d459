"""The bundled faces are whole, known by their characters, and cut down without harm."""

from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.fonts import FONTS, faces, missing_characters, subset_scripts
from briefgen.model.contrast import lighten
from briefgen.render.shipped import SHIPPED
from briefgen.render.webfonts import format_faces

HANZI = FONTS / "pdf/NotoSerifSC_400Regular_subset.ttf"


def read(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def test_coverage_is_read_from_the_fonts() -> None:
    fonts = [read(path) for path in sorted((FONTS / "pdf").glob("*.ttf"))]
    drawn = set().union(*(font.getBestCmap() for font in fonts))
    planes = {chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000}
    missing = {ord(one) for one in missing_characters("".join(planes))}
    assert not missing & drawn
    assert {0x1F600, 0x20000, 0x1205} <= missing


@pytest.mark.parametrize(
    "text",
    ["Plain words", "café – “ǚ”", "雄安新区", "항만청", "ひらがな", "臺灣", "كِتاب پیچ", "שָׁלוֹם", "a\u200b\ufe0f\n", ""],
)
def test_covered_characters_are_not_missing(text: str) -> None:
    assert missing_characters(text) == frozenset()


def test_the_first_level_of_big5_is_covered_completely() -> None:
    seconds = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = (bytes((first, second)) for first in range(0xA4, 0xC7) for second in seconds)
    level = {pair.decode("big5", "ignore")[:1] for pair in pairs if len(pair.decode("big5", "ignore")) == 1}
    assert len(level) > 5_000
    assert not {one for one in level if not any(faces._draws(name, one) for name in faces._FAMILIES.values())}
    assert not faces.missing_characters("".join(level))


@pytest.mark.parametrize("encoding", faces._DRAWN)
def test_the_encodings_of_the_fast_path_are_covered_completely(encoding: str) -> None:
    """All characters of up to two bytes, except code points without a glyph."""
    pairs = (bytes(pair) for pair in product(range(0x80, 0x100), repeat=2))
    meant = set("".join(pair.decode(encoding, "ignore") for pair in pairs))
    assert len(meant) > 100
    fonts = [read(path) for path in sorted((FONTS / "pdf").glob("*.ttf"))]
    drawn = set().union(*(font.getBestCmap() for font in fonts))
    assert {one for one in meant if ord(one) not in drawn and not faces._is_silent(one)} == set()


def test_missing_characters_are_listed_once() -> None:
    assert missing_characters("a𠀀b𠀀 ህ") == {"𠀀", "ህ"}


def test_a_subset_draws_its_characters_as_the_font_does() -> None:
    whole, part = read(HANZI), TTFont(BytesIO(subset_scripts("安雄安𠀀")["Noto Serif SC"]), checkChecksums=2)
    assert set(part.getBestCmap()) == set(map(ord, "雄安 \u00a0"))
    for code, glyph in part.getBestCmap().items():
        other = whole.getBestCmap()[code]
        assert part["hmtx"][glyph] == whole["hmtx"][other]
        assert part["glyf"][glyph].getCoordinates(part["glyf"]) == whole["glyf"][other].getCoordinates(whole["glyf"])
    assert part["name"].getDebugName(1) == "Noto Serif SC"
    assert part["maxp"].numGlyphs == 4


def test_each_script_gets_a_subset_of_its_own_family() -> None:
    assert set(subset_scripts("雄 항 a")) == {"Noto Serif SC", "Noto Serif KR"}
    assert set(subset_scripts("كتاب ספר a")) == {"Amiri", "Noto Serif Hebrew"}
    assert subset_scripts("plain ǚ") == {}


def test_a_few_hanzi_weigh_little() -> None:
    assert len(format_faces("雄安")) - len(format_faces("")) < 6000


@pytest.mark.parametrize("colour", ["#0b5c4a", "#000000", "#9b1b1e", "#1a1aff"])
def test_a_lightened_colour_is_legible_on_dark_paper(colour: str) -> None:
    assert lighten(colour) != colour
    assert lighten("#ffffff") == "#ffffff"


def test_a_subset_of_arabic_keeps_the_forms_of_its_letters() -> None:
    part = TTFont(BytesIO(subset_scripts("كتاب")["Amiri"]), checkChecksums=2)
    features = {record.FeatureTag for record in part["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= features
    assert set("كتاب") <= {chr(code) for code in part.getBestCmap()}
    assert len(part.getGlyphOrder()) > len(part.getBestCmap())


def test_no_rule_names_a_face_that_a_theme_could_not_change() -> None:
    sheets = sorted((SHIPPED / "css").glob("*.css"))
    named = [line for sheet in sheets for line in sheet.read_text(encoding="utf-8").splitlines() if '"Source' in line]
    assert [line.strip().partition(":")[0] for line in named] == ["--serif", "--sans", "--mono"]
