"""`briefgen validate --fix`: what is fixed, what is not, and the exit code."""

import json
import shutil
from pathlib import Path

from tests.cli.conftest import ISSUE, Run

# Two safe fixes (a superfluous year, an unordered group) and an unsafe one (an unused source).
FAULTY = (
    ISSUE.replace("(BBC, January 3)", "(BBC, January 3, 2024; Reuters, January 2)").replace(
        "sources:\n", "sources:   # in the order of citation\n"
    )
    + "  spare: {outlet: NRC, date: 2023-05-07}\n"
)


def issue(newsroom: Path) -> Path:
    return newsroom / "issues" / "7-two-ports.yaml"


def test_safe_fixes_are_made_and_everything_else_stays(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(FAULTY, encoding="utf-8")
    # Only a house that has set an order of citations has it kept without asking.
    (newsroom / "issues/publication.yaml").write_text("name: Harbor Notes\nstyle: {order: date}\n", encoding="utf-8")
    done = run("validate", "--fix", "--output-format", "concise")
    assert done.returncode == 0
    assert done.stderr.startswith("2 fixed\n")
    expected = FAULTY.replace("(BBC, January 3, 2024; Reuters, January 2)", "(Reuters, January 2; BBC, January 3)")
    assert issue(newsroom).read_text(encoding="utf-8") == expected
    assert "C104 unused-source" in done.stdout


def test_unsafe_fixes_are_applied_only_on_request(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(FAULTY, encoding="utf-8")
    done = run("validate", "--unsafe-fixes")
    assert "spare" not in issue(newsroom).read_text(encoding="utf-8")
    assert done.stdout.startswith("Nothing to report.")


def test_twice_equals_once(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(FAULTY, encoding="utf-8")
    run("validate", "--unsafe-fixes")
    once = issue(newsroom).read_bytes()
    done = run("validate", "--unsafe-fixes")
    assert done.stderr.startswith("nothing to fix\n")
    assert issue(newsroom).read_bytes() == once


def test_a_diff_is_shown_and_nothing_written(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(FAULTY, encoding="utf-8")
    done = run("validate", "--diff")
    assert done.returncode == 1
    assert issue(newsroom).read_text(encoding="utf-8") == FAULTY
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- issues/7-two-ports.yaml", "+++ issues/7-two-ports.yaml"]
    assert [line[0] for line in lines[2:] if line[0] in "+-"] == ["-", "+"]
    assert shutil.which("patch") is None or "@@" in done.stdout


def test_a_diff_of_nothing_ends_with_zero(run: Run) -> None:
    done = run("validate", "--diff")
    assert (done.returncode, done.stdout) == (0, "")


def test_mode_and_byte_order_mark_and_line_ends_stay(newsroom: Path, run: Run) -> None:
    path = issue(newsroom)
    path.write_bytes(b"\xef\xbb\xbf" + FAULTY.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    assert run("validate", "--fix").returncode == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfnumber: 7\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == FAULTY.count("\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_only_the_selected_rules_fix(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(FAULTY, encoding="utf-8")
    run("validate", "--fix", "--select", "year-elision")
    assert "(BBC, January 3; Reuters, January 2)" in issue(newsroom).read_text(encoding="utf-8")


def test_typed_citations_are_converted_if_the_rule_is_selected(newsroom: Path, run: Run) -> None:
    output = newsroom / "dist" / "7-two-ports" / "7-two-ports.md"
    run("build", "-f", "markdown")
    built = output.read_bytes()
    done = run("validate", "--fix", "--select", "typed-citation")
    assert done.stderr.startswith("1 fixed\n")
    assert issue(newsroom).read_text(encoding="utf-8") == ISSUE.replace("(BBC, January 3)", "[@crews]")
    run("build", "-f", "markdown")
    assert output.read_bytes() == built
    run("validate", "--fix", "--select", "C110")
    assert "(BBC, January 3)" in issue(newsroom).read_text(encoding="utf-8")


def test_standard_input_is_not_fixed(run: Run) -> None:
    done = run("validate", "--fix", "-", stdin=FAULTY)
    assert done.returncode == 2
    assert "cannot be fixed in place" in done.stderr


def test_a_term_that_the_house_marks_safe_is_written_by_fix(newsroom: Path, run: Run) -> None:
    terms = "terms:\n- {expected: docks, patterns: [ports], safe: true}\n- {expected: teams, patterns: [crews]}\n"
    (newsroom / "issues" / "terms.yaml").write_text(terms, encoding="utf-8")
    run("validate", "--fix")
    fixed = ISSUE.replace(" two ports", " two docks").replace("The ports", "The docks")
    fixed = fixed.replace("Two ports", "Two docks").replace("Two Ports", "Two Docks")
    assert issue(newsroom).read_text(encoding="utf-8") == fixed


UNKNOWN = (
    ISSUE.replace("outlet: Reuters", "outlet: Port Survey")
    .replace("https://www.reuters.com/signing", "https://survey.example.org/signing")
    .replace("outlet: BBC", "outlet: Crew Gazette")
    .replace("(BBC, January 3)", "(Crew Gazette, January 3)")
    .replace("https://www.bbc.com/crews", "https://gazette.example.org/crews")
)
ADDED = """\
  - id: crew-gazette
    name: Crew Gazette
    domains: [gazette.example.org]
  - id: port-survey
    name: Port Survey
    domains: [survey.example.org]
"""


def two_issues(newsroom: Path) -> Path:
    """Write two issues that cite the same unknown outlets, and return the path of the own register."""
    issue(newsroom).write_text(UNKNOWN, encoding="utf-8")
    second = UNKNOWN.replace("number: 7", "number: 8").replace("date: 2024-01-05", "date: 2024-01-12")
    (newsroom / "issues" / "8-two-more.yaml").write_text(second, encoding="utf-8")
    return newsroom / "issues" / "outlets.yaml"


def test_unknown_outlets_are_added_once_to_a_new_register_and_no_issue_changes(newsroom: Path, run: Run) -> None:
    register = two_issues(newsroom)
    done = run("validate", "--fix", "--select", "C402")
    assert not register.exists()
    done = run("validate", "--unsafe-fixes", "--select", "C402")
    assert done.stderr.startswith("2 fixed\n")
    assert register.read_text(encoding="utf-8") == f"outlets:\n{ADDED}"
    assert issue(newsroom).read_text(encoding="utf-8") == UNKNOWN
    assert run("validate", "--select", "C402").stdout.startswith("Nothing to report.")
    assert run("validate", "--unsafe-fixes", "--select", "C402").stderr.startswith("nothing to fix\n")


def test_a_diff_shows_what_would_be_added_once(newsroom: Path, run: Run) -> None:
    register = two_issues(newsroom)
    register.write_text("outlets:   # ours\n  - {id: a, name: A}", encoding="utf-8")
    done = run("validate", "--diff", "--unsafe-fixes", "--select", "C402")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- issues/outlets.yaml", "+++ issues/outlets.yaml"]
    assert sum(line.startswith("+  - id: ") for line in lines) == 2
    assert register.read_text(encoding="utf-8") == "outlets:   # ours\n  - {id: a, name: A}"


def test_other_formats_say_what_would_be_added_to_which_file(newsroom: Path, run: Run) -> None:
    two_issues(newsroom)
    report = json.loads(run("validate", "7", "--select", "C402", "--output-format", "json").stdout)
    fixes = [each["fix"] for each in report["diagnostics"]]
    assert [(fix["safe"], fix["edits"]) for fix in fixes] == [(False, []), (False, [])]
    assert {each["path"] for fix in fixes for each in fix["elsewhere"]} == {"issues/outlets.yaml"}
    assert "crew-gazette" in fixes[0]["elsewhere"][-1]["text"]
    sarif = json.loads(run("validate", "7", "--select", "C402", "--output-format", "sarif").stdout)
    changes = [each["fixes"][0]["artifactChanges"] for each in sarif["runs"][0]["results"]]
    assert [[each["artifactLocation"]["uri"] for each in change] for change in changes] == [["issues/outlets.yaml"]] * 2


def test_a_register_that_cannot_be_read_is_left_as_it_is(newsroom: Path, run: Run) -> None:
    register = two_issues(newsroom)
    elsewhere = newsroom.parent / "elsewhere.yaml"
    elsewhere.write_text("outlets: []\n", encoding="utf-8")
    damaged = "outlets:\n  - {id: a\n"
    register.write_text(damaged, encoding="utf-8")
    run("validate", "--unsafe-fixes", "--select", "C402")
    assert register.read_text(encoding="utf-8") == damaged
    for target in (elsewhere, newsroom.parent / "missing.yaml"):
        register.unlink()
        register.symlink_to(target)
        run("validate", "--unsafe-fixes", "--select", "C402")
        assert register.readlink() == target
    assert elsewhere.read_text(encoding="utf-8") == "outlets: []\n"


def test_line_ends_and_byte_order_mark_of_the_register_stay(newsroom: Path, run: Run) -> None:
    register = two_issues(newsroom)
    register.write_bytes(b"\xef\xbb\xbfoutlets:\r\n  - id: a\r\n    name: A\r\n")
    run("validate", "--unsafe-fixes", "--select", "C402")
    expected = "\ufeffoutlets:\n  - id: a\n    name: A\n" + ADDED
    assert register.read_bytes() == expected.replace("\n", "\r\n").encode()


def test_a_standalone_issue_has_no_register_to_add_to(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "alone.yaml"
    path.write_text(UNKNOWN, encoding="utf-8")
    done = run("validate", str(path), "--unsafe-fixes", "--select", "C402")
    assert done.stderr.startswith("nothing to fix\n")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["alone.yaml"]
