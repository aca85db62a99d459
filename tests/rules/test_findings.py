"""What single rules say beyond the examples in their documentation."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefgen.manuscript import ImageFact, Sibling, containment, shingle
from briefgen.rules import run_rules
from tests.rules.issues import HEAD, around, fixed, read, said_of, shown

LONG = "On Monday " + " ".join(f"word{number}" for number in range(40))


def sibling(number: int, day: str, *bodies: tuple[str, str]) -> Sibling:
    shingles = tuple((title, shingle(body)) for title, body in bodies)
    return Sibling(f"{number}.yaml", number, date.fromisoformat(day), shingles)


@pytest.mark.parametrize(
    ("siblings", "said"),
    [
        ((sibling(132, "2023-05-05"),), []),
        ((sibling(131, "2023-05-05"),), ["7:9 S006 warning issue 133 follows 131"]),
        ((sibling(133, "2023-05-05"),), ["7:9 S006 warning number 133 is already used by `133.yaml`"]),
        ((sibling(132, "2023-05-12"),), ["8:7 S006 warning issue 132 has the same date"]),
        ((sibling(132, "2023-06-01"),), ["8:7 S006 warning issue 133 is dated before issue 132 (2023-06-01)"]),
        ((sibling(132, "2023-05-05", ("Old", LONG)),), ["2:10 S006 warning this text ran in issue 132 as “Old”"]),
        (
            (
                sibling(
                    132,
                    "2023-05-05",
                    ("Old", "other words"),
                ),
            ),
            [],
        ),
        ((sibling(140, "2023-08-05", ("New", LONG)),), []),
    ],
)
def test_an_issue_is_compared_with_its_siblings(siblings: tuple[Sibling, ...], said: list[str]) -> None:
    manuscript = read(around(LONG + "\n"), siblings=siblings)
    assert shown(run_rules(manuscript, select=["S006"])) == said


def test_numbers_may_be_left_out_where_the_house_says_so() -> None:
    manuscript = read(around("a"), siblings=(sibling(120, "2023-01-01"),), publication="series: {gaps: true}")
    assert run_rules(manuscript) == ()


def test_two_short_texts_may_be_alike() -> None:
    manuscript = read(around("Words."), siblings=(sibling(132, "2023-05-05", ("Old", "Words.")),))
    assert run_rules(manuscript) == ()


def test_likeness_is_a_share_of_the_shorter_text() -> None:
    assert containment(shingle(LONG), shingle(LONG + " and more")) == 1
    assert containment(shingle(LONG), shingle("")) == 0
    assert containment(shingle("one two"), shingle("one two")) == 1
    assert 0.4 < containment(shingle(LONG), shingle(LONG[: len(LONG) // 2] + " x y z w v u t s r q p o n m l k")) < 0.8


def test_a_character_without_a_glyph_is_reported_once_with_all_its_places() -> None:
    manuscript = replace(read(around("A ꙮ and ꙮ.")), undrawable=frozenset("ꙮ"))
    [found] = run_rules(manuscript)
    assert shown((found,)) == ["5:7 P101 warning no font for Cyrillic (1 character, first “ꙮ”)"]
    assert [related.message for related in found.finding.related] == ["here too"]


def test_a_character_that_only_briefgen_prints_is_reported_at_the_head_of_the_file() -> None:
    manuscript = replace(read(around("A.")), undrawable=frozenset("ꙮ"))
    assert [each.finding.span.start for each in run_rules(manuscript)] == [0]


def test_an_issue_without_sources_is_reported_once() -> None:
    text = around("One (NYT, May 10). Two (BBC, May 3; NRC, May 4).")
    [found] = [each for each in run_rules(read(text)) if each.code == "C102"]
    assert found.finding.message == "3 citations but no `sources:`: none of them links anywhere"
    assert len(found.finding.related) == 2
    assert said_of(around("One (NYT, May 10)."), "C102") == ["5:10 C102 warning no source for (NYT, May 10)"]


def test_a_key_is_found_after_a_prefix_that_contains_it() -> None:
    text = around("One [see nyt @nyt].", "sources: {nyt1: {outlet: NYT, date: 2023-05-10}}\n")
    assert said_of(text, "C102") == ["5:19 C102 error no source `nyt`"]


def test_the_closest_source_of_the_outlet_is_named() -> None:
    text = around(
        "One (NRC, May 7) [@a].",
        "sources:\n  a: {outlet: NRC, date: 2023-05-08}\n  b: {outlet: NRC, date: 2023-01-01}\n",
    )
    [found] = [each for each in run_rules(read(text)) if each.code == "C102"]
    assert found.finding.help == "closest: `NRC 2023-05-08`; or add it to `sources:`"


def test_a_missing_source_is_added_as_the_block_is_written() -> None:
    text = around("One (N“R”C, May 7) [@other].", "sources:\n    nrc-2023-05-07: {outlet: NRC, date: 2023-01-01}\n")
    quoted = around("One (BBC Ünited, May 7).", "sources:\n    a: {outlet: NRC, date: 2023-01-01}\n")
    assert fixed(quoted, "C102").endswith(
        "    bbc-united-2023-05-07:\n      outlet: BBC Ünited\n      date: 2023-05-07\n"
    )
    assert "date: 2023-05-07" not in fixed(text, "C102")


def test_a_missing_key_with_a_near_one_is_mended_and_another_is_not() -> None:
    sources = "sources:\n  nyt-kiel: {outlet: NYT, date: 2023-05-10}\n"
    assert fixed(around("One [@nyt-keil].", sources), "C102") == around("One [@nyt-kiel].", sources)
    assert said_of(around("One [@zz].", sources), "C102") == ["5:10 C102 error no source `zz`"]


@pytest.mark.parametrize("body", ["One (NYT, March 1-4).", "One (BBC, May 3, 3)."])
def test_ambiguous_keys_are_not_guessed(body: str) -> None:
    text = around(body)
    assert fixed(fixed(text, "C101"), "C106") == text


def test_a_leap_day_without_a_year_leads_nowhere_and_is_not_added() -> None:
    text = around("One (NYT, February 29).", "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n")
    assert said_of(text, "C102", "C202") == ["5:10 C102 warning no source for (NYT, February 29)"]
    assert fixed(text, "C102") == text


def test_a_name_that_yaml_would_misread_is_quoted() -> None:
    text = around("One (Ö “1” Post, May 3).", "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n")
    assert said_of(text, "C102") == []
    text = around("One (Östersunds-Posten, May 3).", "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n")
    assert '  ostersunds-posten-2023-05-03:\n    outlet: "Östersunds-Posten"\n' in fixed(text, "C102")


ENTRY = "\n  bbc-2023-05-07:\n    outlet: BBC\n    date: 2023-05-07"


@pytest.mark.parametrize(
    ("sources", "mended"),
    [
        ("", f"sources:{ENTRY}\n"),
        ("sources:\n", f"sources:{ENTRY}\n"),
        ("sources: {}\n", f"sources:{ENTRY}\n"),
        ("sources: ~ # none\n", f"sources: # none{ENTRY}\n"),
        (
            "sources: {a: {outlet: NRC, date: 2023-01-01}}\n",
            "sources: {a: {outlet: NRC, date: 2023-01-01}, bbc-2023-05-07: {outlet: BBC, date: 2023-05-07}}\n",
        ),
        (
            "sources:\n  a:\n    outlet: NRC # kept\n# end\n",
            f"sources:\n  a:\n    outlet: NRC # kept{ENTRY}\n# end\n",
        ),
    ],
)
def test_a_missing_source_is_added_to_any_list_and_to_none(sources: str, mended: str) -> None:
    text = HEAD + around("One (BBC, May 7).", sources)
    assert fixed(text, "C102") == HEAD + around("One (BBC, May 7).", mended)


@pytest.mark.parametrize("sources", ["? sources\n: {}\n", "{sources: {}}\n"])
def test_no_source_is_added_where_the_layout_does_not_tell_how(sources: str) -> None:
    text = around("One (BBC, May 7).", sources)
    assert fixed(text, "C102") == text


@pytest.mark.parametrize(
    ("body", "sources"),
    [
        # The year was left out: another rule proposes the last one.
        ("One (BBC, December 7).", ""),
        # A second source of that day would make the first one ambiguous.
        ("One (BBC, May 7; BBC, May 7b).", "sources:\n  a: {outlet: BBC, date: 2023-05-07}\n"),
        ("One (BBC, May 7; BBC, May 7b).", ""),
        # It would be taken for what these mean now.
        ("One (BBC, May 7, 2023; BBC, May 7, 2019; BBC, May 7).", "sources:\n  a: {outlet: BBC, date: 2019-05-07}\n"),
        ("One (BBC, May 2023; BBC, May 7).", "sources:\n  a: {outlet: BBC, date: 2023-05-03}\n"),
    ],
)
def test_no_source_is_added_that_would_change_a_resolution(body: str, sources: str) -> None:
    text = around(body, sources)
    assert "bbc-" not in fixed(text, "C102")


@pytest.mark.parametrize(
    ("body", "added"),
    [
        ("One (BBC, May 7a).", "date: 2023-05-07\n    suffix: a\n"),
        ("One (BBC, Jane Doe, May 7).", "date: 2023-05-07\n    author: Jane Doe\n"),
        ("One (BBC, undated).", "bbc-undated:\n    outlet: BBC\n    date: undated\n"),
        ("One (BBC, May 2022).", "bbc-2022-05:\n    outlet: BBC\n    date: 2022-05\n"),
        ("One (人民日报, May 7).", 'source-2023-05-07:\n    outlet: "人民日报"\n'),
        (f"One (The {'Very ' * 12}Long Post, May 7).", "-2023-05-07:\n    outlet: The Very"),
    ],
)
def test_an_added_source_says_all_that_its_citation_says(body: str, added: str) -> None:
    text = fixed(HEAD + around(body, ""), "C102")
    assert added in text
    assert said_of(text, "C102", "S003") == []


def test_a_key_that_is_taken_gets_a_number() -> None:
    sources = "sources:\n  nrc-2023-05-07: {outlet: NYT, date: 2023-05-10}\n"
    assert "\n  nrc-2023-05-07-2:\n" in fixed(around("One (NRC, May 7) [@nrc-2023-05-07].", sources), "C102")


def test_an_unused_source_is_cut_with_its_lines_unless_it_is_the_last() -> None:
    two = "sources:\n  a:\n    outlet: NYT\n    date: 2023-05-10\n  b: {outlet: BBC, date: 2023-05-03}\n"
    assert fixed(around("Words [@b].", two), "C104").endswith("sources:\n  b: {outlet: BBC, date: 2023-05-03}\n")
    one = "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n"
    assert fixed(around("Words.", one), "C104") == around("Words.", one)
    in_line = "sources: {a: {outlet: NYT, date: 2023-05-10}, b: {outlet: BBC, date: 2023-05-03}}\n"
    assert fixed(around("Words [@b].", in_line), "C104") == around("Words [@b].", in_line)


def test_background_reading_need_not_be_cited() -> None:
    assert said_of(around("Words.", "sources: {a: {outlet: NYT, date: 2023-05-10, background: true}}\n"), "C104") == []


_EARLIER = "sources:\n  a: {outlet: NYT, date: 2023-05-01}\n  b: {outlet: BBC, date: 2023-05-03}\n"


@pytest.mark.parametrize("group", ["(BBC, May 3; NYT, May 1)", "[@b; @a]"])
@pytest.mark.parametrize(
    ("others", "count"),
    [("", 0), ("Two [@a; @b]. ", 0), ("Two [@a; @b]. Three (NYT, May 1; BBC, May 3). Four [@a; @b].", 1)],
)
def test_an_order_that_most_groups_have_is_the_house_s(group: str, others: str, count: int) -> None:
    said = said_of(around(f"{others}One {group}.", _EARLIER), "C107")
    assert len(said) == count


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("One (NYT, May 12, 2023).", ["5:23 C204 warning 2023 is the issue’s own year"]),
        ("One (NYT, May 2023).", []),
        ("One (NYT, 2023).", []),
        ("One (NYT, undated).", []),
    ],
)
def test_the_issues_own_year_is_left_out_of_days(body: str, said: list[str]) -> None:
    assert said_of(around(body), "C204") == said


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("One (NYT, May 10).", "One (NYT, May 10, 2023)."),
        ("One (NYT, May).", "One (NYT, May 2023)."),
        ("One (NYT, 2022).", "One (NYT, 2022)."),
    ],
)
def test_missing_years_are_reported_if_house_style_prints_them(body: str, mended: str) -> None:
    assert fixed(around(body), "C204", publication="style: {year: always}") == around(mended)


def test_a_date_shared_by_several_is_reported_and_not_mended() -> None:
    text = around("One (NYT, May 10, 11, 2023) (BBC, NYT, May 10).", "sources:\n  a: {outlet: BBC, date: 2021-05-10}\n")
    assert len(said_of(text, "C204")) == 2
    assert fixed(text, "C204") == text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("One (NYT, May 14).", ["5:10 C203 error source is dated 2 days after the issue"]),
        ("One (NYT, May 13).", []),
        ("One (NYT, June 1, 2023).", ["5:10 C203 error source is dated 2 weeks after the issue"]),
        ("One (NYT, 2024).", ["5:10 C203 error source is dated 8 months after the issue"]),
        ("One (NYT, December).", ["5:10 C203 error source is dated 7 months after the issue"]),
        ("One (NYT, undated).", []),
        ("One (NYT, February 30).", []),
    ],
)
def test_a_source_from_the_future_is_an_error(body: str, said: list[str]) -> None:
    assert said_of(around(body), "C203") == said


def test_a_year_left_out_may_have_been_the_last() -> None:
    assert fixed(around("One (NYT, December)."), "C203") == around("One (NYT, December 2022).")
    assert said_of(around("One.", "sources: {a: {outlet: NYT, date: 2023-05-13}}\ncutoff: 2023-05-10\n"), "C203") == [
        "6:34 C203 error source is dated 1 day after the issue"
    ]


@pytest.mark.parametrize(
    ("body", "position", "said"),
    [
        ("One. (NYT, May 10) Two.", "null", ["5:10 C108 warning citation stands between two sentences"]),
        ("One (NYT, May 10).", "after", ["5:9 C108 warning citation before the full stop"]),
        ("One. (NYT, May 10)", "after", []),
        ("One (NYT, May 10) two.", "before", []),
        ("In the U.S. (NYT, May 10)", "before", []),
        ("One! (NYT, May 10)", "before", ["5:10 C108 warning citation after the full stop"]),
        (
            "One. (NYT, May 1)\n\nTwo. (NYT, May 2)\n\nSo (NYT, May 3).",
            "null",
            ["9:8 C108 warning citation before the full stop"],
        ),
    ],
)
def test_citations_are_consistently_before_or_after_the_stop(body: str, position: str, said: list[str]) -> None:
    found = said_of(around(body), "C108", publication=f"style: {{position: {position}}}")
    assert found == said


def test_a_citation_after_an_exclamation_mark_is_not_moved() -> None:
    text = around("One! (NYT, May 10)")
    assert fixed(text, "C108") == text


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("One (NYT, May 10; BBC, May 3, 2021; NRC, undated).", "One (BBC, May 3, 2021; NYT, May 10; NRC, undated)."),
        ("One (NYT, May 10; see BBC, May 3).", "One (NYT, May 10; see BBC, May 3)."),
        ("One (NYT, May 10; BBC, May).", "One (NYT, May 10; BBC, May)."),
        ("One (NYT, May 10; BBC, April).", "One (BBC, April; NYT, May 10)."),
        ("One (NYT, May 10, 3).", "One (NYT, May 10, 3)."),
        ("One (NYT, May 10; BBC, February 30).", "One (NYT, May 10; BBC, February 30)."),
    ],
)
def test_a_typed_group_is_put_in_order_of_date(body: str, mended: str) -> None:
    house = "style: {order: date}"
    assert fixed(around(body), "C107", publication=house) == around(mended)


def test_the_order_is_that_of_the_sources_where_there_are_some() -> None:
    sources = "sources:\n  a: {outlet: NYT, date: 2021-05-10}\n  b: {outlet: BBC, date: 2023-05-03}\n"
    house = "style: {order: date}"
    assert said_of(around("One (BBC, May 3; NYT, May 10).", sources), "C107", publication=house) == [
        "5:9 C107 note sources in this group are not in date order"
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("One [@a; @a, p. 3].", []),
        ("One [@a, p. 3; @a, p. 3].", ["5:20 C106 warning `a` is cited twice in this group"]),
        ("One [@b; @c].", []),
        ("One [@b; @b].", ["5:14 C106 warning `b` is cited twice in this group"]),
        ("One (NRC, May 3; NRC, May 3).", ["5:22 C106 warning `NRC, May 3` is cited twice in this group"]),
    ],
)
def test_a_source_is_cited_once_in_a_group(body: str, said: list[str]) -> None:
    assert said_of(around(body, "sources:\n  a: {outlet: NYT, date: 2021-05-10}\n"), "C106") == said


def test_three_sources_that_match_are_counted() -> None:
    sources = "sources:\n" + "".join(f"  {key}: {{outlet: NYT, date: 2023-05-10}}\n" for key in "abcde")
    assert said_of(around("One (NYT, May 10).", sources), "C103") == ["5:10 C103 error 5 sources match (NYT, May 10)"]


@pytest.mark.parametrize(
    ("url", "is_same"),
    [
        ("http://e.org/a?utm_source=x#y", True),
        ("https://www.e.org/a/", True),
        ("https://e.org/a/index.html", True),
        ("https://e.org/a?id=3", False),
        ("https://m.e.org/b", False),
    ],
)
def test_urls_are_compared_in_normalized_form(url: str, is_same: bool) -> None:  # noqa: FBT001
    first, last = "  a: {outlet: NYT, url: https://e.org/a}\n", "  c: {outlet: NRC}\n"
    sources = f"sources:\n{first}  b: {{outlet: BBC, url: '{url}'}}\n{last}"
    assert said_of(around("One.", sources), "C105") == (["8:3 C105 warning same address as `a`"] if is_same else [])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("See ![a](b.png)", ["5:9 S009 warning an image in a line of text is not printed"]),
        ("[a](/b)", ["5:5 S009 warning the link to `/b` is dropped; its words are kept"]),
        (
            "[a](https://localhost/)",
            ["5:5 S009 warning the link to `https://localhost/` is dropped; its words are kept"],
        ),
        ("[a <https://e.org>](https://e.org/b)", ["5:8 S009 warning the link around this is dropped"]),
        (":::note\na <!-- b", ["5:5 S009 warning `:::` is shown as text", "6:7 S009 warning `<!--` is shown as text"]),
        ("> [!NOTE]\n> a", ["5:8 S009 warning `!NOTE` is shown as text"]),
        ("a[^b] `<b> [^c]`", ["5:6 S009 warning the note `[^b]` is not defined"]),
        ("[a]: ftp://e.org", ["5:5 S009 warning the link to `ftp://e.org` is dropped; its words are kept"]),
        ("[a](mailto:a@e.org) [b](https://e.org) `<b>` a<b", []),
        ("[a<wbr>b](https://e.org)", ["5:7 S009 warning HTML is shown as text: `<wbr>`"]),
        ("**[a](https://e.org)<wbr>**", ["5:25 S009 warning HTML is shown as text: `<wbr>`"]),
        ("[`<b>` \\<i> &lt;s>](https://e.org)", []),
    ],
)
def test_unsupported_markup_is_reported(body: str, said: list[str]) -> None:
    assert said_of(around(body), "S009") == said


def test_a_tag_that_is_written_often_is_reported_once() -> None:
    assert said_of(around("a<br>b [c<br>d](https://e.org) e<hr>"), "S009") == [
        "5:6 S009 warning HTML is shown as text: `<br>`",
        "5:37 S009 warning HTML is shown as text: `<hr>`",
    ]


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("{file: a/kiel.png, alt: KIEL, credit: C}", ["1:32 A101 error the alt text “KIEL” repeats the file name"]),
        ("{file: a.png, alt: C, credit: C}", ["1:27 A101 error the alt text “C” repeats the credit"]),
        ("{file: a.png, alt: One, credit: C}", ["1:27 A101 error the alt text “One” repeats the title"]),
        ("{file: a.png, alt: '', credit: C}", []),
        ("{file: a.png, alt: Ferries}", ["1:15 A101 warning image has no credit"]),
    ],
)
def test_an_image_needs_an_alt_text_and_a_credit(image: str, said: list[str]) -> None:
    assert said_of(f"image: {image}\n" + around("Words."), "A101") == said


def test_images_of_items_are_looked_at_too() -> None:
    text = around(
        "Words.",
        "  image: {file: a.png, credit: C}\nbriefs:\n"
        "- {title: Two, body: b, image: {file: b.png, alt: Two, credit: C}}\n",
    )
    assert said_of(text, "A101") == [
        "6:11 A101 error image has no alt text",
        "8:51 A101 error the alt text “Two” repeats the title",
    ]


def test_an_image_that_is_there_says_nothing() -> None:
    images = {"a.png": ImageFact(800, 600), "b.png": ImageFact(problem="too large", help="shrink it")}
    text = "image: {file: a.png, alt: A, credit: C}\n" + around("Words.", "  image: {file: b.png, alt: x, credit: C}\n")
    found = run_rules(read(text, images=images), select=["S010"])
    assert [each.finding.message for each in found] == ["too large"]


def test_placeholders_are_looked_for_in_all_that_is_printed_and_nowhere_else() -> None:
    text = around(
        "todo `TK` tk.", "  deck: TODO\nsources:\n  a: {outlet: NYT, date: 2023-05-10, title: '???', note: TK}\n"
    )
    assert said_of(text, "S005") == ["6:9 S005 error “TODO” left in the text", "8:46 S005 error “???” left in the text"]


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("word)", "no ( before this in the paragraph"),
        ("(a", "no ) after this in the paragraph"),
        ("a]", "no [ before this in the paragraph"),
    ],
)
def test_an_unpaired_mark_is_reported_with_its_missing_partner(body: str, label: str) -> None:
    [found] = run_rules(read(around(body)))
    assert found.finding.label == label
    assert found.finding.help


def test_a_tag_around_a_link_is_quoted_as_it_was_written() -> None:
    assert said_of(around("Words <The bill, [here](https://example.org/a)>."), "S009") == [
        "5:11 S009 warning HTML is shown as text: `<The bill, [here](https://example.org/a)>`"
    ]


def test_the_year_of_a_source_is_doubted_where_its_address_agrees_with_the_text() -> None:
    source = "sources:\n  nyt: {outlet: NYT, date: 2022-05-10, url: 'https://www.nytimes.com/2023/05/10/a.html'}\n"
    text = around("One (NYT, May 10).", source)
    assert said_of(text, "C204") == []
    assert len(said_of(text, "C205")) == 1
    assert len(said_of(text.replace("2023/05/10", "2022/05/10"), "C204")) == 1


def test_sources_without_a_date_are_not_the_newest() -> None:
    entries = (("a", "NYT", "2012-05-10"), ("b", "NRC", "2012-05-09"), ("c", "BBC", "undated"))
    listed = (f"  {key}: {{outlet: {outlet}, date: {day}}}\n" for key, outlet, day in entries)
    sources = "sources:\n" + "".join(listed)
    said = said_of(around("One (NYT, May 10; NRC, May 9; BBC, undated).", sources), "C204")
    assert [line for line in said if "cites sources of 2012 without their year" in line]
