"""`briefgen validate` over many issues: each is checked, reported and let go."""

import weakref
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from briefgen.cli.validate import Checked, Tally
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.cli.conftest import ISSUE, Run


def add_issue(newsroom: Path, number: int, text: str) -> None:
    dated = text.replace("number: 7", f"number: {number}").replace("2024-01-05", f"2024-01-{number:02}")
    (newsroom / "issues" / f"{number}-more.yaml").write_text(dated, encoding="utf-8")


def test_issues_are_reported_in_order_and_counted_together(newsroom: Path, run: Run) -> None:
    add_issue(newsroom, 8, ISSUE.replace("@signing]. The", "@singing]. The").replace("basin", "quay"))
    add_issue(newsroom, 9, ISSUE.replace("Tuesday [", "Tuesday TK ["))
    done = run("validate", "--output-format", "concise", "--select", "C102,S005")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["issues/8-more.yaml", "issues/9-more.yaml"]
    assert done.stderr.startswith("2 errors. Checked 3 issues, 6 items, 9 citations, 6 sources in ")
    assert done.returncode == 1


def test_a_file_without_reports_has_a_suite(newsroom: Path, run: Run) -> None:
    add_issue(newsroom, 8, ISSUE.replace("@signing]. The", "@singing]. The"))
    tree = ET.fromstring(run("validate", "--output-format", "junit", "--select", "C102").stdout)  # noqa: S314 - briefgen's own output
    assert [(suite.attrib["name"], suite.attrib["failures"]) for suite in tree] == [
        ("issues/7-two-ports.yaml", "0"),
        ("issues/8-more.yaml", "1"),
    ]


def test_an_issue_is_let_go_before_the_next_but_one_is_checked() -> None:
    held: list[weakref.ref[Manuscript]] = []

    def check() -> Iterator[Checked]:
        for number in range(4):
            assert all(each() is None for each in held[:-1])
            manuscript = read_manuscript(parse_text(ISSUE.replace("@signing", "@none")), f"{number}.yaml")
            held.append(weakref.ref(manuscript))
            yield Checked(manuscript, run_rules(manuscript))

    tally = Tally()
    assert sum(1 for _ in tally.pass_on(check())) > 0
    assert tally.counts.issues == len(tally.paths) == 4
