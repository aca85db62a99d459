"""`briefgen build --watch`, run for real: every change to what a build reads is seen, and no fault ends it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefgen.cli.watching import watch_files
from briefgen.compile.newsroom import load_newsroom
from tests.cli.conftest import ISSUE, ROOT

SECONDS = 60
"""Long enough for a machine that does much else."""


class Watching:
    """A build that goes on, and what it has said so far."""

    def __init__(self, folder: Path, log: Path, *words: str) -> None:
        self.folder = folder
        self._log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "briefgen", "build", "--watch", *words],
                cwd=folder,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            )

    @property
    def said(self) -> str:
        """What it has said so far."""
        return self._log.read_text(encoding="utf-8")

    def await_that(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + SECONDS
        while not holds():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.05)

    def await_words(self, words: str, change: Callable[[], object]) -> None:
        """Change something, and wait until something is said of it that was not said before."""
        before = len(self.said)
        change()
        self.await_that(lambda: words in self.said[before:])


@pytest.fixture
def watch(newsroom: Path, tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """Start a build that goes on until the test ends."""
    started: list[Watching] = []

    def start(*words: str, cwd: Path = newsroom) -> Watching:
        watching = Watching(cwd, tmp_path / f"log{len(started)}", *words)
        started.append(watching)
        watching.await_that(lambda: "stop with Ctrl-C" in watching.said)
        return watching

    yield start
    for each in started:
        each.process.kill()
        each.process.wait()


def write(path: Path, text: str) -> Callable[[], object]:
    def change() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return change


def test_issues_that_come_go_and_change_their_names(newsroom: Path, watch: Callable[..., Watching]) -> None:
    watching = watch("-f", "markdown", "--clean")
    issues, next_ = newsroom / "issues", ISSUE.replace("number: 7", "number: 8").replace("01-05", "01-12")
    watching.await_words("wrote dist/8-next/", write(issues / "8-next.yaml", next_))
    renamed = issues / "8-later.yaml"
    watching.await_words("removed dist/8-next/", lambda: (issues / "8-next.yaml").rename(renamed))
    assert (newsroom / "dist/8-later/8-later.md").is_file()
    watching.await_words("removed dist/8-later/", renamed.unlink)
    # As editors save: another file takes the place of this one.
    fresh = issues / ".7.tmp"
    fresh.write_text(ISSUE.replace("Two Ports Share", "Three Ports Share"), encoding="utf-8")
    watching.await_words("wrote dist/7-two-ports/", lambda: fresh.replace(issues / "7-two-ports.yaml"))
    assert "Three Ports Share" in (newsroom / "dist/7-two-ports/7-two-ports.md").read_text(encoding="utf-8")


def test_settings_templates_fonts_and_images(newsroom: Path, watch: Callable[..., Watching]) -> None:
    watching = watch("-f", "markdown")
    page = newsroom / "dist/7-two-ports/7-two-ports.md"

    def await_page(words: str, change: Callable[[], object]) -> None:
        change()
        watching.await_that(lambda: page.is_file() and words in page.read_text(encoding="utf-8"))

    await_page("Silt News", write(newsroom / "issues/publication.yaml", "name: Silt News\n"))
    own, template = newsroom / "templates", "Only {{ edition.title }}\n"
    # A folder that was not there when it began, then a file in it that takes the place of a shipped one.
    watching.await_words("wrote", write(own / "css/screen.css", "p { color: green }\n"))
    await_page("Only Silt News", write(own / "issue.md.j2", template))
    await_page("Now Silt News", write(own / "issue.md.j2", template.replace("Only", "Now")))
    await_page("The ports signed", (own / "issue.md.j2").unlink)
    watching.await_words(
        "bad-field", write(newsroom / "issues/terms.yaml", "terms: [{expected: a, patterns: []}, 4]\n")
    )
    watching.await_words("wrote", (newsroom / "issues/terms.yaml").unlink)
    watching.await_words("wrote", write(newsroom / "issues/outlets.yaml", "outlets: []\n"))
    watching.await_words("wrote", write(newsroom / "fonts/Some.ttf", "no font"))
    settings = "build: {stylesheet: styles/house.css}\n"
    watching.await_words("not built", write(newsroom / "issues/publication.yaml", settings))
    watching.await_words("wrote", write(newsroom / "styles/house.css", "p { color: green }\n"))
    watching.await_words("wrote", write(newsroom / "styles/house.css", "p { color: red }\n"))
    watching.await_words("unchanged", write(newsroom / "issues/images/new/a.png", "no picture"))


def test_no_fault_ends_it(newsroom: Path, watch: Callable[..., Watching]) -> None:
    issue, whole = newsroom / "issues/7-two-ports.yaml", ISSUE
    watching = watch("-f", "markdown")
    watching.await_words("not built", write(issue, whole[: whole.index("title") + 8]))
    watching.await_words("not built", lambda: issue.write_bytes(b"\xff\xfe\x00"))
    watching.await_words("wrote", write(issue, whole))
    watching.await_words("error: template issue.md.j2:1:", write(newsroom / "templates/issue.md.j2", "{% if %}"))
    watching.await_words("unchanged", (newsroom / "templates/issue.md.j2").unlink)
    watching.await_words("not read", write(newsroom / "issues/terms.yml", ""))
    watching.await_words("unchanged", (newsroom / "issues/terms.yml").unlink)
    away = newsroom.with_name("away")
    watching.await_words("error: ", lambda: (newsroom / "issues").rename(away))
    watching.await_words("unchanged", lambda: away.rename(newsroom / "issues"))


def test_a_fault_at_the_start_is_said_and_can_be_cured(newsroom: Path, watch: Callable[..., Watching]) -> None:
    write(newsroom / "templates/issue.md.j2", "{% if %}")()
    watching = watch("-f", "markdown")
    assert "error: template issue.md.j2:1:" in watching.said
    watching.await_words("wrote", (newsroom / "templates/issue.md.j2").unlink)


def test_its_own_outputs_do_not_wake_it(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    folder = tmp_path / "lone"
    write(folder / "lone.yaml", ISSUE)()
    watching = watch("-f", "markdown", "lone.yaml", cwd=folder)
    time.sleep(3)
    assert watching.said.count("wrote") == 1
    watching.await_words("wrote dist/lone/", write(folder / "lone.yaml", ISSUE.replace("Two", "Three")))


def test_what_is_saved_before_it_waits_is_a_change(newsroom: Path) -> None:
    loaded = load_newsroom(newsroom)
    changes = watch_files(lambda: (loaded,))
    (newsroom / "issues/7-two-ports.yaml").write_text(ISSUE + "# saved\n", encoding="utf-8")
    # It looks once a second; without the change, it would never return.
    next(changes)
