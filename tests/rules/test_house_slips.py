"""Slips of writers: headings, percentages, ranges, times, numbers, verbs, links, and sentences without an end."""

import pytest

from briefgen.rules import run_rules
from briefgen.rules.typography.verb_form import check as check_verbs
from tests.growth import assert_linear
from tests.rules.issues import around, fixed, read, said_of

FEATURE = "feature: {title: One, author: Jane, body: Words.}\nbriefs:\n"
DASHED = "\n\nThe crews are 20–25, their ships 3–4, and their crates 5–6."


def messages(body: str, code: str) -> list[str]:
    """Return what a rule says of a body by default."""
    return [each.finding.message for each in run_rules(read(around(body))) if each.code == code]


def issue_of(*titles: str) -> str:
    """Return an issue with briefs of some titles."""
    return FEATURE + "".join(f"  - title: {title}\n    body: Words.\n" for title in titles)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("They should of asked, and would of never won.", ["of", "of"]),
        ("They would not of come; he should of\nbent it.", ["of", "of"]),
        ("The might of united Germany; they could, of course.", []),
        ("He is suppose to go; she use to live here.", ["suppose", "use"]),
        ("They use to live here as a base.", []),
        ("It lies along side the pier, and goes along side by side.", ["along side"]),
        ("It is neither old or new, neither Kiel nor Bonn.", ["or"]),
        ("There is many ships here, and there is many a ship.", ["is"]),
        ("It is to late (NYT, May 8).", ["to"]),
    ],
)
def test_more_words_are_told_from_those_that_sound_alike(body: str, wrong: list[str]) -> None:
    found = [each.split("“")[1].partition("”")[0] for each in messages(body, "T124")]
    assert found == wrong


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It’s new owners are farmers.", 1),
        ("They left. It’s old roof was shut.", 1),
        ("If it’s new people are glad.", 0),
        ("It’s new. It’s new owners who are glad.", 0),
        ("The town announced it’s plans for May.", 1),
    ],
)
def test_its_before_an_adjective_needs_no_apostrophe(body: str, found: int) -> None:
    assert len(messages(body, "T115")) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Rain fell on the quays. wet crates stood there.", ["wet"]),
        ("It will last (NYT, May 8). they know.", ["they"]),
        ("See the dept. of trade, approx. five miles. iPhone users and curl7 fans know.", []),
        ("The crates are wet. wet crates, wet quays.", []),
        ("They wrote it in code. psd files are large.", []),
        ("Use `a`, `b` and `c` there. curl gets food. they say so.", ["they"]),
        ("He said “it is old. they know it” there.", []),
        ("the port is open. It is.", ["the"]),
        ("It opened.\n\nthe port is open.", ["the"]),
        ("It opened in\n\nthe port that is open.", []),
        ("- it opened.\n\n> the port is open.", []),
        ("A german town in russia near china.", ["russia"]),
        ("See the india-based firm, europe.eu and @iran.", []),
    ],
)
def test_what_begins_with_a_small_letter(body: str, found: list[str]) -> None:
    assert sorted(each.split("“")[1].partition("”")[0] for each in messages(body, "T125")) == sorted(found)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It is 5% there. It is 6 percent here, and 7 percent there.", ["“5%” here, but 2 figures like “6 percent”"]),
        ("It is 5% there, and 6 percent here.", ["“6 percent” here, but 1 figure like “5%”"]),
        ("It is 6 per cent there and 7 percent, 8 percent.", ["“6 per cent” here, but 2 figures like “7 percent”"]),
        ("It is 6 percent (5%).", []),
        ("It is 6 percent, “5%” and *5%*, 100% or a top-5% place.", []),
        ("It is 6 percent.\n\n## 5% More\n\n| a |\n| --- |\n| 5% |", []),
        ("It is 6 percent. Code: `5%`.", []),
    ],
)
def test_percentages_have_one_form(body: str, found: list[str]) -> None:
    assert messages(body, "N115") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Boys of 11-12 years came in 2018-2023." + DASHED, ["hyphen in a range of figures: “11-12” and 1 more"]),
        ("A rise of 5-6%." + DASHED, ["hyphen in a range of figures: “5-6”"]),
        ("Boys of 11-12 years.", []),
        ("They voted 6-7, won 2-1, flew an F-16." + DASHED, []),
        ("On 2023-05-12 they read “11-12 years”, in 12-11 years." + DASHED, []),
        ("It stood empty from 2018-2023." + DASHED, []),
        ("It stood empty between 2018-2023." + DASHED, []),
        ("| Years |\n| --- |\n| 2018-2023 |" + DASHED, []),
    ],
)
def test_ranges_have_the_dash_of_the_others(body: str, found: list[str]) -> None:
    assert messages(body, "T127") == found


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Port Closes.", "Ships Leave", "Crews Wait"), 1),
        (("Port Closes.", "Ships Leave."), 0),
        (("Port Closes.",), 0),
        (("Port Closes?", "Is It Over…", "Kiel Inc.", "The U.S.", "It Is Over.", "Stop. Go.", "Ships"), 0),
        (('"“Port Closes.”"', "Ships Leave", "Crews Wait"), 0),
    ],
)
def test_a_heading_has_no_stop_if_the_others_have_none(titles: tuple[str, ...], found: int) -> None:
    assert len(said_of(issue_of(*titles), "T131")) == found


def test_a_heading_in_a_body_loses_its_stop() -> None:
    body = "## Who Gains{}\n\nThey do.\n\n## Who Loses\n\nWe do."
    assert fixed(around(body.format(".")), "T131") == around(body.format(""))


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("## Ships", "## ships!"), 1),
        (("## Ships", "### Ships"), 0),
        (("## Kiel", "### Ships", "## Bonn", "### Ships"), 0),
        (("## Jane", "## Jane", "## Jane"), 0),
        (("## `a`", "## `a`"), 0),
        (("## A", "## B", "## C", "## A", "## B", "## C"), 0),
    ],
)
def test_a_heading_stands_once(headings: tuple[str, ...], found: int) -> None:
    assert len(messages("\n\nWords.\n\n".join((*headings, "")), "S025")) == found


def test_two_items_may_have_the_same_heading() -> None:
    brief = "  - title: {}\n    body: |\n      ## Ships\n\n      Words.\n"
    assert (
        said_of(
            FEATURE + brief.format("One") + brief.format("Two"),
            "S025",
        )
        == []
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("At 13 pm, 9:75 a.m. and 0.75 p.m.", ["13 pm", "9:75 a.m.", "0.75 p.m."]),
        ("It begins at 9:75, until 8:60.", ["9:75", "8:60"]),
        ("At 12 p.m., at 24:00, at 39:18 of the video, at 9:75:30, by 60:75, at 9:30.", []),
        ("He said “at 9:75”.", []),
    ],
)
def test_no_clock_shows_some_times(body: str, found: list[str]) -> None:
    assert messages(body, "D109") == [f"no clock shows “{time}”" for time in found]


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("It took 5 week to do, for two child.", "It took 5 weeks to do, for two children."),
        ("A 10 years plan, a 3 months old calf.", "A 10-year plan, a 3-month-old calf."),
        ("There is 1 days left, or one weeks.", "There is 1 day left, or one week."),
        ("A 5 minute, 3 mile walk in 2023 year one.", "A 5 minute, 3 mile walk in 2023 year one."),
        ("Twenty one weeks later, a 100 years ago.", "Twenty one weeks later, a 100 years ago."),
    ],
)
def test_a_number_goes_with_its_unit(body: str, instead: str) -> None:
    assert fixed(around(body), "T134") == around(instead)


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("The 2st, 3th, 11st, 112nd and 1,021th.", "The 2nd, 3rd, 11th, 112th and 1,021st."),
        ("The 1st, 2nd, 3rd, 11th, 12th, 113th and 21st.", "The 1st, 2nd, 3rd, 11th, 12th, 113th and 21st."),
        ("At 99st and Whyte, v1.3th, #3th.", "At 99st and Whyte, v1.3th, #3th."),
    ],
)
def test_an_ordinal_has_its_own_ending(body: str, instead: str) -> None:
    assert fixed(around(body), "T133") == around(instead)


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("It cost $5 dollars, £3m pounds, €2 euros.", "It cost $5, £3m, €2."),
        ("It rose 5% per cent at 9 a.m. in the morning.", "It rose 5% at 9 a.m."),
        ("It cost $5 US dollars, 5 dollars, £3 euros.", "It cost $5 US dollars, 5 dollars, £3 euros."),
    ],
)
def test_a_unit_is_given_once(body: str, instead: str) -> None:
    assert fixed(around(body), "T135") == around(instead)


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("They had began, and it was publish in May.", "They had begun, and it was published in May."),
        ("It didn't went. It doesn’t opened.", "It didn't go. It doesn’t open."),
        ("He don’t know, and she don't care.", "He doesn’t know, and she doesn't care."),
        ("They did not need it; the will makes it clear.", "They did not need it; the will makes it clear."),
        ("He let it; all they could is healthy.", "He let it; all they could is healthy."),
        ("The first step was build time; let he don’t.", "The first step was build time; let he don’t."),
    ],
)
def test_a_verb_has_the_form_that_its_auxiliary_takes(body: str, instead: str) -> None:
    assert fixed(around(body), "T136") == around(instead)


def test_a_verb_whose_base_is_not_certain_is_not_put_right() -> None:
    found = [each.finding for each in run_rules(read(around("We did not used it."))) if each.code == "T136"]
    assert [each.fix for each in found] == [None]


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("The p\u043ert of \u041aiel.", "The port of Kiel."),
        ("The \u03a1ort.", "The Port."),
        ("It is 5 \u03bcm, \u0394t and Москва.", "It is 5 \u03bcm, \u0394t and Москва."),
        ("The c\u043e\u0440\u0430\u0441e.", "The c\u043e\u0440\u0430\u0441e."),
        # Beside letters with an accent, figures and other marks, and with an accent of its own.
        ("M\u0430zatlán, Gü\u0435nther and L’\u0430mi.", "Mazatlán, Güenther and L’ami."),
        ("Citro\u0451n, C\u041e2 and \u041eaxaca-P\u0430rís.", "Citroën, CO2 and Oaxaca-París."),
        ("В2В, 5мм, 10х20.", "В2В, 5мм, 10х20."),
    ],
)
def test_a_word_is_in_one_alphabet(body: str, instead: str) -> None:
    assert fixed(around(body), "T132") == around(instead)


def test_two_capitals_and_a_doubled_to() -> None:
    assert fixed(around("THe port and WIth it."), "T106") == around("The port and With it.")
    assert messages("They voted to to leave, and logged in in May.", "T104") == ["“to” twice in a row"]


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("It ( the port ) is old.", "It (the port) is old."),
        ("It (see `f( x )` and ( ) and :( there) is.", "It (see `f( x )` and ( ) and :( there) is."),
    ],
)
def test_no_space_stands_inside_parentheses(body: str, instead: str) -> None:
    assert fixed(around(body), "T105") == around(instead)


def test_a_sentence_is_printed_once() -> None:
    sentence = "The first ship came in the night."
    far = f"{sentence} Nobody waved.\n\n" + "It rained on the quays. " * 30 + f"\n\n{sentence} All slept."
    assert len(messages(f"{sentence} Nobody waved. {sentence}", "T104")) == 1
    assert messages(f"The ship came. Nobody waved. The ship came. “{sentence}” “{sentence}”", "T104") == []
    assert messages(far, "T104") == []
    assert len(said_of(around(far), "T104")) == 0
    found = run_rules(read(around(far)), select=["T104"])
    assert "this sentence is the same as the one in line 5" in [each.finding.message for each in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It is 5 miles off [@x]\n\nIt is old.", 1),
        ("It was late. The gates did not open again\n\nIt is old.", 1),
        ("It was late. Jane and John of the Port Authority\n\nIt is old.", 0),
        ("It was late. The talks will begin and go on at\n\n7 p.m.", 0),
        ("\\* It was late. The gates did not open again\n\nIt is old.", 0),
        ("It was late. The gates did not open again\n\n$$x$$", 0),
        ("One is three four five six", 0),
        ("It was late. The gates did not open again\n\n" * 3 + "It is old.", 0),
    ],
)
def test_only_a_certain_stop_is_missed_by_default(body: str, found: int) -> None:
    assert len(messages(body, "T107")) == found


def test_other_missing_stops_are_reported_when_asked_for() -> None:
    body = "One is three four five six"
    assert messages(body, "T107") == []
    assert len(said_of(around(body), "T107")) == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("See [here](https://a.example).", 1),
        ("[Read more](https://a.example) of [the port](https://b.example).", 1),
        ("It is old ([here](https://a.example)).", 0),
        ("> See [here](https://a.example).", 0),
        ("See [Source](https://a.example), our [website](https://b.example).", 0),
        ("See [here](https://a.example). And see [this link](https://b.example).", 1),
    ],
)
def test_the_text_of_a_link_says_where_it_leads(body: str, found: int) -> None:
    assert len(messages(body, "A102")) == found


def test_verbs_are_looked_at_in_linear_time() -> None:
    assert_linear(lambda size: list(check_verbs(read(around("They had begun and did not go. " * size)))), 400)
