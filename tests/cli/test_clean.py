"""What a build removes: other formats of an issue, and with `--clean` what was built of issues that are gone."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE, Run


def test_a_build_says_which_other_formats_it_removes(newsroom: Path, run: Run) -> None:
    run("build", "-f", "html,markdown")
    issue = newsroom / "issues" / "7-two-ports.yaml"
    issue.write_text(ISSUE.replace("The crews", "Both crews"), encoding="utf-8")
    done = run("build", "-f", "markdown")
    assert "removed from dist/7-two-ports/: index.html; to keep them, name their formats too\n" in done.stderr
    assert "removed" not in run("build", "-f", "markdown").stderr
    assert "removed" not in run("build", "-f", "html,markdown").stderr


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_outputs_of_a_renamed_issue_are_removed_when_that_is_asked_for(newsroom: Path, run: Run, form: str) -> None:
    run("build", "-f", form)
    issue = newsroom / "issues" / "7-two-ports.yaml"
    issue.rename(issue.with_name("7-dredger.yaml"))
    run("build", "-f", form)
    assert _names(newsroom / "dist") == ["7-dredger", "7-two-ports"]
    done = run("build", "-f", form, "--clean")
    assert done.returncode == 0
    assert "removed dist/7-two-ports/: its issue is gone\n" in done.stderr
    assert _names(newsroom / "dist") == ["7-dredger"]


def _names(folder: Path) -> list[str]:
    """Return the names of the folders of issues."""
    return sorted(path.name for path in folder.glob("7-*"))


def test_an_issue_that_cannot_be_read_is_not_gone(newsroom: Path, run: Run) -> None:
    run("build", "-f", "html")
    (newsroom / "issues" / "7-two-ports.yaml").write_text("title: Taiwan: what next\n", encoding="utf-8")
    assert run("build", "-f", "html", "--clean").returncode == 1
    assert (newsroom / "dist/7-two-ports/index.html").is_file()


def test_only_one_issue_is_built_and_no_other_is_gone(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "8-next.yaml").write_text(ISSUE.replace("number: 7", "number: 8"), encoding="utf-8")
    run("build", "-f", "markdown")
    run("build", "-f", "markdown", "--clean", "7")
    assert sorted(path.name for path in (newsroom / "dist").iterdir()) == ["7-two-ports", "8-next", "manifest.json"]


def test_what_briefgen_did_not_write_is_never_removed(newsroom: Path, run: Run, tmp_path: Path) -> None:
    run("build", "-f", "html,markdown")
    dist = newsroom / "dist"
    page = (dist / "7-two-ports" / "index.html").read_text(encoding="utf-8")
    for name, file, text in (
        ("2024", "index.html", "<html>By hand</html>"),
        ("6-mixed", "index.html", page),
        ("6-mixed", "notes.txt", "mine"),
        ("5-notes", "notes.md", "mine"),
        ("5-notes", "README.md", "mine"),
        ("About Us", "index.html", page),
        ("empty", "", ""),
    ):
        (dist / name).mkdir(exist_ok=True)
        if file:
            (dist / name / file).write_text(text, encoding="utf-8")
    (tmp_path / "4-away").mkdir()
    (tmp_path / "4-away" / "4-away.md").write_text("mine", encoding="utf-8")
    (dist / "4-away").symlink_to(tmp_path / "4-away")
    (dist / "3-linked").mkdir()
    (dist / "3-linked" / "3-linked.md").symlink_to(tmp_path / "4-away" / "4-away.md")
    (dist / "index.html").write_text("home", encoding="utf-8")
    before = sorted(path.relative_to(dist) for path in dist.rglob("*"))
    done = run("build", "-f", "html,markdown", "--clean")
    assert sorted(path.relative_to(dist) for path in dist.rglob("*")) == before
    assert "kept dist/6-mixed/, of no issue: `notes.txt` in it is not briefgen’s; move it, or delete" in done.stderr
    assert "kept dist/3-linked/, of no issue: `3-linked.md`" in done.stderr
    assert "removed" not in done.stderr


def test_a_folder_that_was_named_and_a_lone_issue_are_not_cleaned(newsroom: Path, run: Run, tmp_path: Path) -> None:
    done = run("build", "-f", "html", "-o", "site", "--clean")
    assert done.returncode == 2
    assert "`--clean` works in a publication's own `dist/` only" in done.stderr
    assert not (newsroom / "site").exists()
    lone = tmp_path / "lone.yaml"
    lone.write_text(ISSUE, encoding="utf-8")
    assert "belongs to no publication" in run("build", "-f", "html", "--clean", "lone.yaml", cwd=tmp_path).stderr


def test_the_manifest_does_not_name_what_was_removed(newsroom: Path, run: Run) -> None:
    issue = newsroom / "issues/7-two-ports.yaml"
    other = issue.with_name("6-two-ports.yaml")
    other.write_text(issue.read_text(encoding="utf-8").replace("number: 7", "number: 6"), encoding="utf-8")
    run("build", "-f", "markdown")
    other.unlink()
    run("build", "-f", "markdown", "--clean")
    assert list(json.loads((newsroom / "dist/manifest.json").read_bytes())["issues"]) == ["7-two-ports"]
