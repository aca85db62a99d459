"""Several hands at one file: nothing that an author saved is lost, and outputs are always whole."""

import os
import random
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.compile import exchange
from briefgen.compile.atomic_file import ChangedFileError, write_file
from briefgen.compile.errors import CommandError
from briefgen.compile.fix_files import fix_issue, write_fixed
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.staging import STAGE
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND, Start, environment
from tests.hostile.faults import contents

OURS, OLD, THEIRS, NEWEST = b"ours", b"old", b"theirs", b"newest"


def save(path: Path, content: bytes) -> None:
    """Save a file as careful editors do."""
    stage = path.with_name("editor")
    stage.write_bytes(content)
    stage.replace(path)


def between(monkeypatch: pytest.MonkeyPatch, *deeds: Callable[[], object]) -> None:
    """Do something before each exchange of two files."""
    waiting, real = list(deeds), exchange.exchange

    def act(one: Path, other: Path) -> bool:
        if waiting:
            waiting.pop(0)()
        return real(one, other)

    monkeypatch.setattr(exchange, "exchange", act)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "7-a.yaml"
    path.write_bytes(OLD)
    return path


def test_a_file_that_was_saved_just_before_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Where the system can exchange no files, this look is the only one.
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)
    save(path, THEIRS)
    with pytest.raises(ChangedFileError):
        write_file(path, OURS, expected=OLD)
    assert contents(path.parent) == {path.name: THEIRS}


def test_a_file_that_is_saved_in_the_last_moment_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    between(monkeypatch, lambda: save(path, THEIRS))
    with pytest.raises(ChangedFileError):
        write_file(path, OURS, expected=OLD)
    assert contents(path.parent) == {path.name: THEIRS}


def test_a_file_that_is_saved_twice_in_the_last_moment_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    between(monkeypatch, lambda: save(path, THEIRS), lambda: save(path, NEWEST))
    with pytest.raises(ChangedFileError):
        write_file(path, OURS, expected=OLD)
    assert contents(path.parent) == {path.name: NEWEST}


def test_a_file_that_nobody_saved_is_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for can_exchange in (True, False):
        path.write_bytes(OLD)
        path.chmod(0o640)
        if not can_exchange:
            monkeypatch.setattr(exchange, "exchange", lambda *_: False)
        write_file(path, OURS, expected=OLD)
        assert contents(path.parent) == {path.name: OURS}
        assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_gone_is_not_written_again(path: Path) -> None:
    path.unlink()
    with pytest.raises(FileNotFoundError):
        write_file(path, OURS, expected=OLD)
    write_file(path, OURS, expected=b"")
    assert contents(path.parent) == {path.name: OURS}


def test_nothing_is_written_where_one_of_two_files_was_saved(newsroom: Path) -> None:
    issue = newsroom / "issues/7-two-ports.yaml"
    register = newsroom / "issues/outlets.yaml"
    register.write_text("outlets:\n  - {id: harbor, name: Harbor Post}\n", encoding="utf-8")
    text = ISSUE.replace("(BBC, January 3)", "(Port Survey, January 3, 2024)").replace("BBC", "Port Survey")
    text = text.replace("https://www.bbc.com/", "https://survey.example.org/")
    issue.write_text(text, encoding="utf-8")
    fixed = fix_issue(load_newsroom(newsroom), issue, unsafe=True)
    assert len(list(fixed.changes())) == 2
    save(register, b"outlets: []\n")
    with pytest.raises(CommandError, match=r"outlets\.yaml` was changed"):
        write_fixed(fixed)
    assert issue.read_text(encoding="utf-8") == text
    assert register.read_bytes() == b"outlets: []\n"


@pytest.mark.nightly
def test_fixes_and_saves_at_once_lose_nothing(newsroom: Path) -> None:
    """G10: an author saves again and again while fixes run; the last word that was saved is always there."""
    path = newsroom / "issues/7-two-ports.yaml"
    chance, rounds, refused = random.Random(7), 200, 0  # noqa: S311
    longest = time_of_a_fix(newsroom)
    for round_ in range(rounds):
        typed = ISSUE.replace("(BBC, January 3)", "(BBC, January 3, 2024)")
        path.write_text(typed, encoding="utf-8")
        saved = typed.replace("Silt Returns", f"Silt Returns {round_}")
        fixing = subprocess.Popen(
            [*COMMAND, "validate", "--fix"], cwd=newsroom, stdout=-3, stderr=subprocess.PIPE, env=environment()
        )
        time.sleep(chance.uniform(0.2, 1.1) * longest)
        save(path, saved.encode())
        _, err = fixing.communicate()
        refused += b"was changed" in err
        now = path.read_text(encoding="utf-8")
        assert f"Silt Returns {round_}" in now
        assert now in {saved, saved.replace("(BBC, January 3, 2024)", "(BBC, January 3)")}
    print(f"G10: {rounds} saves while fixes ran, {refused} of the fixes refused: 0 saves lost")


@pytest.mark.nightly
def test_kills_of_fixes_lose_nothing(newsroom: Path) -> None:
    path = newsroom / "issues/7-two-ports.yaml"
    typed = ("\ufeff" + ISSUE.replace("(BBC, January 3)", "(BBC, January 3, 2024)") + "# kept\n").replace("\n", "\r\n")
    fixed = typed.replace("(BBC, January 3, 2024)", "(BBC, January 3)")
    chance, states = random.Random(7), {typed: 0, fixed: 0}  # noqa: S311
    longest = time_of_a_fix(newsroom)
    for _ in range(1000):
        path.write_bytes(typed.encode())
        path.chmod(0o640)
        fixing = subprocess.Popen(
            [*COMMAND, "validate", "--fix"], cwd=newsroom, stdout=-3, stderr=-3, env=environment()
        )
        time.sleep(chance.uniform(0.3, 1.1) * longest)
        fixing.kill()
        fixing.wait()
        states[path.read_bytes().decode()] += 1
        assert path.stat().st_mode & 0o777 == 0o640
    assert start_fix(newsroom) in {0, 1}
    assert [one.name for one in (newsroom / "issues").iterdir() if one.name.startswith(".")] == []
    print(f"G10: 1,000 kills of fixes, {states[typed]} before and {states[fixed]} after: 0 bytes lost")
    # Else the moments were not those of the writing.
    assert min(states.values()) >= 50


def time_of_a_fix(newsroom: Path) -> float:
    """Return the seconds that a fix takes on this machine, so that others can be disturbed in its last moments."""
    path = newsroom / "issues/7-two-ports.yaml"
    kept, taken = path.read_bytes(), []
    for _ in range(5):
        path.write_text(ISSUE.replace("(BBC, January 3)", "(BBC, January 3, 2024)"), encoding="utf-8")
        begun = time.monotonic()
        words = [*COMMAND, "validate", "--fix"]
        subprocess.run(words, cwd=newsroom, capture_output=True, check=False, env=environment())
        taken.append(time.monotonic() - begun)
    path.write_bytes(kept)
    return sorted(taken)[2]


def start_fix(newsroom: Path) -> int:
    """Fix once more, and write the baseline: both write into `issues/`."""
    words = [*COMMAND, "validate", "--fix"]
    code = subprocess.run(words, cwd=newsroom, capture_output=True, check=False, env=environment()).returncode
    subprocess.run([*COMMAND, "baseline"], cwd=newsroom, capture_output=True, check=True, env=environment())
    return code


def read_at(folder: int, name: str) -> bytes:
    handle = os.open(name, os.O_RDONLY, dir_fd=folder)
    with os.fdopen(handle, "rb") as file:
        return file.read()


@pytest.mark.nightly
def test_eight_builds_at_once_leave_one_whole_state(newsroom: Path, start: Start) -> None:
    """G11: eight builds of two versions, again and again; whoever opens the folder finds one version."""
    rounds, readers = 50, 0
    path, folder = newsroom / "issues/7-two-ports.yaml", newsroom / "dist/7-two-ports"
    texts = (ISSUE, ISSUE.replace("Silt Returns", "Silt Is Back"))
    states = []
    for text in texts:
        path.write_text(text, encoding="utf-8")
        assert start("build", "--format", "html,markdown").returncode == 0
        states.append(contents(folder))
    stopped, torn = threading.Event(), []

    def read() -> None:
        nonlocal readers
        while not stopped.is_set():
            # A reader that holds the folder sees one state, whatever takes its place meanwhile. Then files may vanish.
            handle = os.open(folder, os.O_RDONLY)
            try:
                seen = {name: read_at(handle, name) for name in sorted(os.listdir(handle))}  # noqa: PTH208
            except FileNotFoundError:
                seen = {}
            is_there = os.path.samestat(os.fstat(handle), folder.stat())
            os.close(handle)
            readers += seen in states
            is_part = any(seen.items() <= state.items() for state in states)
            if seen not in states and (is_there or not is_part):
                torn.append(seen)
            time.sleep(0.02)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for round_ in range(rounds):
            path.write_text(texts[round_ % 2], encoding="utf-8")
            words = [*COMMAND, "build", "--format", "html,markdown"]
            builds = [subprocess.Popen(words, cwd=newsroom, stdout=-3, stderr=-3, env=environment()) for _ in range(8)]
            assert [build.wait() for build in builds] == [0] * 8
            assert contents(folder) == states[round_ % 2]
            assert reader.is_alive()
    finally:
        stopped.set()
        reader.join()
    assert not [one.name for one in (newsroom / "dist").iterdir() if one.name.startswith(STAGE)]
    print(f"G11: {rounds} rounds of 8 builds: end state whole each time; {len(torn)} of {readers} readings mixed")
    assert not torn
    assert readers >= 1000
