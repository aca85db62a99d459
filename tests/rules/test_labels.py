"""The labels of reports in control texts: each still belongs to a report, and the package has the figures."""

import re
from collections.abc import Mapping, Sequence

import pytest

from briefgen.rules import RULES, Rule, find_rule
from briefgen.rules.precision import Precision, describe_precision
from tests.conftest import Golden
from tests.rules.controls import SAMPLE, Hit, find_hits
from tests.rules.labels import measure, read_labels
from tests.rules.measuring import MODULE, make_module
from tests.shared import shared_file

LABELS = read_labels()
LEAST = 0.9


@pytest.fixture(scope="module")
def hits() -> Mapping[str, Sequence[Hit]]:
    shared_file("corpus/plain")
    return find_hits(shared_file("newsletter-133").parent)


def test_the_package_has_the_figures_of_the_labels_and_the_fixes_of_the_examples(golden: Golden) -> None:
    golden(MODULE, make_module())


@pytest.mark.parametrize("code", LABELS)
def test_labels_are_of_rules_and_a_wrong_report_has_a_reason(code: str) -> None:
    assert find_rule(code)
    for label in LABELS[code].entries:
        assert label.is_right != bool(label.because), label
        assert re.fullmatch("[0-9a-f]{10}", label.place), label


@pytest.mark.parametrize("code", LABELS)
def test_every_label_matches_a_report_and_the_sample_is_complete(code: str, hits: Mapping[str, Sequence[Hit]]) -> None:
    found = {hit.place: hit.text for hit in hits.get(code, ())}
    known = {label.place: label.text for label in LABELS[code].entries}
    assert known.items() <= found.items()
    left = [place for place in sorted(found)[:SAMPLE] if place not in known]
    assert left == [], "python -m tests.rules.label lists them"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_is_often_wrong_is_in_preview(rule: Rule) -> None:
    figures = measure(LABELS[rule.code]) if rule.code in LABELS else Precision(0, 0)
    assert rule.in_preview or figures.right >= LEAST * figures.labelled


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        (Precision(0, 0), "It reported nothing in the control texts."),
        (Precision(1, 1), "Its only report was right (control texts, November 2026)."),
        (Precision(0, 1), "Its only report was wrong (control texts, November 2026)."),
        (Precision(19, 20, 4), "4 of them were in texts that the rule was written or tuned on."),
        (Precision(19, 20, 1), "One of them was in a text that the rule was written or tuned on."),
        (Precision(3, 3, 3, "Once."), "The rule was written or tuned on these same texts. Once."),
    ],
)
def test_precision_is_described_in_words(precision: Precision, said: str) -> None:
    assert str(precision).endswith(said)


def test_a_rule_without_figures_is_not_measured() -> None:
    assert describe_precision("X999") == "Not measured yet."
