"""Which rules run, how loudly they speak, and how an author says no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.diagnostics import Severity
from briefgen.model import Validation
from briefgen.rules import RULES, choose_rules, find_rule, run_rules, unknown_words
from briefgen.yamltext import apply_edits
from tests.rules.issues import HEAD, around, fixed, read, said_of, shown

UNUSED = "sources:\n  nyt: {outlet: NYT, date: 2023-05-10}\n"
WAYS_TO_WRITE = st.sampled_from(
    [
        "words ",
        "(",
        ")",
        "[",
        "]",
        "“",
        "”",
        ".",
        "\n\n",
        "\n- ",
        "(NYT, May 10)",
        "(NYT, May 10).",
        "[@nyt]",
        "[@nyt; @nyt]",
        "[@nobody]",
        "(NYT May 10)",
        "(SCMP, February 30)",
        "(NYT, December 22)",
        "(BBC, May 3; NYT, April 2)",
        "(NYT, May 10, 2023)",
        "TK",
        "<b>",
        "![a](b)",
        "[a](/b)",
        "`",
        "\n\n[a]: /b\n",
        "e.g. ",
        "雄安",
        "(NYT, May 10; NYT, May 10)",
        "(NYT, 10 May)",
        "<!-- x -->",
        "`(BBC, May 3)`",
    ]
)


def test_every_rule_is_found_by_code_and_by_name() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(find_rule(rule.code.lower()) is find_rule(rule.name) is rule for rule in RULES)
    assert find_rule("nothing") is None


@pytest.mark.parametrize(
    ("settings_", "select", "ignore", "runs", "rests"),
    [
        ({}, (), (), {"C104", "S001", "T101"}, set()),
        ({}, ("C1",), (), {"C104", "C101", "S001"}, {"C201", "T101", "S005"}),
        ({}, ("unused-source",), (), {"C104"}, {"C105"}),
        ({}, (), ("C",), {"C202", "T101"}, {"C104", "C203"}),
        ({"select": ("T",)}, (), (), {"T101"}, {"C104"}),
        ({"select": ("T",)}, ("C104",), (), {"C104"}, {"T101"}),
        ({"ignore": ("unused-source",)}, (), (), {"C105"}, {"C104"}),
        ({"ignore": ("C104",)}, (), ("T1",), {"C105"}, {"C104", "T101"}),
    ],
)
def test_rules_are_chosen_by_code_name_or_the_beginning_of_a_code(
    settings_: dict[str, tuple[str, ...]],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    runs: set[str],
    rests: set[str],
) -> None:
    validation = replace(Validation(), **settings_)
    chosen = {rule.code for rule in choose_rules(validation, select=select, ignore=ignore)}
    assert runs <= chosen
    assert not rests & chosen


def test_a_word_that_names_no_rule_is_known() -> None:
    assert unknown_words(("C1", "unused-source", "C9", "")) == ("C9", "")


def test_a_publication_raises_and_lowers_rules_by_code_or_name() -> None:
    text = around("Words.", UNUSED)
    assert said_of(text, "C104") == ["7:3 C104 warning source `nyt` is never cited"]
    assert said_of(text, "C104", publication="validate: {severity: {C104: error}}") == [
        "7:3 C104 error source `nyt` is never cited"
    ]
    assert said_of(text, "C104", publication="validate: {severity: {unused-source: 'off'}}") == []


def test_rules_that_cannot_be_silenced_keep_their_severity() -> None:
    text = around("Words (SCMP, February 30).")
    expected = ["5:18 C202 error there is no February 30, 2023"]
    assert said_of(text, "C202") == expected
    assert said_of(text, "C202", publication="validate: {ignore: [C], severity: {C202: 'off'}}") == expected


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("issue", around("TK.", "ignore: [{rule: S005, reason: a}]\n")),
        ("item", around("TK.").replace("  author", "  ignore: [{rule: placeholder-left, reason: a}]\n  author")),
        ("brief", around("Words.", "briefs:\n- {title: A, body: TK, ignore: [{rule: S005, reason: a}]}\n")),
        ("source", around("Words.", UNUSED.replace("}", ", print: true, ignore: [{rule: C104, reason: a}]}"))),
        ("image", "image: {file: a.png, alt: A, ignore: [{rule: A101, reason: a}]}\n" + around("Words.")),
        ("item’s image", around("Words.", "  image: {file: a.png, alt: A, ignore: [{rule: A101, reason: a}]}\n")),
    ],
)
def test_a_report_is_silenced_where_the_author_says_so(place: str, text: str) -> None:
    assert said_of(text) == [], place


def test_an_ignore_applies_only_to_its_scope() -> None:
    text = around("TK.", "briefs:\n- {title: A, body: TK, ignore: [{rule: S005, reason: a}]}\n")
    assert said_of(text) == ["5:5 S005 error “TK” left in the text"]


def test_an_ignore_may_be_about_some_words_only() -> None:
    text = around("TK and TODO.", "ignore: [{rule: S005, match: tk, reason: a}]\n")
    assert said_of(text) == ["5:12 S005 error “TODO” left in the text"]


def test_an_ignore_is_about_one_rule() -> None:
    text = around("TK “loose.", "ignore: [{rule: S005, reason: a}]\n")
    assert said_of(text) == ["5:8 T101 warning opening quotation mark “ is never closed"]


def test_words_longer_than_the_report_still_mean_it() -> None:
    text = around("Words “loose.", "ignore: [{rule: T101, match: words “loose, reason: a}]\n")
    assert said_of(text) == []


@pytest.mark.parametrize(
    ("ignore", "said"),
    [
        ("{rule: S005, reason: a}", "6:17 S007 warning `ignore: S005` matches nothing here"),
        ("{rule: X999, reason: a}", "6:17 S007 warning there is no rule `X999`"),
        ("{rule: S001, reason: a}", "6:17 S007 warning `S001` cannot be ignored"),
        ("S005", "6:10 S007 warning `ignore: S005` matches nothing here"),
    ],
)
def test_an_ignore_that_does_nothing_is_reported(ignore: str, said: str) -> None:
    assert said_of(around("Words.", f"ignore: [{ignore}]\n")) == [said]


def test_an_ignore_without_a_reason_is_reported_and_an_error_where_the_house_wants_one() -> None:
    text = around("TK.", "ignore: [{rule: S005}]\n")
    said = "6:17 S007 {} `ignore: S005` has no reason"
    assert said_of(text) == [said.format("warning")]
    assert said_of(text, publication="validate: {require_reason: true}") == [said.format("error")]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("ignore: S005 # why\n", ""),
        ("ignore:\n  - rule: S005\n    reason: a\n", ""),
        ("ignore:\n# all\n  - rule: S005\n", "ignore:\n# all\n  - rule: S005\n"),
        ("ignore: [S005, N101]\n", "ignore: [S005, N101]\n"),
        ("ignore: [{rule: P101, reason: a}]\n", ""),
        ("ignore: [{rule: X999, reason: a}]\n", "ignore: [{rule: X999, reason: a}]\n"),
    ],
)
def test_an_ignore_that_does_nothing_is_deleted_where_nothing_else_goes_with_it(written: str, mended: str) -> None:
    assert fixed(HEAD + around("Words.", written), "S007") == HEAD + around("Words.", mended)


def test_one_idle_entry_of_several_is_deleted_and_a_comment_in_a_body_too() -> None:
    two = "ignore:\n  - {rule: S005, reason: a}\n  - {rule: N101, reason: b}\nx-a: 1\n"
    assert "- {rule: S005" not in fixed(HEAD + around("The BRI.", two), "S007")
    text = around("One.\n\n<!-- briefgen: ignore T101 a -->\n\nTwo.")
    assert fixed(HEAD + text, "S007") == HEAD + around("One.\n\nTwo.")


def test_an_ignore_of_a_rule_that_did_not_run_is_left_alone() -> None:
    manuscript = read(around("Words.", "ignore: [{rule: S005, reason: a}]\n"))
    assert run_rules(manuscript, ignore=["S005"]) == ()


def test_an_issue_that_cannot_be_read_gets_the_reports_on_its_shape_only() -> None:
    assert shown(run_rules(read("number: x\nfeature: {title: TK, author: A, body: “}\n"))) == [
        "1:1 S003 error `date` is missing",
        "1:9 S003 error `number` is “x”, expected a whole number",
    ]


@settings(max_examples=200)
@given(
    st.lists(WAYS_TO_WRITE, max_size=14).map("".join),
    st.sampled_from(["", UNUSED]),
    st.sampled_from(["before", "after"]),
)
def test_no_rule_raises_and_messages_quote_the_text_of_the_span(body: str, sources: str, position: str) -> None:
    manuscript = read(around(body, sources), publication=f"style: {{position: {position}}}")
    text = manuscript.document.text
    for each in run_rules(manuscript):
        finding = each.finding
        assert finding.span.end <= len(text)
        assert all(related.span.end <= len(text) for related in finding.related)
        assert not finding.message[0].isupper() or finding.message.startswith("HTML")
        assert not finding.message.endswith(".")
        if each.code == "S005":
            assert finding.span.of(text) in finding.message
        if each.code == "T101":
            assert f" {finding.span.of(text)} " in finding.message
        if each.code == "C101" and "\n" not in finding.span.of(text):
            assert finding.span.of(text).strip("()[]") in finding.message


@settings(max_examples=150)
@given(st.lists(WAYS_TO_WRITE, max_size=10).map("".join), st.sampled_from(["before", "after"]))
def test_safe_fixes_leave_an_issue_that_can_be_read_and_nothing_safe_to_fix(body: str, position: str) -> None:
    publication = f"style: {{position: {position}}}"
    text = around(body, UNUSED) + "number: 133\ndate: 2023-05-12\n"
    for _ in range(12):
        manuscript = read(text, publication=publication)
        if manuscript.issue is None:
            return
        fixes = [each.finding.fix for each in run_rules(manuscript) if each.finding.fix and each.finding.fix.is_safe]
        if not fixes:
            return
        text = apply_edits(manuscript.document.text, fixes[0].edits)
        assert read(text, publication=publication).issue is not None
    raise AssertionError(text)


def test_severities_reach_each_other_by_rank() -> None:
    assert Severity.ERROR.reaches(Severity.WARNING)
    assert Severity.NOTE.reaches(Severity.NOTE)
    assert not Severity.NOTE.reaches(Severity.WARNING)


def test_a_rule_reports_a_hundred_places_and_counts_the_rest() -> None:
    found = run_rules(read(around("TK. " * 130)), select=["S005"])
    assert len(found) == 100
    assert [each.finding.label for each in found if each.finding.label] == ["and 30 more reports of this rule"]
