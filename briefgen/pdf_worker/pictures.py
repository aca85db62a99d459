"""Puts PNG pictures into the PDF as they are.

A PDF takes the compressed rows of a PNG unchanged (ISO 32000-1, 7.4.4.4: predictors of 10 and above are
PNG's own). WeasyPrint 70 decodes every PNG and compresses it again, which is a seventh of all memory that
an issue with one picture needs.
"""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Final

from weasyprint.images import RasterImage

_SIGNATURE: Final = 8
_DEPTH: Final = 24
_INTERLACE: Final = 28


def install() -> None:
    """Replace how WeasyPrint takes the rows of a PNG; call it once in a process."""
    compress_again: Callable[[Any], bytes] = RasterImage._get_png_data  # noqa: SLF001 - there is no public place.

    def take_rows(picture: Any) -> bytes:
        source = getattr(picture, "fp", None)
        content = source.getvalue() if picture.format == "PNG" and isinstance(source, BytesIO) else b""
        return find_rows(content) or compress_again(picture)

    RasterImage._get_png_data = staticmethod(take_rows)  # noqa: SLF001


def find_rows(content: bytes) -> bytes:
    """Return the compressed rows of a PNG of 8 bits a channel that is not interlaced; nothing of another one."""
    if content[_DEPTH : _DEPTH + 1] != b"\x08" or content[_INTERLACE : _INTERLACE + 1] != b"\x00":
        return b""
    return b"".join(rows for kind, rows in _chunks(content) if kind == b"IDAT")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and data of each chunk: length, kind, data and a checksum."""
    place = _SIGNATURE
    while place + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += 12 + length
