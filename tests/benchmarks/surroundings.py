"""Finds out what a run of the benchmarks needs to be understood: the machine, its load, and all versions."""

import json
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from briefgen import __version__
from tests.benchmarks.archive_contests import ELEVENTY
from tests.benchmarks.ground import Ground, find_pandoc
from tests.benchmarks.record import Surroundings
from tests.conformance.publications import ROOT

PYTHON_PEERS = ("pelican", "mkdocs", "hugo")
OWN_PEERS = ("typer", "weasyprint")


def describe_surroundings(ground: Ground, peers: Path, load: float) -> Surroundings:
    """Describe this machine and the programs on it, before a run."""
    return Surroundings(
        day=datetime.now(UTC).date().isoformat(),
        briefgen=f"{__version__}, commit {_read('git', 'describe', '--always', '--dirty', '--abbrev=10')}",
        machine=_describe_machine(),
        processors=len(os.sched_getaffinity(0)),
        load=(load, load),
        versions=_find_versions(ground, peers),
        issue=f"{ground.issue.name}, {ground.words:,} words",
    )


def _describe_machine() -> str:
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    kilobytes = re.search(r"MemTotal: *(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"))
    memory = f"{int(kilobytes[1]) / 2**20:.0f} GiB of memory" if kilobytes else "memory unknown"
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{model[1] if model else platform.machine()}, {memory}, {system}"


def _find_versions(ground: Ground, peers: Path) -> dict[str, str]:
    versions = {"Python": platform.python_version(), "Node": _read("node", "--version").removeprefix("v")}
    versions |= _ask_packages(ground.folder / "venv/bin/python", OWN_PEERS)
    pandoc = _read(find_pandoc(), "--version").split()[1]
    if (peers / "bin/python").exists():
        versions |= _ask_packages(peers / "bin/python", PYTHON_PEERS)
    eleventy = json.loads(ELEVENTY.with_name("package.json").read_text(encoding="utf-8"))["version"]
    return versions | {"pandoc": pandoc, "eleventy": eleventy}


def _ask_packages(python: Path, names: tuple[str, ...]) -> dict[str, str]:
    code = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    return dict(zip(names, _read(python, "-c", code, *names).split(), strict=True))


def _read(*command: str | Path) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout.strip()
