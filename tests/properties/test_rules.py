"""Properties of all rules on random issues: none raises, and messages have documented forms and correct quotations."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic
from briefgen.rules import RULES, run_rules
from briefgen.rules.run import MAX_REPORTS
from tests.properties.issues import issues, paths, read
from tests.properties.shapes import DOCUMENTED, is_known, quoted_in, shape_of

CODES = tuple(rule.code for rule in RULES)
# Rules that quote text from outside their span, and what that text is.
QUOTES_ELSEWHERE = {
    "C102": "the key `sources:`, which is missing",
    "C115": "the letter that is missing",
    "C401": "the name that stands elsewhere",
    "D107": "the form that stands elsewhere",
    "N103": "the form that stands elsewhere",
    "N105": "the words with the noun behind them, in both forms",
    "N107": "the name before the parenthesis",
    "N115": "the figure that stands elsewhere",
    "N116": "the figure that stands elsewhere",
    "N117": "the time that stands elsewhere",
    "N111": "the acronym that the words have",
    "S020": "the name of the other section",
    "N112": "the spelling that stands elsewhere",
    "N110": "the noun behind the words",
    "S003": "the name of the field",
    "S006": "the name of the file",
    "S011": "the key of the value",
    "S012": "the key `body:`",
    "S016": "the name of the field",
    "S014": "the command that wrote it",
    "S007": "the key `ignore:`",
    "S010": "the name of the image as the disk has it",
    "T118": "the noun behind the words",
    "T134": "the noun behind the words, or the number before them",
    "T143": "the word before the noun",
    "T136": "the word before the verb",
    "T120": "the noun behind the words",
    "T124": "the word that belongs there",
    "T103": "the letter that the pieces make",
    "T105": "the mark behind the space",
    "T110": "the parenthesis that is closed",
}
# Rules whose messages begin with a month or an outlet.
BEGIN_WITH_A_NAME = {"D101", "E106"}


def diagnose(text: str, path: str) -> tuple[Diagnostic, ...]:
    return run_rules(read(text, path), select=CODES)


@settings(max_examples=150)
@given(issues(), paths)
def test_no_rule_raises_and_every_place_is_in_the_file(text: str, path: str) -> None:
    manuscript = read(text, path)
    length = len(manuscript.document.text)
    for rule in RULES:
        for finding in rule.check(manuscript) if manuscript.issue or not rule.needs_issue else ():
            own = [related.span for related in finding.related if not related.path]
            edits = [edit.span for edit in finding.fix.edits] if finding.fix else []
            assert all(0 <= span.start <= span.end <= length for span in (finding.span, *own, *edits)), rule.code


@settings(max_examples=60)
@given(st.text(max_size=200), paths)
def test_no_rule_raises_on_an_invalid_issue(text: str, path: str) -> None:
    assert all(each.finding.message for each in diagnose(text, path))


@settings(max_examples=150)
@given(issues(), paths)
def test_messages_quote_text_from_their_span(text: str, path: str) -> None:
    for each in diagnose(text, path):
        own, related = each.document.text, each.finding.related
        spans = [each.finding.span, *(one.span for one in related if not one.path)]
        written = [span.of(own) for span in spans]
        # A value may be written with escapes, and quoted with or without them.
        meant = [re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), each) for each in written]
        words = [" ".join(each.split()) for each in (*written, *meant)]
        if each.code not in QUOTES_ELSEWHERE:
            assert all(any(part in one for one in words) for part in quoted_in(each.finding.message)), each.code


@settings(max_examples=150)
@given(issues(), paths)
def test_messages_have_the_words_that_are_documented(text: str, path: str) -> None:
    for each in diagnose(text, path):
        assert is_known(each.code, each.finding.message), f"{each.code}: {shape_of(each.finding.message)}"


@settings(max_examples=60)
@given(issues(), paths)
def test_messages_and_helps_are_written_as_the_house_writes_them(text: str, path: str) -> None:
    for each in diagnose(text, path):
        for words in filter(None, (each.finding.message, each.finding.help)):
            # `U.S.` has its point.
            assert not re.search(r"(?<![A-Z])\.$", words), each.code
            assert not re.match("[A-Z][a-z]", words) or each.code in BEGIN_WITH_A_NAME, f"{each.code}: {words}"
            assert "\n" not in words, each.code


@settings(max_examples=60)
@given(issues(), paths)
def test_reports_are_deterministic_ordered_and_within_the_text(text: str, path: str) -> None:
    found = diagnose(text, path)
    assert found == diagnose(text, path)
    assert list(found) == sorted(found, key=lambda each: each.sort_key)
    assert all(sum(each.code == code for each in found) <= MAX_REPORTS for code in {each.code for each in found})


@pytest.mark.parametrize("code", CODES)
def test_documented_messages_have_no_two_words_for_one_thing(code: str) -> None:
    assert all(is_known(code, shape) for shape in DOCUMENTED[code])
