"""A publication to attack, and the ways to run briefgen on it."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, newsroom

__all__ = ["newsroom"]

COMMAND = (sys.executable, "-m", "briefgen")
NOBODY = 65_534

Start = Callable[..., "subprocess.CompletedProcess[bytes]"]


def environment(**values: str) -> dict[str, str]:
    """Return the environment of a command."""
    colours = {"NO_COLOR", "FORCE_COLOR"}
    kept = {key: value for key, value in os.environ.items() if key not in colours}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **values}


def as_someone_else() -> list[str]:
    """Return the words that run a command without root's right to read and write everything.

    Nobody's own files are then those of another user. Somebody who is not root has no such right anyway.
    """
    if os.geteuid() != 0:
        return []
    rights = "-dac_override,-dac_read_search,-fowner,-chown"
    words = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
    if subprocess.run([*words, "test", "-r", str(ROOT / "pyproject.toml")], check=False).returncode:
        pytest.skip(f"only another user may read {ROOT}, so briefgen cannot be run from it without root's rights")
    return words


@pytest.fixture
def start(newsroom: Path) -> Start:
    """Run `briefgen` with words, in the newsroom unless told where."""

    def call(
        *words: str, cwd: Path = newsroom, before: Sequence[str] = (), seconds: int = 120, **values: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*before, *COMMAND, *words],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=seconds,
            env=environment(**values),
        )

    return call
