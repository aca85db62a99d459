"""The PDF is the page, tagged, whole on pages of any height, and its process is kept on a short lead."""

import errno
import itertools
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from unicodedata import normalize

import pytest
from markupsafe import Markup
from msgspec.structs import replace
from PIL import Image

from briefgen.edition.edition import Block, Edition
from briefgen.fonts import FONTS
from briefgen.render import pdf_process
from briefgen.render.page import render_print_page
from briefgen.render.pdf import render_pdf
from briefgen.render.pdf_process import PdfError, PdfJob, PdfWorker
from briefgen.render.sheet_fit import fit_to_sheet
from briefgen.render.templates import Templates
from briefgen.worker.child import search_path
from briefgen.worker.libraries import missing_libraries
from briefgen.worker.printer import AssetFetcher
from tests.render.sample import make_edition, make_notes_edition, make_pictures
from tests.render.sheets import Sheet, Word, read_sheets
from tests.render.stress import (
    make_long_edition,
    make_many_edition,
    make_noted_edition,
    make_turned_edition,
    make_words,
)
from tests.seldom import seldom

SHEETS = ("css/base.css", "css/print.css")


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as started:
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
    """Return the text on the pages, including untagged text."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def test_a_line_that_a_citation_follows_is_as_long_as_the_others(worker: PdfWorker) -> None:
    # With Pango 1.50 and a space before the citation, some lines have one word.
    words = "The harbour board waits for the two ports that share a dredger in this long dry year of few repairs" * 2
    cited = f'{words} <span class="cite">(<a href="https://gazette.example/">Coast Gazette</a>, May 8)</span> again.'
    paragraphs = "".join(f'<p style="width: {300 + at}pt">{cited}</p>' for at in range(120))
    style = "<style>p { font: 10pt Source Serif 4 }</style>"
    page = fit_to_sheet(f"<!doctype html><title>x</title>{style}<body>{paragraphs}")
    assert page.count('repairs<span class="cite"> (') == 120
    lines = read_text(worker.render(job(page)).content).split("\n")
    ends = [line for line, after in itertools.pairwise(lines) if after.startswith("The") or not after.strip()]
    assert [line for line in lines[:-1] if 0 < len(line.strip()) < 12 and line not in ends] == []


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
    # Running heads and page numbers are not part of the text.
    assert not re.search(r"\d / \d", text)


def test_two_processes_print_the_same_bytes(worker: PdfWorker) -> None:
    edition = make_edition()
    with PdfWorker() as other:
        assert (
            render_pdf(edition, make_pictures(), Templates(), other).output
            == render_pdf(edition, make_pictures(), Templates(), worker).output
        )


EDITIONS: dict[str, Callable[[], Edition]] = {
    "inline": make_edition,
    "notes": make_notes_edition,
    "80 notes": make_noted_edition,
    "9 briefs": partial(make_many_edition, 9),
    "turned tables": make_turned_edition,
    "60 briefs": partial(make_many_edition, 60),
    "long words, wide tables": make_long_edition,
}
# With the first three heights, a split float was once printed twice; others have made the layout fail.
HEIGHTS = dict.fromkeys(("inline", "notes"), (146, 170, 176, 203, 216, 240, 297)) | {
    "80 notes": (146, 216, 240, 297),
    "9 briefs": (146, 187, 240, 297),
    "60 briefs": (230,),
    "long words, wide tables": (240,),
}
SHEETS_TRIED = [(name, height) for name in EDITIONS for height in HEIGHTS.get(name, (187, 240, 297))]
# In the list of contents a number follows.
HEADING = re.compile(
    r"(?:Heading|Brief )\d+ of(?!.* \d+$)|^(?:Briefs|Sources|Corrections|Feature)$|^By Ines", re.IGNORECASE
)
LETTERS = re.compile(r"[^\W\d_]{4,}")
STYLED = re.compile(r"<(style|title)>.*?</\1>|<[^>]*>", re.DOTALL)
WHOLE = 12
"""Words of fewer letters are broken nowhere but in a table that is squeezed."""


def count_words(text: str) -> Counter[str]:
    return Counter(LETTERS.findall(normalize("NFKC", text).casefold()))


@pytest.mark.parametrize(
    "tried", seldom(SHEETS_TRIED, [each for each in SHEETS_TRIED if each[1] in {146, 230}]), ids=str
)
def test_on_pages_of_any_height_nothing_is_lost_repeated_or_split(worker: PdfWorker, tried: tuple[str, int]) -> None:
    name, height = tried
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
    # Running heads repeat some words, and every page has the number and the date.
    assert {word for word in whole if found[word] > wanted[word] + 2 * len(sheets)} == set()


def print_sheets(worker: PdfWorker, edition: Edition, size: str = "A4") -> list[Sheet]:
    page, fonts = render_print_page(edition, Templates(), SHEETS)
    html = page.replace("size: A4", f"size: {size}")
    return read_sheets(worker.render(job(html, assets={**make_pictures(), **fonts})).content)


def find_short_sheets(sheets: list[Sheet]) -> list[str]:
    """Returns the last lines of the sheets that are under a third full, but for the last of a shape."""
    lasts = [sheets[-1], *(one for one, after in itertools.pairwise(sheets) if one.width != after.width)]
    sheets = [sheet for sheet in sheets if sheet not in lasts]
    return [sheet.last_line for sheet in sheets if max(word.bottom for word in sheet.body) < sheet.height / 3]


@pytest.mark.parametrize(
    "name",
    seldom(["inline", "80 notes", "9 briefs", "60 briefs", "turned tables"], ("inline", "9 briefs", "turned tables")),
)
def test_no_page_but_the_last_is_under_a_third_full(worker: PdfWorker, name: str) -> None:
    assert find_short_sheets(print_sheets(worker, EDITIONS[name]())) == []


@pytest.mark.parametrize("size", ["210mm 146mm", "210mm 165mm"])
def test_a_picture_leaves_room_on_a_short_sheet(worker: PdfWorker, size: str) -> None:
    assert find_short_sheets(print_sheets(worker, make_edition(), size)) == []


def test_turned_tables_follow_the_text_together_with_their_notes(worker: PdfWorker) -> None:
    edition = make_turned_edition()
    *upright, turned = print_sheets(worker, replace(edition, is_draft=True))
    assert all(sheet.width < sheet.height for sheet in upright)
    assert turned.width > turned.height
    words = [word.text for word in turned.words]
    assert {"t1c0", "t2c0", "t3c0", "Gazette1,"} <= set(words)
    assert words.index("t1c0") < words.index("Gazette1,") < words.index("t2c0")
    # Each is headed by the title of its item, and each link names their page.
    assert " ".join(word.text for word in turned.body).count("A Dredger for Three Harbours") == 3
    shown = " ".join(word.text for sheet in upright for word in sheet.words)
    assert shown.count(f"Table → {len(upright) + 1}") == 3


def test_small_capitals_are_read_as_they_were_written(worker: PdfWorker) -> None:
    text = read_text(render_pdf(make_edition(), make_pictures(), Templates(), worker).output.content)
    found = [line for line in text.splitlines() if line.casefold() in {"feature", "this week"}]
    assert sorted(found) == ["Feature", "Feature", "This week"]


@pytest.mark.parametrize(
    ("before", "is_larger"),
    [
        ((), True),
        ((Block(kind="heading", html=Markup("<h3>Heading1 of it</h3>")),), False),
        ((Block(kind="list", html=Markup("<ul><li>Item</li></ul>")),), False),
    ],
)
def test_only_words_that_open_a_feature_are_larger(
    worker: PdfWorker, before: tuple[Block, ...], *, is_larger: bool
) -> None:
    first, second = (
        Block(kind="paragraph", html=Markup("<p>{}</p>").format(words)) for words in ("Opening.", "Following.")
    )
    feature = replace(make_edition().feature, blocks=(*before, first, second))
    words = {word.text: word for sheet in print_sheets(worker, make_edition(feature=feature)) for word in sheet.body}
    opening, following = (words[text].bottom - words[text].top for text in ("Opening.", "Following."))
    assert (opening > following + 1) == is_larger


def test_two_short_briefs_with_square_pictures_fit_on_a_page(worker: PdfWorker) -> None:
    base = make_edition()
    assert base.lead is not None
    square = replace(base.lead, width=900, height=900, path="images/square.png")
    words = Markup(f"<p>Short. {make_words(1, 2)}</p>")  # noqa: S704 - our own text
    brief = replace(base.briefs[0], pictures=(square,), blocks=(Block(kind="paragraph", html=words),))
    edition = make_edition(lead=None, briefs=(brief,) * 8, sources=(), corrections=())
    page, fonts = render_print_page(edition, Templates(), SHEETS)
    content = BytesIO()
    Image.new("RGB", (900, 900)).save(content, "PNG")
    assets = {"images/square.png": content.getvalue(), **fonts}
    sheets = read_sheets(worker.render(job(page, assets=assets)).content)
    counts = [sum(word.text == "Short." for word in sheet.body) for sheet in sheets]
    assert sum(counts) == 8
    assert counts.count(2) >= 3, counts


def test_a_brief_is_as_tall_as_its_title(worker: PdfWorker) -> None:
    base = make_edition().briefs[0]
    title = "Title of a brief that is very much longer than all of the words in its body are, as often happens"
    briefs = tuple(
        replace(
            base,
            id=f"brief-{number}",
            title_html=Markup("B{0} {1} E{0}").format(number, title),
            title=title,
            blocks=blocks,
        )
        for number, blocks in enumerate((base.blocks[:1], base.blocks[:2], base.blocks[:1]))
    )
    for lines in range(9):
        feature = replace(make_edition().feature, blocks=(*base.blocks * 8, *base.blocks[:1] * lines))
        sheets = print_sheets(worker, make_edition(feature=feature, briefs=briefs, lead=None))
        # The first sheet has the titles in its list of contents as well.
        for sheet in sheets[1:]:
            found = {word.text: word for word in sheet.words if word.left < 170}
            # A title is never split. Between two briefs are the margins of both, with a rule.
            for number in range(3):
                assert (f"B{number}" in found) == (f"E{number}" in found)
                if {f"E{number}", f"B{number + 1}"} <= set(found):
                    assert found[f"B{number + 1}"].top - found[f"E{number}"].bottom > 15


def test_a_heading_stays_with_a_list_of_lists_and_such_a_list_may_be_split(worker: PdfWorker) -> None:
    items = "".join(f"<li>City {number}<ul><li>Talk {number}</li></ul></li>" for number in range(60))
    blocks = (
        Block(kind="heading", html=Markup("<h3>Heading1 of it</h3>")),
        Block(kind="list", html=Markup("<ul>{}</ul>").format(Markup(items))),  # noqa: S704 - our own text
    )
    base = make_edition()
    for lines in range(24, 36, 2):
        feature = replace(base.feature, blocks=(*base.briefs[0].blocks[:1] * lines, *blocks))
        sheets = print_sheets(worker, make_edition(feature=feature, briefs=()))
        assert not any(HEADING.search(sheet.last_line) for sheet in sheets)
        assert all(max(word.bottom for word in sheet.body) > sheet.height * 0.8 for sheet in sheets[:-1])
        assert not any(sheet.last_line.startswith("City") for sheet in sheets)


def test_notes_that_come_over_leave_the_text_where_it_is(worker: PdfWorker) -> None:
    base, noted, seen = make_edition(), make_noted_edition().feature.blocks[2], 0
    words = Markup(f"<p>{make_words(1, 9)} {noted.html[3:]}")  # noqa: S704 - our own text
    for lines in range(24, 34, 2):
        blocks = (*base.briefs[0].blocks[:1] * lines, replace(noted, html=words))
        brief = replace(base.briefs[0], blocks=blocks, notes=noted.notes)
        sheets = print_sheets(worker, make_edition(briefs=(brief,), lead=None))
        came_over = [sheet for sheet in sheets[1:] if any(_is_note(word) and word.top < 100 for word in sheet.body)]
        seen += len(came_over)
        for sheet in came_over:
            assert min(word.top for word in sheet.body if word.left > COLUMN) < 100
    assert seen > 0


COLUMN = 190
"""Where the column of text begins, in points, and the rail has ended."""


def _is_note(word: Word) -> bool:
    return word.left < COLUMN and word.text.startswith("Gazette")


def test_words_are_whole_in_links_in_emphasis(worker: PdfWorker) -> None:
    places = range(200)
    words = " ".join(
        f'to <a href="https://e.org/">track{place}x the volume of</a> {"z" * (place % 9)}' for place in places
    )
    html = Markup(f"<p><em>{words}</em></p>")  # noqa: S704 - our own text
    feature = replace(make_edition().feature, blocks=(Block(kind="paragraph", html=html),))
    found = {word.text for sheet in print_sheets(worker, make_edition(feature=feature)) for word in sheet.words}
    assert [place for place in places if f"track{place}x" not in found] == []


def test_notes_below_a_paragraph_follow_it_in_reading_order(worker: PdfWorker) -> None:
    text = "".join(
        read_tagged_text(render_pdf(make_noted_edition(), make_pictures(), Templates(), worker).output.content)
    )
    # The paragraph with thirty notes, the first and the last of them, and the next paragraph.
    places = [text.index(word) for word in ("w5x0", "Gazette19,", "Gazette48,", "w6x0")]
    assert places == sorted(places)


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


def test_a_page_that_takes_too_long_is_stopped() -> None:
    endless = "<html lang=en><title>x</title><table><tr><td colspan=100000>x</table>"
    with PdfWorker(seconds=1.5) as slow:
        with pytest.raises(PdfError, match=r"took longer than 1\.5 seconds"):
            slow.render(job(endless))
        # The worker is good for another job; on a slow machine its new process may need longer than that to start.
        slow._seconds = 60
        assert slow.render(job("<html lang=en><title>x</title><p>x")).pages == 1


def test_a_full_disk_is_a_fault_that_names_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(pdf_process, "write_fontconfig", fill)
    said = f"written to {tempfile.gettempdir()}: no space left on device; TMPDIR can"
    with PdfWorker() as worker, pytest.raises(PdfError, match=re.escape(said)):
        worker.render(PdfJob("<p>x", {}, "x"))


def test_a_process_without_memory_is_a_fault_and_no_traceback() -> None:
    with PdfWorker(memory=32 * 1024**2) as poor, pytest.raises(PdfError, match="process"):
        poor.render(job("<p>x"))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/x", "data:text/css,p{}", "asset:other", "asset:../x", "ftp://x/y"],
)
def test_nothing_outside_the_job_is_fetched(url: str) -> None:
    fetcher = AssetFetcher({"asset:images/a.png": b"a"})
    assert fetcher.fetch("asset:images/a.png").read() == b"a"
    with pytest.raises(ValueError, match="something outside the issue"):
        fetcher.fetch(url)


def test_a_page_cannot_load_resources(worker: PdfWorker) -> None:
    html = (
        "<html lang=en><title>x</title><style>@import 'file:///etc/passwd';p{background:url(file:///etc/passwd)}</style>"
        "<link rel=attachment href='file:///etc/passwd'><p>x<a rel=attachment href='file:///etc/passwd'>y</a>"
    )
    assert b"EmbeddedFile" not in worker.render(job(html)).content


def test_missing_libraries_are_named_and_this_machine_has_them() -> None:
    assert missing_libraries() == ()
    other = "linux" if sys.platform == "darwin" else "darwin"
    assert any("pangoft2" in name for name in missing_libraries(other))
    assert missing_libraries("win32") == ()


def test_skipped_imports_are_loaded_on_use() -> None:
    script = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from briefgen.worker.imports import prepare_imports; prepare_imports()\n"
        "from weasyprint.pdf import fonts\n"
        "assert 'fontTools.ttLib.ttFont' not in sys.modules\n"
        f"font = fonts.TTFont({str(FONTS / 'pdf/SourceSans3_400Regular.ttf')!r})\n"
        "options = fonts.subset.Options(retain_gids=True)\n"
        "print(font['maxp'].numGlyphs, options.retain_gids)\n"
    )
    command = [sys.executable, "-I", "-c", script, *search_path()]
    assert subprocess.check_output(command, text=True).split()[1] == "True"


def test_the_parser_of_types_reads_only_named_ones() -> None:
    code = (
        "from briefgen.worker.imports import prepare_imports; prepare_imports()\n"
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
