"""No word is lost in silence: whatever hides, cuts off, repeats or drops one is noticed before anything is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from briefgen.edition.edition import Edition
from briefgen.render.losses import check_markdown
from briefgen.render.lost_words import LostWordsError
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.pdf import render_pdf
from briefgen.render.pdf_process import PdfJob, PdfWorker
from briefgen.render.templates import Templates
from tests.render.sample import make_edition, make_notes_edition, make_pictures


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as started:
        yield started


def print_html(worker: PdfWorker, html: str, style: str = "") -> None:
    page = f"<html lang=en><title>x</title><style>{style}</style><body>{html}"
    worker.render(PdfJob(html=page, assets={}, identifier="x"))


@pytest.mark.parametrize(
    "style",
    [
        "b { display: none }",
        "b { visibility: hidden }",
        "b { font-size: 0 }",
        "b { color: transparent }",
        "p { opacity: 0 }",
        "p { position: absolute; clip: rect(0, 0, 0, 0) }",
        "p { margin-left: -500mm }",
        "p { text-indent: -9999px }",
        "p { width: 400mm; text-align: right }",
        "p { position: absolute; left: 300mm }",
        "p { transform: translateX(-300mm) }",
        "p { transform: scale(0) }",
        "p { height: 2mm; width: 8mm; overflow: hidden }",
        "p { width: 12mm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }",
        "p { max-lines: 1; width: 12mm }",
    ],
)
def test_a_style_that_hides_a_word_is_noticed(worker: PdfWorker, style: str) -> None:
    print_html(worker, "<p>A harbour <b>of seven</b> quays")
    with pytest.raises(LostWordsError, match="PDF"):
        print_html(worker, "<p>A harbour <b>of seven</b> quays", style)


@pytest.mark.parametrize(
    ("html", "style"),
    [
        ("<p>straße ﬁne İstanbul ısı", "p { text-transform: uppercase }"),
        ("<p>a harbour", "p { text-transform: full-width } p::first-letter { font-size: 3em }"),
        ("<p>donaudampf\u00adschifffahrt-gesellschaft", "p { width: 20mm; hyphens: auto }"),
        ("<p>a", "p::before { content: 'x' } p::after { content: 'y' }"),
        ("<h6>head</h6>" + "<p>a</p>" * 99, "h6 { position: running(h) } @page { @top-left { content: element(h) } }"),
        (f"<table><thead><tr><th>head</thead>{'<tr><td>row' * 200}</table>", ""),
        ("<p>שלום harbour", "p { direction: rtl }"),
        ("<p>turned", "p { transform: rotate(4deg) }"),
        ("<p>in a box", "p { overflow: hidden }"),
        ("<p>not <span hidden>this</span><!-- nor this -->", ""),
        (f"<pre>code{' ' * 300}\n{'x' * 400}", "pre { white-space: pre-wrap; overflow-wrap: anywhere }"),
    ],
)  # fmt: skip
def test_styles_that_lose_no_text_are_accepted(worker: PdfWorker, html: str, style: str) -> None:
    print_html(worker, html, style)


def test_a_picture_that_is_not_drawn_is_noticed(worker: PdfWorker) -> None:
    with pytest.raises(LostWordsError, match="lacks the picture “Kiel at dusk”"):
        print_html(worker, "<p>x<svg></svg><img src='asset:none' alt='Kiel at dusk'>", "img { display: none }")


def test_the_words_that_are_lost_are_named(worker: PdfWorker) -> None:
    with pytest.raises(LostWordsError, match=r"^the PDF lacks the words “of seven”$"):
        print_html(worker, "<p>A harbour <b>of seven</b> quays", "b { display: none }")
    with pytest.raises(LostWordsError, match=r"^the words “beyond” run off page 2 of the PDF$"):
        print_html(worker, "<p style='break-after: page'>a<p style='margin-left: 400mm'>beyond")


@pytest.mark.parametrize("sheet", [".deck { display: none }", ".sources { width: 500mm; text-align: right }"])
def test_a_publications_own_style_sheet_must_keep_text_too(worker: PdfWorker, tmp_path: Path, sheet: str) -> None:
    (tmp_path / "css").mkdir()
    own = Templates().read("css/print.css") + sheet
    (tmp_path / "css/print.css").write_text(own, encoding="utf-8")
    with pytest.raises(LostWordsError):
        render_pdf(make_edition(), make_pictures(), Templates(folder=tmp_path), worker)


LEFT_OUT = [
    ("page.html.j2", "{{ edition.feature.title_html }}"),
    ("page.html.j2", "{{ brief.title_html }}"),
    ("page.html.j2", "{{ parts.blocks(brief.blocks[kept.blocks:], brief) }}"),
    ("parts.html.j2", "{{ item.deck }}"),
    ("parts.html.j2", "{{ item.byline }}"),
    ("parts.html.j2", "{{ author.bio }}"),
    ("parts.html.j2", "{{ picture.caption }}"),
    ("parts.html.j2", "{{ picture.credit }}"),
    ("parts.html.j2", "{{ note.html }}"),
    ("corrections.html.j2", "{{ correction.html }}"),
    ("issue.md.j2", "{{ edition.feature.title_html }}"),
    ("issue.md.j2", "{{ correction.markdown | literal }}"),
    ("item.md.j2", "{{ item.deck }}"),
    ("item.md.j2", "{{ item.markdown | literal }}"),
    ("item.md.j2", "{{ author.bio }}"),
    ("item.md.j2", "{{ item.endnotes | literal }}"),
    ("item.md.j2", "{{ item.byline }}"),
    ("picture.md.j2", "{{ picture.credit }}"),
]


@pytest.mark.parametrize(("name", "part"), LEFT_OUT)
def test_a_template_that_leaves_the_authors_words_out_is_noticed(tmp_path: Path, name: str, part: str) -> None:
    source = Templates().read(name)
    assert part in source
    (tmp_path / name).write_text(source.replace(part, ""), encoding="utf-8")
    (tmp_path / "contents.html.j2").write_text("", encoding="utf-8")
    templates, edition = Templates(folder=tmp_path), make_notes_edition()
    outputs = (render_markdown(edition, templates), render_html(edition, make_pictures(), templates))
    where = "the Markdown file" if ".md." in name else "the page"
    assert [output.remark.startswith(f"{where} lacks the words “") for output in outputs].count(True) == 1


def test_a_template_may_leave_out_the_rest_and_add_to_it(tmp_path: Path) -> None:
    for name in ("contents", "sources", "colophon"):
        (tmp_path / f"{name}.html.j2").write_text("<p>ours</p>", encoding="utf-8")
    assert render_html(make_edition(), make_pictures(), Templates(folder=tmp_path)).remark == ""


def with_body(html: str, markdown: str) -> Edition:
    base = make_edition()
    block = replace(base.feature.blocks[0], html=Markup(html))  # noqa: S704 - our own text
    return replace(base, feature=replace(base.feature, blocks=(block,), markdown=markdown))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("<p><strong>bo</strong>ld</p>", "**bo**ld"),
        ('<p><a href="https://e.org/a(b)c">cat</a>s</p>', "[cat](https://e.org/a(b)c)s"),
        ('<p><a href="https://e.org/a b">cat</a>s</p>', "[cat](<https://e.org/a b>)s"),
        ("<p>a](b) c</p>", r"a\](b) c"),
        ("<pre><code>x[1](2)\n</code></pre>", "```python\nx[1](2)\n```"),
        ("<p>ﬁne &amp; “ｗｉｄｅ”</p>", "fine & “wide”"),
    ],
)
def test_markdown_markup_does_not_count_as_lost_text(html: str, markdown: str) -> None:
    edition = with_body(html, markdown)
    render_markdown(edition, Templates())


@pytest.mark.parametrize("markdown", ["one two four five", "one two", "two three four five", "one two three five four"])
def test_a_word_that_the_markdown_lost_is_noticed(markdown: str) -> None:
    edition = with_body("<p>one two three four five</p>", markdown)
    with pytest.raises(LostWordsError, match="the Markdown file lacks words of “one two three four five”"):
        render_markdown(edition, Templates())


def test_a_whole_edition_is_complete() -> None:
    for edition in (make_edition(), make_notes_edition()):
        check_markdown(render_markdown(edition, Templates()).content.decode(), edition)
