"""Machine-readable reports are valid in their format, and text of an issue cannot break out."""

import json
from xml.etree import ElementTree as ET

from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import read_manuscript
from briefgen.reports.github import SHOWN, format_github
from briefgen.reports.gitlab import format_gitlab
from briefgen.reports.junit import format_junit
from briefgen.reports.sarif import format_sarif
from briefgen.reports.statistics import format_statistics
from briefgen.rules import RULES, run_rules
from briefgen.yamltext import parse_text

ISSUE = """\
number: 7
date: 2024-01-05
feature:
  title: "::error::x%0A]]>"
  author: B
  body: |
    𠀀 雄安 waits (BBC, January 2, 2024), TK, [@none], TK.
sources:
  bbc: {outlet: BBC, date: 2024-01-02}
"""


def diagnose(path: str = "issues/7,a:b %.yaml") -> tuple[Diagnostic, ...]:
    return run_rules(read_manuscript(parse_text(ISSUE), path))


def test_github_puts_errors_first_and_escapes_commands() -> None:
    lines = format_github(diagnose()).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == sorted(kinds, key="::error ::warning ::notice".find)
    assert all("file=issues/7%2Ca%3Ab %25.yaml," in line for line in lines)
    assert len(lines) == len(diagnose())


def moved(one: Diagnostic, path: str) -> Diagnostic:
    return Diagnostic(one.code, one.name, one.severity, path, one.finding, one.document)


def test_github_shows_each_rule_before_repeating_and_counts_the_rest() -> None:
    places = diagnose()
    [placeholder, *_] = [each for each in places if each.code == "S005"]
    [undefined] = [each for each in places if each.code == "C102"]
    many = [moved(placeholder, f"{number:02}.yaml") for number in range(12)]
    lines = format_github([*many, moved(undefined, "13.yaml")]).splitlines()
    assert [("title=S005" in line, "title=C102" in line) for line in lines[:3]] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert lines[SHOWN - 1] == "::error title=briefgen::4 more errors, in the log of this step: 4 S005 placeholder-left"
    assert len(lines) == 14


def test_github_counts_nothing_where_all_are_shown() -> None:
    [placeholder, *_] = [each for each in diagnose() if each.code == "S005"]
    lines = format_github([placeholder] * SHOWN).splitlines()
    assert len(lines) == SHOWN
    assert not any("more errors" in line for line in lines)


def test_gitlab_has_a_fingerprint_for_each_report_that_survives_lines_above() -> None:
    found = json.loads(format_gitlab(diagnose()))
    prints = [each["fingerprint"] for each in found]
    assert len(set(prints)) == len(prints) == len(diagnose())
    moved = run_rules(read_manuscript(parse_text("# a line\n" + ISSUE), "issues/7,a:b %.yaml"))
    assert {each["fingerprint"] for each in json.loads(format_gitlab(moved))} == set(prints)


def test_gitlab_reports_have_the_documented_fields() -> None:
    for each in json.loads(format_gitlab(diagnose())):
        assert each["description"]
        assert each["check_name"]
        assert each["fingerprint"]
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not each["location"]["path"].startswith("./")
        assert each["location"]["lines"]["begin"] >= 1


def test_sarif_counts_utf16_and_carries_fixes_and_help() -> None:
    [run] = json.loads(format_sarif(diagnose("issues/7-a.yaml"), RULES, lambda rule: f"Of {rule.code}"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    [year] = [each for each in run["results"] if each["ruleId"] == "C204"]
    region = year["locations"][0]["physicalLocation"]["region"]
    line = ISSUE.splitlines()[region["startLine"] - 1].encode("utf-16-le")
    assert line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "2024"
    assert year["fixes"][0]["artifactChanges"][0]["replacements"]
    assert region["snippet"] == {"text": "2024"}
    assert all(rule["help"]["text"] == rule["help"]["markdown"] == f"Of {rule['id']}" for rule in rules)


def test_junit_is_xml_with_a_case_for_each_report() -> None:
    tree = ET.fromstring(format_junit(diagnose("a&<.yaml"), lambda: ["a&<.yaml", "clean.yaml"]))  # noqa: S314 - briefgen's own output
    assert tree.attrib["failures"] == str(len(diagnose("a&<.yaml")))
    assert [suite.attrib["name"] for suite in tree] == ["a&<.yaml", "clean.yaml"]
    assert len(tree.findall(".//failure")) == len(diagnose("a&<.yaml"))


def test_statistics_count_the_loudest_rule_first() -> None:
    lines = format_statistics(diagnose()).splitlines()
    assert lines[0] == "2  S005  placeholder-left"
