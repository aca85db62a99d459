"""The full static faces: which characters they draw, and fonts cut down to the few that an issue needs."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    import uharfbuzz as hb

FONTS = Path(__file__).resolve().parent
"""`pdf/` holds the full static faces, `web/` the Latin ones as browsers take them."""

_LATIN = ("SourceSerif4_400Regular.ttf", "SourceSans3_400Regular.ttf", "SourceCodePro_400Regular.ttf")
_EAST_ASIAN = {
    "Noto Serif SC": "NotoSerifSC_400Regular_subset.ttf",
    "Noto Serif KR": "NotoSerifKR_400Regular_subset.ttf",
}
_FIRST_EAST_ASIAN = "\u2e80"
"""From the CJK radicals on; what stands before is drawn by the Latin faces."""
_DRAWN = ("cp1252", "gb2312")
"""Encodings of which every character is drawn."""
_SELECTORS = range(0xFE00, 0xFE10)
_LAYOUT = (b"GDEF", b"GPOS", b"GSUB", b"STAT")
"""Tables for marks, kerning and variants, which a line of Hanzi, Kana or Hangul does not need."""


def missing_characters(text: str) -> frozenset[str]:
    """Return the characters of `text` that no face draws; in the PDF each would be an empty box.

    Control and format characters and variation selectors have no glyph of their own and are never missing.
    """
    candidates = {one for one in set(text) if not one.isascii() and not _is_silent(one)}
    for encoding in _DRAWN:
        # HarfBuzz takes 8 ms to load, and need not be asked for these.
        candidates -= set("".join(candidates).encode(encoding, "ignore").decode(encoding))
    for name in (*_LATIN, *_EAST_ASIAN.values()):
        if candidates:
            candidates = {one for one in candidates if not _draws(name, one)}
    return frozenset(candidates)


def subset_east_asian(text: str) -> dict[str, bytes]:
    """Return for each East Asian family a TrueType font of just the characters that `text` has.

    A family that draws none of them is left out. The same characters give the same bytes on every machine.
    """
    candidates = {one for one in set(text) if one >= _FIRST_EAST_ASIAN}
    if not candidates:
        return {}
    drawn = {family: [one for one in candidates if _draws(name, one)] for family, name in _EAST_ASIAN.items()}
    return {family: _subset(_EAST_ASIAN[family], characters) for family, characters in drawn.items() if characters}


def _subset(name: str, characters: list[str]) -> bytes:
    import uharfbuzz as hb  # noqa: PLC0415 - few commands make fonts

    wanted = hb.SubsetInput()
    # Behind a character of theirs, Pango takes a space from the same face.
    wanted.unicode_set.update({0x20, 0xA0, *map(ord, characters)})
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _LAYOUT)
    font: bytes = hb.subset(_open(name).face, wanted).blob.data
    return font


def _draws(name: str, character: str) -> bool:
    return _open(name).get_nominal_glyph(ord(character)) is not None


@cache
def _open(name: str) -> "hb.Font":
    """Map a face into memory; only the parts of it that are asked for are read."""
    import uharfbuzz as hb  # noqa: PLC0415 - for the reason above

    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / "pdf" / name))))


def _is_silent(character: str) -> bool:
    return category(character) in {"Cc", "Cf", "Zl", "Zp"} or ord(character) in _SELECTORS
