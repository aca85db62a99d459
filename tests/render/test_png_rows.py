"""A PNG goes into the PDF row for row, and what a PDF could not read so is compressed again."""

import zlib
from io import BytesIO

import pytest
from PIL import Image

from briefgen.pdf_worker.pictures import find_rows
from briefgen.render import PdfWorker
from briefgen.render.worker import PdfJob

PAGE = '<html lang="en"><title>T</title><style>@page {{size: A5}}</style><img src="asset:a.png" alt="{}"></html>'


def draw(mode: str = "RGB", **options: object) -> bytes:
    file = BytesIO()
    Image.radial_gradient("L").resize((40, 30)).convert(mode).save(file, "PNG", **options)
    return file.getvalue()


@pytest.mark.parametrize(("mode", "bytes_a_pixel"), [("RGB", 3), ("L", 1)])
def test_the_rows_are_those_of_the_picture(mode: str, bytes_a_pixel: int) -> None:
    # Each row begins with the number of its filter.
    assert len(zlib.decompress(find_rows(draw(mode)))) == 30 * (1 + 40 * bytes_a_pixel)


def test_rows_that_a_pdf_could_not_read_are_not_taken() -> None:
    assert find_rows(draw("I;16")) == b""
    assert find_rows(draw("1")) == b""
    interlaced = bytearray(draw())
    interlaced[28] = 1
    assert find_rows(bytes(interlaced)) == b""
    assert find_rows(b"") == b""


@pytest.mark.parametrize(("mode", "is_kept"), [("RGB", True), ("L", True), ("RGBA", False), ("P", False)])
def test_a_pdf_holds_them_unchanged(mode: str, is_kept: bool) -> None:  # noqa: FBT001
    picture = draw(mode, compress_level=1)
    with PdfWorker() as worker:
        content = worker.render(PdfJob(html=PAGE.format("x"), assets={"a.png": picture}, identifier="t")).content
    rows = find_rows(picture)
    assert (bool(rows) and rows in content) == is_kept
    assert b"/Subtype/Image" in content.replace(b" ", b"")
