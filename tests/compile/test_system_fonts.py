"""A publication may use system fonts; their coverage is determined, and the build mentions them."""

import subprocess
from pathlib import Path

import pytest

from briefgen.compile.loading import find_undrawable, load_manuscript
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import compile_issue
from briefgen.compile.system_fonts import undrawn_by_system
from briefgen.render.pdf_process import PdfWorker
from tests.cli.conftest import ISSUE
from tests.fonts.making import make_font

JAPANESE = "骨直かな"


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with one font for Japanese, which has a letter of Ethiopia too."""
    fonts = tmp_path / "system"
    fonts.mkdir()
    (fonts / "jp.ttf").write_bytes(make_font(f"{JAPANESE}ህ", family="Noto Serif CJK JP"))
    (fonts / "fonts.conf").write_text(
        f'<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>{fonts}</dir>'
        f"<cachedir>{fonts}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts / "fonts.conf"))


def publish(folder: Path, *, asks: bool) -> Path:
    (folder / "issues").mkdir()
    settings = f"name: Two Ports\nlanguage: ja\nbuild: {{system_fonts: {str(asks).lower()}}}\n"
    (folder / "issues/publication.yaml").write_text(settings, encoding="utf-8")
    path = folder / "issues/7-two-ports.yaml"
    path.write_text(ISSUE.replace("The ports", f"{JAPANESE}ህሐ", 1), encoding="utf-8")
    return path


def build(folder: Path, path: Path) -> tuple[str, str, tuple[str, ...]]:
    """Build page and PDF; return the page, the output of `pdffonts`, and the remarks."""
    newsroom = load_newsroom(folder)
    with PdfWorker(
        system_fonts=str(folder / "system/fonts.conf") if newsroom.style.has_system_fonts else None
    ) as worker:
        built = compile_issue(newsroom, path, CompileOptions(("html", "pdf"), worker=worker))
    outputs = {output.path: output.content for output in built.outputs}
    pdf = folder / "7.pdf"
    pdf.write_bytes(outputs["7-two-ports.pdf"])
    listed = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout
    return outputs["index.html"].decode(), listed, built.remarks


@pytest.mark.usefixtures("system")
def test_system_fonts_are_used_on_request(tmp_path: Path) -> None:
    path = publish(tmp_path, asks=True)
    newsroom = load_newsroom(tmp_path)
    assert find_undrawable(load_manuscript(newsroom, path), newsroom.style) == {"ሐ"}
    page, listed, remarks = build(tmp_path, path)
    assert '[lang|="ja"]{--serif:"Source Serif 4", "Noto Serif CJK JP"' in page
    assert "Noto-Serif-CJK-JP" in listed
    assert remarks == ("this machine's fonts may draw parts of it, so the output may differ on another machine",)


@pytest.mark.usefixtures("system")
def test_no_other_publication_sees_them(tmp_path: Path) -> None:
    path = publish(tmp_path, asks=False)
    newsroom = load_newsroom(tmp_path)
    assert find_undrawable(load_manuscript(newsroom, path), newsroom.style) == {"ህ", "ሐ"}
    page, listed, remarks = build(tmp_path, path)
    assert "CJK" not in page + listed
    assert remarks == ()


def test_without_fontconfig_no_character_is_covered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert undrawn_by_system(frozenset("ህ")) == {"ህ"}
