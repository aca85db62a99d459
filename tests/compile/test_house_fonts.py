"""Fonts in `fonts/` of a publication reach page and PDF, or are refused at their line in publication.yaml."""

import re
import subprocess
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import compile_issue
from briefgen.render.pdf_process import PdfWorker
from tests.cli.conftest import ISSUE
from tests.fonts.making import make_font

SETTINGS = "name: Two Ports\nbuild:\n  fonts:\n"


def publish(folder: Path, *names: str, theme: str = "", **files: bytes) -> Path:
    """Lay out a publication whose settings name fonts, and return its issue."""
    (folder / "issues").mkdir()
    (folder / "fonts").mkdir()
    settings = SETTINGS + "".join(f"    - {name}\n" for name in names) + theme
    (folder / "issues/publication.yaml").write_text(settings, encoding="utf-8")
    for name, content in files.items():
        (folder / "fonts" / f"{name}.ttf").write_bytes(content)
    path = folder / "issues/7-two-ports.yaml"
    path.write_text(ISSUE.replace("The ports", "The ህ ports", 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["House.ttf"], []),
        (["fonts/House.ttf"], []),
        (["House.ttf", "House.ttf"], ["5:7 `House.ttf` is a second House Face 400 normal"]),
        (["Locked.ttf"], ["4:7 `Locked.ttf` cannot be used: its licence forbids embedding (OS/2 fsType 2)"]),
        (["House.ttf", "Noise.ttf"], ["5:7 `Noise.ttf` is not a font file"]),
        (["None.ttf"], ["4:7 there is no `fonts/None.ttf`"]),
        (["../issues/a.ttf"], ["4:7 `build.fonts[1]` is “../issues/a.ttf”, expected the name of a file in `fonts/`"]),
        (["House.woff2"], ["4:7 `build.fonts[1]` is “House.woff2”, expected the name of a file in `fonts/`"]),
    ],
)
def test_a_font_is_used_or_refused_at_its_line(tmp_path: Path, names: list[str], said: list[str]) -> None:
    publish(tmp_path, *names, House=make_font(), Locked=make_font(rights=2), Noise=b"noise")
    faults = load_newsroom(tmp_path).faults
    shown = [f"{each.start.line}:{each.start.column} {each.finding.message}" for each in faults]
    assert [line[: len(start)] for line, start in zip(shown, said, strict=True)] == said
    assert all((each.code, str(each.severity)) == ("S003", "error") for each in faults)


def test_what_a_font_of_the_house_has_is_not_missing(tmp_path: Path) -> None:
    path = publish(tmp_path, "House.ttf", House=make_font())
    newsroom = load_newsroom(tmp_path)
    assert load_manuscript(newsroom, path).undrawable == frozenset()
    (tmp_path / "fonts/House.ttf").write_bytes(make_font("b"))
    assert load_manuscript(load_newsroom(tmp_path), path).undrawable == {"ህ"}


def embedded(page: str) -> set[str]:
    """Return the characters covered by the publication's font in a page."""
    [data] = re.findall(r'font-family:"House Face";[^}]*?base64,([^)]*)\)', page)
    return {chr(code) for code in TTFont(BytesIO(b64decode(data))).getBestCmap()}


@pytest.mark.parametrize(("theme", "drawn"), [("", {"ህ"}), ('  theme: {serif: "House Face"}\n', {"ህ", "a"})])
def test_page_and_pdf_get_what_they_need_of_a_font(tmp_path: Path, theme: str, drawn: set[str]) -> None:
    path = publish(tmp_path, "House.ttf", theme=theme, House=make_font())
    with PdfWorker() as worker:
        built = compile_issue(load_newsroom(tmp_path), path, CompileOptions(("html", "pdf"), worker=worker))
    outputs = {output.path: output.content for output in built.outputs}
    page = outputs["index.html"].decode()
    assert embedded(page) == drawn
    assert re.search(r'--serif:[^;}]*"House Face"', page)
    pdf = tmp_path / "7.pdf"
    pdf.write_bytes(outputs["7-two-ports.pdf"])
    listed = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout
    assert "House-Face" in listed
