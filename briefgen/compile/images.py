"""Measures images from their headers, and re-encodes them without metadata; decodes only safe files."""

import struct
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.compile.measuring import JPEG, PNG, damaged, measure
from briefgen.compile.near_files import advise_near
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.manuscript import ImageFact

if TYPE_CHECKING:
    from PIL import Image

    from briefgen.model import Crop

MAX_BYTES = 5_000_000
MAX_PIXELS = 20_000_000
MAX_SIDE = 8_000
# Two pixels for each of the page's 800 CSS pixels, and 230 dpi across the text in the PDF.
PRINTED_WIDTH = 1_600
JPEG_QUALITY = 85

_TONES = 257
"""The factor from 8-bit to 16-bit tones: 65,535 / 255."""
_CHANNELS = {
    "RGB": ("RGB", {"RGB", "RGBA", "P", "PA"}),
    "GRAY": ("L", {"1", "L", "LA"}),
    "CMYK": ("CMYK", {"CMYK"}),
}
"""By colour space of a profile: the Pillow mode to convert to, and the modes of pictures it applies to."""


def measure_image(folder: Path, name: str) -> ImageFact:
    """Return the size of an image in pixels, or why it cannot be used; the image is not decoded."""
    try:
        width, height = measure(read_beneath(folder, name, limit=MAX_BYTES), name)
    except UnreadableFileError as error:
        hint, meant = advise_near(folder, name) if error.is_missing else (error.hint, "")
        return ImageFact(problem=str(error), help=hint, meant=meant)
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        problem = f"`{name}` has {width:,} by {height:,} pixels"
        return ImageFact(problem=problem, help=f"scale it to {PRINTED_WIDTH} pixels wide")
    return ImageFact(width, height)


def encode_image(folder: Path, name: str, crop: "Crop | None" = None) -> tuple[bytes, int, int]:
    """Re-encode an image, at most 1,600 pixels wide, without metadata; return it with its size.

    Raises:
        UnreadableFileError: `measure_image` reports a problem, or the file is damaged.
    """
    fact = measure_image(folder, name)
    if fact.problem:
        raise UnreadableFileError(fact.problem, fact.help)
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415 - takes 40 ms, and only pictures need it

    # WeasyPrint, if loaded in this process, makes Pillow accept truncated pictures.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    content = read_beneath(folder, name, limit=MAX_BYTES)
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
            picture.seek(0)
            plain = _flatten(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
        raise damaged(name) from error
    if crop is not None:
        plain = plain.crop(crop.cut(plain.width, plain.height))
    if plain.width > PRINTED_WIDTH:
        height = max(1, round(plain.height * PRINTED_WIDTH / plain.width))
        plain = plain.resize((PRINTED_WIDTH, height), Image.Resampling.LANCZOS)
    is_photo = content.startswith(JPEG) or not content.startswith(PNG)
    return _encode(plain, is_photo=is_photo), plain.width, plain.height


def _flatten(picture: "Image.Image") -> "Image.Image":
    """Convert a picture to upright 8-bit sRGB, with an alpha channel if it has transparency."""
    from PIL import ImageOps  # noqa: PLC0415 - for the same reason

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


def _convert_colors(picture: "Image.Image", profile: bytes) -> "Image.Image":
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
    except (ImageCms.PyCMSError, OSError, KeyError):
        return picture
    return picture if result is None else result


def _encode(picture: "Image.Image", *, is_photo: bool) -> bytes:
    fresh = BytesIO()
    if is_photo and picture.mode == "RGB":
        picture.save(fresh, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    else:
        # By default Pillow keeps the profile of a PNG, but not of a JPEG.
        picture.save(fresh, "PNG", optimize=True, icc_profile=None)
    return fresh.getvalue()
