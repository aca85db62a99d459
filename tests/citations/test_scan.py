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
from tests.seldom import seldom

OUTLETS = Outlets(
    tuple(Outlet(id=name, name=name) for name in ("NYT", "BBC", "SCMP", "China Daily", "EDM", "Twitter", "Al Jazeera"))
)


def scan(text: str) -> Scan:
    return find_citations(parse_body(text), OUTLETS)


def test_no_break_spaces_of_prefix_and_locator_stay() -> None:
    (group,) = scan("Words [voir\u00a0aussi @one,\n  p.\u00a014;\u00a0@two,\u00a0p.\u202f3].").groups
    assert [(each.prefix, each.key, each.locator) for each in group.citations] == [
        ("voir\u00a0aussi", "one", "p.\u00a014"),
        ("", "two", "p.\u202f3"),
    ]


def show(citation: Citation) -> str:
    """Join the non-empty parts of a citation with bars."""
    parts = (
        citation.prefix,
        citation.key,
        citation.lead,
        citation.author,
        citation.outlet,
        citation.document,
        str(citation.date or ""),
        citation.trail,
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
        ("(BBC; Al Jazeera, May 10)", ["BBC", "Al Jazeera|May 10"]),
        ("(BBC, May 9; NYT)", ["BBC|May 9", "NYT"]),
        ("(DIA, June 2025 assessment)", ["DIA|June 2025| assessment"]),
        ("(NYT, May 10, in Spanish)", ["NYT|May 10|, in Spanish"]),
        ("(NYT, March 1-4)", ["NYT|March 1–4"]),
        ("(NYT, March 1 to 4, 2021)", ["NYT|March 1–4, 2021"]),
        ("(NYT, 28 February – 2 March 2021)", ["NYT|February 28–March 2, 2021"]),
        ("(NYT, March/April 2021)", ["NYT|March–April 2021"]),
        ("(NYT, 10 May 2021; BBC, 11th of May)", ["NYT|May 10, 2021", "BBC|May 11"]),
        ("(EDM, 12, 14 March)", ["EDM|March 12", "EDM|March 14"]),
        ("(NYT, May 3rd; BBC, 2021-05-10)", ["NYT|May 3", "BBC|May 10, 2021"]),
        ("(NYT, 24/02/2020; BBC, 5/3/2020)", ["NYT|February 24, 2020", "BBC|March 5, 2020"]),
        ("(NYT, 2/24/2020; BBC, 5/3/2020)", ["NYT|February 24, 2020", "BBC|May 3, 2020"]),
        ("(BBC 24/02/2020, EDM accessed 02/2021)", ["BBC|February 24, 2020", "EDM|February 2021"]),
        ("(May 10, 2021, NYT)", ["NYT|May 10, 2021"]),
        ("(May 10, NYT; 11 May, BBC)", ["NYT|May 10", "BBC|May 11"]),
        ("(nyt, may 10)", ["nyt|May 10"]),
        ("(NYT, Wednesday, May 10)", ["NYT|May 10"]),
        ("(NYT, mid-May 2021; BBC, Q3 2021)", ["NYT|May 2021", "BBC|Q3 2021"]),
        ("(see EDM, July 25; June 28)", ["see|EDM|July 25", "EDM|June 28"]),
        ("(CISA Advisory AA23-335A; NYT, May 10)", ["CISA|Advisory AA23-335A", "NYT|May 10"]),
        ("(CISA Advisory AA23-335A)", ["CISA|Advisory AA23-335A"]),
        (
            "(“Kiel Waits,” Jane Doe, Foreign Affairs, May 2021)",
            ["“Kiel Waits,” Jane Doe,|Jane Doe|Foreign Affairs|May 2021"],
        ),
        ("(Jane Doe, “Kiel; Waits”, NYT, May 10)", ["Jane Doe, “Kiel; Waits”,|Jane Doe|NYT|May 10"]),
        ("(“Kiel Waits,” NYT, May 10)", ["“Kiel Waits,”|NYT|May 10"]),
        ("(Jane Doe, NYT, May 10)", ["Jane Doe,|Jane Doe|NYT|May 10"]),
        ("(Anna Berg, via NYT, May 10)", ["Anna Berg, via|NYT|May 10"]),
        ("(NYT and BBC, May 10)", ["NYT|May 10", "BBC|May 10"]),
        ("(NYT, May 10; in Spanish)", ["NYT|May 10"]),
        ("(congressional testimony, April 2021)", ["congressional testimony|April 2021"]),
        ("(BBC)", ["BBC"]),
        ("(BBC, NYT)", ["BBC", "NYT"]),
        ("(BBC analysis)", ["BBC analysis"]),
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
        "(AWS, March 1)",
        "(Deng-Bush, May 8, 1982)",
        "(NYT GOV/2025/24)",
        "(NYT, BBC, SCMP)",
        "[Words](https://example.org) (NYT)",
        "Xinhua and the Nordic Youth Trust (NYT)",
        "(Wagner mutiny, June 23-24, 2023)",
        "(Evergreen Marine, March 4)",
        "(Foreign Minister Wang Yi, March 7)",
        "(Bundestagswahl, May 10)",
        "(Kim, 2011; father of three)",
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
        ("(NYT, 2021-15-10)", "write a month and a day that exist: `2023-05-12`", ""),
        ("(NYT, 5/3)", "write the month as a word: `May 3` or `March 5`", ""),
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
    if suggestion:
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


def test_a_bracket_that_another_paragraph_closes_is_open() -> None:
    for text in ("Words [@nyt and\n\nmore].", "Words.[^n]\n\n[^n]: A note].\n\nMore [@nyt."):
        (malformed,) = find_citations(parse_body(text), OUTLETS, keys=("nyt",)).malformed
        assert malformed.help == "close it: `[@nyt]`"


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
            "5/3",
            "March",
            "“",
            "”",
            "undated",
            "NYT 1/2/2020",
            "Advisory A1",
            "[^n]",
            "\n\n[^n]: ",
            "[@",
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
        "(“a” ",
        "(1/1/1, ",
        "(12, ",
        "(A A ",
        "(may ",
        "(A via ",
        "http://a",
        "(BBC, May 3, 4, ",
        " ; ",
        "(a@",
        "x\n|-\n",
    ],
)
@pytest.mark.parametrize("lead", seldom(["", "(NYT, "], [""]))
def test_anything_is_scanned_in_linear_time(unit: str, lead: str) -> None:
    def scan(size: int) -> None:
        prose = scan_prose((lead + unit * size)[:size])
        find_citations(prose.body, OUTLETS)
        list(prose.unpaired_marks())

    assert_linear(scan, 32_768)


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        ("fr", "(Le Monde, 3 mars ; AFP, 1er août 2021)", ["Le Monde|March 3", "AFP|August 1, 2021"]),
        ("fr", "(voir Le Monde, mardi 4 juin 2024, p. 3)", ["voir|Le Monde|June 4, 2024|p. 3"]),
        ("de", "(FAZ, 2.–4. Juli; Die Zeit, 14.03.2024, S. 4)", ["FAZ|July 2–4", "Die Zeit|March 14, 2024|S. 4"]),
        ("es", "(El País, 4 de octubre de 2023)", ["El País|October 4, 2023"]),
        ("pl", "(Gazeta Wyborcza, 11 listopada 2018 r.)", ["Gazeta Wyborcza|November 11, 2018"]),
        ("ru", "(Коммерсантъ, 24 февраля 2022 г.)", ["Коммерсантъ|February 24, 2022"]),
        ("ar", "(الجزيرة، 7 مايو؛ الأهرام، 8 مايو)", ["الجزيرة|May 7", "الأهرام|May 8"]),
        ("he", "(הארץ, 14 במאי 2023)", ["הארץ|May 14, 2023"]),
        ("zh-Hans", "（新华社，5月8日）", ["新华社|May 8"]),
        (
            "zh-Hans",
            "（见《人民日报》，2021年7月1日至3日；环球时报，2022年5月）",
            ["见|人民日报|July 1–3, 2021", "环球时报|May 2022"],
        ),
        ("ja", "（読売新聞、12月16日、朝日新聞、日付なし）", ["読売新聞|December 16", "朝日新聞|undated"]),
        ("ko", "(조선일보, 2024년 4월 10일)", ["조선일보|April 10, 2024"]),
        ("ko", "(조선일보, 3월 1일, 중앙일보, 3월 2일)", ["조선일보|March 1", "중앙일보|March 2"]),
        ("en-GB", "(BBC, 5/3)", ["BBC|March 5"]),
        ("en-US", "(BBC, 5/3)", ["BBC|May 3"]),
        ("ja", "(BBC, 5/3)", ["BBC|May 3"]),
        ("de", "(BBC, 5/3)", ["BBC|March 5"]),
    ],
)
def test_a_newsletter_uses_the_months_and_marks_of_its_language(language: str, text: str, group: list[str]) -> None:
    found = find_citations(parse_body(f"Words {text}."), OUTLETS, language=language)
    assert [[show(citation) for citation in each.citations] for each in found.groups] == [group]
    assert found.malformed == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "（新华社，5月8日）"),
        ("en", "(Le Monde, 3 mars)"),
        ("fr", "(Genève, 12 août 1949)"),
        ("de", "(Bundestagswahl, 23. Februar 2025)"),
        ("zh-Hans", "（习近平，2022年10月16日）"),
        ("zh-Hans", "（雄安新区）"),
    ],
)
def test_the_months_of_other_languages_and_what_happened_there_are_no_citations(language: str, text: str) -> None:
    assert find_citations(parse_body(f"Words {text}."), OUTLETS, language=language) == Scan((), ())


def test_dates_that_contradict_each_other_leave_the_order_of_the_others_open() -> None:
    found = scan("Words 24/7 (NYT, 24/02/2020; BBC, 2/25/2020), and words (SCMP, 5/3/2020).")
    assert len(found.groups) == 1
    [malformed] = found.malformed
    assert malformed.text == "SCMP, 5/3/2020"


def test_numbers_outside_of_parentheses_say_nothing_about_dates() -> None:
    assert scan("Open 24/7 (SCMP, 5/3/2020).").groups == ()
    assert found_in("Words (SCMP, 5/3/2020). Words (NYT, 24/02/2020).")[0] == ["SCMP|March 5, 2020"]


def test_a_company_with_a_day_alone_is_the_subject_even_if_the_register_has_it() -> None:
    outlets = Outlets((Outlet(id="acme", name="Acme", kind="company"), *OUTLETS.entries))

    def outlets_in(text: str, cited: frozenset[str] = frozenset()) -> list[str]:
        groups = find_citations(parse_body(f"Words {text}."), outlets, cited).groups
        return [citation.outlet for group in groups for citation in group.citations]

    assert outlets_in("(Acme, March 1)") == []
    assert outlets_in("(Acme)") == []
    assert outlets_in("(Acme, March 1, 2021)") == ["Acme"]
    assert outlets_in("(Acme, March 1 statement)") == ["Acme"]
    assert outlets_in("(Acme, March 1; NYT, March 2)") == ["Acme", "NYT"]
    assert outlets_in("(Acme, March 1)", frozenset({"acme"})) == ["Acme"]


def test_the_parts_that_are_no_citations_keep_their_places() -> None:
    text = "Words (NYT, May 10; in Spanish; BBC, 10/03/202)."
    [group] = scan(text).groups
    assert [span.of(text) for span in group.remarks] == ["in Spanish", "BBC, 10/03/202"]


def test_an_outlet_that_is_dated_elsewhere_is_known_where_it_is_not() -> None:
    assert found_in("One (Harbour Watch, May 10). Two (Harbour Watch).") == [
        ["Harbour Watch|May 10"],
        ["Harbour Watch"],
    ]
    assert found_in("Two (Harbour Watch).") == []
