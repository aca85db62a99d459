"""Measures commands in turns, so that their ratios are meaningful even on a busy machine."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, run in `folder` with exactly `environment`."""

    arguments: tuple[str | Path, ...]
    folder: Path
    environment: Mapping[str, str]
    without: tuple[Path, ...] = ()
    """Folders that are removed before each run, which does not count."""
    touching: Path | None = None
    """A file that gets another line before each run."""


class CommandFailed(Exception):
    """A measured command failed; the message contains its output."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The resources used by one run."""

    seconds: float
    cpu: float
    """CPU seconds, which other processes do not affect."""
    largest: float
    """Peak memory of the largest single process, in MiB."""
    tree: float
    """Peak memory of all processes together in MiB, shared pages counted once; 0 if not measured."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two series of figures, measured in turns."""

    ours: list[float] = field(default_factory=list)
    peers: list[float] = field(default_factory=list)

    @property
    def middles(self) -> tuple[float, float]:
        """Return the medians: ours, and the peer's."""
        return median(self.ours), median(self.peers)

    @property
    def value(self) -> float:
        """Return the ratio of the medians."""
        ours, peer = self.middles
        return ours / peer

    @property
    def ends(self) -> tuple[float, float]:
        """Return the lowest and the highest ratio of a single round."""
        rounds = [one / other for one, other in zip(self.ours, self.peers, strict=True)]
        return min(rounds), max(rounds)


def run_in_turns(
    *commands: Command, rounds: int, warm: bool = True, tree: bool = False
) -> Iterator[tuple[Reading, ...]]:
    """Run A B A B …; with `warm` there is another round before, which only fills the caches and is not counted."""
    for number in range(rounds + warm):
        readings = tuple(run_once(command, tree=tree) for command in commands)
        if number >= warm:
            yield readings


def run_once(command: Command, *, tree: bool = False) -> Reading:
    """Run a command to its end; return its time and the kernel's figures.

    The kernel's figure for memory is that of the largest process: the command, or any process that it waited for.
    Watching the whole tree takes time, so a run can measure either time or the memory of the tree.
    """
    for folder in command.without:
        shutil.rmtree(folder, ignore_errors=True)
    if command.touching is not None:
        with command.touching.open("a", encoding="utf-8") as file:
            file.write("# one more line\n")
    with tempfile.TemporaryFile() as messages:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=messages,
            stderr=subprocess.STDOUT,
        )
        highest = watch_tree(process.pid) if tree else 0.0
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            messages.seek(0)
            said = messages.read().decode(errors="replace")
            line = " ".join(map(str, command.arguments))
            raise CommandFailed(f"{line}\nexits {process.returncode}\n{said[-2000:]}")
    return Reading(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, highest)


def watch_tree(pid: int, pause: float = 0.01) -> float:
    """Return the peak of the total memory of a process and its descendants, in MiB."""
    highest = 0.0
    while not has_ended(pid):
        highest = max(highest, sum(map(read_memory, find_family(pid))))
        time.sleep(pause)
    return highest


def has_ended(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def find_family(pid: int) -> Iterator[int]:
    """Yield a process and its descendants; one that has ended has no children."""
    yield pid
    try:
        tasks = [task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return
    for children in tasks:
        for child in children.split():
            yield from find_family(int(child))


def read_memory(pid: int) -> float:
    """Return the proportional set size in MiB (shared pages count in part); 0 if the process has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
