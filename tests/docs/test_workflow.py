"""The recipes of docs/ci.md, run: what they take from a contribution, and that they work in any folder."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefgen.compile.house_files import FILES
from tests.cli.conftest import ISSUE
from tests.docs.pages import ROOT
from tests.docs.recipes import ARCHIVE, JOBS, TAKING, WORKFLOW

HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
TAKEN = {
    "issues/1-first.yaml": "changed",
    "issues/2-second.yaml": "new",
    # It is reported for its name, not passed over.
    "issues/second.yml": "new",
    "issues/images/new.png": "new",
    "issues/images/[0-9]*.png": "new",
}
REFUSED = {
    **{f"issues/{name}": "changed" for name in FILES},
    "issues/moved.yaml": "new",
    "issues/Publication.YML": "new",
    "issues/baseline.json": "new",
    "issues/images/Logo-white.png": "changed",
    "issues/images/.gitattributes": "new",
    "issues/images/.gitignore": "new",
    "issues/2/templates/page.yaml": "new",
    "templates/page.html.j2": "changed",
    "templates/css/screen.css": "new",
    ".github/workflows/newsletter.yml": "new",
    "run": "new",
}
# As GitHub runs a step that says `shell: bash`.
SHELL = ("/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
PLACES = (".", "newsletters/a newsletters/b")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")


def test_a_contribution_may_only_read() -> None:
    assert WORKFLOW["permissions"] == {}
    assert WORKFLOW["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert not re.search(r"secrets|token", str(WORKFLOW["jobs"]["check"]))
    assert WORKFLOW["jobs"]["build"]["permissions"] == {"contents": "read"}
    # What may write follows, directly or not, what runs on your own branch only.
    own = WORKFLOW["jobs"]["build"]["if"]
    assert own == "github.event_name == 'push' && github.ref_name == github.event.repository.default_branch"
    needed = {name: job.get("needs") for name, job in WORKFLOW["jobs"].items()}
    assert needed == {"check": None, "build": None, "deploy": "build", "record": "deploy"}
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


def in_each(places: str, files: dict[str, str]) -> dict[str, str]:
    """The same files in each folder."""
    return {(Path(place) / name).as_posix(): state for place in places.split() for name, state in files.items()}


def make_checkout(root: Path, taken: dict[str, str], refused: dict[str, str]) -> Path:
    """The base branch, with a contribution at its origin under the name that GitHub gives it."""
    origin = root / "origin"
    origin.mkdir()
    git(origin, "init")
    changed = [name for name, state in (taken | refused).items() if state == "changed"]
    third = [name.replace("1-first", "3-third") for name in taken if name.endswith("1-first.yaml")]
    commit(origin, dict.fromkeys([*changed, *third], "ours\n"))
    git(origin, "checkout", "-b", "contribution")
    for name in third:
        (origin / name).unlink()
    commit(origin, dict.fromkeys([*taken, *refused], "theirs\n"))
    git(origin, "update-ref", "refs/pull/5/head", "HEAD")
    git(origin, "checkout", "main")
    git(root, "clone", "--single-branch", str(origin), "base")
    return root / "base"


@needs_git
@pytest.mark.parametrize("places", PLACES)
def test_only_issues_and_pictures_are_taken(tmp_path: Path, places: str) -> None:
    taken = in_each(places, TAKEN)
    checkout = make_checkout(tmp_path, taken, in_each(places, REFUSED))
    environment = {"CONTRIBUTION": "refs/pull/5/head", "PUBLICATIONS": places}
    subprocess.run([*SHELL, TAKING["run"]], cwd=checkout, check=True, env=environment)
    theirs = {
        path.relative_to(checkout).as_posix()
        for path in checkout.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(checkout).parts and path.read_text() == "theirs\n"
    }
    assert theirs == set(taken)


def find_commands() -> dict[str, str]:
    """What the recipes run of briefgen, by recipe and job."""
    commands = {name: [step["run"] for step in steps if "run" in step] for name, steps in JOBS.items()}
    found = {name: [each for each in lines if ".briefgen/run" in each] for name, lines in commands.items()}
    return {name: "\n".join(lines) for name, lines in found.items() if lines}


# That those which publish work at the root, tests/docs/test_publishing_workflows.py shows.
RUNS = [(job, places) for job in find_commands() for places in PLACES if places != "." or job.endswith("-check")]


@needs_git
@pytest.mark.parametrize(("job", "places"), RUNS)
def test_the_commands_of_the_recipes_work_in_any_folder(tmp_path: Path, places: str, job: str) -> None:
    git(tmp_path, "init")
    for place in places.split():
        issues = tmp_path / place / "issues"
        issues.mkdir(parents=True)
        (issues / "publication.yaml").write_text("build: {formats: [html]}\n", encoding="utf-8")
        # A warning, which fails nothing, and has a place.
        (issues / "7-two-ports.yaml").write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    program = tmp_path / ".briefgen/run"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m briefgen "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["/bin/bash", "-e", "-c", find_commands()[job]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), "PUBLICATIONS": places, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    folder = "public" if job == "gitlab-pages" else "built"
    for place in places.split():
        assert (tmp_path / folder / place / "7-two-ports/index.html").is_file()
    paths = [(Path(place) / "issues/7-two-ports.yaml").as_posix() for place in places.split()]
    if job == "github-check":
        assert re.findall("^::warning file=([^,]+),", done.stdout, re.MULTILINE) == paths
    if job == "gitlab-check":
        report = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        assert [each["location"]["path"] for each in report] == paths


@pytest.mark.attacks
def test_four_machines_build_what_one_does(tmp_path: Path) -> None:
    jobs = ARCHIVE["jobs"]
    [build] = [step["run"] for step in jobs["build"]["steps"] if ".briefgen/run" in step.get("run", "")]
    merge = "\n".join(step["run"] for step in jobs["publish"]["steps"] if ".briefgen/run" in step.get("run", ""))
    parts = jobs["build"]["strategy"]["matrix"]["part"]
    names = {step["with"]["name"] for step in jobs["build"]["steps"] if "upload-artifact" in step.get("uses", "")}
    assert names == {"part-${{ matrix.part }}"}
    issues = tmp_path / "issues"
    issues.mkdir()
    (issues / "publication.yaml").write_text("build: {formats: [html, markdown]}\n", encoding="utf-8")
    for number in range(1, 7):
        text = ISSUE.replace("number: 7", f"number: {number}").replace("2024-01-05", f"2024-01-0{number + 2}")
        (issues / f"{number}-ports.yaml").write_text(text, encoding="utf-8")
    for part in parts:
        # What `upload-artifact` and `download-artifact` do between the two jobs.
        shell(tmp_path, build.replace("${{ matrix.part }}", str(part)))
        (tmp_path / "part").rename(tmp_path / f"part-{part}")
    (tmp_path / "parts").mkdir()
    for part in parts:
        (tmp_path / f"part-{part}").rename(tmp_path / f"parts/part-{part}")
    shell(tmp_path, merge)
    shell(tmp_path, ".briefgen/run build --output whole")
    merged, whole = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "dist", tmp_path / "whole")
    )
    assert merged == whole
    assert Path("search/pagefind-entry.json") in whole
    assert len([path for path in whole if path.parts[0].endswith("-ports")]) == 2 * 6
    assert whole[Path("index.html")].count(b"-ports/") == 6


def shell(folder: Path, commands: str) -> None:
    """Run commands as a step of a workflow does."""
    program = folder / ".briefgen/run"
    if not program.exists():
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m briefgen "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    environment = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    done = subprocess.run([*SHELL, commands], cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("place", ["", "newsletters/a/"])
def test_the_hook_is_given_issues_and_nothing_else(place: str) -> None:
    wanted = re.compile(HOOK["files"])
    issues = ["7-two-ports.yaml", "7.yml", "two-ports.yaml", "publications.yaml"]
    others = [
        *FILES,
        "moved.yaml",
        "publication.yml",
        "_7-later.yaml",
        ".7.yaml",
        "7.yaml~",
        "images/7.yaml",
        "7-notes.md",
    ]
    assert [name for name in (*issues, *others) if wanted.search(f"{place}issues/{name}")] == issues
    assert not wanted.search(f"{place}other-issues/7.yaml")
