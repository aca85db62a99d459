"""Runs the validators."""

import subprocess
from collections.abc import Mapping
from pathlib import Path


def run(
    *command: str | Path, cwd: Path | None = None, timeout: float = 300, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program without standard input; a failure is a result, not an error."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=timeout,
    )
