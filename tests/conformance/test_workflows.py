"""Reads the workflows that `init` writes, and our own, with check-jsonschema and zizmor."""

import json
import sys
from pathlib import Path

import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import ROOT, run_briefgen
from tests.conformance.test_schemas import find_schema_findings

GITHUB = ("--builtin-schema", "vendor.github-workflows")
GITLAB = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    done = run_briefgen("init", "paper", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path / "paper"


def find_attacks(*options: str, file: Path) -> list[str]:
    """Run zizmor, which looks for what an attacker could use; it asks nobody on the network."""
    program = Path(sys.executable).parent / "zizmor"
    done = run(program, "--offline", "--no-config", "--format", "json", *options, file)
    assert done.stdout, done.stderr
    return [f"{one['ident']}: {one['desc']}" for one in json.loads(done.stdout)]


def test_workflows_keep_to_the_schemas_of_their_servers(folder: Path, verdict: Verdict) -> None:
    verdict("check-jsonschema", find_schema_findings(*GITHUB, files=[folder / ".github/workflows/newsletter.yml"]))
    verdict("check-jsonschema", find_schema_findings(*GITLAB, files=[folder / ".gitlab-ci.yml"]))


def test_an_attacker_finds_nothing_in_them(folder: Path, verdict: Verdict) -> None:
    verdict("zizmor", find_attacks("--pedantic", file=folder / ".github/workflows/newsletter.yml"))
    for own in sorted((ROOT / ".github/workflows").glob("*.yml")):
        verdict("zizmor", find_attacks(file=own))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("persist-credentials: false", "clean: true", "artipacked"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", "unpinned-uses"),
        ("\n  pull_request:", "\n  pull_request_target:", "dangerous-triggers"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
        ('"$CONTRIBUTION"', '"${{ github.head_ref }}"', "template-injection"),
    ],
)
def test_zizmor_detects_faults(folder: Path, old: str, new: str, said: str) -> None:
    file = folder / ".github/workflows/newsletter.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert any(finding.startswith(said) for finding in find_attacks("--pedantic", file=file))


def test_the_schema_detects_faults(folder: Path) -> None:
    file = folder / ".github/workflows/newsletter.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("runs-on:", "runs_on:"), encoding="utf-8")
    assert find_schema_findings(*GITHUB, files=[file])
