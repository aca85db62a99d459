"""A publication's own logo, paper and style sheet."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import compile_issue
from briefgen.render.pdf_process import PdfWorker
from tests.cli.conftest import ISSUE


def picture(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 100), colour).save(out, "PNG")
    return out.getvalue()


def publish(folder: Path, settings: str, **sheets: bytes) -> Path:
    """Lay out a publication with two logos, and return its issue."""
    (folder / "issues/images").mkdir(parents=True)
    for name in ("red", "white"):
        (folder / f"issues/images/{name}.png").write_bytes(picture(name))
    for name, content in sheets.items():
        (folder / f"{name}.css").write_bytes(content)
    (folder / "issues/publication.yaml").write_text(f"name: Two Ports\n{settings}\n", encoding="utf-8")
    path = folder / "issues/7-two-ports.yaml"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def page_of(built: CompiledIssue) -> str:
    return next(output.content for output in built.outputs if output.path == "index.html").decode()


def build(folder: Path, settings: str, **sheets: bytes) -> str:
    path = publish(folder, settings, **sheets)
    return page_of(compile_issue(load_newsroom(folder), path, CompileOptions(("html",))))


def test_a_logo_is_next_to_the_name(tmp_path: Path) -> None:
    page = build(tmp_path, "logo: images/red.png")
    assert '" alt="" width="300" height="100"></picture>' in page
    assert ">Two Ports</h1>" in page
    assert 'prefers-color-scheme: dark)" srcset' not in page


def test_a_logo_instead_of_the_name_says_the_name_and_has_a_dark_form(tmp_path: Path) -> None:
    page = build(tmp_path, "logo: {file: images/red.png, dark: images/white.png, place: instead}")
    head = page[page.index("<h1") : page.index("</h1>")]
    assert '<source media="(prefers-color-scheme: dark)" srcset="data:image/png' in head
    assert 'alt="Two Ports"' in head
    assert head.count("Two Ports") == 2, "in data-name, for the PDF's margins, and as alternative text"


def test_a_logo_and_letter_paper_make_a_pdf(tmp_path: Path) -> None:
    path = publish(tmp_path, "logo: {file: images/red.png, place: instead}\nbuild: {paper: letter}")
    with PdfWorker() as worker:
        built = compile_issue(load_newsroom(tmp_path), path, CompileOptions(("pdf",), worker=worker))
    [output] = [output for output in built.outputs if output.path.endswith(".pdf")]
    facts = subprocess.run(["pdfinfo", "-"], input=output.content, capture_output=True, check=True).stdout.decode()
    assert "612 x 792 pts (letter)" in facts


def test_a_style_sheet_follows_ours(tmp_path: Path) -> None:
    page = build(tmp_path, "build: {stylesheet: house.css, theme: {accent: '#0b5c4a'}}", house=b".deck { color: red }")
    style = page[page.index("<style>") : page.index("</style>")]
    assert style.rstrip().endswith(".deck { color: red }")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"p { color: red }", []),
        (b"p { color }", ["warning `house.css`, line 1, is not valid CSS"]),
        (b"\xff", ["error `house.css` is not UTF-8 (byte 1)"]),
        (b"p::after { content: '</style>' }", ["error `house.css` contains `</style`"]),
        (None, ["error there is no `house.css`"]),
    ],
)
def test_faults_of_a_style_sheet_are_reported(tmp_path: Path, content: bytes | None, said: list[str]) -> None:
    publish(tmp_path, "build: {stylesheet: house.css}", **({} if content is None else {"house": content}))
    faults = load_newsroom(tmp_path).faults
    assert [f"{fault.severity.name.lower()} {fault.finding.message}" for fault in faults] == said
