"""What a baseline knows is written and read back, and nothing else is taken for one."""

from typing import Any

import pytest

from briefgen.rules import RULES, run_rules
from briefgen.rules.baseline import can_be_accepted, make_baseline, parse_baseline
from tests.rules.issues import around, read

ENTRY = {"path": "1.yaml", "code": "C104", "sentence": "0123456789abcdef", "count": 2}
REPORTS = run_rules(read(around("He said so  yesterday -- twice.")), select=[rule.code for rule in RULES])


def test_a_baseline_is_read_back_as_it_was_written() -> None:
    baseline = make_baseline(REPORTS)
    assert baseline.counts
    assert parse_baseline(baseline.to_json()) == baseline
    assert parse_baseline({"version": 1, "entries": [ENTRY]}).to_json() == {"version": 1, "entries": [ENTRY]}


def test_accepted_reports_are_hidden_as_often_as_accepted() -> None:
    known = tuple(each for each in REPORTS if can_be_accepted(each))
    assert known
    allowance = make_baseline(REPORTS).allowance()
    assert allowance.without_accepted(known) == ()
    assert allowance.without_accepted(known) == known


def test_an_entry_that_nothing_answers_to_is_unused() -> None:
    allowance = parse_baseline({"version": 1, "entries": [ENTRY]}).allowance()
    assert allowance.find_unused(["1.yaml"]).total() == 2
    assert not allowance.find_unused(["2.yaml"])


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"entries": []},
        {"version": 2, "entries": []},
        {"version": 1, "entries": {}},
        {"version": 1, "entries": [ENTRY | {"count": "2"}]},
        {"version": 1, "entries": [{"path": "1.yaml"}]},
    ],
)
def test_other_files_are_refused_as_baselines(data: Any) -> None:  # noqa: ANN401 - JSON
    with pytest.raises(ValueError):  # noqa: PT011 - the command replaces the message
        parse_baseline(data)
