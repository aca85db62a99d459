"""PDFs in other languages: lines apart, words in the order in which they are read, every character drawn."""

import itertools
import re
import subprocess
import zlib
from collections.abc import Iterator

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from briefgen.edition.edition import Block
from briefgen.render.pdf import _mark_draft, render_pdf
from briefgen.render.pdf_process import PdfWorker
from briefgen.render.templates import Templates
from tests.languages.test_pages import sample
from tests.render.sheets import read_sheets


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as started:
        yield started


def find_lines(pdf: bytes) -> list[tuple[float, float]]:
    """Where the lines of the first page begin and end, from top to bottom, in points."""
    done = subprocess.run(
        ["pdftotext", "-bbox-layout", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True
    )
    found = re.findall(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax', done.stdout.decode())
    return [(float(left), float(top)) for left, top, _ in found]


def find_actual_texts(pdf: bytes) -> set[str]:
    """What the tags say was written."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    # The end of a stream may look like a line break of the file, which is no part of it.
    plain = b"".join(zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"\x78") + pdf
    found = re.findall(rb"/ActualText <feff([0-9a-f]+)>", plain)
    return {bytes.fromhex(one.decode()).decode("utf-16-be") for one in found}


@pytest.mark.parametrize("name", ["german", "chinese"])
def test_every_character_is_drawn(worker: PdfWorker, name: str) -> None:
    result = render_pdf(sample(name), {}, Templates(), worker)
    assert (result.missing, result.plain_because) == ((), "")


def test_lines_of_a_chinese_paragraph_are_aligned(worker: PdfWorker) -> None:
    result = render_pdf(sample("chinese"), {}, Templates(), worker)
    lines = find_lines(result.output.content)
    # The left edge of the text column; a paragraph of four lines stands there.
    column = max({round(left) for left, _ in lines}, key=lambda edge: sum(round(left) == edge for left, _ in lines))
    tops = sorted(top for left, top in lines if round(left) == column)
    assert len(tops) >= 8
    assert all(below - above > 7 for above, below in itertools.pairwise(tops)), tops


def test_latin_words_in_chinese_are_spaced_evenly(worker: PdfWorker) -> None:
    edition = sample("chinese")
    words = "港口与 harbour 疏浚和 dredger 及 Donaudampfschifffahrt 在 "
    block = Block(kind="paragraph", html=Markup(f"<p>{words * 12}</p>"))  # noqa: S704 - our own text
    feature = replace(edition.feature, blocks=(block,))
    result = render_pdf(replace(edition, feature=feature, briefs=()), {}, Templates(), worker)
    found = [word for sheet in read_sheets(result.output.content) for word in sheet.body if word.text in words.split()]
    gaps = [after.left - word.right for word, after in itertools.pairwise(found) if after.left > word.left]
    assert len(gaps) > 20
    assert max(gaps) < min(gaps) + 1, gaps


def test_the_tags_of_an_arabic_pdf_say_its_words_in_the_order_of_reading(worker: PdfWorker) -> None:
    texts = find_actual_texts(render_pdf(sample("arabic"), {}, Templates(), worker).output.content)
    assert {"نشرة المرفأ", "كرّاكة واحدة لمرفأين"} <= texts
    assert find_actual_texts(render_pdf(sample("german"), {}, Templates(), worker).output.content) == set()


def test_the_page_of_an_arabic_pdf_is_mirrored(worker: PdfWorker) -> None:
    done = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", "-", "-"],
        input=render_pdf(sample("arabic"), {}, Templates(), worker).output.content,
        capture_output=True,
        check=True,
    )
    words = re.findall(r'xMin="([\d.]+)" .*?>(.+?)</word>', done.stdout.decode())
    [boskalis] = [float(left) for left, word in words if word.startswith("Boskalis")]
    [marks] = [float(left) for left, word in words if word == "(NL)"]
    assert boskalis < marks, "words in Latin letters keep their order"


def test_a_draft_is_marked_in_its_language_in_letters_that_join() -> None:
    arabic = _mark_draft(sample("arabic"), Templates()).decode()
    assert ">مسودة<" in arabic
    assert "letter-spacing" not in arabic
    assert "letter-spacing" in _mark_draft(sample("german"), Templates()).decode()
