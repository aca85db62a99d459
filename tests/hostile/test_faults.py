"""Killed, or out of space, at any call that changes a file: the old state or the new one, and nothing left behind."""

import errno
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct

from briefgen.compile.errors import CommandError
from briefgen.compile.publication_scaffold import init_publication
from briefgen.compile.staging import STAGE
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND
from tests.hostile.faults import FAULTS, Point, contents, find_points, need_strace, strike, surroundings, without_stages

NEWER = ISSUE.replace("Silt Returns", "Silt Is Back").replace(" (BBC,", " -- (BBC,")
HTML = ("build", "--format", "html,markdown")
TYPED = ("validate", "--fix", "--select", "typed-citation")
COMMANDS: dict[str, tuple[str, ...]] = {
    "build": HTML,
    "build of a PDF": ("build", "--format", "all"),
    "build of something new": ("build", "--format", "markdown", "--output", "elsewhere"),
    "build --clean": (*HTML, "--clean"),
    "fix": TYPED,
    "fix that adds outlets": ("validate", "--fix", "--unsafe-fixes", "--select", "unknown-outlet"),
    "new": ("new", "A Title"),
    "init": ("init", "fresh"),
    "baseline": ("baseline", "--add"),
}


class Ground(Struct, frozen=True):
    """A publication before a command and after it, to be laid anew for each fault."""

    before: Path
    words: tuple[str, ...]
    expected: dict[str, bytes]

    def lay(self, at: Path) -> Path:
        """Copy the publication, its cache and an empty folder for temporary files; return the publication."""
        shutil.rmtree(at, ignore_errors=True)
        shutil.copytree(self.before, at, symlinks=True)
        return at / "newsroom"


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *words], cwd=folder, capture_output=True, check=False, env=surroundings(folder), timeout=300
    )


def make_ground(at: Path, words: tuple[str, ...]) -> Ground:
    """Make a publication that was built, and changed since."""
    newsroom = at / "before/newsroom"
    (newsroom / "issues").mkdir(parents=True)
    (newsroom.parent / "tmp").mkdir()
    (newsroom / "issues/publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    (newsroom / "issues/outlets.yaml").write_text("outlets:\n  - {id: harbor, name: Harbor Post}\n", encoding="utf-8")
    for number, text in ((7, ISSUE), (6, ISSUE.replace("number: 7", "number: 6"))):
        (newsroom / f"issues/{number}-two-ports.yaml").write_text(text, encoding="utf-8")
    assert run(newsroom, "build").returncode == 0
    assert run(newsroom, "baseline").returncode == 0
    (newsroom / "issues/6-two-ports.yaml").unlink()
    unknown = NEWER.replace("BBC", "Port News").replace("https://www.bbc.com/", "https://news.example.org/")
    text = NEWER if words == TYPED else unknown
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(newsroom.parent, at / "after", symlinks=True)
    done = run(at / "after/newsroom", *words)
    assert done.returncode in {0, 1}, done.stderr
    expected = contents(at / "after/newsroom")
    assert expected != contents(newsroom)
    return Ground(newsroom.parent, words, expected)


def whole(state: dict[str, bytes]) -> dict[str, object]:
    """Return what must be old or new as a whole: each file, and each folder of an issue's outputs."""
    units: dict[str, object] = {}
    for name, content in without_stages(state).items():
        top, _, rest = name.partition("/")
        if top not in {"dist", "elsewhere"}:
            units[name] = content
        elif rest:
            folder = units.setdefault(f"{top}/{rest.split('/')[0]}", {})
            assert isinstance(folder, dict)
            folder[rest] = content
    return units


def is_pythons(path: Path) -> bool:
    """Return whether a file is the one with which Python tries a folder for temporary files: four bytes, "blat"."""
    return path.is_file() and path.read_bytes() in {b"", b"blat"}


def check(ground: Ground, at: Path, point: Point, fault: str) -> bool:
    """Strike once, look at what is left, and run the command again; return whether strace struck."""
    newsroom = ground.lay(at)
    before, after = whole(contents(newsroom)), whole(ground.expected)
    struck = strike(newsroom, ground.words, point, fault)
    told = (ground.words, point, fault, struck.code, struck.err)
    now = whole(contents(newsroom))
    for unit in before.keys() | after.keys() | now.keys():
        # A folder that is empty is neither old nor new, and harmless.
        assert now.get(unit) in (before.get(unit), after.get(unit)) or now[unit] == b"(a folder)", told
    assert "Traceback" not in struck.err, told
    if fault == "signal=KILL":
        # The process that prints may be the one that is killed.
        assert struck.code in {-9, 0, 2} or not struck.is_hit, told
    elif struck.code not in {0, 1}:
        assert struck.code == 2, told
        assert any(line.startswith("error: ") for line in struck.err.splitlines()), told
        if "unchanged" in struck.err:
            assert now == before, told
    else:
        assert now == after, told
    again = run(newsroom, *ground.words)
    told = (*told[:-1], again.stderr.decode())
    assert again.returncode in {0, 1} or (ground.words[0] == "init" and now == after), told
    if again.stderr.startswith(b"nothing to fix"):
        # What is left in a folder, the next run that writes into it removes.
        assert run(newsroom, "baseline").returncode == 0, told
        (newsroom / "issues/baseline.json").write_bytes(ground.expected["issues/baseline.json"])
    left = contents(newsroom)
    assert left == without_stages(left), told
    assert ground.expected.items() <= left.items(), told
    assert ground.words[0] == "new" or ground.expected == left, told
    assert [path.name for path in (newsroom.parent / "tmp").iterdir() if not is_pythons(path)] == [], told
    return struck.is_hit


# What a sample strikes of: at the exchange of two folders or files, at the last moments before it, and after it.
SAMPLE = {
    "build": ("signal=KILL renameat2", "error=ENOSPC write", "error=EIO fsync"),
    "fix": ("signal=KILL chmod", "error=ENOSPC write"),
}


@pytest.mark.attacks
@pytest.mark.parametrize("name", SAMPLE)
def test_a_sample_of_calls(tmp_path: Path, name: str) -> None:
    need_strace()
    ground = make_ground(tmp_path, COMMANDS[name])
    points = find_points(ground.lay(tmp_path / "tried"), ground.words)
    for each in SAMPLE[name]:
        fault, call = each.split()
        point = [point for point in points if point.call == call][-1]
        assert check(ground, tmp_path / "tried", point, fault), point


def test_a_publication_that_could_not_be_finished_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail)
        with pytest.raises(CommandError, match="no space left"):
            init_publication(tmp_path / "new", date(2024, 1, 5))
    assert not [path for path in (tmp_path / "new").rglob("*") if "issues" in path.name or STAGE in path.name]
    init_publication(tmp_path / "new", date(2024, 1, 5))
    assert (tmp_path / "new/issues/1-first-issue.yaml").is_file()


@pytest.mark.nightly
@pytest.mark.parametrize("name", COMMANDS)
def test_at_every_call_that_changes_a_file(tmp_path: Path, name: str) -> None:
    need_strace()
    ground = make_ground(tmp_path, COMMANDS[name])
    points = find_points(ground.lay(tmp_path / "tried"), ground.words)
    hits = [check(ground, tmp_path / "tried", point, fault) for point in points for fault in FAULTS]
    print(f"{name}: {len(points)} calls, {sum(hits)} of {len(hits)} faults struck: 0 torn, 0 mixed, 0 left behind")
    assert sum(hits) >= 0.95 * len(hits)
