"""What is said of sources that earlier issues list too."""

from datetime import date
from pathlib import Path

import pytest

from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import load_newsroom
from briefgen.manuscript import ListedSource, Sibling
from briefgen.model import PartialDate
from briefgen.rules import run_rules
from briefgen.yamltext import Position
from tests.rules.issues import around, read, shown

ROOT = Path(__file__).parents[2]
LISTED = ListedSource(
    Position(30, 3),
    "NYT",
    PartialDate(2023, 5, 3),
    "Kiel stalls its plan for Qingdao",
    "Jane Doe",
    "https://nytimes.com/kiel",
)
URL = "url: https://nytimes.com/kiel"


def sibling(number: int, *sources: ListedSource) -> Sibling:
    return Sibling(f"issues/{number}-a.yaml", number, date(2023, 5, 5), (), sources)


def said(source: str, *siblings: Sibling, rule: str = "C111") -> list[str]:
    manuscript = read(around("A [@kiel].", f"sources:\n  kiel: {{{source}}}\n"), siblings=siblings)
    return [line.partition(" C11")[2][2:] for line in shown(run_rules(manuscript, select=[rule])) if " C11" in line]


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        (f"outlet: NYT, date: 2023-05-03, {URL}", ""),
        (f"outlet: NYT, date: 2023-05, {URL}", ""),
        (f"outlet: NYT, date: undated, {URL}", ""),
        (f"outlet: NYT, date: 2023-05-04, {URL}", "a different date: 2023-05-03"),
        (f"outlet: BBC, {URL}", "a different outlet: “NYT”"),
        (f"outlet: NYT, title: Kiel Stalls, {URL}", ""),
        (f"outlet: NYT, title: Kiel waits, {URL}", "a different title: “Kiel stalls its plan for Qingdao”"),
        (f"outlet: NYT, author: 'Doe, Jane', {URL}", ""),
        (
            f"outlet: NYT, date: 2022, author: J. Roe, {URL}",
            "a different date: 2023-05-03, a different author: “Jane Doe”",
        ),
        # Without an address, outlet and a telling headline say that it is the same.
        ("outlet: NYT, date: 2023-05-04, title: Kiel stalls its plan for Qingdao", "a different date: 2023-05-03"),
        ("outlet: BBC, date: 2023-05-04, title: Kiel stalls its plan for Qingdao", ""),
        ("outlet: NYT, date: 2023-05-04, title: Kiel stalls its plan for Qingdao, url: https://nytimes.com/b", ""),
    ],
)
def test_facts_that_exclude_each_other_are_reported(source: str, facts: str) -> None:
    expected = [f"warning issue 132 gives `kiel` {facts}"] if facts else []
    assert said(source, sibling(132, LISTED)) == expected


def test_the_latest_of_several_earlier_issues_is_named_and_later_ones_do_not_count() -> None:
    source = f"outlet: NYT, date: 2023-05-04, {URL}"
    [found] = said(source, sibling(130, LISTED), sibling(132, LISTED), sibling(140, LISTED))
    assert found.startswith("warning issue 132 ")
    assert said(source, sibling(140, LISTED)) == []


def test_a_front_page_is_not_an_article() -> None:
    front = ListedSource(Position(1, 1), "NYT", PartialDate(2023, 5, 3), url="https://nytimes.com/")
    assert said("outlet: NYT, date: 2023-05-04, url: https://nytimes.com/", sibling(132, front)) == []


def test_prior_coverage_is_reported_once_with_all_locations_when_selected() -> None:
    siblings = (sibling(130, LISTED), sibling(132, LISTED))
    manuscript = read(around("A [@kiel].", f"sources:\n  kiel: {{outlet: NYT, {URL}}}\n"), siblings=siblings)
    [found] = run_rules(manuscript, select=["prior-coverage"])
    assert found.finding.message == "`kiel` was already cited in issue 132"
    assert [(each.path, each.position) for each in found.finding.related] == [
        ("issues/132-a.yaml", Position(30, 3)), ("issues/130-a.yaml", Position(30, 3)),
    ]  # fmt: skip
    assert "C112" not in {each.code for each in run_rules(manuscript)}
    assert said(f"outlet: NYT, background: true, {URL}", *siblings, rule="C112") == []


def test_our_own_issues_contradict_each_other_nowhere() -> None:
    newsroom = load_newsroom(ROOT)
    manuscripts = [load_manuscript(newsroom, path) for path in newsroom.issue_paths]
    assert all(each.sources for manuscript in manuscripts for each in manuscript.siblings)
    assert "C111" not in {each.code for manuscript in manuscripts for each in run_rules(manuscript)}
