"""Nothing of briefgen's is left behind, and nothing of others is touched: killed runs, and links in `dist/`."""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.compile.atomic_file import write_file
from briefgen.compile.errors import CommandError
from briefgen.compile.staging import ASIDE, STAGE
from briefgen.compile.writing import write_outputs
from briefgen.edition.output import Output
from briefgen.render.pdf_process import PdfError, PdfJob, PdfWorker
from briefgen.render.scratch import PREFIX
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND, Start, environment

BUILD = ("build", "--format", "markdown")
SECONDS = 60


def await_that(holds: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def processes_of(folder: Path) -> list[str]:
    """Return the processes whose environment names a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                surroundings = (entry / "environ").read_bytes()
            except OSError:
                continue
            if os.fsencode(folder / PREFIX) in surroundings:
                found.append(entry.name)
    return found


@pytest.mark.parametrize("milliseconds", [0, 150, 600])
def test_the_process_that_prints_and_its_fonts_end_with_a_killed_build(newsroom: Path, milliseconds: int) -> None:
    scratch = newsroom.parent / "tmp"
    scratch.mkdir()
    long = "\n".join(f"      Paragraph {number} of many [@signing].\n" for number in range(600))
    text = ISSUE.replace("      The basin fills", f"{long}\n      The basin fills")
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "build", "--format", "pdf"],
        cwd=newsroom,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(TMPDIR=str(scratch)),
    )
    await_that(lambda: list(scratch.glob(f"{PREFIX}*/fonts.conf")) and processes_of(scratch))
    time.sleep(milliseconds / 1000)
    process.kill()
    process.wait()
    await_that(lambda: not list(scratch.iterdir()) and not processes_of(scratch))


def test_a_process_that_stands_still_is_stopped(request: pytest.FixtureRequest) -> None:
    # It takes no time of the processor, of which it has only so much: the clock alone ends it.
    def end(*_: object) -> None:
        pytest.fail("nobody stopped it")

    before = signal.signal(signal.SIGALRM, end)
    request.addfinalizer(lambda: signal.signal(signal.SIGALRM, before))
    with PdfWorker(seconds=0.5) as worker:
        process = worker._ensure_running()
        process.send_signal(signal.SIGSTOP)
        signal.alarm(60)
        with pytest.raises(PdfError, match=r"longer than 0\.5 seconds"):
            worker.render(PdfJob("<p>x", {}, "x"))
        signal.alarm(0)


def test_temporary_files_that_nobody_holds_are_removed_and_others_are_not(newsroom: Path, start: Start) -> None:
    scratch = newsroom.parent / "tmp"
    (scratch / f"{PREFIX}left").mkdir(parents=True)
    (scratch / f"{PREFIX}left" / "fonts.conf").touch()
    held = scratch / f"{PREFIX}held"
    held.mkdir()
    (scratch / "other").mkdir()
    (scratch / f"{PREFIX}link").symlink_to("other")
    lock = os.open(held, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert start("build", "--format", "pdf", TMPDIR=str(scratch)).returncode == 0
    os.close(lock)
    assert sorted(path.name for path in scratch.iterdir()) == [held.name, f"{PREFIX}link", "other"]


def test_the_next_build_removes_what_killed_ones_left(newsroom: Path, start: Start) -> None:
    (newsroom / "dist" / f"{STAGE}left" / "images").mkdir(parents=True)
    (newsroom / "dist" / f"{STAGE}left" / "index.html").touch()
    assert start(*BUILD).returncode == 0
    assert sorted(path.name for path in (newsroom / "dist").iterdir()) == ["7-two-ports", "manifest.json"]


def test_the_next_run_that_writes_a_file_removes_what_killed_ones_left(newsroom: Path, start: Start) -> None:
    (newsroom / "issues" / f"{STAGE}left").write_text("half", encoding="utf-8")
    assert start("baseline").returncode == 0
    names = sorted(path.name for path in (newsroom / "issues").iterdir())
    assert names == ["7-two-ports.yaml", "baseline.json", "publication.yaml"]


def test_a_run_waits_for_another_that_writes_in_the_folder(tmp_path: Path) -> None:
    lock = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(CommandError, match="another build"):
        write_file(tmp_path / "x", b"", seconds=0)
    os.close(lock)
    write_file(tmp_path / "x", b"", seconds=0)


def test_a_folder_that_a_killed_run_put_aside_comes_back(newsroom: Path, start: Start) -> None:
    # Where a system cannot exchange two folders, a run may be killed between two renames.
    aside = newsroom / "dist" / f"{ASIDE}7-two-ports"
    aside.mkdir(parents=True)
    (aside / "notes.txt").write_text("mine", encoding="utf-8")
    assert start(*BUILD).returncode == 0
    names = sorted(path.name for path in (newsroom / "dist/7-two-ports").iterdir())
    assert names == ["7-two-ports.md", "notes.txt"]
    assert not aside.exists()


def test_links_with_the_names_of_leftovers_stay(newsroom: Path, start: Start) -> None:
    (newsroom / "mine").mkdir()
    (newsroom / "mine/x").touch()
    (newsroom / "dist").mkdir()
    for prefix in (STAGE, ASIDE):
        (newsroom / "dist" / f"{prefix}link").symlink_to(newsroom / "mine")
        (newsroom / "dist" / f"{prefix}file").symlink_to(newsroom / "mine/x")
    assert start(*BUILD).returncode == 0
    assert (newsroom / "mine/x").exists()
    links = [path for path in (newsroom / "dist").iterdir() if path.is_symlink()]
    assert sorted(path.name for path in links) == [f"{ASIDE}file", f"{ASIDE}link", f"{STAGE}file", f"{STAGE}link"]


def test_an_output_folder_that_becomes_a_link_is_refused(tmp_path: Path) -> None:
    # Between the look at the arguments and the writing, for example by another build.
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "dist").mkdir()
    folder = tmp_path / "dist/7-two-ports"
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CommandError, match="is a link"):
        write_outputs(folder, [Output("index.html", b"new")], is_ours=lambda _: True)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert folder.is_symlink()


@pytest.mark.nightly
def test_at_any_moment_a_kill_leaves_the_old_outputs_or_the_new_ones(newsroom: Path, start: Start) -> None:
    def built() -> dict[str, bytes]:
        folder = newsroom / "dist/7-two-ports"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    path = newsroom / "issues/7-two-ports.yaml"
    texts = (ISSUE, ISSUE.replace("Silt Returns", "Silt Is Back"))
    states = []
    for text in texts:
        path.write_text(text, encoding="utf-8")
        assert start("build", "--format", "html,markdown").returncode == 0
        states.append(built())
    for round_ in range(200):
        path.write_text(texts[round_ % 2], encoding="utf-8")
        process = subprocess.Popen([*COMMAND, "build", "--format", "html,markdown"], cwd=newsroom, env=environment())
        time.sleep(0.15 + round_ * 0.003)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert built() in states
    assert start(*BUILD).returncode == 0
    # All that a build stages begins with a full stop.
    assert list((newsroom / "dist").rglob(".*")) == []


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody else, with what a build would write or remove."""
    folder = tmp_path / "outside"
    (folder / "7-two-ports/images").mkdir(parents=True)
    for name in ("index.html", "7-two-ports.md", "7-two-ports/index.html", "7-two-ports/7-two-ports.md", "mine.txt"):
        (folder / name).write_text("mine", encoding="utf-8")
    return folder


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return what a folder holds: inodes, times of change, and contents."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        facts = path.lstat()
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        found[path.relative_to(folder).as_posix()] = (facts.st_ino, facts.st_mtime_ns, content)
    return found


@pytest.mark.parametrize("words", [(), ("--clean",), ("-o", "dist"), ("-o", "dist/deep/er")])
def test_dist_that_is_a_link_is_refused(newsroom: Path, outside: Path, start: Start, words: tuple[str, ...]) -> None:
    (newsroom / "dist").symlink_to(outside)
    before = state(outside)
    done = start(*BUILD, *words)
    assert done.returncode == 2
    assert b"error: `dist` is a link, and outputs are not written through links" in done.stderr
    assert state(outside) == before


def test_the_folder_that_a_link_leads_to_may_be_named(newsroom: Path, outside: Path, start: Start) -> None:
    (newsroom / "dist").symlink_to(outside)
    assert start(*BUILD, "-o", str(outside)).returncode == 0
    assert (outside / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("words", [(), ("--clean",)])
@pytest.mark.parametrize("target", ["outside/7-two-ports", "newsroom/dist/8-other", "newsroom", "nowhere"])
def test_an_output_folder_that_is_a_link_is_refused(
    newsroom: Path, outside: Path, start: Start, target: str, words: tuple[str, ...]
) -> None:
    (newsroom / "dist/8-other").mkdir(parents=True)
    (newsroom / "dist/8-other/mine.txt").touch()
    (newsroom / "dist/7-two-ports").symlink_to(newsroom.parent / target)
    before = state(outside), state(newsroom / "issues"), state(newsroom / "dist/8-other")
    done = start(*BUILD, *words)
    assert done.returncode == 2
    assert b"error: `dist/7-two-ports` is a link" in done.stderr
    assert (state(outside), state(newsroom / "issues"), state(newsroom / "dist/8-other")) == before
    assert not [path.name for path in (newsroom / "dist").iterdir() if path.name.startswith(STAGE)]


def test_links_in_an_output_folder_stay_links_and_what_is_behind_them_stays(
    newsroom: Path, outside: Path, start: Start
) -> None:
    folder = newsroom / "dist/7-two-ports"
    (folder / "empty/deep").mkdir(parents=True)
    links = {
        "index.html": outside / "index.html",
        "7-two-ports.md": outside / "7-two-ports.md",
        "7-two-ports.pdf": outside / "mine.txt",
        "images": outside / "7-two-ports/images",
        "file": outside / "mine.txt",
        "folder": outside,
        "nowhere": Path("nowhere"),
        "itself": Path("itself"),
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    before = state(outside)
    for _ in range(2):
        assert start("build", "--format", "markdown", "--clean").returncode == 0
    assert state(outside) == before
    # Only the file that is written takes the place of a link.
    assert "Two Ports Share a Dredger" in (folder / "7-two-ports.md").read_text(encoding="utf-8")
    assert not (folder / "7-two-ports.md").is_symlink()
    assert {name: (folder / name).readlink() for name in links if name != "7-two-ports.md"} == {
        name: target for name, target in links.items() if name != "7-two-ports.md"
    }
    assert (folder / "empty/deep").is_dir()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("pipe", os.mkfifo),
        ("index.html/mine.txt", lambda path: path.touch()),
        ("index.html/empty", lambda path: path.mkdir()),
    ],
)
def test_what_cannot_be_kept_stops_the_build(tmp_path: Path, name: str, make: Callable[[Path], object]) -> None:
    folder = tmp_path / "dist/7-two-ports"
    (folder / name).parent.mkdir(parents=True)
    make(folder / name)
    with pytest.raises(CommandError, match="cannot write"):
        write_outputs(folder, [Output("index.html", b"new")], is_ours=lambda path: path == "index.html")
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*")][-1] == name
    assert [path.name for path in folder.parent.iterdir()] == ["7-two-ports"]
