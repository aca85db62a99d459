"""Feeds of a publication: when they are made, what a change costs, and what is said without an address."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import cli
from briefgen.compile import emit
from tests.cli.conftest import ISSUE
from tests.cli.test_site import add, read, times

Build = Callable[..., int]
SETTINGS = "name: Harbor Notes\nurl: https://news.example.org/\n"


@pytest.fixture
def build(newsroom: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Build:
    """Build in the newsroom, in this process; returns the exit code."""
    monkeypatch.chdir(newsroom)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "cache"))
    (newsroom / "issues" / "publication.yaml").write_text(SETTINGS, encoding="utf-8")
    add(newsroom, 8, "Two Ports Again")

    def call(*words: str) -> int:
        return cli.run(["build", "-f", "html", "--jobs", "1", *words])

    return call


def find_feeds(folder: Path) -> dict[str, bytes]:
    paths = [path for path in (*folder.glob("feed.*"), *folder.glob("feeds/**/*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def read_contents(newsroom: Path) -> list[str]:
    return [item["content_html"] for item in json.loads(read(newsroom, "feed.json"))["items"]]


def test_a_build_of_all_issues_makes_feeds_that_pages_lead_to(newsroom: Path, build: Build) -> None:
    assert build() == 0
    newest, oldest = read_contents(newsroom)
    assert "The ports signed on Tuesday" in newest
    assert newest == oldest.replace("7-two-ports", "8-more")
    assert 'type="application/atom+xml" title="Harbor Notes" href="feed.xml"' in read(newsroom, "index.html")
    assert 'type="application/feed+json" title="Harbor Notes" href="../feed.json"' in read(
        newsroom, "8-more/index.html"
    )
    author = read(newsroom, "authors/ana-reyes/index.html")
    assert 'title="Ana Reyes | Harbor Notes" href="../../feeds/authors/ana-reyes.xml"' in author


def test_a_page_that_is_part_of_no_site_leads_to_no_feed(newsroom: Path, build: Build) -> None:
    build("7")
    assert "atom+xml" not in read(newsroom, "7-two-ports/index.html")


def test_a_site_without_an_address_has_no_feeds_and_says_so_once(
    newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]
) -> None:
    (newsroom / "issues" / "publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    build()
    assert not list((newsroom / "dist").glob("feed*"))
    assert "atom" not in read(newsroom, "index.html").casefold()
    note = "note: the site has no feeds and no site map, which need its address: add `url:` to publication.yaml"
    assert capfd.readouterr().err.count(note) == 1
    build()
    assert note not in capfd.readouterr().err


def test_only_feeds_that_show_a_change_are_written(newsroom: Path, build: Build) -> None:
    text = ISSUE.replace("number: 7", "number: 9").replace("2024-01-05", "2024-01-09").replace("Ana Reyes", "Bo Li")
    text = text.replace("title: Silt Returns", "title: Silt Returns\n    author: Cy Doe")
    path = newsroom / "issues" / "9-other.yaml"
    path.write_text(text, encoding="utf-8")
    build()
    before = times(newsroom)
    path.write_text(text.replace("call it a loan", "call it a gift"), encoding="utf-8")
    build()
    after = times(newsroom)
    feeds = {name for name in after if name.startswith("feed")}
    assert {name for name in feeds if after[name] != before[name]} == {
        "feed.xml",
        "feed.json",
        "feeds/authors/bo-li.xml",
        "feeds/authors/bo-li.json",
    }
    assert "call it a gift" in read_contents(newsroom)[0]


def test_no_issue_is_read_again_for_the_feed_of_another(
    newsroom: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    monkeypatch.delattr(emit, "compose_entry")
    add(newsroom, 8, "Three Ports")
    assert build() == 0
    assert len(read_contents(newsroom)) == 2


def test_the_feeds_are_the_same_if_the_cache_is_lost(newsroom: Path, build: Build, tmp_path: Path) -> None:
    build()
    before = read_contents(newsroom)
    for path in (tmp_path / "cache" / "contents").iterdir():
        path.unlink()
    for path in (newsroom / "dist").glob("feed.*"):
        path.unlink()
    build()
    assert read_contents(newsroom) == before


def test_parts_of_a_build_make_the_same_feeds(newsroom: Path, build: Build, tmp_path: Path) -> None:
    build()
    whole = find_feeds(newsroom / "dist")
    for part in ("1", "2"):
        assert build("--shard", f"{part}/2", "-o", str(tmp_path / f"part{part}")) == 0
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.unlink()
    assert build("-o", str(tmp_path / "merged"), "--merge", str(tmp_path / "part1"), str(tmp_path / "part2")) == 0
    assert len(whole) == 4
    assert find_feeds(tmp_path / "merged") == whole


def test_verify_knows_the_feeds(newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]) -> None:
    build()
    assert build("--verify") == 0
    with (newsroom / "dist" / "feed.xml").open("a", encoding="utf-8") as file:
        file.write("\n")
    capfd.readouterr()
    assert build("--verify") == 1
    assert "dist/feed.xml: changed since it was built" in capfd.readouterr().out


def test_a_feed_of_somebody_else_is_left_alone(newsroom: Path, build: Build) -> None:
    (newsroom / "dist").mkdir()
    (newsroom / "dist" / "feed.xml").write_text("<rss/>", encoding="utf-8")
    assert build() == 2
    assert read(newsroom, "feed.xml") == "<rss/>"
    assert read(newsroom, "feed.json")


def test_feeds_of_authors_that_are_gone_are_removed(newsroom: Path, build: Build) -> None:
    build()
    for path in (newsroom / "issues").glob("[78]-*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("Ana Reyes", "Bo Li"), encoding="utf-8")
    build()
    assert {path.name for path in (newsroom / "dist/feeds/authors").iterdir()} == {"bo-li.xml", "bo-li.json"}
