"""Commands load no unneeded modules: imports take most of the time of checking one issue."""

import subprocess
import sys
from pathlib import Path

import pytest

ISSUE = """\
number: 7
date: 2023-05-12
summary: What the R&D of the harbour cost.
feature:
  title: Harbour Opens
  author: Flora Yan
  body: |
    The R&D of the harbour at 雄安 cost €30 million – “a lot” [@bbc].
sources:
  bbc: {outlet: BBC, date: 2023-05-09, title: Harbour opens, url: https://www.bbc.com/news/1}
"""
SCRIPT = """
import sys
from briefgen.cli import run
code = run(sys.argv[1:])
print("LOADED", *sys.modules)
sys.exit(code)
"""
REPAIRS = {
    "briefgen.yamltext.recover",
    "briefgen.model.date_hints",
    "briefgen.model.url_hints",
    "briefgen.model.wording",
}
SOURCES = {"briefgen.citations.bibliography", "briefgen.citations.exports", "briefgen.manuscript.source_listings"}
PDF = {"briefgen.render.pdf", "briefgen.render.pdf_process", "weasyprint"}


def load(folder: Path, *words: str, issue: str = ISSUE) -> set[str]:
    path = folder / "issues/7-harbour.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(issue, encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT, *words, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert "LOADED" in done.stdout, done.stderr
    return set(done.stdout.rpartition("LOADED")[2].split())


def test_checking_a_plain_issue_loads_no_unneeded_modules(tmp_path: Path) -> None:
    loaded = load(tmp_path, "validate")
    assert not loaded & {*REPAIRS, *PDF, *SOURCES, "markdown", "uharfbuzz", "jinja2", "PIL", "rich", "babel"}


def test_building_a_page_does_not_load_the_pdf_libraries(tmp_path: Path) -> None:
    loaded = load(tmp_path, "build", "--format", "html,markdown", "--output", str(tmp_path / "dist"))
    assert "jinja2" in loaded
    assert not loaded & PDF


@pytest.mark.parametrize(
    ("words", "instead", "module"),
    [
        ("cost €30", "cost *€30*", "markdown"),
        ("R&D of", "R&amp;D of", "markdown"),
        ("summary: What", "summary: 'What", "briefgen.yamltext.recover"),
        ("date: 2023-05-09", "date: May 9 2023", "briefgen.model.date_hints"),
        ("url: https://", "url: htps://", "briefgen.model.url_hints"),
        ("at 雄安", "at \U00020000", "uharfbuzz"),
    ],
)
def test_needed_modules_are_loaded(tmp_path: Path, words: str, instead: str, module: str) -> None:
    assert words in ISSUE
    assert module in load(tmp_path, "validate", issue=ISSUE.replace(words, instead))
