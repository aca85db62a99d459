"""`briefgen validate`: what it prints, where, and how it ends."""

import json
from pathlib import Path

from tests.cli.conftest import ISSUE, Run


def issue(newsroom: Path) -> Path:
    return newsroom / "issues" / "7-two-ports.yaml"


def test_a_clean_issue_exits_with_zero_and_a_summary(run: Run) -> None:
    done = run("validate")
    assert done.returncode == 0
    assert done.stdout.startswith("Nothing to report. Checked 1 issue, 2 items, 3 citations, 2 sources in ")


def test_an_error_is_shown_at_its_place_with_a_way_out(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace("[@signing]. The", "[@singing]. The"), encoding="utf-8")
    done = run("validate", "7")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        "error[C102] undefined-source [~]: no source `singing`",
        "  --> issues/7-two-ports.yaml:8:35",
        "  |",
        "8 |     The ports signed on Tuesday [@singing]. The crews call it a loan (BBC, January 3).",
    ]
    assert lines[4].index("^") == lines[3].index("singing")
    assert lines[5] == "  = help: did you mean `signing`?"


def test_every_fault_of_shape_is_reported_at_once(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace("number: 7", "numbr: 7").replace("2024-01-05", "May 5"), encoding="utf-8")
    done = run("validate", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "issues/7-two-ports.yaml:1:1: error S002 unknown-key: unknown key `numbr`",
        "issues/7-two-ports.yaml:2:7: error S003 bad-field: `date` is “May 5”, expected a date",
    ]


def test_warnings_fail_only_under_strict(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    assert run("validate").returncode == 0
    assert run("validate", "--strict").returncode == 1
    assert run("validate", "--strict", "--exit-zero").returncode == 0


def test_the_publication_sets_the_failing_severity(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "publication.yaml").write_text("validate: {fail_on: warning}\n", encoding="utf-8")
    issue(newsroom).write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    assert run("validate").returncode == 1


def test_json_has_the_documented_shape(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    report = json.loads(run("validate", "--output-format", "json").stdout)
    assert report["version"] == 1
    assert report["summary"] == {"errors": 0, "warnings": 1, "notes": 0, "issues": 1, "citations": 2, "sources": 2}
    [found] = report["diagnostics"]
    assert (found["code"], found["name"], found["severity"]) == ("C104", "unused-source", "warning")
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (15, 3, 15, 8)
    assert found["fix"]["safe"] is False


def test_rules_are_selected_and_ignored_by_code_name_or_family(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace(" (BBC, January 3)", ""), encoding="utf-8")
    assert "C104" in run("validate", "--select", "unused-source").stdout
    assert "C104" not in run("validate", "--select", "T,S").stdout
    assert "C104" not in run("validate", "--ignore", "C1").stdout


def test_standard_input_takes_the_name_it_is_given(run: Run) -> None:
    done = run(
        "validate", "-", "--stdin-filename", "issues/7-draft.yaml", "--output-format", "concise", stdin="number: 7\n"
    )
    assert done.returncode == 1
    assert all(line.startswith("issues/7-draft.yaml:1:") for line in done.stdout.splitlines())


def test_a_lone_issue_needs_no_publication(run: Run, tmp_path: Path) -> None:
    lone = tmp_path / "lone.yaml"
    lone.write_text(ISSUE, encoding="utf-8")
    assert run("validate", str(lone), cwd=tmp_path).returncode == 0


def test_faults_of_the_publication_are_findings_too(newsroom: Path, run: Run) -> None:
    (newsroom / "issues" / "publication.yaml").write_text("nmae: Harbor Notes\n", encoding="utf-8")
    done = run("validate", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout == "issues/publication.yaml:1:1: error S002 unknown-key: unknown key `nmae`\n"


def test_a_wrong_call_ends_with_two_and_a_hint(run: Run) -> None:
    for words, said in (
        (["8"], "no issue 8 in issues/"),
        (["nowhere.yaml"], "there is no `nowhere.yaml`"),
        (["seven"], "`seven` is neither a number nor an issue file"),
        (["--select", "C999"], "there is no rule `C999`"),
    ):
        done = run("validate", *words)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith(f"error: {said}\n  = help: ")


def test_colour_only_where_it_is_wanted(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text("number: 7\n", encoding="utf-8")
    assert "\x1b[" not in run("validate").stdout
    assert "\x1b[" in run("validate", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("validate", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_an_unknown_option_ends_with_two(run: Run) -> None:
    assert run("validate", "--nonsense").returncode == 2
