"""The search of the site: when its index is made, and what is said where it is not."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import cli
from briefgen.compile import site_build
from tests.cli.test_site import add, read, times
from tests.compile.pagefind import FAULT, INDEX, write_program

Build = Callable[..., int]
Install = Callable[[str | None], None]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a program that runs some code in the place of Pagefind, or remove it."""

    def put(code: str | None) -> None:
        program = None if code is None else write_program(tmp_path, code)
        monkeypatch.setattr(site_build, "find_program", lambda: program)

    put(INDEX)
    return put


@pytest.fixture
def build(newsroom: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, install: Install) -> Build:  # noqa: ARG001
    monkeypatch.chdir(newsroom)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(cache))
    add(newsroom, 8, "Two Ports Again")
    return lambda *words: cli.run(["build", "-f", "html", "--jobs", "1", *words])


def runs(newsroom: Path) -> int:
    """Return how often the program was started."""
    log = newsroom.parent / "pagefind.log"
    return len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0


def test_a_site_has_a_search(newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]) -> None:
    assert build() == 0
    assert re.search(r"^indexed the issues for the search in \d+\.\d\d s$", capfd.readouterr().err, re.MULTILINE)
    page = read(newsroom, "search/index.html")
    assert '<a href="../search/index.html" aria-current="page">Search</a>' in page
    [script] = (newsroom / "dist" / "assets").glob("search-*.js")
    assert f'<script src="../assets/{script.name}"></script>' in page
    assert '<form class="search" action="search/index.html">' in read(newsroom, "index.html")
    assert read(newsroom, "search/pagefind.js") == "// js"
    files = json.loads(read(newsroom, "manifest.json"))["site"]["files"]
    assert {"search/index.html", "search/pagefind-entry.json", f"assets/{script.name}"} < files.keys()


def test_only_the_page_of_the_search_may_run_its_script(newsroom: Path, build: Build) -> None:
    build()
    policy = r'Content-Security-Policy" content="([^"]+)"'
    found = {
        path: re.findall(policy, read(newsroom, path))[0] for path in ("index.html", "search/index.html", "404.html")
    }
    assert "script-src 'self' file: 'wasm-unsafe-eval'; " in found["search/index.html"]
    assert "worker-src 'self'; " in found["search/index.html"]
    assert "form-action 'none'" in found["search/index.html"]
    for path in ("index.html", "404.html"):
        assert "script-src 'none'; " in found[path]
        assert "worker-src 'none'; " in found[path]
    assert found["index.html"].endswith("form-action 'self' file:")
    assert found["404.html"].endswith("form-action 'none'")


def test_the_index_is_made_again_only_if_a_page_has_changed(newsroom: Path, build: Build) -> None:
    build()
    before = times(newsroom)
    build()
    assert (runs(newsroom), times(newsroom)) == (1, before)
    issue = newsroom / "issues" / "8-more.yaml"
    issue.write_text(issue.read_text(encoding="utf-8") + "# A remark.\n", encoding="utf-8")
    build()
    assert runs(newsroom) == 1
    issue.write_text(issue.read_text(encoding="utf-8").replace("within a season", "within a year"), encoding="utf-8")
    build()
    assert runs(newsroom) == 2
    build()
    assert runs(newsroom) == 2


def test_files_of_an_old_index_are_removed(newsroom: Path, build: Build) -> None:
    build()
    [old] = (newsroom / "dist/search/fragment").iterdir()
    add(newsroom, 8, "Three Ports")
    build()
    [new] = (newsroom / "dist/search/fragment").iterdir()
    assert new.name != old.name


def test_an_index_that_was_damaged_is_made_again(newsroom: Path, build: Build) -> None:
    build()
    (newsroom / "dist/search/pagefind.js").write_text("// mine", encoding="utf-8")
    assert build("--verify") == 1
    build()
    assert read(newsroom, "search/pagefind.js") == "// js"
    assert build("--verify") == 0


def test_a_program_that_fails_leaves_the_old_index(
    newsroom: Path, build: Build, install: Install, capfd: pytest.CaptureFixture[str]
) -> None:
    build()
    old = read(newsroom, "search/pagefind-entry.json")
    add(newsroom, 8, "Three Ports")
    install(FAULT)
    capfd.readouterr()
    assert build() == 2
    assert (
        "error: the index of the search was not made, because `pagefind` failed: out of order\n"
        in capfd.readouterr().err
    )
    assert "Three Ports" in read(newsroom, "index.html")
    assert read(newsroom, "search/pagefind-entry.json") == old
    assert (newsroom / "dist/search/index.html").is_file()
    assert build() == 2
    install(INDEX)
    assert build() == 0
    assert read(newsroom, "search/pagefind-entry.json") != old


def test_a_program_that_fails_at_first_leaves_a_site_without_search(
    newsroom: Path, build: Build, install: Install
) -> None:
    install("sys.exit(1)")
    assert build() == 2
    assert "search/" not in read(newsroom, "index.html")
    assert not (newsroom / "dist/search").exists()
    assert build("--verify") == 0


def test_without_the_program_there_is_no_search_and_one_note(
    newsroom: Path, build: Build, install: Install, capfd: pytest.CaptureFixture[str]
) -> None:
    build()
    install(None)
    capfd.readouterr()
    assert build() == 0
    said = capfd.readouterr().err
    assert (
        said.count(
            "note: the site has no search, because `pagefind` is missing: `pip install pagefind-bin cbor2` installs it"
        )
        == 1
    )
    assert not (newsroom / "dist/search").exists()
    for page in (newsroom / "dist").rglob("*.html"):
        assert "search/" not in page.read_text(encoding="utf-8")
    build()
    assert "no search" not in capfd.readouterr().err


def test_files_of_somebody_else_in_the_folder_stay(newsroom: Path, build: Build) -> None:
    (newsroom / "dist/search").mkdir(parents=True)
    (newsroom / "dist/search/notes.txt").write_text("mine", encoding="utf-8")
    assert build("--clean") == 0
    assert read(newsroom, "search/notes.txt") == "mine"
    (newsroom / "dist/manifest.json").unlink()
    assert build() == 0


def test_parts_are_searched_together(newsroom: Path, build: Build) -> None:
    for part in ("1/2", "2/2"):
        build("--shard", part, "--output", f"parts/{part[0]}")
    assert runs(newsroom) == 0
    assert build("--merge", "parts/1", "parts/2") == 0
    pages = json.loads((newsroom.parent / "pagefind.log").read_text(encoding="utf-8"))[-1]
    assert pages == [
        "8-more.brief-1.html",
        "8-more.feature.html",
        "7-two-ports.brief-1.html",
        "7-two-ports.feature.html",
    ]
    assert build("--verify") == 0
