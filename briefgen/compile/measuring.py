"""Reads PNG, JPEG and WebP pictures as their decoders will, chunk by chunk, without decoding them.

A decoder uses the last size that a file states, or the size of a frame. So every chunk is looked at, and a picture that
states two sizes is refused. What a decoder does not need for the pixels of the first frame is left out.
"""

import struct
from collections.abc import Iterator
from typing import Final
from zlib import crc32

from msgspec import Struct

from briefgen.compile.safe_read import UnreadableFileError
from briefgen.expressions import expression

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
MAX_SCANS: Final = 64
"""Each scan of a JPEG goes over all its pixels; programs write about ten."""

_END_OF_JPEG: Final = 0xD9
_SCAN: Final = 0xDA
_START_OF_JPEG: Final = 0xD8
# Baseline, extended and progressive frames; browsers do not decode arithmetic coding, and decoders read all.
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_STANDALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_AFTER_SCAN: Final = expression(rb"\xff[^\x00\xd0-\xd7\xff]")
# Of the segments that programs fill: the orientation, the colour profile, and the kind of colours.
_KEPT_SEGMENTS: Final = {0xE0: b"JFIF\0", 0xE1: b"Exif\0\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_KEPT_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"IDAT", b"IEND"})
_KEPT_PARTS: Final = frozenset({b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L", b"EXIF"})


class _DamagedError(Exception):
    """A picture is truncated or contradicts itself."""


class Measured(Struct, frozen=True):
    """A picture that agrees with itself: its size in pixels, and what a decoder needs of the file."""

    width: int
    height: int
    pieces: tuple[tuple[int, int], ...]
    """The parts of the file that are needed, from start to end, in order."""

    def needed(self, content: bytes) -> bytes:
        """Return the file without what is not needed, such as comments, further frames and trailing data."""
        kept = b"".join(content[start:end] for start, end in self.pieces)
        if kept.startswith(b"RIFF"):
            return kept[:4] + struct.pack("<I", len(kept) - 8) + kept[8:]
        return kept


def measure(content: bytes, name: str) -> Measured:
    """Measure a picture; the suffix of its name is ignored.

    Raises:
        UnreadableFileError: it has another format, is truncated, or states its size twice.
    """
    try:
        if content.startswith(PNG):
            measured = _measure_png(content)
        elif content.startswith(JPEG):
            measured = _measure_jpeg(content)
        elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            measured = _measure_webp(content)
        else:
            raise UnreadableFileError(f"`{name}` is not a PNG, JPEG or WebP image", "save it as PNG or JPEG")
    except (struct.error, IndexError, _DamagedError) as error:
        raise damaged(name) from error
    if not measured.width or not measured.height:
        raise damaged(name)
    return measured


def damaged(name: str) -> UnreadableFileError:
    """Return the error for an image that cannot be decoded."""
    return UnreadableFileError(f"`{name}` is damaged", "copy it again from the original, or save it again")


def has_only_pixels(content: bytes) -> bool:
    """Return whether a PNG or JPEG consists of nothing but what its pixels need."""
    try:
        if content.startswith(PNG):
            wanted = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
            return (
                all(kind in wanted for kind, _, _ in _chunks(content))
                and _measure_png(content).needed(content) == content
            )
        wanted_segments = {0xE0, *_TABLES, *_FRAMES, _SCAN, _END_OF_JPEG}
        is_plain = all(marker in wanted_segments for marker, _, _ in _segments(content))
        return is_plain and _measure_jpeg(content).needed(content) == content
    except (struct.error, IndexError, _DamagedError):
        return False


def _measure_png(content: bytes) -> Measured:
    size, pieces = None, [(0, len(PNG))]
    for kind, start, end in _chunks(content):
        body = content[start + 8 : end - 4]
        # A lower-case letter marks an optional chunk; a photo with a broken comment is still usable.
        if kind[:1].isupper() and crc32(kind + body) != int.from_bytes(content[end - 4 : end], "big"):
            raise _DamagedError
        if kind in _KEPT_CHUNKS:
            pieces.append((start, end))
        if kind == b"IHDR" and size is None and start == len(PNG):
            size = struct.unpack(">II", body[:8])
        elif kind == b"IHDR" or size is None:
            raise _DamagedError
        elif kind == b"IEND":
            return Measured(size[0], size[1], _join(pieces))
    raise _DamagedError


def _chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each chunk of a PNG, and where it starts and ends."""
    at = len(PNG)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + length
        if end > len(content):
            raise _DamagedError
        yield kind, at, end
        at = end


def _measure_jpeg(content: bytes) -> Measured:
    size, scans, pieces = None, 0, [(0, 2)]
    for marker, start, end in _segments(content):
        if marker in _FRAMES and size is None:
            height, width = struct.unpack(">HH", content[start:end][5:9])
            size = width, height
        elif marker in _FRAMES or marker in _OTHER_FRAMES or marker == _START_OF_JPEG:
            raise _DamagedError
        scans += marker == _SCAN
        if marker == _SCAN and (size is None or scans > MAX_SCANS):
            raise _DamagedError
        begins = _KEPT_SEGMENTS.get(marker)
        if marker in _TABLES | _FRAMES | {_SCAN, _END_OF_JPEG} or (
            begins is not None and content.startswith(begins, start + 4)
        ):
            pieces.append((start, end))
        if marker == _END_OF_JPEG and size is not None and scans:
            return Measured(size[0], size[1], _join(pieces))
    raise _DamagedError


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the marker of each segment of a JPEG, and where it starts and ends; a scan ends with its data."""
    at = 2
    while at + 2 <= len(content):
        marker = content[at + 1]
        if content[at] != 0xFF:  # noqa: PLR2004 - every marker begins with this byte
            raise _DamagedError
        if marker == 0xFF:  # noqa: PLR2004 - padding
            at += 1
            continue
        if marker in _STANDALONE or marker in {_START_OF_JPEG, _END_OF_JPEG}:
            end = at + 2
        else:
            length = int(struct.unpack(">H", content[at + 2 : at + 4])[0])
            end = at + 2 + length
            if length < 2 or end > len(content):  # noqa: PLR2004 - the length counts itself
                raise _DamagedError
        if marker == _SCAN:
            following = _AFTER_SCAN.search(content, end)
            end = following.start() if following else len(content)
        yield marker, at, end
        if marker == _END_OF_JPEG:
            return
        at = end


def _measure_webp(content: bytes) -> Measured:
    """Measure a WebP; its canvas and its frame must agree."""
    (length,) = struct.unpack("<I", content[4:8])
    if length + 8 > len(content):
        raise _DamagedError
    canvas, frames, pieces = None, [], [(0, 12)]
    for kind, start, end in _parts(content, 12, length + 8):
        if kind == b"VP8X":
            if canvas is not None or start != 12:  # noqa: PLR2004 - right behind the header of the file
                raise _DamagedError
            canvas = _read_three(content[start:end], 12), _read_three(content[start:end], 15)
        elif kind == b"ANMF":
            frames.append(_measure_frame(content[start:end], canvas))
        elif kind in {b"VP8 ", b"VP8L"}:
            frames.append(_read_frame_size(content[start:end]))
            if len(frames) > 1 or (canvas or frames[0]) != frames[0]:
                raise _DamagedError
        if kind in _KEPT_PARTS and (kind != b"ANMF" or len(frames) == 1):
            pieces.append((start, end))
    if not frames:
        raise _DamagedError
    width, height = canvas or frames[0]
    return Measured(width, height, _join(pieces))


def _parts(content: bytes, start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each chunk of a WebP, and where it starts and ends."""
    at = start
    while at + 8 <= stop:
        kind, length = struct.unpack("<4sI", content[at : at + 8])
        end = at + 8 + length + length % 2
        # The last chunk may lack its padding.
        if end - length % 2 > stop:
            raise _DamagedError
        yield kind, at, min(end, stop)
        at = end


def _measure_frame(part: bytes, canvas: tuple[int, int] | None) -> tuple[int, int]:
    """Return the size of a frame of an animation, which its data must have and its canvas must hold."""
    left, top, width, height = (_read_three(part, 8 + offset) for offset in (0, 3, 6, 9))
    size = width, height
    parts = _parts(part, 24, len(part))
    inside = [_read_frame_size(part[start:end]) for kind, start, end in parts if kind[:3] == b"VP8"]
    is_held = canvas is not None and 2 * left - 2 + width <= canvas[0] and 2 * top - 2 + height <= canvas[1]
    if not is_held or inside != [size]:
        raise _DamagedError
    return size


def _read_three(part: bytes, at: int) -> int:
    """Return one more than a number of three bytes."""
    if at + 3 > len(part):
        raise _DamagedError
    return 1 + int.from_bytes(part[at : at + 3], "little")


def _read_frame_size(part: bytes) -> tuple[int, int]:
    """Return the size in the data of a frame, given as its chunk, header included."""
    kind = part[:4]
    if kind == b"VP8L":
        if part[8] != 0x2F:  # noqa: PLR2004 - the signature of lossless data
            raise _DamagedError
        (bits,) = struct.unpack("<I", part[9:13])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", part[14:18])
        return width & 0x3FFF, height & 0x3FFF
    raise _DamagedError


def _join(pieces: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join pieces that touch."""
    joined = [pieces[0]]
    for start, end in pieces[1:]:
        if start == joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)
