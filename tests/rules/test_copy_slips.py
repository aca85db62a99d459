"""Slips that a copy editor sees: articles, confused words, capitals, repeated titles, and the slips of fast fingers."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.compile.spelling import check_words
from briefgen.rules import run_rules
from briefgen.rules.analysis.first_sounds import find_first_sound
from briefgen.rules.typography.confused_words import find_expression
from briefgen.rules.vocabulary.confusions import CONFUSIONS, Confusion
from briefgen.rules.vocabulary.its_words import PREDICATES, VERBS
from briefgen.rules.vocabulary.short_misspellings import SHORT_MISSPELLINGS
from tests.growth import assert_linear
from tests.rules.issues import around, fixed, read, said_of

VOWEL = [
    "hour", "honest", "heirs", "honour", "honorary", "MP", "NGO", "FBI", "HTML", "EU", "AI", "OSPO", "F.B.I.",
    "X-ray", "A-level", "R", "L&D", "8", "80s", "8,000", "$8.3", "11", "11th", "18-year", "18,000", "e-mail", "old",
    "up", "umbrella", "unable", "unimportant", "understated", "urgent", "ugly", "onerous", "Euler", "iPhone",
    "OpenAI", "Iowa", "eye",
]  # fmt: skip
CONSONANT = [
    "unit", "university", "unique", "unanimous", "European", "eulogy", "ewe", "one", "one-off", "once", "US",
    "U.S.", "UN", "UK", "UFO", "useful", "usual", "utopia", "Ukrainian", "BBC", "PhD", "YouTube", "7", "10", "12th",
    "100", "1,000", "house", "hybrid", "yard", "knife", "Mastodon", "T-shirt", "GitHub", "uranium",
]  # fmt: skip
UNSURE = [
    "historic", "hotel", "herb", "SQL", "FAQ", "LED", "npm", "nginx", "1100", "1800s", "0", "1/8", "a", "x", "x_n",
    "état",
]  # fmt: skip


@pytest.mark.parametrize("word", VOWEL)
def test_words_that_take_an(word: str) -> None:
    assert find_first_sound(word) == "vowel"


@pytest.mark.parametrize("word", CONSONANT)
def test_words_that_take_a(word: str) -> None:
    assert find_first_sound(word) == "consonant"


@pytest.mark.parametrize("word", UNSURE)
def test_words_on_which_readers_differ(word: str) -> None:
    assert find_first_sound(word) is None


@pytest.mark.parametrize(
    "body",
    [
        "Vitamin A is in item a or b, and plan A opens.",
        "Hepatitis a outbreak, option a and part a are.",
        "It was “a old” joke, and *a old* book.",
        "See `a old` and a [sic] old.",
        "Garda an Síochána and Eilean an Taighe are names. An Garda said so.",
        "Leonardo S.p.A owns it, at 9 a.m. each day.",
        "Er hat Freude an der Arbeit und an den Leuten, die dort sind.",
        "Transakcí a oznamuje záměr začít přeposílat a odkazuje.",
        "An historic day, an hotel, a a cappella choir.",
        "The a cappella choir.",
    ],
)
def test_letters_and_other_languages_are_no_articles(body: str) -> None:
    assert said_of(around(body), "T123") == []


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("A hour passed.", "An hour passed."),
        ("It is an\nnew yard.", "It is a\nnew yard."),
        ("Yes. An tidbit.", "Yes. A tidbit."),
        ("(a old yard)", "(an old yard)"),
        ("The ‘plan’ is a 8% win.", "The ‘plan’ is an 8% win."),
    ],
)
def test_an_article_is_put_right(body: str, instead: str) -> None:
    assert fixed(around(body), "T123") == around(instead)


def test_an_article_before_a_word_that_takes_none_is_not_put_right() -> None:
    text = around("It was quick an the best of a all.")
    found = [each.finding for each in run_rules(read(text), select=["T123"]) if each.code == "T123"]
    assert [(each.help, each.fix) for each in found] == [("did you mean “and the”?", None), ("delete it", None)]


@pytest.mark.parametrize("confusion", CONFUSIONS, ids=lambda each: each.expression[:40])
def test_each_confusion_has_one_wrong_word(confusion: Confusion) -> None:
    assert list(re.compile(find_expression(confusion)).groupindex) == ["wrong"]


@pytest.mark.parametrize("confusion", [each for each in CONFUSIONS if each.also], ids=lambda each: each.expression[:40])
@settings(max_examples=25)
@given(st.data())
def test_all_matches_of_a_confusion_hold_what_is_searched_for_also(confusion: Confusion, data: st.DataObject) -> None:
    match = data.draw(st.from_regex(find_expression(confusion)))
    assert any(map(match.lower().__contains__, confusion.also.split("|")))


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("He has more then 20 of them.", ["then"]),
        ("They knew each other then, and had more then.", []),
        ("She could of been late; he could of course be.", ["of"]),
        ("Their is one, and their Is are theirs.", ["Their"]),
        ("If your interested in it, your interest helps.", ["your"]),
        ("It is not your an average night.", []),
        ("The WHO’s work and a man who’s name I forget.", ["who’s"]),
        ("It has lead to losses. The pipe has lead in it. Events which lead to war.", ["lead"]),
        ("Do not loose your money; the dogs are loose.", ["loose"]),
        ("Weather or not it rains, the warm weather we have is fine.", ["Weather"]),
        ("Decide weather the bus stays.", ["weather"]),
        ("It has an affect on all; the greenhouse affect.", ["affect", "affect"]),
        ("In principle aim high. The principle investigator.", ["principle"]),
        ("With baited breath; a sneak peak; free reign.", ["baited", "peak", "reign"]),
        ("It costs between 5 to 10 pounds; from 5 to 10.", ["to"]),
        ("Lets see. He lets go.", ["Lets"]),
        ("He said “more then 20” and wrote *more then 20*.", []),
        ("More\nthen 20 is more\nthen 20.", ["then", "then"]),
    ],
)
def test_confused_words_are_reported_where_there_is_no_doubt(body: str, wrong: list[str]) -> None:
    assert re.findall(r"(?<=warning “)[^”]*", " ".join(said_of(around(body), "T124"))) == wrong


def test_a_confused_word_keeps_the_apostrophe_and_the_capital_of_the_text() -> None:
    assert fixed(around("Your going to love it; that’s fine."), "T124") == around(
        "You’re going to love it; that’s fine."
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It lost it’s case, and keeps it’s market.", ["it’s case", "it’s market"]),
        ("A bus, it’s windows lit.", ["it’s windows"]),
        ("It’s stalls are old, and it’s roof is new.", ["It’s stalls", "it’s roof"]),
        ("In it’s first year, among it’s instances.", ["it’s first", "it’s instances"]),
        ("The way it’s done, for it’s clear that it’s time.", []),
        ("When the market opens it’s worth a visit.", []),
        ("I think it’s random is what he said; it’s sales are up.", ["it’s sales"]),
        ("If you lose it’s gone. It’s details that count.", []),
    ],
)
def test_a_possessive_needs_no_apostrophe(body: str, found: list[str]) -> None:
    assert re.findall(r"(?<=possessive: “)[^”]*", " ".join(said_of(around(body), "T115"))) == found


def test_no_word_is_both_a_verb_and_a_predicate_before_and_after_its() -> None:
    assert {"keep", "lost"} <= VERBS
    assert "case" not in PREDICATES


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("It closes on mondays and in october.", ["mondays", "october"]),
        ("They march, if they may, in august company.", []),
        ("So i think, and i’m sure.", ["i", "i"]),
        ("Let i be one; (i) and i.", []),
        ("It opened at last. it will close.", ["it"]),
        ("It opened [@nyt]. it will close.", ["it"]),
        ("It cost approx. the same, etc. but no more.", []),
        ("He said “on monday. it will”.", []),
        ("See `monday`, #monday, a/monday and monday.com.", []),
    ],
)
def test_small_letters_in_the_place_of_capitals(body: str, words: list[str]) -> None:
    found = [each.finding.message for each in run_rules(read(around(body)), select=["T125"]) if each.code == "T125"]
    assert [message.partition("“")[2].partition("”")[0] for message in found] == words


def titles(*items: tuple[str, str], feature: str = "Main") -> list[str]:
    briefs = "".join(
        f"  - {{title: {title!r}, body: Words.{f', section: {section}' if section else ''}}}\n"
        for title, section in items
    )
    head = f"number: 1\ndate: 2023-05-12\nfeature: {{title: {feature}, author: Jane, body: Words.}}\nbriefs:\n"
    return said_of(head + briefs, "S018")


def test_two_items_with_one_title_are_told_at_the_second() -> None:
    assert titles(("Port Opens", ""), ("PORT opens!", "")) == ["6:13 S018 warning two items are called “PORT opens!”"]
    assert titles(("Main", "Town")) == ["5:13 S018 warning two items are called “Main”"]
    assert titles(("Port Opens", ""), ("Port Closes", "")) == []


def test_sections_may_share_a_short_title_but_no_long_one() -> None:
    assert titles(("Events", "Kiel"), ("Events", "Arnhem")) == []
    assert len(titles(("Events", "Kiel"), ("Events", "KIEL"))) == 1
    assert len(titles(("Port Opens at Last", "Kiel"), ("Port Opens at Last", "Arnhem"))) == 1
    assert titles(("…", ""), ("—", "")) == []


def test_short_misspellings_are_those_of_the_program() -> None:
    answers = check_words([" ".join(SHORT_MISSPELLINGS)])
    assert answers is None or set(answers) == SHORT_MISSPELLINGS


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It opened teh port.", ["teh"]),
        ("Teh port opened. Waht now?", ["Teh", "Waht"]),
        ("The family Teh opened it.", []),
        ("He said “teh port”.", []),
    ],
)
def test_a_short_misspelling_may_begin_a_sentence(body: str, found: list[str]) -> None:
    manuscript = replace(read(around(body)), misspellings={"teh": ("the",), "waht": ("what",)})
    reports = [each.finding for each in run_rules(manuscript, select=["T114"]) if each.code == "T114"]
    assert [each.message.split("“")[1].split("”")[0] for each in reports] == found
    assert [each.help for each in reports] == [
        f"write “{'the' if word == 'teh' else 'The' if word == 'Teh' else 'What'}”" for word in found
    ]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("The vote was close - 21 members were in favor and 19 against.", 1),
        ("It lies in the zone of 5 - 21 members may come.", 0),
        ("- the vote was close - 21 members", 0),
        ("It sells for 5 - 21 pounds.", 0),
        ("Theft by all of the members - 5 days, arson by one - 9 days.", 0),
    ],
)
def test_a_hyphen_between_a_clause_and_a_figure_is_a_dash(body: str, count: int) -> None:
    assert len(said_of(around(body), "T108")) == count


def test_empty_brackets_are_left_over() -> None:
    assert len(said_of(around("The bill [] passed () at last."), "S005")) == 2
    assert said_of(around("- [ ] open\n- [x] done\n\nCall `f()` or f() and [a](https://kiel.de)."), "S005") == []


def test_a_citation_needs_a_space_behind_a_figure() -> None:
    rest = "\nsources:\n  nyt: {outlet: NYT, date: 2023-05-10}\n"
    assert len(said_of(around("It opened on October 2[@nyt].", rest), "T105")) == 1


@pytest.mark.parametrize("piece", ["a old ", "an ", "A ", "their is ", "it’s ", "teh. it ", "i think ", "the a "])
def test_a_text_of_any_length_takes_linear_time(piece: str) -> None:
    assert_linear(lambda size: run_rules(read(around(piece * size)), select=["T115", "T123", "T124", "T125"]), 2_000)
