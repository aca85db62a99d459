"""Work spread over forked processes."""

import os
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefgen.compile.errors import CommandError
from briefgen.compile.workers import Died, run_forked


def test_every_task_is_done_once() -> None:
    done = Counter(run_forked(25, lambda task: task * task, 3))
    assert done == Counter({(task, task * task): 1 for task in range(25)})


def test_the_processes_share_the_work() -> None:
    def work(task: int) -> int:
        # All the slow tasks lie in the run of the first process.
        time.sleep(0.05 if task < 8 else 0)
        return os.getpid()

    pids = dict(run_forked(16, work, 2))
    assert len({pids[task] for task in range(8)}) == 2


def test_a_process_that_dies_is_named_with_its_task_and_the_others_go_on() -> None:
    def work(task: int) -> int:
        if task in {2, 3}:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    results: dict[int, Any] = dict(run_forked(8, work, 2))
    assert results == {task: Died("signal 9") if task in {2, 3} else task for task in range(8)}


def test_a_task_that_cannot_be_done_ends_the_work() -> None:
    def work(task: int) -> int:
        if task == 1:
            raise CommandError("no space", "free some")
        return task

    with pytest.raises(CommandError, match="no space") as fault:
        list(run_forked(50, work, 2))
    assert fault.value.hint == "free some"


def test_each_process_closes_what_it_opened(tmp_path: Path) -> None:
    def close() -> None:
        (tmp_path / str(os.getpid())).touch()

    list(run_forked(4, lambda task: task, 2, close=close))
    assert len(list(tmp_path.iterdir())) == 2
