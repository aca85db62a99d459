"""Titles, decks, captions, credits, bios and corrections: all their words are printed, with the citations they have."""

import json
import re
from collections.abc import Mapping
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.compose import PlacedPicture, make_edition
from briefgen.edition.edition import Edition, FormattedText
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.markdown import TextRun
from briefgen.model import Crop, Publication, Style
from briefgen.reports.summary import count
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text

OUTLETS = load_shipped_outlets()
FIELDS = ("title", "deck", "caption", "credit", "bio", "correction")
PICTURES: dict[tuple[str, Crop | None], PlacedPicture] = {
    ("images/a.png", None): PlacedPicture("images/a.png", 800, 360)
}


def read(fields: Mapping[str, str], style: Style | None = None) -> Manuscript:
    said = {name: json.dumps(fields.get(name, "Kiel waits.")) for name in (*FIELDS, "summary")}
    text = f"""
number: 1
date: 2023-05-12
summary: {said["summary"]}
feature:
  title: {said["title"]}
  deck: {said["deck"]}
  author: {{name: Flora, bio: {said["bio"]}}}
  image: {{file: images/a.png, alt: A ship., caption: {said["caption"]}, credit: {said["credit"]}}}
  body: "Words."
sources:
  nyt: {{outlet: NYT, date: 2023-05-10, url: "https://example.org/nyt"}}
  bbc: {{outlet: BBC, date: 2023-05-11}}
corrections:
  - {{date: 2023-05-13, text: {said["correction"]}}}
"""
    return read_manuscript(parse_text(text), "1.yaml", publication=Publication(style=style or Style()), outlets=OUTLETS)


def compose(manuscript: Manuscript) -> Edition:
    return make_edition(manuscript, slug="1", pictures=PICTURES)


def printed(manuscript: Manuscript) -> dict[str, FormattedText]:
    edition = compose(manuscript)
    feature, [correction] = edition.feature, edition.corrections
    [picture] = feature.pictures
    return {
        "title": feature.title_html,
        "deck": feature.deck,
        "caption": picture.caption,
        "credit": picture.credit,
        "bio": feature.authors[0].bio,
        "correction": FormattedText(correction.html, correction.markdown, correction.text, correction.plain),
    }


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@given(st.sampled_from(FIELDS), st.text('ab1é雄 *_[]`~<"“”&#-\n', min_size=1, max_size=30).filter(letters))
def test_every_letter_of_a_field_is_printed_in_order(name: str, text: str) -> None:
    text = text if name not in {"title", "credit"} else text.replace("\n", " ")
    words = printed(read({name: text}))[name]
    assert letters(unescape(re.sub("<[^>]*>", "", words.html))) == letters(text)
    assert letters(words.markdown.replace("&lt;", "<")) == letters(text)
    assert letters(words.text) == letters(text)
    assert letters("".join(run.words for run in words.plain)) == letters(text)
    assert "\n" not in words.markdown


@pytest.mark.parametrize("name", FIELDS)
def test_emphasis_is_emphasis(name: str) -> None:
    words = printed(read({name: "The *Ever Given* again"}))[name]
    assert words == FormattedText(
        words.html, "The *Ever Given* again", "The Ever Given again", (TextRun("The _Ever Given_ again"),)
    )
    assert words.html == "The <em>Ever Given</em> again"


def test_a_title_keeps_the_mark_at_its_end() -> None:
    assert printed(read({"title": "We are *number* #"}))["title"].markdown == r"We are *number* \#"
    assert printed(read({"title": "Ports in C#"}))["title"].markdown == "Ports in C#"


def test_a_deck_of_several_lines_is_one() -> None:
    words = printed(read({"deck": "- The *Ever\n Given*,  \n\n# again"}))["deck"]
    assert words == FormattedText(
        Markup("- The <em>Ever Given</em>, # again"), "\\- The *Ever Given*, # again", words.text, words.plain
    )
    assert words.plain == (TextRun("- The _Ever Given_, # again"),)
    assert words.text == "- The Ever Given, # again"


@pytest.mark.parametrize("name", FIELDS)
def test_links_are_links_everywhere_but_in_titles(name: str) -> None:
    words = printed(read({name: "See [here](https://example.org), now"}))[name]
    is_linked = "https://example.org" in words.html and "https://example.org" in words.markdown
    assert is_linked == (name != "title")
    assert words.text == "See here, now"


@pytest.mark.parametrize("citations", ["inline", "notes"])
@pytest.mark.parametrize("name", ["deck", "caption", "correction"])
def test_citations_are_counted_resolved_and_printed(name: str, citations: str) -> None:
    style = Style(citations="notes" if citations == "notes" else "inline")
    manuscript = read({name: "It was fair [@nyt] (BBC, May 11)."}, style)
    words = printed(manuscript)[name]
    assert words.text == "It was fair (NYT, May 10) (BBC, May 11)."
    assert words.markdown == "It was fair ([NYT, May 10](https://example.org/nyt)) (BBC, May 11)."
    assert words.html.count('<span class="cite">') == 2
    assert count((), [manuscript]).citations == 2
    assert [source.outlet.html for source in compose(manuscript).sources] == ["NYT", "BBC"]
    assert {each.code for each in run_rules(manuscript)} & {"C101", "C102", "C104", "C113"} == set()


@pytest.mark.parametrize("name", ["title", "credit", "bio", "summary"])
def test_a_citation_in_a_field_without_citations_is_an_error(name: str) -> None:
    manuscript = read({name: "Kiel waits [@nyt]"})
    [found] = run_rules(manuscript, select=["C113"])
    assert found.severity.name == "ERROR"
    assert found.finding.span.of(manuscript.document.text) == "[@nyt]"
    assert count((), [manuscript]).citations == 0


def test_a_credit_may_hold_an_outlet_and_a_year() -> None:
    assert run_rules(read({"credit": "Jane Doe (NYT, May 10)"}), select=["C113"]) == ()
    assert len(run_rules(read({"bio": "Jane Doe (NYT, May 10)", "title": "[@nyt]"}), select=["C113"])) == 2


def test_machines_and_subjects_have_a_title_without_marks() -> None:
    manuscript = read({"title": "The *Ever Given*", "deck": "It waits [@nyt]."})
    data = compose(manuscript).json_ld
    assert (data["headline"], data["alternativeHeadline"]) == ("The Ever Given", "It waits (NYT, May 10).")
    assert manuscript.subject.endswith("The Ever Given")
    assert compose(manuscript).feature.title == "The Ever Given"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('A Dredger"', ['a quotation mark " has no partner']),
        ('A "Dredger', ['a quotation mark " has no partner']),
        ('A "Class of 2023" at 5" or 6"', []),
        ("A “Dredger", ["opening quotation mark “ is never closed"]),
        ("The the port", []),
        ("the the port", []),
    ],
)
def test_marks_pair_in_fields(text: str, found: list[str]) -> None:
    for name in (*FIELDS, "summary"):
        reports = run_rules(read({name: text}), select=["T101"])
        assert [each.finding.message for each in reports] == found


@pytest.mark.parametrize("name", [*FIELDS, "summary"])
def test_other_rules_of_typography_read_fields_too(name: str) -> None:
    reports = run_rules(
        read({name: 'A ship of the the port -- and “one” and "two" there'}), select=["T102", "T104", "T108"]
    )
    assert {each.code for each in reports} == {"T102", "T104", "T108"}
