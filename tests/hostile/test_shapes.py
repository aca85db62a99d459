"""Folders, pipes, sockets and links where files should be, and what is closed to us: a line and the right exit code."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE
from tests.hostile.conftest import Start, as_someone_else
from tests.seldom import seldom


def make_socket(path: Path) -> None:
    # The name of a socket must be short.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


NOT_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "is not a regular file"),
    "a socket": (make_socket, "cannot be read"),
    "a circle of links": (lambda path: path.symlink_to(path.name), "cannot be read"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "cannot be read"),
}


@pytest.mark.parametrize("kind", seldom(NOT_FILES, ["a pipe"]))
def test_what_is_no_file_is_reported_and_the_rest_is_built(newsroom: Path, start: Start, kind: str) -> None:
    make, reason = NOT_FILES[kind]
    make(newsroom / "issues/133-x.yaml")
    done = start("validate", "--output-format", "concise")
    assert done.returncode == 1
    assert f"issues/133-x.yaml:1:1: error S001 invalid-yaml: `133-x.yaml` {reason}" in done.stdout.decode()
    done = start("build", "--format", "markdown")
    assert done.returncode == 1
    assert (newsroom / "dist/7-two-ports/7-two-ports.md").is_file()
    assert start("baseline").returncode == 0
    assert start("new", "Title").returncode == 0


def test_a_folder_named_like_an_issue_is_told_of_and_the_rest_is_built(newsroom: Path, start: Start) -> None:
    (newsroom / "issues/133-x.yaml").mkdir()
    said = "issues/133-x.yaml:1:1: warning S015 unread-file: `133-x.yaml` is not read: it is a folder\n"
    done = start("validate", "--output-format", "concise")
    assert (done.returncode, done.stdout.decode()) == (0, said)
    assert start("build", "--format", "markdown").returncode == 0
    assert start("validate", "133").returncode == 2
    assert start("validate", "issues/133-x.yaml").returncode == 2
    assert start("new", "Title").returncode == 0
    assert (newsroom / "issues/8-title.yaml").is_file()


def test_a_file_with_a_backslash_in_its_name_is_refused_in_plain_words(newsroom: Path, start: Start) -> None:
    (newsroom / "issues/8-a\\b.yaml").write_text(ISSUE, encoding="utf-8")
    assert b"has a backslash in its name" in start("validate").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "circle"),
        ("build", "-o", "circle"),
        ("build", "-o", "circle/below"),
        ("init", "circle"),
        ("validate", "--baseline", "circle"),
    ],
)
def test_links_in_a_circle_are_a_wrong_call(newsroom: Path, start: Start, words: tuple[str, ...]) -> None:
    (newsroom / "circle").symlink_to("other")
    (newsroom / "other").symlink_to("circle")
    done = start(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ")
    assert done.stderr.count(b"\n") == 2


def test_templates_that_are_a_link_to_nowhere_are_not_taken_for_none(newsroom: Path, start: Start) -> None:
    (newsroom / "templates").symlink_to("nowhere")
    done = start("build", "--format", "html")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"`templates` is a link that leads nowhere" in done.stderr


def test_a_folder_that_is_gone_is_said_so(newsroom: Path, start: Start) -> None:
    gone = newsroom / "gone"
    gone.mkdir()
    done = start("validate", cwd=gone, before=("sh", "-c", 'rmdir ../gone; exec "$@"', "sh"))
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: the folder you are in is gone")


CLOSED = {
    "issues": 2,
    "issues/7-two-ports.yaml": 1,
    "issues/publication.yaml": 1,
    "issues/baseline.json": 2,
}


@pytest.mark.parametrize(("name", "code"), CLOSED.items(), ids=CLOSED)
def test_what_is_closed_to_us_is_said_so(newsroom: Path, start: Start, name: str, code: int) -> None:
    (newsroom / name).touch()
    (newsroom / name).chmod(0)
    done = start("validate", "--output-format", "concise", before=as_someone_else())
    (newsroom / name).chmod(0o700)
    assert done.returncode == code
    said = (done.stdout + done.stderr).decode()
    assert "permission denied" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("mode", [0o100, 0o400])
def test_issues_that_can_be_listed_or_entered_only_are_closed(newsroom: Path, start: Start, mode: int) -> None:
    (newsroom / "issues").chmod(mode)
    done = start("build", before=as_someone_else())
    (newsroom / "issues").chmod(0o700)
    assert done.returncode == 2
    assert b"permission denied" in done.stderr


def test_what_nobody_asked_for_may_be_closed(newsroom: Path, start: Start) -> None:
    (newsroom / "issues/notes.txt").write_text(ISSUE, encoding="utf-8")
    (newsroom / "issues/notes.txt").chmod(0)
    (newsroom / "issues/drafts").mkdir(mode=0)
    done = start("validate", before=as_someone_else())
    (newsroom / "issues/drafts").chmod(0o700)
    assert done.returncode == 0


def test_a_folder_that_takes_no_files_is_said_so_by_every_command_that_writes(newsroom: Path, start: Start) -> None:
    text = ISSUE.replace("BBC, January 3)", "BBC, January 3) --")
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    (newsroom / "issues").chmod(0o500)
    newsroom.chmod(0o500)
    fix = ("validate", "--fix", "--select", "typed-citation")
    for words in (("build",), ("new", "Title"), ("baseline",), fix, ("init", "new")):
        done = start(*words, before=as_someone_else())
        assert done.returncode == 2, words
        assert b"error: cannot write " in done.stderr
    newsroom.chmod(0o700)
    (newsroom / "issues").chmod(0o700)
    assert sorted(path.name for path in newsroom.rglob("*")) == ["7-two-ports.yaml", "issues", "publication.yaml"]
