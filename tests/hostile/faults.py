"""Kills a command, or fails a system call of it, at each call that changes a file: strace counts and strikes."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile.conftest import COMMAND, environment

FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
STAGED = ".briefgen-"

# What makes, changes, renames or removes a file or folder, or its entry in a folder.
_CALLS = (
    "openat,open,creat,write,pwrite64,writev,sendfile,copy_file_range,ftruncate,truncate,fallocate,rename,renameat,"
    "renameat2,mkdir,mkdirat,rmdir,unlink,unlinkat,link,linkat,symlink,symlinkat,chmod,fchmod,fchmodat,chown,fchown,"
    "fchownat,utimensat,setxattr,fsetxattr,lsetxattr,fsync,fdatasync"
)
_LINE = re.compile(r"(?P<process>\d+) +(?P<call>\w+)\((?P<arguments>.*)")
_WORKING_FOLDER = re.compile(r"AT_FDCWD<[^>]*>, ")
_RELATIVE = re.compile(r'"[^/"]')
_OPENS_TO_WRITE = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)")


class Point(NamedTuple):
    """A system call of a command that changes a file: its name, which of its process's it is, and what it does."""

    call: str
    number: int
    deed: str


class Struck(NamedTuple):
    """How a command ended that was struck, and whether strace had struck it at all."""

    code: int
    err: str
    is_hit: bool


def find_points(folder: Path, words: Sequence[str]) -> list[Point]:
    """Run a command, and return its calls that change a file below the parent of its folder."""
    log = folder.parent / "strace.log"
    done = _trace(folder, words, f"trace={_CALLS}")
    assert done.returncode in {0, 1}, done.stderr
    numbers: Counter[tuple[str, str]] = Counter()
    points: dict[tuple[str, int], Point] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        process, call, arguments = found.groups()
        numbers[process, call] += 1
        named = _WORKING_FOLDER.sub("", arguments)
        is_ours = str(folder.parent) in named or _RELATIVE.match(named)
        if is_ours and (call != "openat" or _OPENS_TO_WRITE.search(arguments)):
            point = Point(call, numbers[process, call], named.replace(str(folder.parent), "…")[:90])
            points.setdefault(point[:2], point)
    return list(points.values())


def strike(folder: Path, words: Sequence[str], point: Point, fault: str) -> Struck:
    """Run a command, and kill it at a call, or let the call fail."""
    done = _trace(folder, words, f"inject={point.call}:{fault}:when={point.number}")
    log = (folder.parent / "strace.log").read_text(encoding="utf-8", errors="replace")
    is_hit = "(INJECTED)" in log or "killed by SIGKILL" in log
    return Struck(done.returncode, done.stderr.decode(errors="replace"), is_hit)


def _trace(folder: Path, words: Sequence[str], what: str) -> "subprocess.CompletedProcess[bytes]":
    log = folder.parent / "strace.log"
    trace = () if what.startswith("trace") else ("-e", f"trace={what[7:].partition(':')[0]}")
    # With the filter, strace 6.1 sends no signals.
    quick = () if "signal" in what else ("--seccomp-bpf",)
    command = ["strace", "-f", "-q", "-y", "-s", "0", *quick, "-o", str(log), *trace, "-e", what, *COMMAND]
    return subprocess.run(
        [*command, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=300,
        env=surroundings(folder),
    )


def surroundings(folder: Path) -> dict[str, str]:
    """Return an environment in which a command makes the same calls each time, and writes only beside its folder."""
    places = {"BRIEFGEN_CACHE": str(folder.parent / "cache"), "TMPDIR": str(folder.parent / "tmp")}
    return environment(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", **places)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder with their contents, and the folders with none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"(a folder)"
        for path in folder.rglob("*")
    }


def without_stages(state: dict[str, bytes]) -> dict[str, bytes]:
    """Return what is left of a folder's state without the stages of killed runs."""
    return {name: content for name, content in state.items() if STAGED not in name}


def need_strace() -> None:
    """Skip the test where strace is missing, or may not follow a process."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("needs strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to trace processes")
