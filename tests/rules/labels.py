"""What people said of the reports in the control texts, and what follows for each rule."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from briefgen.rules.precision import Precision
from tests.rules.controls import NEWSLETTER

LABELS = Path(__file__).with_name("labels.yaml")


class Label(Struct, frozen=True):
    """One report, read in its context by a person."""

    text: str
    place: str
    is_right: bool
    because: str = ""
    """Why it is wrong, in our own words."""


class RuleLabels(Struct, frozen=True):
    """The labels of a rule; it has none when nothing in the control texts was reported."""

    entries: tuple[Label, ...]
    tuned_on: frozenset[str]
    """The texts on which the rule was written or tuned: `plain`, `cited`, `newsletter-133`."""
    remark: str
    """A sentence for readers who wonder at the figure."""


def read_labels() -> dict[str, RuleLabels]:
    """Return the labels of every rule that was measured."""
    content = yaml.safe_load(LABELS.read_text(encoding="utf-8"))
    return {code: _read_rule(dict(group)) for code, group in content.items()}


def _read_rule(group: Mapping[str, object]) -> RuleLabels:
    entries, tuned_on = group.get("labels") or [], group.get("tuned_on") or []
    assert isinstance(entries, list)
    assert isinstance(tuned_on, list)
    return RuleLabels(
        tuple(
            Label(str(one["in"]), str(one["place"]), one["right"] is True, one.get("because", "")) for one in entries
        ),
        # Every rule was written with newsletter 133 at hand.
        frozenset({NEWSLETTER, *map(str, tuned_on)}),
        str(group.get("remark") or ""),
    )


def measure(labels: RuleLabels) -> Precision:
    """Return how many of the labelled reports were right, and how many stand in texts the rule was made on."""
    return Precision(
        sum(label.is_right for label in labels.entries),
        len(labels.entries),
        sum(label.text.partition("/")[0] in labels.tuned_on for label in labels.entries),
        labels.remark,
    )
