"""The bundled static fonts: which characters they cover, and subsets for an issue."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from briefgen.fonts.house import HouseFace

if TYPE_CHECKING:
    import uharfbuzz as hb

FONTS = Path(__file__).resolve().parent
"""`pdf/` has the complete static fonts, `web/` the Latin ones as WOFF2 for browsers."""

_LATIN = ("SourceSerif4_400Regular.ttf", "SourceSans3_400Regular.ttf", "SourceCodePro_400Regular.ttf")
_EAST_ASIAN = {
    "Noto Serif SC": "NotoSerifSC_400Regular_subset.ttf",
    "Noto Serif KR": "NotoSerifKR_400Regular_subset.ttf",
}
_DRAWN = ("cp1252", "iso8859_2", "gb2312")
"""Encodings whose characters are all covered."""
_SHAPED = {
    "Amiri": "Amiri_400Regular.ttf",
    "Noto Serif Hebrew": "NotoSerifHebrew_400Regular.ttf",
}
"""Fonts that need shaping (contextual forms, combining marks), and so keep their layout tables."""
_FAMILIES = _EAST_ASIAN | _SHAPED
RANGES = {
    **dict.fromkeys(_EAST_ASIAN, (("\u2e80", "\ufb1c"), ("\ufdd0", "\ufe6f"), ("\uff00", "\U0010ffff"))),
    "Amiri": (
        ("\u0600", "\u06ff"),
        ("\u0750", "\u077f"),
        ("\u0870", "\u08ff"),
        ("\ufb50", "\ufdff"),
        ("\ufe70", "\ufefc"),
    ),
    "Noto Serif Hebrew": (("\u0590", "\u05ff"), ("\ufb1d", "\ufb4f")),
}
"""The ranges (first and last character) that each family is used for; other characters use the Latin fonts."""
_JOINERS = "\u200c\u200d\u200e\u200f"
_FIRST_FOREIGN = "\u0590"
_SELECTORS = range(0xFE00, 0xFE10)
_LAYOUT = (b"GDEF", b"GPOS", b"GSUB", b"STAT")
"""Tables for marks, kerning and variants, which Hanzi, Kana and Hangul do not need."""


def missing_characters(text: str, house: Sequence[HouseFace] = ()) -> frozenset[str]:
    """Return the characters in `text` that no font covers, including the publication's own.

    Control and format characters and variation selectors need no glyph, so they are never missing.
    """
    candidates = {one for one in set(text) if not one.isascii() and not _is_silent(one)}
    for encoding in _DRAWN:
        # Loading HarfBuzz takes 8 ms, and these characters do not need it.
        candidates -= set("".join(candidates).encode(encoding, "ignore").decode(encoding))
    # Of Big5 they cover the first level: the common traditional characters.
    candidates = {one for one in candidates if not b"\xa4" <= one.encode("big5", "ignore")[:1] <= b"\xc6"}
    for name in (*_LATIN, *_FAMILIES.values()):
        if candidates:
            candidates = {one for one in candidates if not _draws(name, one)}
    return frozenset(one for one in candidates if not any(face.draws(one) for face in house))


def subset_scripts(text: str) -> dict[str, bytes]:
    """Return a TrueType subset with the characters of `text` for each non-Latin family.

    Families that cover none of them are left out. The same characters give the same bytes on every machine.
    """
    foreign = sorted({one for one in set(text) if one >= _FIRST_FOREIGN})
    drawn = {family: _drawn_by(family, foreign) for family in _FAMILIES} if foreign else {}
    return {family: _subset(family, characters) for family, characters in drawn.items() if characters}


def _drawn_by(family: str, characters: list[str]) -> list[str]:
    ranges, name = RANGES[family], _FAMILIES[family]
    asked = [one for one in characters if any(first <= one <= last for first, last in ranges)]
    return [one for one in asked if _draws(name, one)]


def _subset(family: str, characters: list[str]) -> bytes:
    import uharfbuzz as hb  # noqa: PLC0415 - few commands need fonts

    wanted = hb.SubsetInput()
    # After a character from this font, Pango also takes a space from it.
    wanted.unicode_set.update({0x20, 0xA0, *map(ord, characters)})
    if family in _SHAPED:
        wanted.unicode_set.update(map(ord, _JOINERS))
    else:
        wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _LAYOUT)
    name = _FAMILIES[family]
    font: bytes = hb.subset(_open(name).face, wanted).blob.data
    return font


def _draws(name: str, character: str) -> bool:
    return _open(name).get_nominal_glyph(ord(character)) is not None


@cache
def _open(name: str) -> "hb.Font":
    """Memory-map a font; only the parts that are used are read."""
    import uharfbuzz as hb  # noqa: PLC0415 - for the same reason

    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / "pdf" / name))))


def _is_silent(character: str) -> bool:
    return category(character) in {"Cc", "Cf", "Zl", "Zp"} or ord(character) in _SELECTORS
