"""What the rules on words, apostrophes, hyphens and dashes say beyond the examples in their documentation."""

import pytest
from msgspec.structs import replace

from briefgen.model import parse_publication, parse_terms
from briefgen.prose import Terms
from briefgen.rules import RULES, Rule, run_rules
from briefgen.yamltext import apply_edits, parse_text
from tests.growth import assert_linear
from tests.rules.issues import around, fixed, read, said_of


def said(body: str, code: str) -> list[str]:
    return [line.split("“")[1].split("”")[0] for line in said_of(around(body), code)]


MISSPELLINGS = {
    "recieved": ("received",),
    "goverment": ("government",),
    "preceeding": ("preceding", "proceeding"),
    "colour": ("color",),
    "organize": ("organise",),
    "analyze": ("analyse",),
    "conveniente": ("convenience",),
}


def misspelt(body: str, *, publication: str = "{}", terms: str = "[]", rest: str = "") -> list[str]:
    manuscript = replace(read(around(body, rest), publication=publication), misspellings=MISSPELLINGS)
    listed = parse_terms(parse_text(f"terms: {terms}")).record
    assert listed is not None
    found = run_rules(replace(manuscript, terms=Terms(listed.terms)), select=["T114"])
    return [each.finding.message.split("“")[1].split("”")[0] for each in found if each.code == "T114"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The goverment recieved it.", ["goverment", "recieved"]),
        ("The goverment’s port, goverment-owned.", ["goverment"]),
        ("The Goverment and the GOVERMENT.", []),
        ("The port got ‘goverment and 'recieved and ’recieved.", []),
        ("The misgoverment of the goverments.", []),
        ("He said “the goverment” did.", []),
        ("The goverment [sic] did.", []),
        ("He wrote *on the goverment* once.", []),
        ("> The goverment did.", []),
        ("See `goverment` and [a](https://goverment.org/).", []),
        ("Ask @goverment, #goverment, goverment.org, a/goverment and goverment@kiel.de.", []),
        ("The package cl-goverment.", []),
        ("Es un acceso conveniente de los datos.", []),
        ("The conveniente port.", ["conveniente"]),
    ],
)
def test_misspelt_words_are_reported_in_the_newsletters_own_words(words: str, found: list[str]) -> None:
    assert misspelt(words) == found


def test_words_of_terms_names_and_sources_are_not_misspelt() -> None:
    sources = "sources:\n  a: {outlet: recieved, date: 2023-05-01, title: on the colour, author: goverment}\n"
    assert misspelt("The colour that the goverment recieved.", rest=sources) == []
    assert misspelt("The goverment.", publication="names: {known: [goverment]}") == []
    assert misspelt("The goverment.", terms="[{expected: the goverment, patterns: [the governance]}]") == []
    # Then another rule says what to write.
    assert misspelt("The goverment.", terms="[{expected: cabinet, patterns: [goverment]}]") == []


def test_british_english_has_two_ways_to_spell_a_verb() -> None:
    words = "They organize what they analyze."
    assert misspelt(words) == ["organize", "analyze"]
    assert misspelt(words, publication="language: en-GB") == ["analyze"]


def test_a_misspelt_word_is_reported_once_and_corrected_everywhere() -> None:
    text = around("Ä goverment recieved 雄安, a goverment preceeding it.")
    manuscript = replace(read(text), misspellings=MISSPELLINGS)
    found = [each for each in run_rules(manuscript) if each.code == "T114"]
    assert [each.finding.help for each in found] == [
        "write “government”",
        "write “received”",
        "did you mean “preceding” or “proceeding”?",
    ]
    assert [len(each.finding.related) for each in found] == [1, 0, 0]
    fixes = [each.finding.fix for each in found if each.finding.fix]
    assert not any(fix.is_safe for fix in fixes)
    after = apply_edits(manuscript.document.text, [edit for fix in fixes for edit in fix.edits])
    assert after == manuscript.document.text.replace("goverment", "government").replace("recieved", "received")


def test_a_rule_that_could_not_run_leaves_its_suppressions_alone() -> None:
    text = around("The goverment.", "ignore: [{rule: T114, reason: a joke}]\n")
    unchecked, checked = read(text), replace(read(text), misspellings={})
    assert not any(each.code == "S007" for each in run_rules(unchecked))
    assert [each.finding.message for each in run_rules(checked) if each.code == "S007"] == [
        "`ignore: T114` matches nothing here"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It has it's own port.", ["it's own"]),
        ("It's own port is deep, in it’s heart.", ["It's own", "it’s heart"]),
        ("One of it's kind, for it's part.", ["it's kind", "it's part"]),
        ("Its been open; its not clear; its a port.", ["Its been", "its not", "its a"]),
        ("I know its just a port, and its likely that it grows.", ["its just a", "its likely that"]),
        ("Its hard to say.", ["Its hard to say"]),
        ("It's a port, and its port is its own.", []),
        ("Its a priori claims, its not-for-profit arm, its now famous port.", []),
        ("Praise its true to life tone and its hard to find parts.", []),
        ("Increase its likely impact to be its best.", []),
        ("What matters for it's that it’s open.", []),
        ("It’s own-brand goods.", []),
        ("He said “its a port” in it’s [sic] heart.", []),
    ],
)
def test_its_and_it_is_are_told_apart(words: str, found: list[str]) -> None:
    assert said(words, "T115") == found


def test_its_gets_the_apostrophe_of_the_text() -> None:
    assert "It’s been" in fixed(around("Its been Kiel’s."), "T115")
    assert "It's been" in fixed(around("Its been Kiel's."), "T115")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The United States's navy, the companies’s ships.", ["States's", "companies’s"]),
        ("The boss’s bus's lens’s news's campus's analysis’s port.", []),
        ("James’s, Jones's, Reuters’s, The Times’s and the Emirates’s port.", ["Emirates’s"]),
        ("A womens team, a mens' team and childrens' books.", ["womens", "mens'", "childrens'"]),
        ("Women’s teams, mens rea, specimens and siemens.", []),
        ("In the 1990's, the late 1980’s and mid-1970's.", ["1990's", "1980’s", "1970's"]),
        ("In 1990's best film, the 1990s’ end and 2020's winner.", []),
        ("He said “in the 1990's” then.", []),
    ],
)
def test_possessives_of_plurals_and_decades(words: str, found: list[str]) -> None:
    assert said(words, "T116") == found


def test_a_plural_keeps_one_apostrophe() -> None:
    text = around("The companies’s mens' team of the 1990's.")
    assert "The companies’ men's team of the 1990s." in fixed(text, "T116")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A highly-regarded, publicly-owned port.", ["highly-regarded", "publicly-owned"]),
        ("Newly-built and slowly-moving ships.", ["Newly-built", "slowly-moving"]),
        ("A family-owned, early-stage, only-child, daily-use, friendly-looking port.", []),
        ("A supply-side, weekly-paid, curly-haired, costly-looking, likely-voter July-based ally-led port.", []),
        ("Kelly-led talks in a Philly-based firm.", []),
        ("A not-so-newly-built port, and a newly-built-in crane.", []),
        ("The anomaly-prone, butterfly-shaped monopoly-like assembly-line port.", []),
        ("The “highly-regarded” port of *a highly-regarded port*.", []),
        ("Fully- and partly-owned ports.", ["partly-owned"]),
    ],
)
def test_adverbs_take_no_hyphen(words: str, found: list[str]) -> None:
    assert said(words, "T117") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The 104 page draft of a two year plan.", ["104 page", "two year"]),
        (
            "A 2,000 page report, its first ten day voyage, an average 5 star rating.",
            ["2,000 page", "ten day", "5 star"],
        ),
        ("A 20 year old man, a 20-year old man and a 20 year-old man.", ["20 year old", "20-year old", "20 year-old"]),
        ("A girl, 8 months old, and a two week old port.", ["two week old"]),
        ("The 104 pages, a 104-page draft, and one page later.", []),
        ("All two year olds and 20-year olds.", ["two year olds", "20-year olds"]),
        ("The two star players, three foot soldiers, two day care centres and two country music stars.", []),
        ("It is one year old, or 1 year old.", []),
        ("The 27 member states, the two party leaders and the 50 state governors.", []),
        ("The 12 member council, a 12 member council.", ["12 member", "12 member"]),
        ("The one person who left the one day after.", []),
        ("The 2023 year end, the 1990 state visit and the 11.5 point release.", []),
        ("After two hour and a 5 percent rise.", []),
        ("In that 10 minute after the talk.", []),
        ("He read “a 104 page draft” to them.", []),
    ],
)
def test_figures_and_units_need_a_hyphen_before_a_noun(words: str, found: list[str]) -> None:
    assert said(words, "T118") == found


def test_a_hyphen_joins_all_words_of_an_age() -> None:
    assert "a 20-year-old and a 9-year-old man" in fixed(around("It is a 20 year old and a 9-year old man."), "T118")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("You can sign-up, and you must also log-in here.", ["sign-up", "log-in"]),
        ("It helps to setup a port and to back-up your files.", ["setup", "back-up"]),
        ("We setup the port. They checkout our ships.", ["setup", "checkout"]),
        ("It was set-up in 1990, and will follow-up.", ["set-up", "follow-up"]),
        ("It is logging-in the crew.", ["logging-in"]),
        ("Sign-up here. Please sign-up. Check-out our port.", ["Sign-up", "sign-up", "Check-out"]),
        ("The sign-up sheet, a set-up, the backup and a follow-up visit.", []),
        ("Prior to set-up the crew met, with access to backup for all, close to start-up the port.", []),
        ("How can start-up firms grow? Should opt-out rules hold? In May start-up funds fell.", []),
        ("A switch to opt-in for all.", []),
        ("The setting-up of a port, and set-up costs are high.", []),
        ("Sign-up for the voyage is free.", []),
        ("He said “you can sign-up” then.", []),
    ],
)
def test_nouns_do_not_stand_for_verbs(words: str, found: list[str]) -> None:
    assert said(words, "T119") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ships come everyday. They leave everyday at noon.", ["everyday", "everyday"]),
        ("Everyday life, the everyday, an everyday port; it is everyday.", []),
        ("It is part of every day life and for every day use.", ["every day", "every day"]),
        ("Every day life goes on, and every day people come.", []),
        ("Ordinary, everyday, simple things, and more everyday.", []),
        ("He said “they come everyday.”", []),
    ],
)
def test_everyday_is_an_adjective(words: str, found: list[str]) -> None:
    assert said(words, "T120") == found


def dashes(body: str) -> list[str]:
    return [line.split("dash")[-1] for line in said_of(around(body), "T121")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The port— a deep one — is open.", [""]),
        ("The port– a deep one –is open.", [", 2 times"]),
        ("The *port* —a deep one—is open.", [""]),
        ("The port — a deep one—is open.", []),
        ("Pages 3– 4, the years 1990– 1995, and pre– and post-war ports.", []),
        ("He wrote it. —Jane Doe", []),
        ("- —Jane\n- Kiel —", []),
        ("He said “the port— a deep one” and `a— b`.", []),
        ("The port (NYT, May 8)— a deep one.", [""]),
    ],
)
def test_a_dash_has_a_space_on_both_sides_or_on_none(words: str, found: list[str]) -> None:
    assert dashes(words) == found


def test_lopsided_dashes_are_spaced_as_the_others_are() -> None:
    spaced = around("The port— a deep one — is —or so — open.")
    assert "The port — a deep one — is — or so — open." in fixed(spaced, "T121")
    closed = around("The port— a deep one—is —or so—open.")
    assert "The port—a deep one—is—or so—open." in fixed(closed, "T121")


@pytest.mark.parametrize(
    ("words", "publication", "found"),
    [
        ("Kiel’s port isn’t Bonn's.", "{}", ["straight and curly apostrophes mixed: ’ 2 times, ' 1 time"]),
        ("Kiel’s port isn't Bonn's.", "{}", ["straight and curly apostrophes mixed: ' 2 times, ’ 1 time"]),
        ("Kiel’s port and Bonn’s.", "{}", []),
        ("Kiel's port is 5'10 long, the ports’ pier.", "{}", []),
        ("Kiel's port and `Bonn’s`.", "{}", []),
        ("Kiel's port.", "style: {quotes: curly}", ["not the house apostrophe: ' 1 time"]),
        ("Kiel’s port.", "style: {quotes: straight}", ["not the house apostrophe: ’ 1 time"]),
        ("Kiel’s port.", "style: {quotes: curly}", []),
    ],
)
def test_apostrophes_are_of_one_kind(words: str, publication: str, found: list[str]) -> None:
    lines = said_of(around(words), "T122", publication=publication)
    assert [line.partition(" warning ")[2] for line in lines] == found


def test_apostrophes_are_corrected_safely_only_if_the_house_says_how() -> None:
    text = around("Kiel's port isn’t Bonn’s.")
    for publication, is_safe in (("{}", False), ("style: {quotes: curly}", True)):
        (found,) = (each for each in run_rules(read(text, publication=publication)) if each.code == "T122")
        assert found.finding.fix is not None
        assert found.finding.fix.is_safe is is_safe
    assert "Kiel’s port isn’t Bonn’s." in fixed(text, "T122")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("title: 'Its a port'", "title: 'It''s a port'"),
        ('title: "Its Kiel\\u2019s, its a port"', 'title: "Its Kiel\\u2019s, it’s a port"'),
        ("title: Its a port", "title: It's a port"),
    ],
)
def test_fixes_are_written_as_the_marks_around_a_value_require(line: str, after: str) -> None:
    issue = "feature:\n  {}\n  author: Jane\n  body: Words.\n"
    assert fixed(issue.format(line), "T115") == issue.format(after)


def test_many_slips_take_linear_time() -> None:
    slips = "its a two year plan everyday. In the 1990's we setup highly-built ships— of it's own goverment. "
    for code in ("T114", "T115", "T116", "T117", "T118", "T119", "T120", "T121", "T122"):
        (rule,) = (each for each in RULES if each.code == code)

        def check(size: int, rule: Rule = rule) -> None:
            manuscript = replace(read(around(slips * size)), misspellings=MISSPELLINGS)
            list(rule.check(manuscript))

        assert_linear(check, 300)


def test_german_items_are_not_checked_for_english_slips() -> None:
    item = "briefs:\n  - title: Hafen\n    language: de\n    body: |\n      In the 1990's its a highly-regarded port.\n"
    assert said_of(f"feature: {{title: One, author: Jane, body: Words.}}\n{item}", "T115", "T116", "T117") == []
    assert parse_publication(parse_text("language: de")).record
