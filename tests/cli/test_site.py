"""The site: what a build of all issues makes around them, and what it leaves alone."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from briefgen import cli
from briefgen.compile import pictures as encoding
from briefgen.compile import site_build
from tests.cli.conftest import ISSUE

Build = Callable[..., int]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that keeps the compiled templates for all tests; what it keeps of issues tells publications apart."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def build(newsroom: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Build:
    """Build in the newsroom, in this process; returns the exit code."""
    monkeypatch.chdir(newsroom)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(cache))
    # `test_search.py` tests the search, whose program would take longer than all the rest.
    monkeypatch.setattr(site_build, "find_program", lambda: None)
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


def test_the_index_is_the_same_if_the_cache_is_lost(newsroom: Path, build: Build, cache: Path) -> None:
    build()
    page = read(newsroom, "index.html")
    for path in (cache / "entries").iterdir():
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


def test_the_pages_of_a_site_share_their_styles_and_fonts(newsroom: Path, build: Build) -> None:
    build("7")
    alone = read(newsroom, "7-two-ports/index.html")
    assert "assets/" not in alone
    build()
    shared = read(newsroom, "7-two-ports/index.html")
    [style] = re.findall(r'<link rel="stylesheet" href="\.\./(assets/page-[0-9a-f]{12}\.css)">', shared)
    assert len(shared) < len(alone) / 5
    css = read(newsroom, style)
    fonts = re.findall(r"url\(([^)]+\.woff2)\)", css)
    assert fonts
    assert all((newsroom / "dist" / "assets" / font).is_file() for font in fonts)


def test_a_page_built_alone_in_a_site_stays_part_of_it(newsroom: Path, build: Build) -> None:
    build()
    before = read(newsroom, "7-two-ports/index.html")
    build("7", "--force")
    assert read(newsroom, "7-two-ports/index.html") == before
    build("7", "--standalone")
    assert "assets/" not in read(newsroom, "7-two-ports/index.html")
    build()
    assert read(newsroom, "7-two-ports/index.html") == before


def test_a_whole_publication_of_pages_that_need_nothing_has_a_site(newsroom: Path, build: Build) -> None:
    build("--standalone")
    page = read(newsroom, "7-two-ports/index.html")
    assert "assets/" not in page
    assert "8-more" not in page
    assert "7-two-ports/index.html" in read(newsroom, "index.html")


def test_an_issue_links_to_those_around_it(newsroom: Path, build: Build) -> None:
    build()
    assert 'href="../8-more/index.html" rel="next"' in read(newsroom, "7-two-ports/index.html")
    add(newsroom, 8, "Eight Ports")
    build()
    assert "Eight Ports</a>" in read(newsroom, "7-two-ports/index.html")
    add(newsroom, 9, "Nine Ports")
    build()
    page = read(newsroom, "8-more/index.html")
    assert "Nine Ports</a>" in page
    assert 'rel="prev"' in page
    before = times(newsroom)
    assert build("--verify") == 0
    build()
    assert times(newsroom) == before


def test_an_issue_that_is_gone_is_no_longer_linked(newsroom: Path, build: Build) -> None:
    build()
    (newsroom / "issues" / "8-more.yaml").unlink()
    build("--clean")
    assert "8-more" not in read(newsroom, "7-two-ports/index.html")
    assert not (newsroom / "dist" / "8-more").exists()
    assert (newsroom / "dist" / "outlets" / "reuters" / "index.html").is_file()


def test_the_site_is_verified(newsroom: Path, build: Build, capfd: pytest.CaptureFixture[str]) -> None:
    build()
    assert build("--verify") == 0
    (newsroom / "dist" / "outlets" / "index.html").write_text("x", encoding="utf-8")
    (newsroom / "dist" / "robots.txt").unlink()
    assert build("--verify") == 1
    said = capfd.readouterr().out
    assert "dist/outlets/index.html: changed since it was built\n" in said
    assert "dist/robots.txt: missing\n" in said


def test_a_former_address_leads_on_and_survives_cleaning(newsroom: Path, build: Build) -> None:
    build()
    (newsroom / "issues" / "8-more.yaml").rename(newsroom / "issues" / "8-renamed.yaml")
    (newsroom / "issues" / "moved.yaml").write_text("8-more: 8\n", encoding="utf-8")
    build("--clean")
    build("--clean")
    assert "0; url=../8-renamed/index.html" in read(newsroom, "8-more/index.html")
    assert 'href="../8-renamed/index.html" rel="next"' in read(newsroom, "7-two-ports/index.html")


def test_shared_files_stay_while_a_page_needs_them(newsroom: Path, build: Build) -> None:
    build()
    [old] = (newsroom / "dist" / "assets").glob("page-*.css")
    add(newsroom, 8, "Broken", more="nonsense: 1\n")
    settings = newsroom / "issues" / "publication.yaml"
    settings.write_text('name: Harbor Notes\nbuild: {theme: {accent: "#0b5c4a"}}\n', encoding="utf-8")
    assert build() == 1
    assert old.is_file()
    assert old.name in read(newsroom, "8-more/index.html")
    assert old.name not in read(newsroom, "7-two-ports/index.html")
    add(newsroom, 8, "Mended")
    assert build() == 0
    assert not old.exists()


def test_a_logo_is_shared_and_serves_as_icon(newsroom: Path, build: Build) -> None:
    (newsroom / "issues" / "images").mkdir()
    Image.new("RGB", (64, 64), "#9b1c31").save(newsroom / "issues" / "images" / "logo.png")
    settings = newsroom / "issues" / "publication.yaml"
    settings.write_text("name: Harbor Notes\nlogo: images/logo.png\n", encoding="utf-8")
    build()
    page = read(newsroom, "7-two-ports/index.html")
    [logo] = (path.name for path in (newsroom / "dist" / "assets").glob("logo-*"))
    assert f'<link rel="icon" href="../assets/{logo}"' in page
    assert f'<img src="../assets/{logo}"' in page
    assert f'<img src="assets/{logo}"' in read(newsroom, "index.html")


def test_an_issue_without_a_picture_has_a_drawn_preview(newsroom: Path, build: Build) -> None:
    build()
    assert "og:image" not in read(newsroom, "7-two-ports/index.html")
    settings = newsroom / "issues" / "publication.yaml"
    settings.write_text("name: Harbor Notes\nurl: https://harbor.example/news\n", encoding="utf-8")
    build()
    [preview] = (newsroom / "dist" / "7-two-ports").glob("preview-*.png")
    address = f"https://harbor.example/news/7-two-ports/{preview.name}"
    assert f'<meta property="og:image" content="{address}">' in read(newsroom, "7-two-ports/index.html")
    preview.unlink()
    build()
    assert preview.is_file()
    issue = newsroom / "issues/7-two-ports.yaml"
    issue.write_text(issue.read_text(encoding="utf-8").replace("Two Ports Share", "Two Ports Keep"), encoding="utf-8")
    build()
    [other] = (newsroom / "dist" / "7-two-ports").glob("preview-*.png")
    assert other.name != preview.name
    assert other.name in read(newsroom, "7-two-ports/index.html")
    build("--standalone")
    assert not other.exists()


def test_nothing_is_written_through_a_link(
    newsroom: Path, build: Build, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "404.html").write_text("briefgen", encoding="utf-8")
    (newsroom / "dist").mkdir()
    (newsroom / "dist" / "outlets").symlink_to(elsewhere, target_is_directory=True)
    (newsroom / "dist" / "404.html").symlink_to(elsewhere / "404.html")
    assert build() == 2
    assert "is not briefgen's, so it was left as it is" in capfd.readouterr().err
    assert [path.name for path in elsewhere.iterdir()] == ["404.html"]
    assert (elsewhere / "404.html").read_text(encoding="utf-8") == "briefgen"
    # Nor through one that has taken the place of a folder of the site.
    (newsroom / "dist" / "authors").rename(tmp_path / "moved")
    (newsroom / "dist" / "authors").symlink_to(elsewhere, target_is_directory=True)
    assert build("--force") == 2
    assert [path.name for path in elsewhere.iterdir()] == ["404.html"]


def test_a_link_in_the_place_of_a_file_of_the_site_stays(
    newsroom: Path, build: Build, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    build()
    (tmp_path / "mine.html").write_text("briefgen", encoding="utf-8")
    page = newsroom / "dist/404.html"
    page.unlink()
    page.symlink_to(tmp_path / "mine.html")
    assert build() == 2
    assert "`dist/404.html` is not briefgen's" in capfd.readouterr().err
    assert page.is_symlink()
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "briefgen"
    page.unlink()
    assert build() == 0


def add_cover(newsroom: Path, width: int, colour: str = "teal") -> None:
    """Give an issue a lead picture."""
    folder = newsroom / "issues/images"
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (width, 300), colour).save(folder / "port.png")
    more = "image: {file: images/port.png, alt: The port, credit: B. Hale}\n"
    add(newsroom, 8, "Two Ports Again", more=more)


def test_phones_and_lists_get_a_smaller_copy_of_the_lead_picture(newsroom: Path, build: Build) -> None:
    add_cover(newsroom, 1600)
    assert build() == 0
    small, whole = pictures(newsroom)
    assert f'srcset="images/{small} 800w, images/{whole} 1600w"' in read(newsroom, "8-more/index.html")
    with Image.open(newsroom / "dist/8-more/images" / small) as picture:
        assert picture.size == (800, 150)
    assert f'<img src="8-more/images/{small}"' in read(newsroom, "index.html")


def pictures(newsroom: Path) -> list[str]:
    """Return the names of an issue's pictures; that of a smaller copy is longer, and comes first."""
    names = (path.name for path in (newsroom / "dist/8-more/images").iterdir())
    return sorted(names, key=len, reverse=True)


def test_a_changed_picture_has_another_address_everywhere(newsroom: Path, build: Build) -> None:
    settings = "name: Harbor Notes\nurl: https://harbor.example/news\n"
    (newsroom / "issues/publication.yaml").write_text(settings, encoding="utf-8")
    add_cover(newsroom, 1600)
    assert build() == 0
    old = pictures(newsroom)
    assert all(re.fullmatch(r"port(-800)?-[0-9a-f]{12}\.png", name) for name in old)
    before = times(newsroom)
    assert build() == 0
    assert times(newsroom) == before
    add_cover(newsroom, 1600, "red")
    assert build() == 0
    new = pictures(newsroom)
    assert len(new) == 2
    assert not set(new) & set(old)
    for path in ("index.html", "years/2024/index.html", "8-more/index.html", "feed.xml", "feed.json"):
        text = read(newsroom, path)
        assert any(name in text for name in new), path
        assert not any(name in text for name in old), path
    preview = f'"og:image" content="https://harbor.example/news/8-more/images/{new[1]}"'
    assert preview in read(newsroom, "8-more/index.html")


def test_another_crop_is_another_picture_and_another_encoder_none(
    newsroom: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_cover(newsroom, 1100)
    build()
    [name] = pictures(newsroom)
    content, encode = (newsroom / "dist/8-more/images" / name).read_bytes(), encoding._encode
    monkeypatch.setattr(encoding, "_encode", lambda *words, **more: (encode(*words, **more)[0] + b" ", 1100, 300))
    build("--force")
    assert pictures(newsroom) == [name]
    assert (newsroom / "dist/8-more/images" / name).read_bytes() == content + b" "
    issue = newsroom / "issues/8-more.yaml"
    text = issue.read_text(encoding="utf-8")
    issue.write_text(text.replace("credit", 'crop: {ratio: "16:9"}, credit'), encoding="utf-8")
    build()
    assert len(pictures(newsroom)) == 1
    assert pictures(newsroom) != [name]


def test_the_lead_picture_may_stand_in_every_other_place_too(newsroom: Path, build: Build) -> None:
    add_cover(newsroom, 1600)
    path = newsroom / "issues/8-more.yaml"
    text = path.read_text(encoding="utf-8")
    image = "image: {file: images/port.png, alt: The port once more, credit: B. Hale}"
    body = "  body: |\n    ![The port](images/port.png)\n\n"
    path.write_text(text.replace("  body: |\n", f"  {image}\n{body}", 1), encoding="utf-8")
    assert body in path.read_text(encoding="utf-8")
    assert build() == 0
    small, _ = pictures(newsroom)
    assert read(newsroom, "8-more/index.html").count(f'srcset="images/{small} 800w') == 3
    assert build("--standalone") == 0


def test_a_picture_of_little_more_width_has_no_smaller_copy(newsroom: Path, build: Build) -> None:
    add_cover(newsroom, 1100)
    assert build() == 0
    assert "srcset" not in read(newsroom, "8-more/index.html")
    [name] = pictures(newsroom)
    assert f'<img src="8-more/images/{name}"' in read(newsroom, "index.html")


def test_a_page_without_a_site_brings_one_picture(newsroom: Path, build: Build) -> None:
    add_cover(newsroom, 1600)
    assert build("--standalone") == 0
    assert sorted(path.name for path in (newsroom / "dist/8-more/images").iterdir()) == ["port.png"]


def test_the_smaller_copy_stays_with_the_page_that_shows_it(newsroom: Path, build: Build) -> None:
    # Only the Markdown is made anew, and not for a site; the page stays as it is.
    add_cover(newsroom, 1600)
    assert build() == 0
    assert cli.run(["build", "-f", "markdown", "--standalone", "--force"]) == 0
    small, _ = pictures(newsroom)
    assert small.startswith("port-800-")
    assert f"images/{small}" in read(newsroom, "8-more/index.html")


@pytest.mark.usefixtures("build")
def test_pictures_of_markdown_that_is_made_alone_keep_their_names(newsroom: Path) -> None:
    add_cover(newsroom, 1600)
    assert cli.run(["build", "-f", "markdown"]) == 0
    assert pictures(newsroom) == ["port.png"]
