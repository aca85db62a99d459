"""Files of issues by their names: none is passed over, and no two are written to one folder."""

from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE, Run


def concise(run: Run, *words: str) -> list[str]:
    """What is said of names."""
    done = run("validate", "--output-format", "concise", "--select", "S006", *words)
    return [line.partition(": ")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("sister-cities.yaml", "9-sister-cities.yaml"),
        ("Sister Cities.yml", "9-sister-cities.yaml"),
        ("issue-9.yaml", "9-issue.yaml"),
        ("港口.yaml", "9-two-ports-share-a-dredger.yaml"),
        ("9 dredgers.yaml", "9-dredgers.yaml"),
    ],
)
def test_a_file_whose_name_says_no_number_is_an_error_with_a_name_for_it(
    newsroom: Path, run: Run, name: str, proposed: str
) -> None:
    text = ISSUE.replace("number: 7", "number: 9").replace("2024-01-05", "2024-01-19")
    (newsroom / "issues" / name).write_text(text, encoding="utf-8")
    done = run("validate", "--select", "S006")
    assert done.returncode == 1
    assert f"error[S006] issue-sequence: the file’s name, `{name}`, does not begin with the number" in done.stdout
    assert f"= help: name it `{proposed}`, or `_{name}` to put it aside" in done.stdout
    assert f"--> issues/{name}:1:9" in done.stdout
    built = run("build", "-f", "markdown")
    assert built.returncode == 1
    assert [path.name for path in (newsroom / "dist").iterdir()] == ["7-two-ports"]


@pytest.mark.parametrize(
    "name",
    [
        "_8-later.yaml",
        ".8-hidden.yaml",
        "8-two.yaml~",
        "8-two.yaml.bak",
        "moved.yaml",
        "published.lock",
        "baseline.txt",
    ],
)
def test_what_is_put_aside_or_kept_by_an_editor_is_not_an_issue(newsroom: Path, run: Run, name: str) -> None:
    (newsroom / "issues" / name).write_text("no issue: at all\n", encoding="utf-8")
    assert run("validate").stdout.startswith("Nothing to report. Checked 1 issue, ")


def test_a_lone_issue_may_be_called_as_it_likes(run: Run, tmp_path: Path) -> None:
    lone = tmp_path / "lone.yaml"
    lone.write_text(ISSUE, encoding="utf-8")
    assert run("validate", "lone.yaml", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("name", ["publication.yml", "Terms.yaml", "outlets.YML"])
def test_settings_that_would_not_be_read_are_refused(newsroom: Path, run: Run, name: str) -> None:
    (newsroom / "issues" / name).write_text("name: Harbor\n", encoding="utf-8")
    done = run("validate")
    assert done.returncode == 2
    assert done.stderr.startswith(
        f"error: `issues/{name}` is not read\n  = help: name it `{name.lower()[:-4].strip('.')}"
    )


def test_files_of_one_number_are_errors_and_neither_is_built(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "7-other.yaml").write_text(ISSUE, encoding="utf-8")
    assert concise(run) == [
        "error S006 issue-sequence: the files `7-other.yaml` and `7-two-ports.yaml` have the same number",
        "error S006 issue-sequence: the files `7-two-ports.yaml` and `7-other.yaml` have the same number",
    ]
    assert run("build", "-f", "markdown").returncode == 1
    assert not (newsroom / "dist").exists()


@pytest.mark.parametrize("name", ["7-two-ports.yml", "7-Two-Ports.yaml", "7-two_ports.yaml"])
def test_files_of_one_output_folder_end_a_build_before_anything_is_written(newsroom: Path, run: Run, name: str) -> None:
    (newsroom / "issues" / name).write_text(ISSUE, encoding="utf-8")
    (newsroom / "issues" / "6-before.yaml").write_text(ISSUE.replace("number: 7", "number: 6"), encoding="utf-8")
    done = run("build", "-f", "markdown", "--draft")
    assert done.returncode == 2
    assert "would both be written to `dist/7-two-ports/`\n  = help: rename one" in done.stderr
    assert not (newsroom / "dist").exists()


def test_the_next_number_counts_the_files_without_one(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "later.yaml").write_text(ISSUE.replace("number: 7", "number: 12"), encoding="utf-8")
    assert "wrote issues/13-ports.yaml" in run("new", "Ports").stderr
    assert "there are 7, 13, and" not in run("validate", "12").stderr
    assert "there are 7, 13, `later.yaml`, whose name says no number" in run("validate", "12").stderr
