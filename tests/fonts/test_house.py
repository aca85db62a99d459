"""A publication's fonts are validated, and subset for an issue."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from briefgen.fonts import FONTS, RefusedFontError, missing_characters, validate_font
from tests.fonts.making import make_font

GOOD = make_font()


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedFontError) as caught:
        validate_font(content)
    assert caught.value.hint
    return str(caught.value)


def test_a_good_font_is_known_by_family_weight_and_style() -> None:
    face = validate_font(GOOD)
    assert (face.family, face.weight, face.style) == ("House Face", 400, "normal")
    assert (face.draws("ህ"), face.draws("b")) == (True, False)
    italic = validate_font((FONTS / "pdf/SourceSerif4_400Regular_Italic.ttf").read_bytes())
    assert (italic.family, italic.style) == ("Source Serif 4", "italic")


@pytest.mark.parametrize("path", sorted((FONTS / "pdf").glob("*.ttf")), ids=lambda path: str(path.name))
def test_the_fonts_of_briefgen_itself_pass(path: Path) -> None:
    assert validate_font(path.read_bytes()).family


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a font file"),
        (b"wOF2" + GOOD[4:], "is a WOFF2"),
        (b"ttcf" + GOOD[4:], "is a collection of fonts"),
        (make_font(is_variable=True), "is a variable font, but the PDF needs static ones"),
        (make_font(rights=2), "cannot be used: its licence forbids embedding (OS/2 fsType 2)"),
        (make_font(rights=0x104), "cannot be used: its licence forbids embedding a subset (OS/2 fsType 0x100)"),
        (make_font(rights=0x200), "cannot be used: its licence allows embedding bitmaps only (OS/2 fsType 0x200)"),
        (make_font(characters=""), "is damaged"),
        (make_font(family="«»"), "is damaged"),
        (GOOD[: len(GOOD) // 2], "is damaged"),
        (GOOD[:12], "is damaged"),
    ],
)
def test_a_font_that_cannot_be_used_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert refusal(content) == reason


@pytest.mark.parametrize("rights", [0, 4, 8])
def test_a_font_for_viewing_printing_or_editing_may_be_embedded(rights: int) -> None:
    assert validate_font(make_font(rights=rights)).family == "House Face"


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_never_raises_anything_else(place: int, change: int) -> None:
    damaged = bytearray(GOOD)
    damaged[place] ^= change
    with suppress(RefusedFontError):
        validate_font(bytes(damaged)).subset("ህa")


@given(st.binary(max_size=300))
def test_bytes_that_look_like_a_font_are_refused(noise: bytes) -> None:
    assert refusal(b"\x00\x01\x00\x00" + noise) == "is damaged"


def test_a_font_is_subset_to_the_characters_it_covers() -> None:
    face = validate_font(GOOD)
    assert missing_characters("ህ ለ") == {"ህ", "ለ"}
    assert missing_characters("ህ ለ", [face]) == {"ለ"}
    part = TTFont(BytesIO(face.subset("ህ ለ")), checkChecksums=2)
    assert set(part.getBestCmap()) == {ord("ህ")}
    assert face.subset("xyz") == b""
    assert face.subset("ህa") == face.subset("aህa")
