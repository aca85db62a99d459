"""Tests the measurements; no assertion depends on other processes on the machine."""

import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import Command, CommandFailed, Ratio, run_in_turns, run_once

HOLD_40_MIB = "held = bytearray(b'x' * 40 * 2**20)"
HOLD_IN_TWO = f"import os, time; child = os.fork(); {HOLD_40_MIB}; time.sleep(0.3); child and os.wait()"


def python(code: str, folder: Path) -> Command:
    return Command((sys.executable, "-S", "-c", code), folder, {"PATH": os.environ["PATH"]})


def test_a_ratio_is_that_of_the_medians_with_the_ends_of_the_rounds() -> None:
    ratio = Ratio([1.0, 2.0, 9.0], [2.0, 4.0, 3.0])
    assert ratio.value == 2.0 / 3.0
    assert ratio.ends == (0.5, 3.0)


def test_a_run_is_timed_and_its_largest_process_weighed(tmp_path: Path) -> None:
    small = run_once(python("pass", tmp_path))
    large = run_once(python(HOLD_40_MIB, tmp_path))
    assert small.seconds > 0
    assert 0 < small.cpu < large.cpu + small.cpu
    assert large.largest >= 40
    assert small.tree == 0


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads Linux's /proc")
def test_a_tree_is_weighed_whole(tmp_path: Path) -> None:
    reading = run_once(python(HOLD_IN_TWO, tmp_path), tree=True)
    assert reading.tree >= 80


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="exits 3\nno"):
        run_once(python("print('no'); raise SystemExit(3)", tmp_path))


def test_runs_take_turns_and_the_first_does_not_count(tmp_path: Path) -> None:
    note = "open('log', 'a').write({!r})"
    ours, peer = python(note.format("a"), tmp_path), python(note.format("b"), tmp_path)
    assert len(list(run_in_turns(ours, peer, rounds=2))) == 2
    assert (tmp_path / "log").read_text() == "ababab"


def test_any_number_of_programs_take_turns_and_a_long_run_needs_no_round_before(tmp_path: Path) -> None:
    note = "open('log', 'a').write({!r})"
    commands = [python(note.format(name), tmp_path) for name in "abc"]
    assert [len(readings) for readings in run_in_turns(*commands, rounds=1, warm=False)] == [3]
    assert (tmp_path / "log").read_text() == "abc"
