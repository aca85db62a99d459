"""`briefgen baseline`: old reports are accepted, new ones are shown."""

import json
from pathlib import Path

from tests.cli.conftest import ISSUE, Run

LOOSE = ISSUE.replace("signed on Tuesday [@signing].", "signed on Tuesday” [@signing].")


def issue(newsroom: Path) -> Path:
    return newsroom / "issues" / "7-two-ports.yaml"


def codes(run: Run, *words: str) -> list[str]:
    return [line.split()[2] for line in run("validate", "--output-format", "concise", *words).stdout.splitlines()]


def test_known_reports_are_quiet_wherever_the_line_goes(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    assert "T101" in codes(run)
    done = run("baseline")
    assert done.stderr.startswith("wrote issues/baseline.json (")
    assert codes(run) == []
    issue(newsroom).write_text("# a line\n" + LOOSE, encoding="utf-8")
    assert codes(run) == []
    assert "T101" in codes(run, "--no-baseline")


def test_a_changed_sentence_is_reported_again(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    run("baseline")
    issue(newsroom).write_text(LOOSE.replace("on Tuesday”", "on Wednesday”"), encoding="utf-8")
    assert codes(run) == ["T101"]


def test_errors_are_never_known(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(ISSUE.replace("@signing", "@missing"), encoding="utf-8")
    run("baseline")
    assert "C102" in codes(run)


def test_unused_entries_are_dropped(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    run("baseline")
    issue(newsroom).write_text(ISSUE, encoding="utf-8")
    run("baseline", "7")
    assert json.loads((newsroom / "issues" / "baseline.json").read_bytes())["entries"] == []


def test_unused_entries_are_mentioned_without_changing_the_file(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    run("baseline")
    issue(newsroom).write_text(ISSUE, encoding="utf-8")
    before = (newsroom / "issues" / "baseline.json").read_bytes()
    said = "no longer found: 1 of the reports in issues/baseline.json; `briefgen baseline` drops them\n"
    assert said in run("validate").stderr
    assert (newsroom / "issues" / "baseline.json").read_bytes() == before
    assert "gone:" not in run("validate", "--select", "C").stderr
    assert run("baseline").stderr == "wrote issues/baseline.json (0 reports, 1 dropped)\n"


def test_dropped_entries_return_only_on_request(newsroom: Path, run: Run) -> None:
    run("baseline")
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    done = run("baseline")
    assert done.stderr.endswith("not in the baseline: 1 new; `briefgen baseline --add` accepts them\n")
    assert codes(run) == ["T101"]
    assert run("baseline", "--add").stderr == "wrote issues/baseline.json (1 reports)\n"
    assert codes(run) == []


def test_entries_of_an_unreadable_issue_stay_and_those_of_a_deleted_one_go(newsroom: Path, run: Run) -> None:
    issue(newsroom).write_text(LOOSE, encoding="utf-8")
    run("baseline")
    issue(newsroom).write_text("number: [", encoding="utf-8")
    assert "gone:" not in run("validate").stderr
    assert run("baseline").stderr == "wrote issues/baseline.json (1 reports)\n"
    issue(newsroom).rename(newsroom / "issues" / "8-two-ports.yaml")
    assert run("baseline").stderr == "wrote issues/baseline.json (0 reports, 1 dropped)\n"


def test_a_file_named_must_be_a_baseline(newsroom: Path, run: Run) -> None:
    assert "there is no `known.json`" in run("validate", "--baseline", "known.json").stderr
    (newsroom / "known.json").write_text("[]", encoding="utf-8")
    done = run("validate", "--baseline", "known.json")
    assert done.returncode == 2
    assert "is not a baseline" in done.stderr
