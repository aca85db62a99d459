"""Reads the size of a PNG, JPEG or WebP from its headers, and checks that it is complete, without decoding it."""

import struct
from collections.abc import Iterator
from zlib import crc32

from briefgen.compile.safe_read import UnreadableFileError

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

_SCAN = 0xDA
_END_OF_JPEG = b"\xff\xd9"
# Frame headers: baseline, extended and progressive; browsers do not decode arithmetic coding.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def measure(content: bytes, name: str) -> tuple[int, int]:
    """Return width and height of an image in pixels; the file name's suffix is ignored.

    Raises:
        UnreadableFileError: it has another format, is truncated, or states its size twice, in which case a decoder
            might use the unchecked one.
    """
    try:
        if content.startswith(PNG):
            sizes = _measure_png(content)
        elif content.startswith(JPEG):
            sizes = _measure_jpeg(content)
        elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            sizes = _measure_webp(content)
        else:
            sizes = [(0, 0)]
    except (struct.error, IndexError):
        sizes = []
    match sizes:
        case [(int(width), int(height))] if width and height:
            return width, height
        case [_]:
            raise UnreadableFileError(f"`{name}` is not a PNG, JPEG or WebP image", "save it as PNG or JPEG")
        case _:
            raise damaged(name)


def damaged(name: str) -> UnreadableFileError:
    """Return the error for an image that cannot be decoded."""
    return UnreadableFileError(f"`{name}` is damaged", "copy it again from the original, or save it again")


def _measure_png(content: bytes) -> list[tuple[int, int]]:
    """Return the sizes in all headers of a PNG; empty if it is truncated or corrupt."""
    sizes = []
    for kind, body, checksum in _chunks(content):
        # A lower-case letter marks an optional chunk; a photo with a broken comment is still usable.
        if kind[:1].isupper() and crc32(kind + body) != checksum:
            return []
        if kind == b"IHDR":
            sizes.append(struct.unpack(">II", body[:8]))
        if kind == b"IEND":
            return sizes
    return []


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    at = len(PNG)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        (checksum,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        yield kind, content[at + 8 : at + 8 + length], checksum
        at += 12 + length


def _measure_jpeg(content: bytes) -> list[tuple[int, int]]:
    """Return the sizes in all frame headers of a JPEG; empty if it is truncated."""
    sizes = []
    for marker, start in _segments(content):
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[start + 3 : start + 7])
            sizes.append((width, height))
        if marker == _SCAN:
            # This pair of bytes cannot occur in the data of a scan.
            return sizes if content.find(_END_OF_JPEG, start) >= 0 else []
    return []


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield marker and offset (of the length field) of each segment up to the first scan."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - every marker begins with this byte
        marker = content[at + 1]
        if marker in _STANDALONE or marker == 0xFF:  # noqa: PLR2004 - padding
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        yield marker, at + 2
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])


def _measure_webp(content: bytes) -> list[tuple[int, int]]:
    (length,) = struct.unpack("<I", content[4:8])
    if length + 8 > len(content):
        return []
    match content[12:16]:
        case b"VP8X":
            return [(1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little"))]
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            return [(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))]
        case b"VP8 ":
            width, height = struct.unpack("<HH", content[26:30])
            return [(width & 0x3FFF, height & 0x3FFF)]
        case _:
            return [(0, 0)]
