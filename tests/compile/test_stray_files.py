"""Unread files are reported, and missing files get a proposal."""

from pathlib import Path

import pytest

from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import find_issues
from briefgen.compile.near_files import advise_near, find_near
from briefgen.compile.newsroom import load_newsroom

ISSUE = "number: 7\ndate: 2023-05-12\nfeature: {title: T, author: A, body: Words.}\n"


def write(root: Path, name: str, text: str = ISSUE) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said_of(root: Path) -> list[str]:
    return [f"{each.finding.message}; {each.finding.help}" for each in load_newsroom(root).faults]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("issues/low-water.yaml", "rename it `7-low-water.yaml`"),
        ("issues/8 low water.yaml.txt", "rename it `7-8-low-water.yaml`"),
        ("issues/7 low water.yaml", "rename it `7-low-water.yaml`"),
        ("issues/issue-7.yaml", "rename it `7-issue.yaml`"),
        ("issues/2023/7-low.yaml", "move it to `issues/7-low.yaml`"),
        ("7-low.yaml", "move it to `issues/7-low.yaml`"),
    ],
)
def test_an_unread_issue_is_reported_with_its_correct_name(tmp_path: Path, name: str, meant: str) -> None:
    write(tmp_path, "issues/6-dry.yaml", ISSUE.replace("7", "6"))
    write(tmp_path, name)
    assert said_of(tmp_path) == [f"`{Path(name).name}` contains an issue but is not read; {meant}"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("issues/publication.yml", "rename it `publication.yaml`"),
        ("issues/Outlets.yaml", "rename it `outlets.yaml`"),
        ("publication.yaml", "move it to `issues/publication.yaml`"),
    ],
)
def test_so_are_settings(tmp_path: Path, name: str, meant: str) -> None:
    write(tmp_path, "issues/6-dry.yaml", ISSUE.replace("7", "6"))
    write(tmp_path, name, "name: Harbor Notes\n")
    assert said_of(tmp_path) == [f"`{Path(name).name}` is not read; {meant}"]


@pytest.mark.parametrize(
    "name", ["issues/_later.yaml", "issues/README.md", "notes.md", "issues/list.txt", "mkdocs.yaml", "issues/.x.yaml"]
)
def test_what_is_none_of_ours_or_left_out_on_purpose_is_not_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, "issues/6-dry.yaml", ISSUE.replace("7", "6"))
    is_ours = name.startswith(("issues/_", "issues/README", "issues/.", "notes"))
    write(tmp_path, name, ISSUE if is_ours else "site_name: X\n")
    assert said_of(tmp_path) == []


def test_where_there_is_no_issue_the_one_that_was_meant_is_named(tmp_path: Path) -> None:
    write(tmp_path, "issues/low-water.yaml")
    with pytest.raises(CommandError) as error:
        find_issues([], tmp_path)
    assert "low-water.yaml` contains one: rename it `7-low-water.yaml`" in error.value.hint


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("images/Elbe.JPG", ("images/elbe.jpg",)),
        ("elbe.jpg", ("images/elbe.jpg",)),
        ("issues/images/elbe.jpg", ("images/elbe.jpg",)),
        ("images/elbe.png", ("images/elbe.jpg",)),
        ("images/bridgs.jpg", ("images/bridge-1.jpg",)),
        ("images/dresden.jpg", ()),
    ],
)
def test_a_picture_that_is_not_there_leads_to_the_one_that_was_meant(
    tmp_path: Path, name: str, near: tuple[str, ...]
) -> None:
    for each in ("images/elbe.jpg", "images/bridge-1.jpg", "images/notes.txt"):
        write(tmp_path, each, "")
    assert find_near(tmp_path, name.replace("bridgs", "bridge1")) == near


def test_where_none_is_near_the_folder_is_listed(tmp_path: Path) -> None:
    assert advise_near(tmp_path, "images/a.jpg") == ("put the picture there; capitals count", "")
    for each in "wxyz":
        write(tmp_path, f"images/{each * 5}.jpg", "")
    assert advise_near(tmp_path, "images/dresden.jpg")[0] == (
        "put the picture there, or name one of these: "
        "`images/wwwww.jpg`, `images/xxxxx.jpg`, `images/yyyyy.jpg` and 1 more"
    )


def test_a_logo_that_is_not_there_is_told_at_its_key(tmp_path: Path) -> None:
    write(tmp_path, "issues/6-dry.yaml", ISSUE.replace("7", "6"))
    write(tmp_path, "issues/publication.yaml", "name: Harbor Notes\nlogo: logo.png\n")
    assert said_of(tmp_path) == ["the logo: there is no `logo.png`; put the picture there; capitals count"]


def test_two_outlets_with_one_id_and_the_names_of_a_list_that_is_broken(tmp_path: Path) -> None:
    write(tmp_path, "issues/6-dry.yaml", ISSUE.replace("7", "6"))
    write(tmp_path, "issues/outlets.yaml", "outlets:\n  - {id: a, name: A}\n  - {id: a, name: B}\n")
    [said] = said_of(tmp_path)
    assert said.startswith("`outlets[2].id` is `a`, as is that of `outlets[1]`")
    write(tmp_path, "issues/outlets.yaml", "outlets:\n  - {id: a, name: Port Survey, country: Germany}\n")
    newsroom = load_newsroom(tmp_path)
    assert [each.finding.help for each in newsroom.faults] == ["write `DE`"]
    assert newsroom.outlets.named("Port Survey")
