"""The syntax of citations, and text that is not a citation."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.citations import Citation, Scan, find_citations
from briefgen.markdown import parse_body
from briefgen.model import Outlet, Outlets
from briefgen.prose import scan_prose
from tests.growth import assert_linear

OUTLETS = Outlets(
    tuple(Outlet(id=name, name=name) for name in ("NYT", "BBC", "SCMP", "China Daily", "EDM", "Twitter", "Al Jazeera"))
)


def scan(text: str) -> Scan:
    return find_citations(parse_body(text), OUTLETS)


def show(citation: Citation) -> str:
    """Join the non-empty parts of a citation with bars."""
    parts = (
        citation.prefix,
        citation.key,
        citation.author,
        citation.outlet,
        str(citation.date or ""),
        citation.locator,
    )
    return "|".join(part for part in parts if part)


def found_in(text: str) -> list[list[str]]:
    return [[show(citation) for citation in group.citations] for group in scan(text).groups]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("[@nyt]", ["nyt"]),
        ("[@nyt; @bbc, p. 3; see @scmp]", ["nyt", "bbc|p. 3", "see|scmp"]),
        ("[see  also @a.b:c/d+1 , pp. 3,\n 4]", ["see also|a.b:c/d+1|pp. 3, 4"]),
        ("[@nyt p. 3]", ["nyt|p. 3"]),
        ("(NYT, May 10)", ["NYT|May 10"]),
        ("(NYT, May 10; China Daily, February 20, 2021)", ["NYT|May 10", "China Daily|February 20, 2021"]),
        ("(Some Gazette, Sept. 24 2015)", ["Some Gazette|September 24, 2015"]),
        (
            "(NYT, May 2021; BBC, 2019; GAO, undated; GAO, n.d. b)",
            ["NYT|May 2021", "BBC|2019", "GAO|undated", "GAO|undated b"],
        ),
        ("(NYT, May 10a; BBC, May 10, 2021b)", ["NYT|May 10a", "BBC|May 10, 2021b"]),
        ("(see EDM, June 11 and 25)", ["see|EDM|June 11", "see|EDM|June 25"]),
        ("(EDM, October 18, 28, 2010)", ["EDM|October 18", "EDM|October 28, 2010"]),
        ("(EDM, June 11 and July 2)", ["EDM|June 11", "EDM|July 2"]),
        ("(Channel 1, Maestro TV, July 31)", ["Channel 1|July 31", "Maestro TV|July 31"]),
        ("(BBC; Al Jazeera, May 10)", ["BBC|May 10", "Al Jazeera|May 10"]),
        ("(BBC, May 10, p. 3)", ["BBC|May 10|p. 3"]),
        ("(@mfa on Twitter, May 10)", ["@mfa|Twitter|May 10"]),
        ("(NYT, Jane Doe, May 10)", ["Jane Doe|NYT|May 10"]),
        ("(NYT,\nMay 10)", ["NYT|May 10"]),
        ("(National Knowledge Center on China, April 25, 2022)", ["National Knowledge Center on China|April 25, 2022"]),
        ("(cf. NYT, May 10)", ["cf.|NYT|May 10"]),
    ],
)
def test_a_citation_is_read(text: str, group: list[str]) -> None:
    assert found_in(f"Words {text}.") == [group]
    assert scan(f"Words {text}.").malformed == ()


@pytest.mark.parametrize(
    "text",
    [
        "`(NYT, May 10)` and ``[@nyt]``",
        "```\n(NYT, May 10)\n```",
        "\\[@nyt] \\(NYT, May 10)",
        "<!-- (NYT, May 10) [@a] -->",
        "[words (NYT, May 10)](https://example.org)",
        "![NYT](a.png)",
        "<https://example.org/(NYT,May>",
        "(born 1953)",
        "(which ended in May 2021)",
        "(Geneva, October 10, 1980)",
        "(Vienna, May 10; Paris, May 11)",
        "(May 10)",
        "(CCP)",
        "()",
        "( )",
        "(雄安新区)",
        "(The deal, May 10)",
        "(Monday, May 10)",
        "(a NYT piece)",
        "[a@b.org]",
        "[sic]",
        "(in 2021; see below)",
        "(up 3.5%, May 10)",
        "[1]: https://example.org",
        "(see above)",
        "(NYT\n\nMay 10)",
        "(" + "NYT, May 10; " * 60 + ")",
    ],
)
def test_other_text_is_no_citation(text: str) -> None:
    found = scan(f"Words\n\n{text}")
    assert found == Scan((), ())


@pytest.mark.parametrize(
    ("text", "help_", "suggestion"),
    [
        ("(NYT May 10)", "write `(NYT, May 10)`", "(NYT, May 10)"),
        ("(NYT, May 10;)", "write `(NYT, May 10)`", "(NYT, May 10)"),
        (
            "(NYT, May 10, 2021, BBC, May 11)",
            "write `(NYT, May 10, 2021; BBC, May 11)`",
            "(NYT, May 10, 2021; BBC, May 11)",
        ),
        ("(NYT, 10 May 2021)", "write the month first: `May 10, 2021`", "(NYT, May 10, 2021)"),
        ("(NYT, 2021-05-10)", "write the month as a word: `May 10, 2021`", "(NYT, May 10, 2021)"),
        ("(NYT, 2021-15-10)", "write the month as a word: `15 10, 2021`", "(NYT, 15 10, 2021)"),
        ("(NYT, May 3rd)", "write a plain number: `May 3`", "(NYT, May 3)"),
        ("(NYT, March 1-4)", "cite one day for each source, parted by semicolons", ""),
        ("(NYT, Septembr 10)", "did you mean `September 10`?", "(NYT, September 10)"),
        ("(NYT in Room 10, Septembr 5)", "did you mean `September 5`?", "(NYT in Room 10, September 5)"),
        ("(NYT, Septembr 10, 2021)", "did you mean `September 10, 2021`?", "(NYT, September 10, 2021)"),
        (
            "（NYT，May 10；BBC, May 11）",
            "use commas, semicolons and parentheses of this alphabet",
            "(NYT, May 10; BBC, May 11)",
        ),
        ("(NYT and others in May 2021 or so)", "write `(Outlet, Month D, YYYY; Outlet, Month D)`", ""),
        ("[@]", "write `[@key]`, several as `[@one; @two, p. 3]`", ""),
        ("[@nyt @bbc]", "write `[@key]`, several as `[@one; @two, p. 3]`", ""),
        ("[@nyt; and others]", "write `[@key]`, several as `[@one; @two, p. 3]`", ""),
    ],
)
def test_malformed_citations_are_distinguished_from_other_parentheses(text: str, help_: str, suggestion: str) -> None:
    found = scan(f"Words {text}.")
    assert found.groups == ()
    assert [(each.help, each.suggestion) for each in found.malformed] == [(help_, suggestion)]
    if suggestion and "15 10" not in suggestion:
        assert found_in(f"Words {suggestion}.")


def test_a_name_among_the_issues_own_sources_is_an_outlet() -> None:
    body = parse_body("Words (Geneva, May 10).")
    assert find_citations(body, OUTLETS).groups == ()
    assert len(find_citations(body, OUTLETS, frozenset({"geneva"})).groups) == 1


def test_a_keyed_group_in_parentheses_is_found_once() -> None:
    assert found_in("Words ([@nyt]).") == [["nyt"]]


def test_a_key_inside_a_parenthesis_gone_wrong_is_still_a_citation() -> None:
    found = scan("Words (NYT May 10 [@nyt]).")
    assert [group.form for group in found.groups] == ["keyed"]
    assert found.malformed == ()


def test_a_key_before_a_parenthesis_is_a_citation_and_no_link() -> None:
    assert found_in("Words [@nyt](as of May).") == [["nyt"]]


def test_a_handle_that_links_to_a_page_is_a_link_and_no_citation() -> None:
    assert found_in("Words [@nyt](https://example.org/nyt).") == []


def test_a_group_with_a_link_in_it_is_a_citation_gone_wrong() -> None:
    [malformed] = scan("Words [@nyt, [p. 3](https://example.org/nyt)].").malformed
    assert malformed.text == "[@nyt, …p. 3…]"


BODIES = st.lists(
    st.sampled_from(
        [
            "(",
            ")",
            "[",
            "]",
            "[@k]",
            "(NYT, May 10)",
            "NYT",
            ", ",
            "; ",
            "May ",
            "10",
            "2021",
            "（",
            "，",
            "`",
            "\\",
            "\n",
            "\n\n",
            "see ",
            "words ",
            "<!--",
            "-->",
            "[x](y)",
            "@",
            "undated",
            "-",
            "p. 3",
            "a",
        ]
    )
).map("".join)


@settings(max_examples=300)
@given(BODIES | st.text(max_size=60))
def test_groups_are_ordered_disjoint_and_contain_their_parts(text: str) -> None:
    body = parse_body(text)
    found = find_citations(body, OUTLETS)
    places = sorted([*(group.span for group in found.groups), *(each.span for each in found.malformed)])
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))
    opaque = [each.span for each in body.opaque]
    for group in found.groups:
        assert all(group.span.covers(citation.span) for citation in group.citations)
        assert all(each.end <= group.span.start or each.start >= group.span.end for each in opaque)
    for citation in (citation for group in found.groups for citation in group.citations):
        assert citation.key in citation.span.of(text)
        assert citation.outlet.split() == [] or citation.outlet.split()[0] in citation.outlet_span.of(text)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "]",
        "(",
        ")",
        "`",
        "``a` ",
        "[@",
        "[@a; ",
        "[a](",
        "[a](<b",
        "![[]()",
        "<!--",
        "<!-- x\n",
        "[x]( ",
        "[x](a(",
        "[a\\]",
        "(NYT, ",
        "(see , ",
        "May 10, ",
        "(NYT, 10 ",
        "（NYT，",
        "“",
        "a\n",
        "=\n",
        "> ",
        "- ",
        "|",
        "|-",
        "\t",
        '[x](a "',
        "\\",
        "(A on ",
        "http://a",
        "(BBC, May 3, 4, ",
        " ; ",
        "(a@",
        "x\n|-\n",
    ],
)
@pytest.mark.parametrize("lead", ["", "(NYT, "])
def test_anything_is_scanned_in_linear_time(unit: str, lead: str) -> None:
    def scan(size: int) -> None:
        prose = scan_prose((lead + unit * size)[:size])
        find_citations(prose.body, OUTLETS)
        list(prose.unpaired_marks())

    assert_linear(scan, 32_768)
