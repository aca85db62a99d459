"""Several publications in one repository: folders as arguments, settings of each, paths from the repository's root."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import ISSUE, Run

FAULTY = ISSUE.replace("@signing]. The", "@singing]. The")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two publications below one folder, each with an error in its one issue; no git yet."""
    root = tmp_path / "repository"
    for name in ("a", "b"):
        issues = root / "newsletters" / name / "issues"
        issues.mkdir(parents=True)
        (issues / "publication.yaml").write_text(f"name: Notes {name.upper()}\n", encoding="utf-8")
        (issues / "7-two-ports.yaml").write_text(FAULTY, encoding="utf-8")
    return root


def paths(run: Run, *words: str, cwd: Path) -> list[str]:
    """The paths in the JSON report of the misspelt citation."""
    done = run("validate", "--select", "C102", "--output-format", "json", *words, cwd=cwd)
    return [each["path"] for each in json.loads(done.stdout)["diagnostics"]]


A, B = "newsletters/a/issues/7-two-ports.yaml", "newsletters/b/issues/7-two-ports.yaml"


def test_folders_are_arguments(repository: Path, run: Run) -> None:
    assert paths(run, "newsletters/a", "newsletters/b", cwd=repository) == [A, B]
    assert paths(run, "newsletters/b/issues", cwd=repository) == [B]
    assert paths(run, ".", cwd=repository / "newsletters/a") == ["issues/7-two-ports.yaml"]
    assert paths(run, "7", cwd=repository / "newsletters/a/issues") == ["7-two-ports.yaml"]


def test_an_issue_that_is_meant_twice_is_checked_once(repository: Path, run: Run) -> None:
    words = ("7", ".", "issues", "issues/7-two-ports.yaml")
    assert len(paths(run, *words, cwd=repository / "newsletters/a")) == 1


def test_a_folder_of_publications_is_none(repository: Path, run: Run) -> None:
    done = run("validate", "newsletters", cwd=repository)
    assert done.returncode == 2
    assert done.stderr == (
        "error: `newsletters` is no publication: it holds no `issues/`\n"
        "  = help: name those in it: newsletters/a newsletters/b\n"
    )
    # Even in a folder that lies in a publication.
    (repository / "issues").mkdir()
    assert run("validate", "newsletters", cwd=repository).returncode == 2


def test_paths_for_programs_count_from_the_root_of_the_repository(repository: Path, run: Run) -> None:
    (repository / ".git").mkdir()
    (repository / "newsletters/a/issues/8-more.yaml").write_text(FAULTY, encoding="utf-8")
    where = repository / "newsletters/a"
    said = {
        form: run("validate", "7", "--select", "C102", "--output-format", form, cwd=where).stdout
        for form in ("json", "github", "gitlab", "sarif", "junit", "concise")
    }
    assert json.loads(said["json"])["diagnostics"][0]["path"] == A
    assert f"::error file={A},line=8," in said["github"]
    assert json.loads(said["gitlab"])[0]["location"]["path"] == A
    [result] = json.loads(said["sarif"])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == A
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == A
    suites = ET.fromstring(said["junit"])  # noqa: S314 - briefgen's own output
    assert [suite.attrib["name"] for suite in suites] == [A]
    # People read it where they are.
    assert said["concise"].startswith("issues/7-two-ports.yaml:8:35: ")


def test_related_places_in_other_files_count_from_there_too(repository: Path, run: Run) -> None:
    (repository / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    (repository / "newsletters/a/issues/8-more.yaml").write_text(ISSUE, encoding="utf-8")
    done = run("validate", "8", "--select", "S006", "--output-format", "json", cwd=repository / "newsletters/a")
    related = [each["path"] for found in json.loads(done.stdout)["diagnostics"] for each in found["related"]]
    assert related == [A]


def test_each_publication_fails_by_its_own_settings(repository: Path, run: Run) -> None:
    clean = ISSUE.replace(" (BBC, January 3)", "")
    for name in ("a", "b"):
        (repository / f"newsletters/{name}/issues/7-two-ports.yaml").write_text(clean, encoding="utf-8")
    settings = repository / "newsletters/a/issues/publication.yaml"
    settings.write_text("validate: {fail_on: warning}\n", encoding="utf-8")
    (repository / "newsletters/a/issues/7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    both = ("newsletters/a", "newsletters/b")
    # The warning stands in the one that lets it pass.
    assert run("validate", *both, cwd=repository).returncode == 0
    assert run("validate", *both, "--strict", cwd=repository).returncode == 1


def test_a_baseline_is_that_of_its_own_publication(repository: Path, run: Run) -> None:
    clean = ISSUE.replace(" (BBC, January 3)", "")
    for name in ("a", "b"):
        (repository / f"newsletters/{name}/issues/7-two-ports.yaml").write_text(clean, encoding="utf-8")
    run("baseline", "newsletters/a", cwd=repository)
    done = run("validate", "newsletters/b", "newsletters/a", "--output-format", "concise", cwd=repository)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [B]


def test_each_publication_is_built_by_its_own_settings(repository: Path, run: Run) -> None:
    for name in ("a", "b"):
        (repository / f"newsletters/{name}/issues/7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
        settings = repository / f"newsletters/{name}/issues/publication.yaml"
        formats = "[html]" if name == "a" else "[markdown]"
        settings.write_text(f"name: Notes\nbuild: {{formats: {formats}}}\n", encoding="utf-8")
    assert run("build", "newsletters/a", "newsletters/b", cwd=repository).returncode == 0
    made = sorted(path.relative_to(repository).as_posix() for path in repository.glob("newsletters/*/dist/*/*"))
    issues = [path for path in made if "/7-two-ports/" in path]
    assert issues == ["newsletters/a/dist/7-two-ports/index.html", "newsletters/b/dist/7-two-ports/7-two-ports.md"]
    # Without pages of issues there is no site.
    assert {path.split("/")[1] for path in made if path not in issues} == {"a"}


def test_two_publications_in_one_folder_have_no_site(repository: Path, run: Run) -> None:
    other = repository / "newsletters/b/issues/7-two-ports.yaml"
    other.rename(other.with_name("8-other.yaml"))
    done = run("build", "newsletters/a", "newsletters/b", "-o", "site", "-f", "html", "--draft", cwd=repository)
    assert "note: no site is made in site/, since several publications are built into it\n" in done.stderr
    assert not (repository / "site/index.html").exists()


def test_two_publications_are_not_written_over_each_other(repository: Path, run: Run) -> None:
    done = run("build", "newsletters/a", "newsletters/b", "-o", "site", "--draft", cwd=repository)
    assert done.returncode == 2
    assert f"error: `{A}` and `{B}` would both be written to `site/7-two-ports/`" in done.stderr
    assert not (repository / "site").exists()
