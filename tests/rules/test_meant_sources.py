"""A source that is listed and never cited, but meant somewhere: the place is told, and the source is not deleted."""

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.manuscript import read_manuscript
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.rules.issues import HEAD, around, fixed, read, said_of

LISTED = """\
sources:
  nrc-first: {outlet: NRC, date: 2023-05-07}
  bbc-milk: {outlet: BBC, date: 2023-05-03, title: Milk Returns to Leeds, url: "https://www.bbc.com/news/milk"}
"""
MEANT = {
    "(BBC)": ("5:49 C201 warning “BBC” has no date", "(BBC, May 3)"),
    "([link](https://www.bbc.com/news/milk))": (
        "5:48 C101 warning a link to the source `bbc-milk`, which is never cited",
        "(BBC, May 3)",
    ),
    # Two outlets that are known are not one that is misspelt: no fix credits the other.
    "(NYT, May 3)": ("5:49 C102 warning no source for (NYT, May 3)", "(NYT, May 3)"),
    "(BCB, May 3)": ("5:49 C102 warning no source for (BCB, May 3)", "(BBC, May 3)"),
}


@pytest.mark.parametrize("written", MEANT)
def test_the_place_that_means_a_source_is_the_only_report(written: str) -> None:
    text = around(f"Arnhem left (NRC, May 7). Milk comes again {written}.", LISTED)
    message, right = MEANT[written]
    assert said_of(text, "C101", "C102", "C104", "C201", "C402") == [message]
    code = message.split()[1]
    assert fixed(text, code) == text.replace(written, right)


def test_a_footnote_that_names_a_source_is_reported_where_it_is_called() -> None:
    body = "Arnhem left [@nrc-first]. Milk comes again.[^1]\n\n[^1]: BBC, May 3, 2023"
    assert said_of(around(body, LISTED), "C101", "C102", "C104") == [
        "5:48 C101 warning a footnote in place of the source `bbc-milk`, which is never cited"
    ]


def test_a_footnote_with_the_title_of_a_source_means_it() -> None:
    body = "Arnhem left [@nrc-first]. Milk comes again.[^1]\n\n[^1]: See “Milk Returns to Leeds”, on the BBC’s pages."
    assert said_of(around(body, LISTED), "C101", "C104") == [
        "5:48 C101 warning a footnote in place of the source `bbc-milk`, which is never cited"
    ]


def test_a_citation_without_its_closing_parenthesis_is_closed() -> None:
    text = around("Arnhem left (NRC, May 7). Milk comes again, for $19 (BBC, May 3.", LISTED)
    assert said_of(text, "C101", "C104", "E104") == ["5:57 C101 warning citation not understood: “(BBC, May 3”"]
    assert fixed(text, "C101") == around("Arnhem left (NRC, May 7). Milk comes again, for $19 (BBC, May 3).", LISTED)


@pytest.mark.parametrize(
    "text",
    [
        "Arnhem left (NRC, May 7). Milk comes (BBC, May 3), as the British Broadcasting Corporation (BBC) says.",
        "Arnhem left (NRC, May 7). Milk comes (BBC, May 3), says [the BBC](https://www.bbc.com/news/milk).",
    ],
)
def test_what_is_cited_may_be_named_and_linked(text: str) -> None:
    assert said_of(around(text, LISTED), "C101", "C102", "C104") == []


def test_an_address_in_parentheses_is_reported_once() -> None:
    text = around("Arnhem left (NRC, May 7). Milk comes (source: https://www.bbc.com/news/milk).", LISTED)
    assert [each.split()[1] for each in said_of(text, "C101", "C104")] == ["C101"]


def test_a_gloss_is_no_citation() -> None:
    text = around("Arnhem left (NRC, May 7). The British Broadcasting Corporation (BBC) is old.", LISTED)
    assert said_of(text, "C101", "C104") == ["8:3 C104 warning source `bbc-milk` is never cited"]


def test_links_are_how_an_issue_without_citations_cites() -> None:
    text = around("Milk comes again, [says Leeds](https://www.bbc.com/news/milk).", LISTED)
    assert said_of(text, "C101") == []


def test_a_source_that_a_citation_looks_like_is_not_deleted() -> None:
    text = around("Arnhem left (NRC, May 7). Milk comes again [@bbc-mlik].", LISTED)
    assert said_of(text, "C102", "C104") == [
        "5:50 C102 error no source `bbc-mlik`",
        "8:3 C104 warning source `bbc-milk` is never cited",
    ]
    assert fixed(text, "C104") == text


def test_a_source_that_is_not_indented_is_not_taken_for_another() -> None:
    text = around(
        "Arnhem left [@nrc-first]. Milk comes [@bbc-mild].",
        LISTED + "bbc-mild:\n  outlet: BBC\n  date: 2023-05-04\n",
    )
    assert said_of(text, "C102", "S002") == ["9:1 S002 error unknown key `bbc-mild`"]


def test_the_year_is_written_where_it_is_the_fault() -> None:
    sources = 'sources:\n  nyt: {outlet: NYT, date: 2022-05-10, url: "https://www.nytimes.com/2023/05/10/kiel.html"}\n'
    found = said_of(around("Kiel waits [@nyt].", sources), "C205")
    assert [each.partition("warning ")[2] for each in found] == [
        "cited as May 10, 2022, but its address says May 10, 2023"
    ]


def test_a_missing_outlet_is_read_from_the_address() -> None:
    source = "  fares: {url: 'https://www.lemonde.fr/a', date: 2023-05-03}\n"
    document = parse_text(f"feature: {{title: A, author: B, body: C}}\nsources:\n{source}{HEAD}")
    found = run_rules(read_manuscript(document, "133.yaml", outlets=load_shipped_outlets()))
    assert [each.finding.help for each in found] == ["write `outlet: Le Monde`, if that is who published it"]


def test_sources_later_than_the_issue_point_to_the_date_of_the_issue() -> None:
    sources = "sources:\n  nyt: {outlet: NYT, date: 2023-06-10}\n  bbc: {outlet: BBC, date: 2023-06-11}\n"
    found = run_rules(read(around("Kiel waits [@nyt; @bbc].", sources)))
    (only,) = [each for each in found if each.code == "C203"]
    assert only.document.text[only.finding.span.start : only.finding.span.end] == "2023-05-12"
    assert only.finding.message == "2 of 2 sources are dated after the issue"


def test_an_address_pasted_into_another_source_is_not_a_source_listed_twice() -> None:
    url = "https://www.bbc.com/news/milk"
    sources = f"sources:\n  bbc: {{outlet: BBC, url: '{url}'}}\n  ft: {{outlet: Financial Times, url: '{url}'}}\n"
    document = parse_text(around("Milk comes [@bbc; @ft].", sources) + HEAD)
    found = run_rules(read_manuscript(document, "133.yaml", outlets=load_shipped_outlets()))
    assert [each.code for each in found if each.code in {"C105", "C403"}] == ["C403"]


@pytest.mark.parametrize("link", ["[firm] (https://example.org/firm)", "(firm)[https://example.org/firm]"])
def test_a_link_that_came_apart_is_not_asked_to_be_listed(link: str) -> None:
    assert [
        each.split()[1]
        for each in said_of(around(f"Arnhem left (NRC, May 7), as a {link} did.", LISTED), "C101", "S009")
    ] == ["S009"]


@pytest.mark.parametrize("outlet", ["https://www.bbc.com", "www.bbc.co.uk/news", "bbc.com"])
def test_an_outlet_that_is_an_address_is_told_once_at_the_source(outlet: str) -> None:
    sources = (
        f"sources:\n  bbc:\n    outlet: {outlet}\n    date: 2023-05-10\n  nyt:\n    outlet: NYT\n    date: 2023-05-09\n"
    )
    text = around("Kiel waits (BBC, May 10). Bonn does not (NYT, May 9).\n", sources)
    assert said_of(text, "S016", "C102", "C104", "C402") == ["9:13 S016 warning `outlet` holds an address"]
    assert "    outlet: BBC\n" in fixed(text, "S016")


@pytest.mark.parametrize("outlet", ["Vox.com", "vox.com", "BBC", "St. Pauli"])
def test_a_name_that_could_be_a_host_is_a_name(outlet: str) -> None:
    assert said_of(around("Kiel waits.\n", f"sources:\n  a: {{outlet: {outlet}, date: 2023-05-10}}\n"), "S016") == []


def test_an_address_of_an_unknown_outlet_is_told_without_a_name() -> None:
    text = around("Kiel waits (Kiel Post, May 10).\n", "sources:\n  a: {outlet: www.kielpost.de, date: 2023-05-10}\n")
    assert said_of(text, "S016", "C102", "C104", "C402") == ["8:15 S016 warning `outlet` holds an address"]
    assert fixed(text, "S016") == text


def test_a_source_inside_the_source_above_is_told_there_alone() -> None:
    sources = (
        "sources:\n  nyt:\n    outlet: NYT\n    date: 2023-05-09\n    bbc:\n      outlet: BBC\n      date: 2023-05-09\n"
    )
    text = around("Kiel waits [@bbc]. Bonn does not [@nyt].\n", sources)
    assert [each.split()[1] for each in said_of(text, "S002", "C102", "C104")] == ["S002"]
