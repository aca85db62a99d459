"""Spelling on the command line: what is said with the program and without it, in every command that checks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE, ROOT, Run

MISSING = "spelling was not checked, because `typos` is missing: `pip install typos` installs it"
WITHOUT = """
import sys
from briefgen.compile import spelling
spelling._find_program = lambda: None
from briefgen.cli import run
sys.exit(run(sys.argv[1:]))
"""
WRONG = ISSUE.replace("fills within", "of the goverment fills within")


@pytest.fixture
def issue(newsroom: Path) -> Path:
    path = newsroom / "issues/7-two-ports.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def run_without(newsroom: Path, *words: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Run `briefgen` where the program is missing."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{WITHOUT}", *words]
    return subprocess.run(command, cwd=newsroom, input=stdin, capture_output=True, text=True, check=False)


def test_a_misspelt_word_is_reported_at_its_place_and_corrected_on_request(issue: Path, run: Run) -> None:
    done = run("validate", "--output-format", "concise")
    assert done.stdout == "issues/7-two-ports.yaml:12:24: warning T114 misspelling: “goverment” is misspelt\n"
    assert "+      The basin of the government fills" in run("validate", "--unsafe-fixes", "--diff").stdout
    assert run("validate", "--unsafe-fixes").returncode == 0
    assert issue.read_text(encoding="utf-8") == WRONG.replace("goverment", "government")


def test_standard_input_is_checked_too(run: Run) -> None:
    done = run("validate", "-", "--output-format", "concise", stdin=WRONG)
    assert "T114 misspelling: “goverment” is misspelt" in done.stdout


def test_a_build_shows_misspelt_words(issue: Path, run: Run) -> None:
    done = run("build", "7", "-f", "html")
    assert issue.exists()
    assert "warning[T114] misspelling [~]: “goverment” is misspelt" in done.stdout


@pytest.mark.parametrize(
    "words", [["validate"], ["validate", "-"], ["validate", "--fix"], ["build", "-f", "html"], ["baseline"]]
)
def test_without_the_program_every_command_says_so_in_one_line(words: list[str], issue: Path) -> None:
    done = run_without(issue.parents[1], *words, stdin=WRONG)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(MISSING) == 1
    assert "T114" not in done.stdout


def test_without_the_program_nothing_is_said_if_the_rule_is_not_selected(issue: Path) -> None:
    done = run_without(issue.parents[1], "validate", "--ignore", "misspelling")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_the_program_accepted_reports_stay_in_the_baseline(issue: Path, run: Run) -> None:
    newsroom = issue.parents[1]
    run("baseline")
    before = (newsroom / "issues/baseline.json").read_text(encoding="utf-8")
    assert "T114" in before
    done = run_without(newsroom, "validate")
    assert "no longer found" not in done.stderr
    run_without(newsroom, "baseline")
    assert (newsroom / "issues/baseline.json").read_text(encoding="utf-8") == before
    issue.write_text(WRONG.replace("goverment", "government"), encoding="utf-8")
    assert "no longer found: 1 of the reports" in run("validate").stderr
