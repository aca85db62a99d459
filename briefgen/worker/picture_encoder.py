"""Decodes a picture from a stranger with Pillow, and encodes its pixels anew; nothing else of it is kept."""

import struct
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from PIL import Image, ImageFile, ImageOps

JPEG_QUALITY: Final = 85

_TONES: Final = 257
"""The factor from 8-bit to 16-bit tones: 65,535 / 255."""
_CHANNELS: Final = {
    "RGB": ("RGB", {"RGB", "RGBA", "P", "PA"}),
    "GRAY": ("L", {"1", "L", "LA"}),
    "CMYK": ("CMYK", {"CMYK"}),
}
"""By colour space of a profile: the Pillow mode to convert to, and the modes of pictures it applies to."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP")


class PictureError(Exception):
    """The picture is not what its headers said."""


def encode_picture(head: dict[str, object], files: dict[str, bytes]) -> tuple[dict[str, object], dict[str, bytes]]:
    """Return the size of a picture, and the picture as upright 8-bit sRGB, in the file `picture`.

    `head` has its `size` in pixels, the part to show as `crop` and, if the picture turns out to be stored lying, as
    `turned_crop`; the greatest `width`; and `is_photo`, for a JPEG unless it has transparency. Pillow may raise any
    exception.

    Raises:
        PictureError: its size is not the one stated.
    """
    match head:
        case {"size": [int(width), int(height)], "width": int(printed_width), "is_photo": bool(is_photo)}:
            plain = _decode(files["picture"], (width, height))
        case _:
            raise PictureError("a job of an unknown form")
    match head["crop" if plain.size == (width, height) else "turned_crop"]:
        case [int(left), int(top), int(right), int(bottom)]:
            plain = plain.crop((left, top, right, bottom))
        case _:
            pass
    if plain.width > printed_width:
        plain = plain.resize(
            (printed_width, max(1, round(plain.height * printed_width / plain.width))), Image.Resampling.LANCZOS
        )
    return {"size": [plain.width, plain.height]}, {"picture": _encode(plain, is_photo=is_photo)}


def _decode(content: bytes, size: tuple[int, int]) -> Image.Image:
    # WeasyPrint makes Pillow accept truncated pictures; nobody loads it here, but somebody might.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = size[0] * size[1]
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            picture.seek(0)
            _require(picture.size, size)
            picture.load()
            _require(picture.size, size)
            return _flatten(picture)


def _require(found: Sequence[int], stated: Sequence[int]) -> None:
    if tuple(found) != tuple(stated):
        raise PictureError(f"its headers say {stated[0]} by {stated[1]} pixels, and it has {found[0]} by {found[1]}")


def _flatten(picture: Image.Image) -> Image.Image:
    """Convert a picture to upright 8-bit sRGB, with an alpha channel if it has transparency."""
    upright = ImageOps.exif_transpose(picture)
    profile = upright.info.get("icc_profile")
    if upright.mode == "I" or upright.mode.startswith("I;16"):
        # Pillow would clip the tones at 255, which leaves mostly white.
        tones = upright.convert("I").point(lambda tone: tone * (1 / _TONES) + 0.5).convert("L")
        if isinstance(clear := upright.info.get("transparency"), int):
            tones.info["transparency"] = round(clear / _TONES)
        upright = tones
    has_alpha = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    if not has_alpha:
        return (_convert_colors(upright, profile) if profile else upright).convert("RGB")
    clear = upright.convert("RGBA")
    if profile:
        alpha = clear.getchannel("A")
        clear = _convert_colors(upright, profile).convert("RGB")
        clear.putalpha(alpha)
    return clear


def _convert_colors(picture: Image.Image, profile: bytes) -> Image.Image:
    """Convert a picture from its colour profile to sRGB; unchanged if the profile does not apply.

    Programs treat pictures without a profile, as ours will be, as sRGB.
    """
    from PIL import ImageCms  # noqa: PLC0415 - few pictures need it

    try:
        source_profile = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode, modes = _CHANNELS[source_profile.profile.xcolor_space.strip()]
        if picture.mode not in modes:
            return picture
        # Convert palettes by way of RGBA: in one step, Pillow loses transparent entries and warns.
        converted = (picture.convert("RGBA") if picture.mode == "P" else picture).convert(mode)
        result = ImageCms.profileToProfile(converted, source_profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, KeyError, struct.error):
        return picture
    return picture if result is None else result


def _encode(picture: Image.Image, *, is_photo: bool) -> bytes:
    fresh = BytesIO()
    # Pillow would write the comment of a JPEG and the profile of a PNG again.
    picture.info.clear()
    if is_photo and picture.mode == "RGB":
        picture.save(fresh, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    else:
        picture.save(fresh, "PNG", optimize=True)
    return fresh.getvalue()
