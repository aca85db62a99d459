"""Settings of the house that rules hear: for some files only, and lists of what is known."""

import pytest

from briefgen.diagnostics import Severity
from briefgen.model import parse_publication
from briefgen.rules.check_settings import check_settings
from briefgen.yamltext import parse_text
from tests.rules.issues import around, said_of

UNUSED = around("Words.", "sources:\n  nyt: {outlet: NYT, date: 2023-05-10}\n")
GLOSSED = "The Deep Kiel Board (DKB) met the New Kiel Board (NKB) (NYT, May 8)."
VAGUE, CITED = "Critics warn of silt", "(NYT, May 8)"
SAID = "7:3 C104 {} source `nyt` is never cited"


def checked(settings: str, *names: str) -> list[str]:
    document = parse_text(f"validate: {{{settings}}}")
    record = parse_publication(document).record
    assert record is not None
    found = check_settings(record.validation, document, names)
    return [f"{finding.span.of(document.text)}: {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{files: '133-*.yaml', ignore: [C104]}", []),
        ("{files: [12*.yaml, issues/13?-kiel.yaml], ignore: [unused-source]}", []),
        ("{files: '12*.yaml', ignore: [C104]}", ["warning"]),
        ("{files: '*', severity: {C104: note}}", ["note"]),
        ("{files: '*', severity: {C104: 'off'}}", []),
        ("{files: '*', select: [T]}", []),
        ("{files: '*', severity: {unused-source: error}}, {files: '*', severity: {unused-source: note}}", ["note"]),
    ],
)
def test_per_file_settings_apply_to_their_files(entry: str, said: list[str]) -> None:
    found = said_of(UNUSED, "C104", publication=f"validate: {{per_file: [{entry}]}}")
    assert found == [SAID.format(severity) for severity in said]


def test_a_selection_for_some_files_replaces_that_of_the_publication() -> None:
    entry = "{files: '133*', select: [C104]}"
    assert said_of(UNUSED, "C104", publication=f"validate: {{select: [T], per_file: [{entry}]}}") != []
    assert said_of(UNUSED, "C104", publication="validate: {select: [T]}") == []


def test_settings_for_files_that_are_not_there_are_reported() -> None:
    entry = "per_file: [{files: [12*.yaml, 14.yaml], ignore: [C1]}]"
    assert checked(entry, "133-kiel.yaml") == ["[12*.yaml, 14.yaml]: no issue file matches `12*.yaml` or `14.yaml`"]
    assert checked(entry, "133-kiel.yaml", "12.yaml") == []


def test_words_that_name_no_rule_are_reported_wherever_they_stand() -> None:
    entry = "per_file: [{files: '*', select: [T9], severity: {nothing: note}}]"
    assert checked(f"ignore: [X1], {entry}", "1.yaml") == [
        "X1: there is no rule `X1`",
        "T9: there is no rule `T9`",
        "nothing: there is no rule `nothing`",
    ]


def test_settings_for_some_files_need_a_reason_where_the_house_wants_one() -> None:
    entry = "per_file: [{files: '*', ignore: [C1]}]"
    assert checked(f"require_reason: true, {entry}", "1.yaml") == ["files: this entry of `per_file` has no reason"]
    assert checked(f"require_reason: true, {entry.replace('}', ', reason: old}')}", "1.yaml") == []
    document = parse_text(f"validate: {{require_reason: true, {entry}}}")
    record = parse_publication(document).record
    assert record is not None
    assert [each.severity for each in check_settings(record.validation, document, ["1"])] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("body", "settings", "said"),
    [
        (f"{VAGUE}.", "{}", ["E105 warning “Critics warn”"]),
        (f"{VAGUE}.", "attribution: {allowed: [critics warn]}", []),
        (f"{VAGUE}.", "attribution: {allowed: [critics]}", ["E105 warning “Critics warn”"]),
        (f"{GLOSSED} The CPAFFC left.", "{}", ["N101 note “CPAFFC” is never spelled out"]),
        (f"{GLOSSED} The CPAFFC left.", "acronyms: {known: [CPAFFC]}", []),
        ("The US, the US and the U.S. met.", "{}", ["N103 warning “U.S.” here, “US” 2 times elsewhere"]),
        ("The US, the US and the U.S. met.", "acronyms: {known: [U.S.]}", ["N103 warning “US” 2 times, “U.S.” 1 time"]),
        ("The US, the US and the U.S. met.", "acronyms: {known: [U.S., US]}", ["N103 warning “U.S.” here, “US” 2 tim"]),
        ("Romaszko met Romanszko and Romaszko.", "{}", ["N104 note “Romaszko” or “Romanszko”?"]),
        ("Romaszko met Romanszko and Romaszko.", "names: {known: [Anna Romanszko]}", []),
        (
            "Romaszko met Romanszko and Romaszko.",
            "names: {known: [Romaszko]}",
            ["N104 note “Romaszko” or “Romanszko”?"],
        ),
    ],
)
def test_names_known_to_the_house_are_not_reported(body: str, settings: str, said: list[str]) -> None:
    found = said_of(around(body), "E105", "N101", "N103", "N104", publication=settings)
    assert [line.split(" ", 1)[1][: len(start)] for line, start in zip(found, said, strict=True)] == said
