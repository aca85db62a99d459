"""Pictures keep their tones, are cropped on request, and are refused if damaged."""

import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image, ImageDraw

from briefgen.compile.images import PictureDesk, measure_image
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.model import Crop


def encode(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    content = BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def photo(width: int = 64, height: int = 48) -> Image.Image:
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill="#9b1b1e")
    return picture


def decode(folder: Path, name: str, crop: Crop | None = None) -> Image.Image:
    with PictureDesk() as desk:
        content, width, height = desk.encode(folder, name, crop)
    picture = Image.open(BytesIO(content))
    assert picture.size == (width, height)
    return picture


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    assert measure_image(tmp_path, "images/").problem == "`images/` is not a regular file"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_cut_short_anywhere_is_damaged_before_it_is_decoded(tmp_path: Path, kind: str) -> None:
    whole = encode(photo(), kind)
    path = tmp_path / "a.png"
    path.write_bytes(whole)
    assert measure_image(tmp_path, "a.png").problem == ""
    for length in (len(whole) // 3, len(whole) // 2, len(whole) - 2):
        path.write_bytes(whole[:length])
        assert measure_image(tmp_path, "a.png").problem == "`a.png` is damaged"


def test_a_picture_that_was_changed_on_its_way_is_damaged(tmp_path: Path) -> None:
    whole = bytearray(encode(photo()))
    whole[len(whole) // 2] ^= 1
    (tmp_path / "a.png").write_bytes(whole)
    assert measure_image(tmp_path, "a.png").problem == "`a.png` is damaged"


def test_damage_that_only_decoding_shows_is_reported_too(tmp_path: Path) -> None:
    whole = encode(photo(256, 256))
    start = whole.index(b"IDAT") - 4
    body = whole[start + 8 : start + 60]
    short = struct.pack(">I4s", len(body), b"IDAT") + body + struct.pack(">I", crc32(b"IDAT" + body))
    (tmp_path / "a.png").write_bytes(whole[:start] + short + whole[whole.index(b"IEND") - 4 :])
    assert measure_image(tmp_path, "a.png").problem == ""
    with PictureDesk() as desk, pytest.raises(UnreadableFileError, match=r"`a\.png` is damaged"):
        desk.encode(tmp_path, "a.png")


def test_a_second_size_is_refused_before_it_is_believed(tmp_path: Path) -> None:
    whole = encode(photo())
    header = whole[8 : 8 + 25]
    (tmp_path / "a.png").write_bytes(whole[:33] + header + whole[33:])
    assert measure_image(tmp_path, "a.png").problem == "`a.png` is damaged"
    jpeg = encode(photo(), "JPEG")
    frame = jpeg.index(b"\xff\xc0")
    segment = jpeg[frame : frame + 2 + struct.unpack(">H", jpeg[frame + 2 : frame + 4])[0]]
    (tmp_path / "a.jpg").write_bytes(jpeg[:frame] + segment + jpeg[frame:])
    assert measure_image(tmp_path, "a.jpg").problem == "`a.jpg` is damaged"


def test_a_comment_with_a_wrong_checksum_does_no_harm(tmp_path: Path) -> None:
    whole = encode(photo())
    comment = struct.pack(">I4s", 4, b"tEXt") + b"a\0bc" + b"\0\0\0\0"
    (tmp_path / "a.png").write_bytes(whole[:33] + comment + whole[33:])
    assert measure_image(tmp_path, "a.png").problem == ""


def test_sixteen_bits_keep_their_tones(tmp_path: Path) -> None:
    tones = [0, 257, 12_850, 32_896, 65_535]
    picture = Image.new("I;16", (len(tones), 1))
    for place, tone in enumerate(tones):
        picture.putpixel((place, 0), tone)
    (tmp_path / "a.png").write_bytes(encode(picture))
    shown = decode(tmp_path, "a.png").convert("L")
    assert [shown.getpixel((place, 0)) for place in range(len(tones))] == [0, 1, 50, 128, 255]


@pytest.mark.parametrize(
    ("ratio", "focus", "part"),
    [
        ("1:1", "centre", (25, 0, 75, 50)),
        ("1:1", "left", (0, 0, 50, 50)),
        ("1:1", "center right", (50, 0, 100, 50)),
        ("1:1", "30% 20%", (15, 0, 65, 50)),
        ("4:1", "top", (0, 0, 100, 25)),
        ("4:1", "bottom left", (0, 25, 100, 50)),
        ("4:1", "top centre", (0, 0, 100, 25)),
        ("2:1", "centre", (0, 0, 100, 50)),
        ("1.91:1", "centre", (2, 0, 98, 50)),
    ],
)
def test_a_crop_is_the_largest_part_of_its_ratio_at_its_focus(
    ratio: str, focus: str, part: tuple[int, int, int, int]
) -> None:
    assert Crop(ratio=ratio, focus=focus).cut(100, 50) == part


@pytest.mark.parametrize("ratio", ["9999:1", "1:9999"])
def test_no_crop_is_empty(ratio: str) -> None:
    left, top, right, bottom = Crop(ratio=ratio).cut(3, 2)
    assert right - left >= 1
    assert bottom - top >= 1


def test_a_crop_cuts_the_pixels(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encode(photo()))
    shown = decode(tmp_path, "a.png", Crop(ratio="1:1", focus="top left"))
    assert shown.size == (48, 48)
    assert shown.getpixel((0, 0)) == (0x9B, 0x1B, 0x1E)


DISPLAY_P3 = {
    "rXYZ": (0.51512, 0.24120, -0.00105),
    "gXYZ": (0.29198, 0.69225, 0.04189),
    "bXYZ": (0.15710, 0.06657, 0.78407),
}
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def make_profile(
    space: bytes, colors: Mapping[str, tuple[float, ...]], curves: Mapping[str, tuple[float, ...]]
) -> bytes:
    """Return an ICC profile with primaries and parametric curves (ICC.1:2010, 7.2 and 10.15)."""

    def fix(*numbers: float) -> bytes:
        return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))

    white = (0.9642, 1.0, 0.8249)
    tags = {name: b"XYZ \0\0\0\0" + fix(*xyz) for name, xyz in {"wtpt": white, **colors}.items()}
    kinds = {1: 0, 5: 3}
    tags |= {name: struct.pack(">4s4xH2x", b"para", kinds[len(one)]) + fix(*one) for name, one in curves.items()}
    place, table, data = 128 + 4 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name.encode(), place + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    head = struct.pack(">I4x4s4s4s4s12x4s28x", place + len(data), b"\4\0\0\0", b"mntr", space, b"XYZ ", b"acsp")
    return (head + fix(*white)).ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


WIDE = make_profile(b"RGB ", DISPLAY_P3, dict.fromkeys(("rTRC", "gTRC", "bTRC"), SRGB_CURVE))
# The red of sRGB in Display P3.
RED = (234, 51, 35)


def is_near(one: object, other: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_of_wide_gamut_keeps_its_colors(tmp_path: Path, kind: str) -> None:
    for profile, shown in ((WIDE, (255, 0, 0)), (None, RED)):
        picture = encode(Image.new("RGB", (32, 32), RED), kind, icc_profile=profile, quality=100)
        (tmp_path / "a.png").write_bytes(picture)
        printed = decode(tmp_path, "a.png")
        assert is_near(printed.getpixel((9, 9)), shown)
        assert "icc_profile" not in printed.info


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_what_is_clear_stays_clear_beside_a_profile(tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGBA", (2, 1), (*RED, 255))
    picture.putpixel((1, 0), (0, 0, 0, 0))
    (tmp_path / "a.png").write_bytes(encode(picture.convert(mode), icc_profile=WIDE))
    printed = decode(tmp_path, "a.png")
    assert is_near(printed.getpixel((0, 0)), (255, 0, 0, 255))
    assert is_near(printed.getpixel((1, 0)), (0, 0, 0, 0))


def test_a_profile_of_grays_is_heeded(tmp_path: Path) -> None:
    linear = make_profile(b"GRAY", {}, {"kTRC": (1.0,)})
    (tmp_path / "a.png").write_bytes(encode(Image.new("L", (2, 2), 55), icc_profile=linear))
    assert is_near(decode(tmp_path, "a.png").getpixel((0, 0)), (128, 128, 128))


def test_a_profile_of_something_else_changes_nothing(tmp_path: Path) -> None:
    for picture, profile in ((Image.new("RGB", (2, 2), RED), b"junk"), (Image.new("L", (2, 2), 55), WIDE)):
        (tmp_path / "a.png").write_bytes(encode(picture, icc_profile=profile))
        assert decode(tmp_path, "a.png").getpixel((0, 0)) == picture.convert("RGB").getpixel((0, 0))
