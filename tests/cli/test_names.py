"""Files of issues by their names: none is passed over, and no two are written to one folder."""

from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE, Run


def concise(run: Run, *words: str) -> list[str]:
    """What is said of names."""
    done = run("validate", "--output-format", "concise", "--select", "S006,S015", *words)
    return [line.partition(": ")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["sister-cities.yaml", "9 sister cities.yaml", "Issue 9.yaml"])
def test_a_file_whose_name_says_no_number_is_told_by_every_command(newsroom: Path, run: Run, name: str) -> None:
    text = ISSUE.replace("number: 7", "number: 9").replace("2024-01-05", "2024-01-19")
    (newsroom / "issues" / name).write_text(text, encoding="utf-8")
    said = f"`{name}` contains an issue but is not read"
    assert concise(run) == [f"warning S015 unread-file: {said}"]
    assert said in run("build", "-f", "markdown").stdout
    assert said in run("build", "-f", "markdown", "7").stdout


def test_files_of_one_number_are_errors_and_neither_is_built(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "7-other.yaml").write_text(ISSUE, encoding="utf-8")
    assert concise(run) == [
        "error S006 issue-sequence: the files `7-other.yaml` and `7-two-ports.yaml` have the same number",
        "error S006 issue-sequence: the files `7-two-ports.yaml` and `7-other.yaml` have the same number",
    ]
    assert run("build", "-f", "markdown").returncode == 1
    assert run("build", "-f", "markdown", "issues/7-other.yaml").returncode == 1
    assert not (newsroom / "dist").exists()


@pytest.mark.parametrize("name", ["7-two-ports.yml", "7-Two-Ports.yaml", "7-two_ports.yaml"])
def test_files_of_one_output_folder_end_a_build_before_anything_is_written(newsroom: Path, run: Run, name: str) -> None:
    (newsroom / "issues" / name).write_text(ISSUE, encoding="utf-8")
    (newsroom / "issues" / "6-before.yaml").write_text(ISSUE.replace("number: 7", "number: 6"), encoding="utf-8")
    done = run("build", "-f", "markdown", "--draft")
    assert done.returncode == 2
    assert "would both be written to `dist/7-two-ports/`\n  = help: rename one" in done.stderr
    assert not (newsroom / "dist").exists()
