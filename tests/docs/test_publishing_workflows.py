"""The workflows that `init` writes, run as the servers run them: each command of a job, in a clone of the repository.

`BRIEFGEN` leads to a repository whose `run` starts this checkout. With `BRIEFGEN_REPOSITORY`, as in `.ci/bare-roots`,
it is that repository, from which each job installs briefgen as it would on a server, with every format.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefgen.compile.publication_scaffold import init_publication
from tests.cli.conftest import ISSUE
from tests.docs.pages import ROOT
from tests.docs.recipes import JOBS, PIPELINE, WORKFLOW, WRITTEN

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")

WHOLE = os.environ.get("BRIEFGEN_REPOSITORY", "")
# How a machine reaches the network is its own affair.
NETWORK = ("http_proxy", "https_proxy", "no_proxy", "SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE")
IDENTITY = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
# What each server lets commands know of a push to the branch `main`.
KNOWN = {"github": {"GITHUB_REF_NAME": "main"}, "gitlab": {"CI_COMMIT_BRANCH": "main"}}
BUILD = {"github": "github-build", "gitlab": "gitlab-pages"}
SITE = {"github": "built", "gitlab": "public"}


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "init.defaultBranch=main", *words]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, **IDENTITY})
    return done.stdout.decode()


class Server:
    """A repository of a new publication, and what a server has beside it."""

    def __init__(self, folder: Path, host: str) -> None:
        self.folder = folder
        self.host = host
        self.origin = folder / "origin.git"
        git(folder, "init", "--quiet", "--bare", str(self.origin))
        git(self.origin, "config", "receive.advertisePushOptions", "true")
        program = folder / "program"
        program.mkdir()
        (program / "run").write_text(f'#!/bin/sh\nexec {sys.executable} -m briefgen "$@"\n', encoding="utf-8")
        (program / "run").chmod(0o755)
        git(program, "init", "--quiet")
        commit(program)
        git(program, "tag", WORKFLOW["env"]["BRIEFGEN_VERSION"])
        self.runs = 0
        self.environment = {
            **IDENTITY,
            **KNOWN[host],
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "PUBLICATIONS": ".",
            "BRIEFGEN": WHOLE or str(program),
            "BRIEFGEN_VERSION": "HEAD" if WHOLE else WORKFLOW["env"]["BRIEFGEN_VERSION"],
            "BRIEFGEN_CACHE": str(folder / "cache"),
            "REMOTE": str(self.origin),
        }
        own = (name for name in ("HOME", *NETWORK) if name in os.environ)
        self.environment |= {name: os.environ[name] for name in own} if WHOLE else {"PYTHONPATH": str(ROOT)}

    def clone(self) -> Path:
        """Return what a job begins with."""
        self.runs += 1
        folder = self.folder / f"clone-{self.runs}"
        git(self.folder, "clone", "--quiet", str(self.origin), str(folder))
        return folder

    def run(self, job: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run the commands of a job, each in a shell of its own, until one fails."""
        steps = [step for step in JOBS[job] if "run" in step]
        # GitLab has one shell for all of them.
        scripts = [step["run"] for step in steps]
        if self.host == "gitlab":
            scripts = ["\n".join([*(PIPELINE["default"]["before_script"] if WHOLE else ()), *scripts])]
        done = None
        for script in scripts:
            done = subprocess.run(
                ["/bin/bash", "-e", "-c", script],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                env=self.environment,
            )
            if done.returncode:
                break
        assert done is not None
        return done


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


@pytest.mark.parametrize("host", KNOWN)
def test_a_push_is_published_and_recorded_and_a_silent_change_is_not(tmp_path: Path, host: str) -> None:
    server = Server(tmp_path, host)
    desk = server.clone()
    init_publication(desk, date(2024, 1, 5), ["github", "gitlab"])
    (desk / "issues/1-first-issue.yaml").unlink()
    if not WHOLE:
        (desk / "issues/publication.yaml").write_text("build: {formats: [markdown]}\n", encoding="utf-8")
    issue = desk / "issues/7-two-ports.yaml"
    issue.write_text(ISSUE, encoding="utf-8")
    commit(desk)
    git(desk, "push", "--quiet", "origin", "HEAD:main")
    built, recorded = server.clone(), server.clone()
    done = server.run(BUILD[host], built)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (built / SITE[host]).rglob("*.md")] == ["7-two-ports.md"]
    # Meanwhile somebody pushed something else.
    (desk / "README").write_text("x", encoding="utf-8")
    commit(desk)
    git(desk, "push", "--quiet", "origin", "HEAD:main")
    # What the server hands from one job to the other.
    shutil.copy(built / "published.patch", recorded)
    if host == "gitlab":
        git(recorded, "checkout", "--quiet", "--detach")
    done = server.run(f"{host}-record", recorded)
    assert done.returncode == 0, done.stderr
    git(desk, "pull", "--quiet", "--rebase")
    assert re.findall(r"(?m)^7-\S+ 0 2024-01-05 ", (desk / "issues/published.lock").read_text(encoding="utf-8"))
    assert (desk / "README").exists()
    issue.write_text(ISSUE.replace("Silt", "Mud"), encoding="utf-8")
    commit(desk)
    git(desk, "push", "--quiet", "origin", "HEAD:main")
    done = server.run(BUILD[host], server.clone())
    assert done.returncode == 1, done.stderr
    assert "error[S017]" in done.stdout
    # Nothing was published, so nothing is to be recorded: the next job does not even begin.
    assert not (tmp_path / f"clone-{server.runs}/published.patch").exists()


def test_nothing_is_committed_where_nothing_changed(tmp_path: Path) -> None:
    server = Server(tmp_path, "github")
    desk = server.clone()
    (desk / "published.patch").write_text("", encoding="utf-8")
    assert server.run("github-record", desk).returncode == 0


def test_every_action_is_named_by_a_commit_and_its_version() -> None:
    used = [line for line in WRITTEN[".github/workflows/newsletter.yml"].splitlines() if "uses:" in line]
    assert used
    assert all(re.fullmatch(r" +- uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line) for line in used)
    # One commit for each action, wherever it is named.
    pages = [ROOT / "docs/archives.md", ROOT / "docs/ci.md", *(ROOT / ".github/workflows").glob("*.yml")]
    texts = "".join(page.read_text(encoding="utf-8") for page in pages)
    everywhere = set(re.findall(r"uses: (actions/[\w-]+)@(\S+)", texts))
    assert len({action for action, _ in everywhere}) == len(everywhere)


def test_no_command_of_a_workflow_has_an_expression_in_it() -> None:
    """GitHub would put the text of strangers into the script."""
    assert not [step["run"] for steps in JOBS.values() for step in steps if "${{" in step.get("run", "")]


def test_gitlab_publishes_from_the_default_branch_only() -> None:
    own = [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert PIPELINE["pages"]["rules"] == PIPELINE["record"]["rules"] == own
    assert "TOKEN" not in str(PIPELINE["check"])
