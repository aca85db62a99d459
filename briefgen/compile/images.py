"""Images: measured from their first bytes, decoded only when they are safe to, re-encoded without metadata."""

import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.manuscript import ImageFact

MAX_BYTES = 5_000_000
MAX_PIXELS = 20_000_000
MAX_SIDE = 8_000
# Two pixels for each of the page's 800 CSS pixels, and 230 dots an inch across the PDF's text.
PRINTED_WIDTH = 1_600
JPEG_QUALITY = 85

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Frame headers: baseline, extended and progressive; arithmetic coding is not decoded by browsers.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def measure_image(folder: Path, name: str) -> ImageFact:
    """Return the size of an image in pixels, or why it cannot be used; nothing is decoded."""
    try:
        width, height = _measure(read_beneath(folder, name, limit=MAX_BYTES), name)
    except UnreadableFileError as error:
        return ImageFact(problem=str(error), help=error.hint, is_missing=error.is_missing)
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        problem = f"`{name}` has {width:,} by {height:,} pixels"
        return ImageFact(problem=problem, help=f"scale it to {PRINTED_WIDTH} pixels across")
    return ImageFact(width, height)


def encode_image(folder: Path, name: str) -> tuple[bytes, int, int]:
    """Return an image as it is printed, at most 1,600 pixels across, with its size; metadata stays behind.

    Raises:
        UnreadableFileError: `measure_image` would have said why not, or the file is damaged.
    """
    fact = measure_image(folder, name)
    if fact.problem:
        raise UnreadableFileError(fact.problem, fact.help)
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - 40 ms that only pictures need

    content = read_beneath(folder, name, limit=MAX_BYTES)
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
            picture.seek(0)
            upright = ImageOps.exif_transpose(picture)
            has_alpha = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            plain = upright.convert("RGBA" if has_alpha else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
        message = f"`{name}` is damaged"
        raise UnreadableFileError(message, "save it again from an image editor") from error
    if plain.width > PRINTED_WIDTH:
        height = max(1, round(plain.height * PRINTED_WIDTH / plain.width))
        plain = plain.resize((PRINTED_WIDTH, height), Image.Resampling.LANCZOS)
    return (
        _encode(plain, is_photo=content.startswith(_JPEG) or not content.startswith(_PNG)),
        plain.width,
        plain.height,
    )


def _encode(picture: "PIL.Image.Image", *, is_photo: bool) -> bytes:  # type: ignore[name-defined]  # noqa: F821
    fresh = BytesIO()
    if is_photo and picture.mode == "RGB":
        picture.save(fresh, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    else:
        picture.save(fresh, "PNG", optimize=True)
    return fresh.getvalue()


def _measure(content: bytes, name: str) -> tuple[int, int]:
    """Return width and height from the header of a PNG, JPEG or WebP, whatever the file is called."""
    try:
        if content.startswith(_PNG) and content[12:16] == b"IHDR":
            size = struct.unpack(">II", content[16:24])
        elif content.startswith(_JPEG):
            size = _measure_jpeg(content)
        elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            size = _measure_webp(content)
        else:
            size = (0, 0)
    except (struct.error, IndexError):
        size = (0, 0)
    if not all(size):
        message = f"`{name}` is not a PNG, JPEG or WebP image"
        raise UnreadableFileError(message, "save it as PNG or JPEG from an image editor")
    return int(size[0]), int(size[1])


def _measure_jpeg(content: bytes) -> tuple[int, int]:
    for marker, start in _segments(content):
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[start + 3 : start + 7])
            return width, height
    return 0, 0


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield marker and start (of the length field) of each segment before the picture data."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - every marker begins with it
        marker = content[at + 1]
        if marker in _STANDALONE or marker == 0xFF:  # noqa: PLR2004 - fill bytes
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        yield marker, at + 2
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])


def _measure_webp(content: bytes) -> tuple[int, int]:
    match content[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = struct.unpack("<HH", content[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return 0, 0
