"""The workflow of docs/ci.md takes issues and pictures from a contribution, and nothing else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load(re.findall(r"^```yaml\n(name: newsletter\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0])
TAKEN = {
    "issues/1-first.yaml": "changed",
    "issues/2-second.yaml": "new",
    "issues/images/new.png": "new",
    "issues/images/[0-9]*.png": "new",
}
REFUSED = {
    "issues/publication.yaml": "changed",
    "issues/outlets.yaml": "new",
    "issues/terms.yaml": "new",
    "issues/2/templates/page.yaml": "new",
    "templates/page.html.j2": "changed",
    "templates/css/screen.css": "new",
    ".github/workflows/newsletter.yml": "new",
    "run": "new",
}


def test_a_contribution_may_only_read() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in WORKFLOW["jobs"]["check"]
    assert "secrets" not in str(WORKFLOW)
    # PyYAML reads the key `on` as true.
    assert set(WORKFLOW[True]) == {"pull_request", "push"}


def test_every_job_has_a_limit_and_leaves_no_credentials() -> None:
    for job in WORKFLOW["jobs"].values():
        assert job["timeout-minutes"]
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "-m", "x")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The base branch, with a contribution at its origin under the name that GitHub gives it."""
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init")
    changed = [name for name, state in (TAKEN | REFUSED).items() if state == "changed"]
    commit(origin, dict.fromkeys([*changed, "issues/3-third.yaml"], "ours\n"))
    git(origin, "checkout", "-b", "contribution")
    (origin / "issues/3-third.yaml").unlink()
    commit(origin, dict.fromkeys([*TAKEN, *REFUSED], "theirs\n"))
    git(origin, "update-ref", "refs/pull/5/head", "HEAD")
    git(origin, "checkout", "main")
    git(tmp_path, "clone", "--single-branch", str(origin), "base")
    return tmp_path / "base"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_only_issues_and_pictures_are_taken(checkout: Path) -> None:
    [script] = [step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if "Take issues" in step.get("name", "")]
    subprocess.run(
        ["/bin/bash", "-e", "-c", script], cwd=checkout, check=True, env={"CONTRIBUTION": "refs/pull/5/head"}
    )
    theirs = {
        path.relative_to(checkout).as_posix()
        for path in checkout.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(checkout).parts and path.read_text() == "theirs\n"
    }
    assert theirs == set(TAKEN)
