"""Killed, or out of space, at any call that changes a file: the old state or the new one, and nothing left behind."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from briefgen.compile.errors import CommandError
from briefgen.compile.publication_scaffold import init_publication
from briefgen.compile.staging import STAGE
from tests.hostile.faults import FAULTS, Point, contents, find_points, need_strace, strike
from tests.hostile.ground import COMMANDS, Ground, check_again, check_state, check_words, make_ground, run


def check(ground: Ground, at: Path, point: Point, fault: str) -> bool:
    """Strike once, look at what is left, and run the command again; return whether strace struck."""
    newsroom = ground.lay(at)
    laid = contents(newsroom)
    struck = strike(newsroom, ground.words, point, fault)
    told = (ground.words, point, fault, struck.code, struck.err)
    check_state(ground, newsroom, laid, told)
    if fault == "signal=KILL":
        assert "Traceback" not in struck.err, told
        # The process that prints may be the one that is killed.
        assert struck.code in {-9, 0, 2} or not struck.is_hit, told
    else:
        check_words(ground, newsroom, laid, struck.code, struck.err)
    check_again(ground, newsroom, run(newsroom, *ground.words), told)
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
    # An empty folder that cannot be removed stays, and harms nobody.
    tried = [(point, fault) for point in points for fault in FAULTS if point.call != "rmdir" or "KILL" in fault]
    hits = [check(ground, tmp_path / "tried", point, fault) for point, fault in tried]
    print(f"{name}: {len(points)} calls, {sum(hits)} of {len(hits)} faults struck: 0 torn, 0 mixed, 0 left behind")
    assert sum(hits) >= 0.95 * len(hits)
