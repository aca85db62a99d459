"""A comment before a paragraph silences a rule there, and only there."""

import pytest

from briefgen.manuscript import read_manuscript
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.growth import assert_linear

ISSUE = """\
number: 7
date: 2024-01-05
feature:
  title: A
  author: B
  body: |
    {comment}
    Song said that it is safe.” (BBC, January 2)

    The second says so too.” (BBC, January 2)
sources:
  bbc: {{outlet: BBC, date: 2024-01-02}}
"""


def reports(comment: str) -> list[str]:
    found = run_rules(read_manuscript(parse_text(ISSUE.format(comment=comment)), "7-a.yaml"), select=["T101", "S007"])
    return [f"{each.start.line} {each.code} {each.finding.message}" for each in found]


LOOSE = "T101 closing quotation mark ” was never opened"


def test_it_silences_the_paragraph_that_follows() -> None:
    assert reports("<!-- briefgen: ignore T101 the source has it so -->\n") == [f"11 {LOOSE}"]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- briefgen: ignore T101 -->", "7 S007 `ignore: T101` has no reason"),
        ("<!-- briefgen: ignore T999 why -->", "7 S007 there is no rule `T999`"),
        ("<!-- briefgen: ignore S003 why -->", "7 S007 `S003` cannot be ignored"),
    ],
)
def test_faults_of_a_suppression_comment_are_reported_at_its_span(comment: str, said: str) -> None:
    assert said in reports(f"{comment}\n")


def test_another_comment_silences_nothing() -> None:
    assert len(reports("<!-- for the editor: ignore T101 -->\n")) == 2


def test_a_rule_is_named_where_it_stands() -> None:
    found = run_rules(
        read_manuscript(parse_text(ISSUE.format(comment="<!-- briefgen: ignore ore -->\n")), "7-a.yaml"),
        select=["S007"],
    )
    assert [(each.start.column, each.finding.message) for each in found] == [(27, "there is no rule `ore`")]


def test_a_reason_with_many_spaces_is_read_in_proportion_to_its_length() -> None:
    def read(count: int) -> None:
        reports(f"<!-- briefgen: ignore T101 so{' ' * count}it has -->\n")

    assert_linear(read, 40_000)
