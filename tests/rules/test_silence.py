"""What the page of a rule says about keeping it quiet does keep it quiet, on the rule's own first example."""

import re

import pytest

from briefgen.rules import RULES, Rule
from briefgen.rules.ignore_example import owner_of, write_comment, write_ignore
from tests.rules.test_documented_examples import complete, report

SILENT = [rule for rule in RULES if rule.can_be_silenced and rule.examples and rule.needs_issue]
COMMENTED = [rule for rule in SILENT if write_comment(rule)]


def places(rule: Rule, text: str) -> set[tuple[int, int]]:
    return {(each.start.line, each.start.column) for each in report(rule, complete(text, is_broken=False))}


def with_entry(rule: Rule, lines: list[str]) -> list[str]:
    """Put the entry of the page beside what the first report is about."""
    entry = write_ignore(rule).splitlines()[-1].strip()
    key, below = owner_of(rule)
    at = int(rule.examples[0].reports[0].partition(":")[0])
    if key == "sources":
        [number] = [number for number, line in enumerate(lines) if line.startswith(f"  {below}:")]
        flow = lines[number].endswith("}")
        added = (
            f"{lines[number][:-1]}, ignore: [{entry[2:]}]}}" if flow else f"{lines[number]}\n    ignore: [{entry[2:]}]"
        )
        return [*lines[:number], added, *lines[number + 1 :]]
    if key:
        head = r"  - title:" if key == "briefs" else f"{key}:"
        number = max(number for number, line in enumerate(lines[:at]) if line.startswith(head))
        indent = "    " if key == "briefs" else "  "
        return [*lines[: number + 1], f"{indent}ignore: [{entry[2:]}]", *lines[number + 1 :]]
    return [*lines, f"ignore: [{entry[2:]}]"]


@pytest.mark.parametrize("rule", SILENT, ids=lambda rule: rule.code)
def test_the_entry_of_the_page_silences_the_rule(rule: Rule) -> None:
    bad = rule.examples[0].bad
    after = places(rule, "\n".join(with_entry(rule, bad.splitlines())))
    assert len(after) < len(places(rule, bad))


@pytest.mark.parametrize("rule", COMMENTED, ids=lambda rule: rule.code)
def test_the_comment_of_the_page_silences_the_rule(rule: Rule) -> None:
    lines = rule.examples[0].bad.splitlines()
    line, column = map(int, re.findall(r"\d+", rule.examples[0].reports[0])[:2])
    start = max(number for number, text in enumerate(lines[: line - 1], 1) if not text or re.match(r" +body: ", text))
    comment = f"{re.match(' *', lines[line - 1]).group()}{write_comment(rule)}"  # type: ignore[union-attr]
    text = "\n".join([*lines[:start], comment, "", *lines[start:]])
    assert (line + 2, column) not in places(rule, text)
    assert len(places(rule, text)) < len(places(rule, rule.examples[0].bad))
