"""A publication to run commands in, and the command itself, run as users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ISSUE = """\
number: 7
date: 2024-01-05
summary: Two ports agree to share one dredger for a year, and say what it will cost each of them.
feature:
  title: Two Ports Share a Dredger
  author: {name: Ana Reyes, bio: Ana Reyes covers harbors.}
  body: |
    The ports signed on Tuesday [@signing]. The crews call it a loan (BBC, January 3).
briefs:
  - title: Silt Returns
    body: |
      The basin fills within a season [@signing].
sources:
  signing: {outlet: Reuters, date: 2024-01-02, url: "https://www.reuters.com/signing", archived: *}
  crews: {outlet: BBC, date: 2024-01-03, url: "https://www.bbc.com/crews", archived: *}
"""

ISSUE = ISSUE.replace("*", '{url: "https://example.org/copy", date: 2024-01-04}')

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A publication with one issue that has nothing to report."""
    folder = tmp_path / "newsroom"
    (folder / "issues").mkdir(parents=True)
    (folder / "issues" / "publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    (folder / "issues" / "7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    return folder


@pytest.fixture
def run(newsroom: Path) -> Run:
    """Run `briefgen` with words, in the newsroom unless told where."""

    def call(
        *words: str, cwd: Path = newsroom, stdin: str = "", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *words],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        )

    return call
