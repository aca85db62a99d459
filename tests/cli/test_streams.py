"""Where a report goes: to a terminal, to a file, to a reader that has read enough."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.app import ReportFormat
from tests.cli.conftest import ISSUE, ROOT

FAULTY = ISSUE.replace("[@signing].", "[@nothing].")


@pytest.fixture
def faulty(newsroom: Path) -> Path:
    """A publication with something to report."""
    (newsroom / "issues" / "7-two-ports.yaml").write_text(FAULTY, encoding="utf-8")
    return newsroom


def environment(**values: str) -> dict[str, str]:
    plain = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return {**plain, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "xterm", **values}


def words(*options: str) -> list[str]:
    return [sys.executable, "-m", "briefgen", "validate", *options]


def on_terminal(folder: Path, *options: str, **values: str) -> str:
    """Return the output of a command on a terminal."""
    leader, follower = pty.openpty()
    done = subprocess.Popen(words(*options), cwd=folder, stdout=follower, stderr=follower, env=environment(**values))
    os.close(follower)
    printed = b""
    # A terminal whose programs are gone answers with an error where a file would end.
    try:
        while piece := os.read(leader, 4096):
            printed += piece
    except OSError:
        pass
    os.close(leader)
    done.wait()
    return printed.decode()


def to_file(folder: Path, *options: str, **values: str) -> str:
    done = subprocess.run(
        words(*options), cwd=folder, capture_output=True, text=True, check=False, env=environment(**values)
    )
    return done.stdout


@pytest.mark.parametrize(
    ("values", "is_coloured"),
    [
        ({}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_a_terminal_gets_colours_unless_disabled(faulty: Path, values: dict[str, str], *, is_coloured: bool) -> None:
    assert ("\x1b[" in on_terminal(faulty, **values)) is is_coloured


@pytest.mark.parametrize("kind", ["concise", "json", "github", "gitlab", "sarif", "junit"])
def test_machine_readable_reports_have_no_colours(faulty: Path, kind: str) -> None:
    assert "\x1b[" not in to_file(faulty, "--output-format", kind, FORCE_COLOR="1")
    assert "\x1b[" not in on_terminal(faulty, "--output-format", kind, FORCE_COLOR="1")


def test_a_file_gets_colours_only_if_forced_and_the_default_width(faulty: Path) -> None:
    plain = to_file(faulty)
    assert "\x1b[" not in plain
    assert "\x1b[" in to_file(faulty, FORCE_COLOR="1")
    assert without_seconds(to_file(faulty, COLUMNS="60")) == without_seconds(plain)


def without_seconds(report: str) -> str:
    return re.sub(r" in \d+\.\d+ s\.", "", report)


@pytest.mark.parametrize("kind", list(ReportFormat))
@pytest.mark.parametrize("is_shared", [False, True], ids=["report", "report and progress"])
def test_a_reader_that_has_read_enough_ends_the_command_without_a_word(
    faulty: Path, kind: str, *, is_shared: bool
) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        words("--output-format", kind),
        cwd=faulty,
        stdout=write_end,
        stderr=write_end if is_shared else subprocess.PIPE,
        check=False,
        env=environment(),
    )
    os.close(write_end)
    assert done.returncode == 2
    assert not done.stderr
