"""The publication's own fonts: validation, character coverage, and subsets."""

import struct
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import uharfbuzz as hb

MAX_BYTES = 20_000_000
"""More than any static font needs; the largest Noto fonts for Hanzi have 15 MB."""
_OUTLINES = ({"glyf", "loca"}, {"CFF "})
_NEEDED = frozenset({"cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2"})
_OTHER_FORMS = {b"wOFF": "a WOFF", b"wOF2": "a WOFF2", b"ttcf": "a collection of fonts"}
_SIGNATURES = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
_BROKEN = (struct.error, AssertionError, LookupError, ValueError, TypeError, EOFError, OverflowError, AttributeError)
"""What fontTools raises for corrupt tables, besides its own error."""
_USES, _RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
"""Bits of `OS/2.fsType` in the OpenType specification."""
_ITALIC = 1
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


class RefusedFontError(Exception):
    """A font that cannot be used; the message says why, the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class HouseFace(Struct, frozen=True, dict=True):
    """A static font of the publication that may be embedded."""

    family: str
    weight: int
    style: str
    content: bytes

    @cached_property
    def _font(self) -> "hb.Font":
        import uharfbuzz as hb  # noqa: PLC0415 - takes 8 ms, and only custom fonts need it

        return hb.Font(hb.Face(hb.Blob(self.content)))

    def draws(self, character: str) -> bool:
        """Return whether the font has a glyph for a character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def subset(self, text: str) -> bytes:
        """Return a subset for a text, with all that shaping needs; empty if it covers none of it.

        The same characters give the same bytes on every machine.
        """
        drawn = [ord(one) for one in sorted(set(text)) if self.draws(one)]
        if not drawn:
            return b""
        import uharfbuzz as hb  # noqa: PLC0415 - for the same reason

        wanted = hb.SubsetInput()
        # After a character from this font, Pango also takes a space from it.
        wanted.unicode_set.update({0x20, 0xA0, *drawn})
        font: bytes = hb.subset(self._font.face, wanted).blob.data
        return font


def validate_font(content: bytes) -> HouseFace:
    """Parse and validate a font file.

    Raises:
        RefusedFontError: it is not a static TrueType or OpenType font, is damaged, or must not be embedded.
    """
    if content[:4] not in _SIGNATURES:
        form = _OTHER_FORMS.get(content[:4], "not a font file")
        message = f"is {form}"
        raise RefusedFontError(message, "use a static TTF or OTF file instead")
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - takes 60 ms, and only custom fonts need it

    try:
        font = TTFont(BytesIO(content), lazy=True, checkChecksums=2)
        tables = frozenset(font.keys())
        if not (tables >= _NEEDED and any(tables >= outlines for outlines in _OUTLINES)) and "fvar" not in tables:
            raise _damaged()
        if "fvar" in tables:
            message = "is a variable font, but the PDF needs static ones"
            raise RefusedFontError(message, "list one file for each weight: `NotoSans-Regular.ttf`")
        _check_embedding_rights(int(font["OS/2"].fsType))
        face = HouseFace(
            _family(font["name"].getDebugName(_TYPOGRAPHIC_FAMILY) or font["name"].getDebugName(_FAMILY)),
            int(font["OS/2"].usWeightClass),
            "italic" if int(font["OS/2"].fsSelection) & _ITALIC else "normal",
            content,
        )
        if not font.getBestCmap():
            raise _damaged()
        for table in tables - {"GlyphOrder"}:
            font.reader[table]
    except (*_BROKEN, TTLibError) as error:
        raise _damaged() from error
    return face


def _damaged() -> RefusedFontError:
    return RefusedFontError("is damaged", "download it again")


def _family(name: object) -> str:
    """Return the family name, reduced to characters that are safe in a CSS string."""
    words = " ".join("".join(one for one in str(name or "") if one.isalnum() or one in " -_.").split())
    if not words:
        raise _damaged()
    return words


def _check_embedding_rights(rights: int) -> None:
    """Check the embedding permissions of a font (fsType).

    Raises:
        RefusedFontError: it may not be embedded.
    """
    if rights & _USES == _RESTRICTED:
        reason = "its licence forbids embedding (OS/2 fsType 2)"
    elif rights & _NO_SUBSETS:
        reason = "its licence forbids embedding a subset (OS/2 fsType 0x100)"
    elif rights & _BITMAPS_ONLY:
        reason = "its licence allows embedding bitmaps only (OS/2 fsType 0x200)"
    else:
        return
    message = f"cannot be used: {reason}"
    raise RefusedFontError(message, "get a licence that allows it, or use another font")
