"""The JSON report matches its schema, and the schema refuses anything else."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # It publishes no types.

from briefgen.diagnostics import Diagnostic, Finding, Fix, Related, Severity
from briefgen.manuscript import read_manuscript
from briefgen.reports.json_report import format_json
from briefgen.reports.json_schema import make_report_schema
from briefgen.reports.summary import count
from briefgen.rules import RULES, run_rules
from briefgen.yamltext import Edit, Position, Span, parse_text
from tests.rules.test_documented_examples import complete

VALIDATOR = Draft202012Validator(make_report_schema())
ISSUES = [complete(example.bad, is_broken=rule.code == "S001") for rule in RULES for example in rule.examples]


def report_on(text: str) -> Any:  # noqa: ANN401 - JSON
    manuscript = read_manuscript(parse_text(text), "issues/133-example.yaml")
    found = run_rules(manuscript, select=[rule.code for rule in RULES])
    return json.loads(format_json(found, lambda: count(found, [manuscript])))


def faults(report: object) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(report)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(make_report_schema())


def test_reports_on_every_documented_example_keep_to_the_schema() -> None:
    reports = [report_on(text) for text in ISSUES]
    assert [fault for report in reports for fault in faults(report)] == []
    assert any(each["fix"] for report in reports for each in report["diagnostics"])
    assert any(each["related"] for report in reports for each in report["diagnostics"])


def test_places_in_other_files_keep_to_it_too() -> None:
    manuscript = read_manuscript(parse_text("number: x\n"), "-")
    related = (Related(Span(0, 0), "there", "132.yaml", Position(4, 2)), Related(Span(0, 0), "it", "x"))
    fix = Fix("cut", (Edit(Span(0, 1), ""),), is_safe=True)
    finding = Finding(span=Span(0, 1), message="words", related=related, fix=fix)
    found = [Diagnostic("S003", "bad-field", Severity.ERROR, "-", finding, manuscript.document)]
    assert faults(json.loads(format_json(found, lambda: count(found, [])))) == []


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("severity", "fatal", "is not one of"),
        ("line", "1", "is not of type 'integer'"),
        ("fix", {"safe": True}, "is not valid under any"),
        ("related", None, "is not of type 'array'"),
    ],
)
def test_the_schema_refuses_invalid_reports(key: str, value: object, said: str) -> None:
    report = report_on(ISSUES[0])
    report["diagnostics"][0][key] = value
    [fault] = faults(report)
    assert said in fault


def test_every_key_that_is_written_is_described() -> None:
    report = report_on(ISSUES[0])
    schema: Any = make_report_schema()
    defined = schema["$defs"]
    assert report.keys() == defined["ReportShape"]["properties"].keys()
    assert report["diagnostics"][0].keys() == defined["DiagnosticShape"]["properties"].keys()
    properties = [value for shape in defined.values() for value in shape["properties"].values()]
    assert all(value["description"] for value in properties)
    del report["version"]
    assert faults(report) == ["'version' is a required property"]
