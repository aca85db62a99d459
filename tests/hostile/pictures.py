"""Pictures that lie, swell or carry something; each is a whole file."""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from zlib import compress, crc32

from PIL import Image

MARK = b"PLANTED-7f3a"
"""Bytes that nothing of ours contains."""
PNG_START = b"\x89PNG\r\n\x1a\n"


def encode(kind: str = "PNG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object) -> bytes:
    """Return an honest picture."""
    content = BytesIO()
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    picture.save(content, kind, **options)
    return content.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body))


def header(width: int, height: int, depth: int = 8, colours: int = 0) -> bytes:
    """Return the first chunk of a PNG."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0))


def png(*chunks: bytes) -> bytes:
    """Return a PNG of some chunks, with its end."""
    return PNG_START + b"".join((*chunks, chunk(b"IEND", b"")))


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def frame(marker: int, width: int, height: int) -> bytes:
    """Return the header of a frame of a JPEG, of one colour."""
    return segment(marker, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")


def riff(*parts: bytes) -> bytes:
    """Return a WebP of some chunks."""
    inside = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def part(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a WebP."""
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def canvas(width: int, height: int, flags: int = 0) -> bytes:
    """Return the chunk that states the size of the canvas of a WebP."""
    return part(b"VP8X", bytes([flags, 0, 0, 0]) + three(width - 1) + three(height - 1))


def three(number: int) -> bytes:
    """Return a number in three bytes."""
    return number.to_bytes(3, "little")


def _rows(width: int, height: int) -> bytes:
    return chunk(b"IDAT", compress(bytes((width + 1) * height)))


def _inside_webp(content: bytes) -> bytes:
    return content[12:]


HUGE = 20_000


def _in_jpeg(*segments: bytes, before: bytes = b"\xff\xdb") -> bytes:
    whole = encode("JPEG")
    at = whole.index(before)
    return whole[:at] + b"".join(segments) + whole[at:]


def _many_scans(count: int) -> bytes:
    whole = encode("JPEG", progressive=True)
    start = whole.index(b"\xff\xda")
    end = whole.index(b"\xff", start + 2)
    while whole[end + 1] == 0:
        end = whole.index(b"\xff", end + 2)
    return whole[:end] + whole[start:end] * count + whole[end:]


def _animation(left: int, size: tuple[int, int]) -> bytes:
    inside = _inside_webp(encode("WEBP", size))
    place = three(left) + three(0) + three(size[0] - 1) + three(size[1] - 1) + three(100) + b"\0"
    return riff(canvas(64, 48, 2), part(b"ANIM", bytes(6)), part(b"ANMF", place + inside))


LIARS: dict[str, Callable[[], bytes]] = {
    "PNG, second header at once": lambda: png(header(8, 8), header(HUGE, HUGE), _rows(8, 8)),
    "PNG, second header behind the pixels": lambda: png(header(8, 8), _rows(8, 8), header(HUGE, HUGE)),
    "PNG, second header of the same size": lambda: png(header(8, 8), header(8, 8), _rows(8, 8)),
    "PNG, header not first": lambda: png(chunk(b"tEXt", b"a\0b"), header(8, 8), _rows(8, 8)),
    "PNG, no header": lambda: png(_rows(8, 8)),
    "PNG, no pixels": lambda: png(header(8, 8)),
    "PNG, size of nothing": lambda: png(header(0, 8), _rows(8, 8)),
    "PNG, more than 20 million pixels": lambda: png(header(7_000, 7_000), _rows(8, 8)),
    "PNG, fewer rows than stated": lambda: png(header(4_000, 4_000), _rows(8, 8)),
    "PNG, a chunk longer than the file": lambda: (
        PNG_START + header(8, 8) + struct.pack(">I", 2**31) + b"IDAT" + bytes(99)
    ),
    "PNG, profile that swells": lambda: png(
        header(8, 8), chunk(b"iCCP", b"a\0\0" + compress(bytes(20_000_000), 9)), _rows(8, 8)
    ),
    "JPEG, second frame header": lambda: _in_jpeg(frame(0xC0, 65_500, 65_500)),
    **{
        f"JPEG, second frame header of kind {kind:X}": (lambda kind=kind: _in_jpeg(frame(kind, 65_500, 65_500)))  # type: ignore[misc]
        for kind in (0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF)
    },
    "JPEG, frame header behind the scan": lambda: encode("JPEG")[:-2] + frame(0xC0, 65_500, 65_500) + b"\xff\xd9",
    "JPEG, a picture in a picture": lambda: _in_jpeg(b"\xff\xd8"),
    "JPEG, only a lossless frame": lambda: encode("JPEG").replace(b"\xff\xc0", b"\xff\xc3"),
    "JPEG, hundreds of scans": lambda: _many_scans(300),
    "JPEG, no end": lambda: encode("JPEG")[:-2],
    "JPEG, a segment longer than the file": lambda: b"\xff\xd8\xff\xe0\xff\xff" + bytes(99),
    "WebP, frame larger than its canvas": lambda: riff(canvas(8, 8), _inside_webp(encode("WEBP"))),
    "WebP, frame smaller than its canvas": lambda: riff(canvas(4_000, 4_000), _inside_webp(encode("WEBP"))),
    "WebP, lossless frame larger than its canvas": lambda: riff(
        canvas(8, 8), _inside_webp(encode("WEBP", lossless=True))
    ),
    "WebP, two frames": lambda: riff(_inside_webp(encode("WEBP")), _inside_webp(encode("WEBP", (8, 8)))),
    "WebP, two frames of one size": lambda: riff(_inside_webp(encode("WEBP")), _inside_webp(encode("WEBP"))),
    "WebP, two canvases": lambda: riff(canvas(64, 48), canvas(8, 8), _inside_webp(encode("WEBP"))),
    "WebP, two canvases, the second of which fits": lambda: riff(
        canvas(8, 8), canvas(64, 48), _inside_webp(encode("WEBP"))
    ),
    "WebP, canvas behind its frame": lambda: riff(_inside_webp(encode("WEBP")), canvas(64, 48)),
    "WebP, frame of an animation outside its canvas": lambda: _animation(8, (64, 48)),
    "WebP, frame of an animation that is larger than stated": lambda: riff(
        canvas(64, 48, 2),
        part(b"ANIM", bytes(6)),
        part(b"ANMF", bytes(6) + three(7) + three(7) + bytes(4) + _inside_webp(encode("WEBP"))),
    ),
    "WebP, no frame": lambda: riff(canvas(8, 8)),
    "WebP, shorter than stated": lambda: encode("WEBP")[:-20],
}
"""Files that must end in an error, and soon."""


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = MARK.decode()
    exif[0x0112] = 1
    return exif.tobytes()


def _in_png(*chunks: bytes, at_end: bool = False) -> bytes:
    whole = encode()
    at = whole.index(b"IEND") - 4 if at_end else len(PNG_START) + 25
    return whole[:at] + b"".join(chunks) + whole[at:]


def plant(profile: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Yield where bytes are planted, the suffix of a file, and the file, an honest picture otherwise."""
    marked = profile + MARK
    yield "PNG, text", "png", _in_png(chunk(b"tEXt", b"Comment\0" + MARK))
    yield "PNG, text behind the pixels", "png", _in_png(chunk(b"tEXt", b"Comment\0" + MARK), at_end=True)
    yield "PNG, international text", "png", _in_png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + MARK))
    yield "PNG, compressed text", "png", _in_png(chunk(b"zTXt", b"Comment\0\0" + compress(MARK)))
    yield "PNG, a chunk of nobody", "png", _in_png(chunk(b"prIv", MARK))
    yield "PNG, name of a profile", "png", _in_png(chunk(b"iCCP", MARK + b"\0\0" + compress(profile)))
    yield "PNG, behind a profile", "png", _in_png(chunk(b"iCCP", b"a\0\0" + compress(marked)))
    yield "PNG, behind a compressed profile", "png", _in_png(chunk(b"iCCP", b"a\0\0" + compress(profile) + MARK))
    yield "PNG, in place of a profile", "png", _in_png(chunk(b"iCCP", b"a\0\0" + compress(MARK)))
    yield "PNG, Exif", "png", _in_png(chunk(b"eXIf", _exif().removeprefix(b"Exif\0\0")))
    yield "PNG, suggested palette", "png", _in_png(chunk(b"sPLT", MARK + b"\0\x08" + bytes(6)))
    yield "PNG, behind the pixels’ data", "png", png(header(8, 8), chunk(b"IDAT", compress(bytes(72)) + MARK))
    yield "PNG, second frame", "png", encode(save_all=True, append_images=[Image.new("RGB", (64, 48), "red")]) + MARK
    yield "PNG, behind the end", "png", encode() + MARK
    yield "JPEG, comment", "jpg", _in_jpeg(segment(0xFE, MARK))
    yield "JPEG, comment behind the frame", "jpg", _in_jpeg(segment(0xFE, MARK), before=b"\xff\xda")
    for number in range(16):
        yield f"JPEG, segment of application {number}", "jpg", _in_jpeg(segment(0xE0 + number, MARK + b"\0" + MARK))
    yield "JPEG, behind the density", "jpg", _in_jpeg(segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0" + MARK))
    yield "JPEG, Exif", "jpg", encode("JPEG", exif=_exif())
    yield "JPEG, XMP", "jpg", _in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + MARK))
    yield "JPEG, behind a profile", "jpg", encode("JPEG", icc_profile=marked)
    yield "JPEG, in place of a profile", "jpg", encode("JPEG", icc_profile=MARK)
    yield "JPEG, Photoshop", "jpg", _in_jpeg(segment(0xED, b"Photoshop 3.0\x008BIM" + MARK))
    yield "JPEG, behind Adobe’s mark", "jpg", _in_jpeg(segment(0xEE, b"Adobe\0d\0\0\0\0\1" + MARK))
    yield "JPEG, behind the end", "jpg", encode("JPEG") + MARK
    yield "JPEG, a second picture", "jpg", encode("JPEG") + encode("JPEG", comment=MARK)
    yield "WebP, Exif", "webp", encode("WEBP", exif=_exif())
    yield "WebP, XMP", "webp", encode("WEBP", xmp=MARK)
    yield "WebP, behind a profile", "webp", encode("WEBP", icc_profile=marked)
    yield "WebP, a chunk of nobody", "webp", riff(_inside_webp(encode("WEBP")), part(b"JUNK", MARK))
    yield "WebP, behind the end", "webp", encode("WEBP") + MARK
