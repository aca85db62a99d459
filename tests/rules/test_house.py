"""What the rules on headings, house terms and mail say beyond the examples in their documentation."""

import json
from collections.abc import Sequence

import pytest

from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.model import parse_publication, parse_terms
from briefgen.prose import Terms
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.growth import assert_linear
from tests.rules.issues import around, fixed, read, said_of


def titled(*titles: str, style: str = "{}", body: str = "Words.") -> list[str]:
    """Return what is said of the case of some titles, the word and the rest."""
    first, *others = titles
    issue = {
        "number": 1,
        "date": "2023-05-12",
        "feature": {"title": first, "author": "Jane", "body": body},
        "briefs": [{"title": title, "body": "Words."} for title in others],
    }
    publication = parse_publication(parse_text(style)).record
    manuscript = read_manuscript(parse_text(json.dumps(issue)), "1.yaml", publication=publication)
    return [each.finding.message for each in run_rules(manuscript, select=["N108"])]


AP = "style: {title_case: ap}"
CHICAGO = "style: {title_case: chicago}"
CAPITAL, SMALL = "“{}” is not capitalized in a title-case heading", "“{}” is capitalized in a title-case heading"


@pytest.mark.parametrize(
    "title",
    [
        "What Are Sister Cities For?",
        "The Guardian View of The Hague",
        "A Visit to the iPhone Maker",
        "Xi’s Speech Isn’t Over",
        "Plan A for the Ports",
        "“City of the future” and the New Law",
        "The Voyage of *Pride of the fleet* Ends",
        "雄安新区 Opens to the Public",
        "Bin Salman and von der Leyen Meet",
        "Vaccines — and Who Pays",
        "Sister-city Ties End",
        "Made-in-China Ships",
        "Ships That Pass in the Night",
        "Huawei Reports Near Flat Revenue Growth in Q1 as U.S. Sanctions Bite",
        "Scenario A: Ports Close (in part)",
        "A Port Takes Over Its Rival",
        "Words",
        "D’Estaing on l’État",
    ],
)
@pytest.mark.parametrize("style", [AP, CHICAGO, "{}"])
def test_good_headings_pass_in_every_style(title: str, style: str) -> None:
    assert titled(title, style=style) == []


@pytest.mark.parametrize(
    ("title", "style", "said"),
    [
        ("Ties with Taiwan", AP, ["“with” in a heading: AP style is “With”"]),
        ("Ties With Taiwan", CHICAGO, ["“With” in a heading: Chicago style is “with”"]),
        ("Ties about Taiwan", AP, ["“about” in a heading: AP style is “About”"]),
        ("Ties About Taiwan", CHICAGO, []),
        ("Who is Afraid of the Wolf", AP, [CAPITAL.format("is")]),
        ("Take It or Leave it", CHICAGO, [CAPITAL.format("it")]),
        ("the Second Try", AP, [CAPITAL.format("the")]),
        ("A Plan: the Second Try", AP, [CAPITAL.format("the")]),
        ("The Rise Of The West", CHICAGO, ["not in title case: “The Rise Of The West”"]),
        ("Library closes on Mondays", CHICAGO, [CAPITAL.format("closes")]),
        ("Weir Repair Waits For Engineers", CHICAGO, [SMALL.format("For")]),
        ("Xi speaks to the council", CHICAGO, ["not in title case: “Xi speaks to the council”"]),
        ("Xi speaks to the council", "{}", []),
        ("The 23rd Ship at 5 km an Hour", CHICAGO, []),
        ("Post-war Trade and post-war Peace", AP, [CAPITAL.format("post-war")]),
    ],
)
def test_headings_must_follow_house_style(title: str, style: str, said: list[str]) -> None:
    assert titled(title, style=style) == said


WITH, FROM, UPPER = "Ties with Taiwan", "Ships from Kiel", "Ties With Taiwan"


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        ((WITH, FROM, UPPER), ["“With” in a heading: Chicago style is “with”"]),
        ((UPPER, UPPER, WITH), ["“with” in a heading: AP style is “With”"]),
        ((UPPER, WITH), []),
        (("Who is Afraid Now", "Two ports agree", "One port closes"), []),
        (("Who is Afraid Now", "Two Ports Agree", "One port closes"), [CAPITAL.format("is")]),
        (("The Rise Of It", "The Rise of Kiel"), []),
        (("The Rise Of It", "The Rise of Kiel", "A Port of Call"), [SMALL.format("Of")]),
    ],
)
def test_without_a_style_the_headings_decide_among_themselves(titles: Sequence[str], said: list[str]) -> None:
    assert titled(*titles) == said


def test_subheadings_are_judged_by_themselves() -> None:
    body = "## Who is Afraid Now\n\nWords.\n\n## One Port Closes\n\nWords."
    assert titled("Two ports agree", body=body) == [CAPITAL.format("is")]
    assert titled("Two Ports Agree", body="## What is missing\n\nWords.") == []
    assert titled("Two Ports Agree", body="## What is missing\n\nWords.", style=CHICAGO) == []
    mixed = "## What is missing\n\nWords.\n\n## What Is Here\n\nWords."
    assert titled("Two Ports Agree", body=mixed, style=CHICAGO) == ["not in title case: “What is missing”"]


@pytest.mark.parametrize("piece", ["Word ", "“a ", "*a ", "(a ", "_a ", "- ", "a: "])
def test_a_heading_of_any_length_takes_linear_time(piece: str) -> None:
    assert_linear(lambda size: titled(piece * size, piece * size, style=AP), 6_000)


def test_other_languages_have_their_own_capitals() -> None:
    assert titled("Who is Afraid Now", style="language: de") == []


def test_a_fix_of_a_heading_changes_one_letter() -> None:
    text = around("Words.").replace("title: One", "title: Who is Afraid Now")
    manuscript = read(text, publication=AP)
    [finding] = [each.finding for each in run_rules(manuscript, select=["N108"])]
    assert finding.fix is not None
    assert [(edit.span.of(text), edit.text) for edit in finding.fix.edits] == [("i", "I")]
    assert not finding.fix.is_safe


@pytest.mark.parametrize(
    ("head", "settings", "said"),
    [
        ("", "name: Port Survey", []),
        ("", "{}", []),
        ("", f"name: {'N' * 53}", []),
        ("", f"name: {'N' * 54}", ["63"]),
        (f"subject: {'N' * 62}\n", "{}", []),
        (f"subject: {'N' * 63}\n", "{}", ["63"]),
        (f"subject: {'雄' * 31}\n", "{}", []),
        (f"subject: {'雄' * 32}\n", "{}", ["64"]),
        (f"subject: {'e' * 62}{chr(0x301)}\n", "{}", []),
        ("subject: Short\n", f"name: {'N' * 80}", []),
    ],
)
def test_a_subject_is_measured_in_cells(head: str, settings: str, said: list[str]) -> None:
    found = said_of(head + around("Words."), "M101", publication=settings)
    assert [line.split("subject is ")[1].split()[0] for line in found] == said


def test_a_title_alone_is_measured_where_the_newsletter_has_no_name() -> None:
    text = around("Words.").replace("title: One", f"title: {'x' * 63}")
    assert said_of(text, "M101") == ["2:10 M101 warning subject is 63 characters wide; most inboxes show 40 to 60"]


def with_terms(terms: str, text: str) -> Manuscript:
    record = parse_terms(parse_text(f"terms: [{terms}]")).record
    publication = parse_publication(parse_text("{}")).record
    assert record is not None
    return read_manuscript(parse_text(text), "1.yaml", publication=publication, terms=Terms(record.terms))


HEAD = "number: 1\ndate: 2023-05-12\n"
STRAIT = "{expected: Taiwan Strait, patterns: [Taiwan Straits], reason: there is one}"


def test_a_term_is_reported_once_with_all_its_places_outside_quotations_and_citations() -> None:
    text = HEAD + around(
        "The Taiwan Straits, “Taiwan Straits”, `Taiwan Straits`; Taiwan Straits [sic].\n\nTaiwan\nStraits."
    )
    text = text.replace("title: One", "title: Taiwan Straits and “Taiwan Straits”")
    text += "sources: {a: {outlet: Taiwan Straits, title: Taiwan Straits, print: true}}\n"
    [finding] = [each.finding for each in run_rules(with_terms(STRAIT, text), select=["N109"])]
    assert finding.help == "write “Taiwan Strait”: there is one"
    spans = [finding.span, *(related.span for related in finding.related)]
    assert [text[span.start : span.end].split() for span in spans] == [["Taiwan", "Straits"]] * 3
    assert finding.fix is not None
    assert len(finding.fix.edits) == 3


@pytest.mark.parametrize(
    ("extra", "severity", "safe"),
    [("", "warning", False), (", severity: error", "error", False), (", severity: note, safe: true", "note", True)],
)
def test_a_list_says_how_loud_a_term_is_and_whether_it_is_safe_to_mend(
    extra: str, severity: str, *, safe: bool
) -> None:
    text = HEAD + around("The Taiwan Straits.")
    [found] = run_rules(with_terms(STRAIT.replace("}", extra + "}"), text), select=["N109"])
    assert found.severity == severity
    assert found.finding.fix is not None
    assert found.finding.fix.is_safe is safe


def test_without_a_list_nothing_is_said() -> None:
    assert said_of(around("The Taiwan Straits."), "N109") == []
    assert fixed(around("The Taiwan Straits."), "N109") == around("The Taiwan Straits.")


def test_a_word_that_is_small_in_several_headings_is_meant_so() -> None:
    known = ["Two Ports Share a Dredger", "What the Ferry Costs"]
    assert titled(*known, "The Data Package management in R") == [CAPITAL.format("management")]
    assert titled(*known, "The Data Package management in R", "A Data Package management for Ruby") == []
    # A house that has set its style has no such custom.
    assert (
        titled(*known, "Data Package management", "The Ports management", style=CHICAGO)
        == [CAPITAL.format("management")] * 2
    )
