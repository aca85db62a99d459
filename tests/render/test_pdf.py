"""The PDF is the page, tagged, whole on pages of any height, and its process is kept on a short lead."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from tempfile import NamedTemporaryFile
from unicodedata import normalize

import pytest

from briefgen.edition.edition import Edition
from briefgen.fonts import FONTS
from briefgen.pdf_worker.libraries import missing_libraries
from briefgen.pdf_worker.printer import AssetFetcher
from briefgen.render.page import render_print_page
from briefgen.render.pdf import render_pdf
from briefgen.render.pdf_process import PdfError, PdfJob, PdfWorker, _search_path
from briefgen.render.templates import Templates
from tests.render.sample import make_edition, make_notes_edition, make_pictures
from tests.render.sheets import read_sheets
from tests.render.stress import make_long_edition, make_many_edition, make_noted_edition

SHEETS = ("css/base.css", "css/print.css")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def worker(cache: Path) -> Iterator[PdfWorker]:
    with PdfWorker(cache_folder=cache) as started:
        yield started


def job(html: str, **changes: object) -> PdfJob:
    return PdfJob(**{"html": html, "assets": {}, "identifier": "x", **changes})  # type: ignore[arg-type]


def read_tagged_text(pdf: bytes) -> list[str]:
    """Returns the text in the order of the tags, as Poppler reads it."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run(["pdfinfo", "-struct-text", file.name], capture_output=True, check=True)
    return re.findall(r'^\s*"(.*)"$', done.stdout.decode(), re.MULTILINE)


def read_text(pdf: bytes) -> str:
    """Returns what stands on the pages, also what is not tagged."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def test_the_words_are_tagged_in_the_order_of_reading(worker: PdfWorker) -> None:
    result = render_pdf(make_notes_edition(), make_pictures(), Templates(), worker)
    text = "".join(read_tagged_text(result.output.content))
    places = [
        text.index(one)
        for one in ("Harbour Ledger", "harbour plan", "This week", "The port of", "Coast Gazette", "Two of")
    ]
    assert result.output.path == "7-a-dredger.pdf"
    assert places == sorted(places)
    assert (result.missing, result.plain_because) == ((), "")
    # Running heads and page numbers are no part of the text.
    assert not re.search(r"\d / \d", text)


def test_two_processes_print_the_same_bytes(worker: PdfWorker, tmp_path: Path) -> None:
    edition = make_edition()
    with PdfWorker(cache_folder=tmp_path) as other:
        assert (
            render_pdf(edition, make_pictures(), Templates(), other).output
            == render_pdf(edition, make_pictures(), Templates(), worker).output
        )


EDITIONS: dict[str, Callable[[], Edition]] = {
    "inline": make_edition,
    "notes": make_notes_edition,
    "80 notes": make_noted_edition,
    "9 briefs": partial(make_many_edition, 9),
    "60 briefs": partial(make_many_edition, 60),
    "long words, wide tables": make_long_edition,
}
# The first three heights once printed a split float twice; others have made the layout fail.
HEIGHTS = dict.fromkeys(("inline", "notes"), (146, 170, 176, 203, 240, 297)) | {"60 briefs": (230,)}
# In the list of contents a number follows.
HEADING = re.compile(r"(?:Heading|Brief )\d+ of(?!.* \d+$)|^(?:Briefs|Sources|Corrections|Feature)$", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{4,}")
STYLED = re.compile(r"<(style|title)>.*?</\1>|<[^>]*>", re.DOTALL)
WHOLE = 12
"""Words of fewer letters are broken nowhere but in a table that is squeezed."""


def count_words(text: str) -> Counter[str]:
    return Counter(LETTERS.findall(normalize("NFKC", text).casefold()))


@pytest.mark.parametrize(
    ("name", "height"),
    [(name, height) for name in EDITIONS for height in HEIGHTS.get(name, (187, 240, 297))],
)
def test_on_pages_of_any_height_nothing_is_lost_repeated_or_parted(worker: PdfWorker, name: str, height: int) -> None:
    page, fonts = render_print_page(EDITIONS[name](), Templates(), SHEETS)
    # The process that prints compares the words itself; here another program reads what it printed.
    html = page.replace("size: A4", f"size: 210mm {height}mm")
    sheets = read_sheets(worker.render(job(html, assets={**make_pictures(), **fonts})).content)
    for sheet in sheets:
        assert [word for word in sheet.words if not sheet.holds(word)] == []
        assert list(sheet.overprinted) == []
        assert not HEADING.search(sheet.last_line)
    wanted = count_words(unescape(STYLED.sub(" ", page)))
    found = count_words(" ".join(word.text for sheet in sheets for word in sheet.words))
    whole = {word for word in wanted if len(word) < WHOLE and word.isascii() and not word.startswith("wordlong")}
    assert {word for word in whole if found[word] < wanted[word]} == set()
    # The running heads say some words again, and every page says the number and the date.
    assert {word for word in whole if found[word] > wanted[word] + 2 * len(sheets)} == set()


@pytest.mark.parametrize("name", ["inline", "80 notes", "9 briefs", "60 briefs"])
def test_no_page_but_the_last_is_under_a_third_full(worker: PdfWorker, name: str) -> None:
    page, fonts = render_print_page(EDITIONS[name](), Templates(), SHEETS)
    sheets = read_sheets(worker.render(job(page, assets={**make_pictures(), **fonts})).content)
    assert [
        sheet.last_line for sheet in sheets[:-1] if max(word.bottom for word in sheet.body) < sheet.height / 3
    ] == []


def test_a_character_without_a_glyph_is_named(worker: PdfWorker) -> None:
    result = render_pdf(make_edition(summary="x", title="x", slug="x"), make_pictures(), Templates(), worker)
    assert result.missing == ()
    assert worker.render(job("<html lang=en><title>x</title><p>𠀀 ህ")).missing == ("ህ", "𠀀")


def test_a_layout_that_fails_is_printed_plain_with_the_reason(worker: PdfWorker, tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/print.css").write_text("p { font-size: 1e9px }", encoding="utf-8")
    result = render_pdf(make_edition(), make_pictures(), Templates(folder=tmp_path), worker)
    assert result.plain_because.startswith("layout failed: ")
    assert "The port of" in "".join(read_tagged_text(result.output.content))


def test_every_page_of_a_draft_says_so(worker: PdfWorker) -> None:
    draft = render_pdf(make_edition(is_draft=True), make_pictures(), Templates(), worker)
    finished = render_pdf(make_edition(), make_pictures(), Templates(), worker)
    assert draft.plain_because == ""
    assert len(re.findall(r"D\s+R\s+A\s+F\s+T", read_text(draft.output.content))) == draft.pages
    assert not re.search(r"D\s+R\s+A\s+F\s+T", read_text(finished.output.content))
    # The watermark is drawn, and not read out.
    assert "DR" not in "".join(read_tagged_text(draft.output.content))


def test_too_many_pages_are_a_fault(worker: PdfWorker) -> None:
    html = "<html lang=en><title>x</title>" + "<p style='break-after:page'>x" * 4
    with pytest.raises(PdfError, match="4 pages, and 3 are allowed"):
        worker.render(job(html, page_limit=3))


def test_a_page_that_takes_too_long_is_stopped(cache: Path) -> None:
    endless = "<html lang=en><title>x</title><table><tr><td colspan=100000>x</table>"
    with PdfWorker(cache_folder=cache, seconds=1.5) as slow:
        with pytest.raises(PdfError, match=r"took longer than 1\.5 seconds"):
            slow.render(job(endless))
        # The worker is good for another job; on a slow machine its new process may need longer than that to start.
        slow._seconds = 60
        assert slow.render(job("<html lang=en><title>x</title><p>x")).pages == 1


def test_a_process_without_memory_is_a_fault_and_no_traceback(cache: Path) -> None:
    with PdfWorker(cache_folder=cache, memory=32 * 1024**2) as poor, pytest.raises(PdfError, match="process"):
        poor.render(job("<p>x"))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/x", "data:text/css,p{}", "asset:other", "asset:../x", "ftp://x/y"],
)
def test_nothing_outside_the_job_is_fetched(url: str) -> None:
    fetcher = AssetFetcher({"asset:images/a.png": b"a"})
    assert fetcher.fetch("asset:images/a.png").read() == b"a"
    with pytest.raises(ValueError, match="nothing outside the issue"):
        fetcher.fetch(url)


def test_what_a_page_asks_for_stays_unread(worker: PdfWorker) -> None:
    html = (
        "<html lang=en><title>x</title><style>@import 'file:///etc/passwd';p{background:url(file:///etc/passwd)}</style>"
        "<link rel=attachment href='file:///etc/passwd'><p>x<a rel=attachment href='file:///etc/passwd'>y</a>"
    )
    assert b"EmbeddedFile" not in worker.render(job(html)).content


def test_this_machine_has_the_libraries_and_a_bare_one_is_told() -> None:
    assert missing_libraries() == ()
    other = "linux" if sys.platform == "darwin" else "darwin"
    assert any("pangoft2" in name for name in missing_libraries(other))
    assert missing_libraries("win32") == ()


def test_what_was_left_out_comes_when_it_is_called() -> None:
    script = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from briefgen.pdf_worker.imports import prepare_imports; prepare_imports()\n"
        "from weasyprint.pdf import fonts\n"
        "assert 'fontTools.ttLib.ttFont' not in sys.modules\n"
        f"font = fonts.TTFont({str(FONTS / 'pdf/SourceSans3_400Regular.ttf')!r})\n"
        "options = fonts.subset.Options(retain_gids=True)\n"
        "print(font['maxp'].numGlyphs, options.retain_gids)\n"
    )
    command = [sys.executable, "-I", "-c", script, *_search_path()]
    assert subprocess.check_output(command, text=True).split()[1] == "True"


def test_the_parser_of_types_reads_only_those_that_are_named() -> None:
    code = (
        "from briefgen.pdf_worker.imports import prepare_imports; prepare_imports()\n"
        "from cffi import cparser; from weasyprint.text.ffi import ffi\n"
        "make, read = cparser._get_parser, []\n"
        "class Parser:\n"
        "    def parse(self, source): read.append(source); return make().parse(source)\n"
        "cparser._get_parser = Parser\n"
        "before = len(ffi._parser._declarations)\n"
        "assert ffi.typeof('PangoRectangle *').item.kind == 'struct'\n"
        "assert 'PangoRectangle' in read[0] and 'PangoLayout' not in read[0]\n"
        "assert len(ffi._parser._declarations) >= before\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
