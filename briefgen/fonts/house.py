"""The faces of a publication: judged before use, asked for their characters, and cut down to those that are needed."""

import struct
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import uharfbuzz as hb

MAX_BYTES = 20_000_000
"""No static face comes near this; the largest of Noto's Hanzi have 15 MB."""
_OUTLINES = ({"glyf", "loca"}, {"CFF "})
_NEEDED = frozenset({"cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2"})
_OTHER_FORMS = {b"wOFF": "a WOFF", b"wOF2": "a WOFF2", b"ttcf": "a collection of fonts"}
_SIGNATURES = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
_BROKEN = (struct.error, AssertionError, LookupError, ValueError, TypeError, EOFError, OverflowError, AttributeError)
"""What fontTools raises of tables that are not what they say, beside its own error."""
_USES, _RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
"""The bits of `OS/2.fsType` in the OpenType specification."""
_ITALIC = 1
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


class RefusedFontError(Exception):
    """A font that is not used; the message says why, the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class HouseFace(Struct, frozen=True, dict=True):
    """A static face that a publication may embed."""

    family: str
    weight: int
    style: str
    content: bytes

    @cached_property
    def _font(self) -> "hb.Font":
        import uharfbuzz as hb  # noqa: PLC0415 - 8 ms for those who bring fonts

        return hb.Font(hb.Face(hb.Blob(self.content)))

    def draws(self, character: str) -> bool:
        """Return whether the face has a glyph for a character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def subset(self, text: str) -> bytes:
        """Return the face with the characters of a text and all that shaping them takes; nothing if it has none.

        The same characters give the same bytes on every machine.
        """
        drawn = [ord(one) for one in sorted(set(text)) if self.draws(one)]
        if not drawn:
            return b""
        import uharfbuzz as hb  # noqa: PLC0415 - for the reason above

        wanted = hb.SubsetInput()
        # Behind a character of its own, Pango takes a space from the same face.
        wanted.unicode_set.update({0x20, 0xA0, *drawn})
        font: bytes = hb.subset(self._font.face, wanted).blob.data
        return font


class HouseFonts(Struct, frozen=True):
    """What a publication adds to the faces of briefgen."""

    faces: tuple[HouseFace, ...] = ()
    has_system: bool = False
    """The fonts of the computer draw Chinese, Japanese and Korean, and what is in no other face."""


def judge_font(content: bytes) -> HouseFace:
    """Return the face in a file.

    Raises:
        RefusedFontError: it is no static TrueType or OpenType face, is damaged, or must not be embedded.
    """
    if content[:4] not in _SIGNATURES:
        form = _OTHER_FORMS.get(content[:4], "no font that is known here")
        message = f"is {form}"
        raise RefusedFontError(message, "put the static TTF or OTF of one face in its place")
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - 60 ms for those who bring fonts

    try:
        font = TTFont(BytesIO(content), lazy=True, checkChecksums=2)
        tables = frozenset(font.keys())
        if not (tables >= _NEEDED and any(tables >= outlines for outlines in _OUTLINES)) and "fvar" not in tables:
            raise _damaged()
        if "fvar" in tables:
            message = "is a variable font, and the PDF needs static ones"
            raise RefusedFontError(message, "name one file for each weight: `NotoSans-Regular.ttf`")
        _ask_permission(int(font["OS/2"].fsType))
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
    return RefusedFontError("is damaged", "fetch it again from where it came")


def _family(name: object) -> str:
    """Return a family's name as CSS may hold it between quotation marks."""
    words = " ".join("".join(one for one in str(name or "") if one.isalnum() or one in " -_.").split())
    if not words:
        raise _damaged()
    return words


def _ask_permission(rights: int) -> None:
    """Refuse a font whose maker forbids to embed it, or a part of it.

    Raises:
        RefusedFontError: it may not be embedded.
    """
    if rights & _USES == _RESTRICTED:
        reason = "its maker forbids to embed it (OS/2 fsType 2)"
    elif rights & _NO_SUBSETS:
        reason = "its maker forbids to embed a part of it (OS/2 fsType 0x100)"
    elif rights & _BITMAPS_ONLY:
        reason = "its maker allows to embed its bitmaps only (OS/2 fsType 0x200)"
    else:
        return
    message = f"cannot be used: {reason}"
    raise RefusedFontError(message, "ask for a licence that allows it, or take another font")
