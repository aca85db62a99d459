"""The site: what a build of all issues makes around them, and what it leaves alone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import cli
from tests.cli.conftest import ISSUE

Build = Callable[..., int]


@pytest.fixture
def build(newsroom: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Build:
    """Build in the newsroom, in this process; returns the exit code."""
    monkeypatch.chdir(newsroom)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "cache"))
    add(newsroom, 8, "Two Ports Again")

    def call(*words: str) -> int:
        return cli.run(["build", "-f", "html", "--jobs", "1", *words])

    return call


def add(newsroom: Path, number: int, title: str, *, more: str = "") -> None:
    text = ISSUE.replace("number: 7", f"number: {number}").replace("2024-01-05", f"2024-01-{number:02}")
    path = newsroom / "issues" / f"{number}-more.yaml"
    path.write_text(text.replace("Two Ports Share a Dredger", title) + more, encoding="utf-8")


def read(newsroom: Path, path: str) -> str:
    return (newsroom / "dist" / path).read_text(encoding="utf-8")


def times(newsroom: Path) -> dict[str, int]:
    files = (path for path in (newsroom / "dist").rglob("*") if path.is_file())
    return {path.relative_to(newsroom / "dist").as_posix(): path.stat().st_mtime_ns for path in files}


def test_a_build_of_all_issues_makes_an_index(newsroom: Path, build: Build) -> None:
    assert build() == 0
    page = read(newsroom, "index.html")
    assert page.index("Two Ports Again") < page.index("Two Ports Share a Dredger")
    assert 'href="8-more/index.html"' in page


def test_a_build_of_one_issue_makes_none(newsroom: Path, build: Build) -> None:
    assert build("7") == 0
    assert sorted(path.name for path in (newsroom / "dist").iterdir()) == ["7-two-ports", "manifest.json"]


def test_nothing_is_written_where_nothing_has_changed(
    newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]
) -> None:
    build()
    before = times(newsroom)
    capfd.readouterr()
    build()
    assert times(newsroom) == before
    assert "of the site" not in capfd.readouterr().err


def test_an_issue_that_has_changed_changes_the_index(newsroom: Path, build: Build) -> None:
    build()
    add(newsroom, 8, "Three Ports")
    build()
    assert "Three Ports" in read(newsroom, "index.html")


def test_a_draft_is_not_in_the_index_even_if_it_was_built_by_name(newsroom: Path, build: Build) -> None:
    add(newsroom, 9, "Not Yet", more="draft: true\n")
    build("9")
    build()
    assert "Not Yet" not in read(newsroom, "index.html")


def test_an_issue_that_fails_stays_in_the_index_as_its_page_stays(newsroom: Path, build: Build) -> None:
    build()
    add(newsroom, 8, "Broken", more="nonsense: 1\n")
    add(newsroom, 9, "Newer")
    assert build() == 1
    page = read(newsroom, "index.html")
    assert "Newer" in page
    assert "Two Ports Again" in page


def test_the_index_is_the_same_if_the_cache_is_lost(newsroom: Path, build: Build, tmp_path: Path) -> None:
    build()
    page = read(newsroom, "index.html")
    for path in (tmp_path / "cache" / "entries").iterdir():
        path.unlink()
    (newsroom / "dist" / "index.html").unlink()
    build()
    assert read(newsroom, "index.html") == page


def test_a_file_of_somebody_else_is_left_alone_and_named(
    newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]
) -> None:
    (newsroom / "dist").mkdir()
    (newsroom / "dist" / "index.html").write_text("<p>mine", encoding="utf-8")
    assert build() == 2
    assert read(newsroom, "index.html") == "<p>mine"
    assert "`dist/index.html` is not briefgen's, so it was left as it is" in capfd.readouterr().err
    assert build() == 2
    (newsroom / "dist" / "index.html").unlink()
    assert build() == 0


def test_the_manifest_has_the_files_of_the_site(newsroom: Path, build: Build) -> None:
    build()
    site = json.loads(read(newsroom, "manifest.json"))["site"]
    assert site["files"]["index.html"]["size"] == len(read(newsroom, "index.html").encode())
