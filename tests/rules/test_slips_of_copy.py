"""Slips of copy, citations, fields and pictures, and what looks like one and is right."""

import re

import pytest

from briefgen.manuscript import ImageFact
from briefgen.rules import run_rules
from tests.rules.issues import around, fixed, read, said_of

SOURCES = (
    "sources:\n  nyt-port: {outlet: NYT, date: 2023-05-10, title: T}\n  b: {outlet: BBC, date: 2023-05-08, title: U}\n"
)


@pytest.mark.parametrize(
    ("group", "meant"),
    [
        ("(@nyt-port]", "[@nyt-port]"),
        ("(@nyt-port, p. 3]", "[@nyt-port, p. 3]"),
        ("{@nyt-port]", "[@nyt-port]"),
        ("(@nyt-prot)", "[@nyt-port]"),
        ("[nyt-prot, p. 3]", "[@nyt-port, p. 3]"),
        ("[&nyt-port]", "[@nyt-port]"),
        ("(BBC, May 8) p. 4", "(BBC, May 8, p. 4)"),
        ("(BBC, May 8), pp. 4–6", "(BBC, May 8, pp. 4–6)"),
        ("(BBC, May 8) (p. 4)", "(BBC, May 8, p. 4)"),
        ("(Src: BBC, May 8)", "(BBC, May 8)"),
        ("(from BBC, May 8)", "(BBC, May 8)"),
        ("((BBC, May 8))", "(BBC, May 8)"),
        ("@nyt-port]", "[@nyt-port]"),
        (r"\citep[p.~12]{nyt-port}", "[@nyt-port, p. 12]"),
    ],
)
def test_a_citation_in_another_form_is_written_right(group: str, meant: str) -> None:
    text = around(f"One {group}. Two [@nyt-port]. Three [@b].", SOURCES)
    assert f"One {meant}. Two [@nyt-port]." in fixed(text, "C101")
    assert said_of(text, "T101") == []


@pytest.mark.parametrize(
    "words", ["(from Kiel, May 8)", "(the court, Tuesday)", "(BBC) p. 4", "[well-port]", "says @nytport", "((BBC))"]
)
def test_other_words_are_no_citation(words: str) -> None:
    assert said_of(around(f"One {words}. Two [@nyt-port]. Three [@b].", SOURCES), "C101") == []


@pytest.mark.parametrize("words", ["BBC, Tuesday", "BBC, yesterday", "BBC, op. cit.", "see BBC above"])
def test_a_source_without_its_date_is_told_where_it_is_cited(words: str) -> None:
    text = around(f"One ({words}). Two [@nyt-port].", SOURCES)
    assert [each for each in said_of(text, "C101") if words in each]
    assert fixed(text, "C104") == text


@pytest.mark.parametrize(
    ("group", "meant"), [("[@keyx; p. 12]", "[@keyx, p. 12]"), ("[@nyt-prot; p. 12]", "[@nyt-port, p. 12]")]
)
def test_an_unknown_key_with_a_page_behind_a_semicolon(group: str, meant: str) -> None:
    found = [each for each in run_rules(read(around(f"One {group}. Two [@b].", SOURCES))) if each.code == "C101"]
    assert [meant in each.finding.help for each in found] == [True]


@pytest.mark.parametrize(
    ("locator", "meant"),
    [
        ("page 12", "p. 12"), ("pages 3–5", "pp. 3–5"), ("pg. 12", "p. 12"), ("p 12", "p. 12"), ("12", "p. 12"),
        ("2023", "2023"), ("ch. 3", "ch. 3"), ("p. xii", "p. xii"), ("12 May", "12 May"),
    ],
)  # fmt: skip
def test_pages_are_named_in_one_form(locator: str, meant: str) -> None:
    assert fixed(around(f"One [@b, {locator}].", SOURCES), "C115") == around(f"One [@b, {meant}].", SOURCES)


@pytest.mark.parametrize(
    ("code", "words", "meant"),
    [
        ("T140", "It cost $40.000 then", "It cost $40,000 then"),
        ("T140", "It cost €1.250.000 then", "It cost €1,250,000 then"),
        ("T140", "It cost $1.250,50 then", "It cost $1,250.50 then"),
        ("T140", "It cost 8.80 $ then", "It cost $8.80 then"),
        ("T140", "Some 40.000 people paid 3,5 percent", "Some 40,000 people paid 3.5 percent"),
        ("T140", "It cost £6,4 million then", "It cost £6.4 million then"),
        ("T140", "Some (3,5%) paid", "Some (3.5%) paid"),
        ("T122", "It’s of the ‘30s then", "It’s of the ’30s then"),
        ("T122", "It’s of the ‘30s’ then", "It’s of the ‘30s’ then"),
        ("T140", "It cost $3.899 a gallon", "It cost $3.899 a gallon"),
        ("T140", "It cost $1.250 billion", "It cost $1.250 billion"),
        ("T140", "On pages 3,5 and 7 percent", "On pages 3,5 and 7 percent"),
        ("T140", "On May 3,2023 it rained", "On May 3,2023 it rained"),
        ("T134", "It cost 2.4 millions and 15 percents", "It cost 2.4 million and 15 percent"),
        ("T134", "After a nine years dispute", "After a nine-year dispute"),
        ("T134", "It cost 2 millions of them", "It cost 2 millions of them"),
        ("T142", "Between 2023 and 2018 it fell", "Between 2018 and 2023 it fell"),
        ("T142", "It fell in 2021–2019", "It fell in 2019–2021"),
        ("T142", "It fell in 2021–19", "It fell in 2019–21"),
        ("T142", "The fair of March 9–3", "The fair of March 3–9"),
        ("T142", "The fair of 9–3 March", "The fair of 3–9 March"),
        ("T142", "See pp. 40–12 there", "See pp. 12–40 there"),
        ("T142", "It fell between $40 and $12", "It fell between $12 and $40"),
        ("T142", "Rates are at 4.5–4.25 percent", "Rates are at 4.25–4.5 percent"),
        ("T142", "It passed by 51.2–48.8 percent", "It passed by 51.2–48.8 percent"),
        ("T142", "They won in March 9–3", "They won in March 9–3"),
        ("T142", "The plan of 1999–02, pp. 123–28", "The plan of 1999–02, pp. 123–28"),
        ("T142", "Between $900 and $1.2 million", "Between $900 and $1.2 million"),
        ("T142", "It is open between 9 and 5", "It is open between 9 and 5"),
        ("T142", "Written 2021–12–06 there", "Written 2021–12–06 there"),
        ("T142", "Built in 2000–1900 BC there", "Built in 2000–1900 BC there"),
        ("T143", "They built 12 ship in May", "They built 12 ships in May"),
        ("T143", "One of the city’s biggest port", "One of the city’s biggest ports"),
        ("T143", "Many company in Kiel left", "Many companies in Kiel left"),
        ("T143", "Each members of it left", "Each member of it left"),
        ("T143", "At least 12 plan to come", "At least 12 plan to come"),
        ("T143", "The Jan. 6 attack on Kiel", "The Jan. 6 attack on Kiel"),
        ("T143", "In various official, scholarly and news reports", "In various official, scholarly and news reports"),
        ("T143", "It was one of the family", "It was one of the family"),
        ("T143", "One of the most port cities", "One of the most port cities"),
        ("T143", "A ways to go, and each shops at home", "A ways to go, and each shops at home"),
        ("T124", "Fish, wool, ect. came", "Fish, wool, etc. came"),
        ("T124", "By the end the year it fell", "By the end of the year it fell"),
        ("T124", "It rose with 15 percent", "It rose by 15 percent"),
        ("T124", "It has less people", "It has fewer people"),
        ("T124", "A large amount of people", "A large number of people"),
        ("T124", "It takes between two to three summers", "It takes between two and three summers"),
        ("T124", "It has fallen since three months", "It has fallen for three months"),
        ("T124", "It has fallen since three months ago", "It has fallen since three months ago"),
        ("T124", "They help eachother", "They help each other"),
        ("T124", "It was worse then expected", "It was worse than expected"),
        ("T124", "It was more expensive then the rest", "It was more expensive than the rest"),
        ("T125", "It fell by 2 percent in may", "It fell by 2 percent in May"),
        ("T125", "The state they are in may change", "The state they are in may change"),
        ("T125", "All french traders ate french fries", "All French traders ate french fries"),
        ("T136", "Kelp has grow back", "Kelp has grown back"),
        ("T136", "It can makes sense", "It can make sense"),
        ("T136", "It does not earns much", "It does not earn much"),
        ("T136", "It does not always work", "It does not always work"),
        ("T105", "They sell salt,rope and tar", "They sell salt, rope and tar"),
        ("T105", "They run a,b and abc,1", "They run a,b and abc,1"),
        ("T105", "He said “ never” then", "He said “never” then"),
        ("T105", "It closed : the gates shut", "It closed: the gates shut"),
    ],
)
def test_copy_is_mended_and_what_is_right_left_alone(code: str, words: str, meant: str) -> None:
    assert fixed(around(f"{words}."), code) == around(f"{meant}.")


def test_everyone_are_is_reported_where_a_sentence_begins() -> None:
    assert len(said_of(around("Everyone are here."), "T124")) == 1
    assert said_of(around("The gains for everyone are clear."), "T124") == []


def test_no_space_stands_before_the_mark_of_a_note() -> None:
    text = around("It fell [^a]. It rose.[^a]\n\n[^a]: Twice.")
    assert "It fell[^a]. It rose.[^a]" in fixed(text, "T105")


@pytest.mark.parametrize(
    ("words", "reports"),
    [
        ("in 2024 2024", 1), ("in the in the", 1), ("that that the port", 1), ("that that was fine", 0),
        ("of more and more and more", 0), ("in 2024, 2024 more", 0),
    ],
)  # fmt: skip
def test_years_and_small_words_stand_once(words: str, reports: int) -> None:
    found = run_rules(read(around(f"He said {words} then.")))
    assert sum(each.code == "T104" for each in found) == reports


def test_that_that_is_reported_when_asked_for() -> None:
    found = run_rules(read(around("He said that that was fine.")), select=["T104"])
    assert [each.code for each in found] == ["T104"]


@pytest.mark.parametrize(
    ("code", "words", "reports"),
    [
        ("N116", "It weighs 40 kg and 30kg", 1), ("N116", "It weighs 40kg and 30kg", 0),
        ("N116", "A 30-kg box weighs 30 kg", 0), ("N117", "From 10 a.m. to 11am", 1),
        ("N117", "From 10 am to 11pm", 0), ("N115", "It rose 15 % and 15%", 1),
    ],
)  # fmt: skip
def test_figures_stand_in_one_form(code: str, words: str, reports: int) -> None:
    assert len(said_of(around(f"{words}."), code)) == reports


@pytest.mark.parametrize(
    ("size", "crop", "is_lead", "reports"),
    [
        ((60, 40), "", True, 1), ((639, 389), "", True, 1), ((640, 300), "", True, 0), ((300, 400), "", True, 0),
        ((700, 380), "crop: '1:1', ", True, 1), ((160, 100), "", False, 1), ((300, 100), "", False, 0),
    ],
)  # fmt: skip
def test_a_picture_has_enough_pixels(size: tuple[int, int], crop: str, reports: int, *, is_lead: bool) -> None:
    image = f"{{file: images/a.png, {crop}alt: A lock, credit: J}}"
    head = f"image: {image}\n" if is_lead else ""
    brief = "" if is_lead else f"briefs:\n  - {{title: Two, image: {image}, body: Words.}}\n"
    manuscript = read(head + around("One.", brief), images={"images/a.png": ImageFact(*size)})
    assert sum(each.code == "S021" for each in run_rules(manuscript)) == reports


def test_a_row_apart_from_its_table_is_told() -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    assert said_of(around(f"One.\n\n{table}\n| 3 | 4 |\n\nTwo."), "S009") != []
    assert said_of(around(f"One.\n\n{table}\nTwo."), "S009") == []


@pytest.mark.parametrize(
    ("announced", "count"),
    [
        ("It rests on three pillars:", 3),
        ("The following two unions object:", 2),
        ("Three groups object to the plan:", 3),
        ("The plan has 4 parts:", 4),
    ],
)
def test_a_list_is_as_long_as_announced(announced: str, count: int) -> None:
    def said(length: int) -> list[str]:
        return said_of(around(announced + "\n\n" + "\n".join(["- salt\n  - from Kiel"] * length)), "T144")

    assert [len(said(length)) for length in (count - 1, count, count + 1)] == [count > 2, 0, 1]


@pytest.mark.parametrize("announced", ["It took three years:", "Two of the groups object:", "Two traders asked for:"])
def test_other_numbers_announce_no_list(announced: str) -> None:
    assert said_of(around(f"{announced}\n\n- salt\n- rope\n- tar\n- wool"), "T144") == []


@pytest.mark.parametrize("start", ["https:/", "http//", "htps://", "http;//", "https:www."])
def test_an_address_with_a_slip_at_its_beginning_is_told_and_mended(start: str) -> None:
    rest = "kiel.de/wool"
    mended = f"https://{'www.' if 'www' in start else ''}{rest}"
    assert fixed(around(f"See {start}{rest}, and wait."), "S009") == around(f"See {mended}, and wait.")
    assert said_of(around(f"See `{start}{rest}` or {mended}."), "S009") == []


def test_click_here_is_no_citation_in_parentheses_either() -> None:
    link = "[{}](https://www.kiel.de/wool)"
    assert len(said_of(around(f"It fell ({link.format('click here')})."), "A102")) == 1
    assert said_of(around(f"It fell ({link.format('link')})."), "A102") == []


def test_a_short_last_name_behind_the_same_first_name_is_compared() -> None:
    def said(other: str) -> list[str]:
        return said_of(around(f"Maria Holm waits. So does {other}. Maria Holm left."), "N104")

    assert len(said("Maria Hulm")) == len(said("Maria Holmm")) + 1 == 1
    assert said("Marta Hulm") == said("Maria Holms") == said("Maria Bolm") == []


def test_a_title_may_hold_an_entity() -> None:
    text = around("Kiel waits.").replace("title: One", "title: Ports &amp; Locks of the North")
    assert said_of(text, "N108") == []


def test_a_translated_page_is_no_redirect() -> None:
    link = "[a](https://translate.google.com/translate?sl=es&u=https%3A%2F%2Fkiel.de)"
    assert said_of(around(f"See {link}."), "C304") == []


@pytest.mark.parametrize(
    ("code", "body", "said"),
    [
        ("T140", "Some 1,20 people came.", "2 digits behind the comma: “1,20”"),
        ("T140", "It fell in 20222.", "a year with five digits: “20222”"),
        ("T140", "It fell in 20222 homes and in 20000.", ""),
        ("T121", "Cali- fornia pays.", "a space inside “Cali- fornia”"),
        ("T121", "It des-\ntroyed much.", "a space inside “des- troyed”"),
        ("S005", "One [oaicite:3] two.", "“[oaicite:3]” is left from a chat assistant"),
        ("T121", "It is left- as well as right-wing, pre- and post-war.", ""),
        ("T101", "“A “new” step,” he said.", "a quotation inside another has the same marks"),
        ("T101", "“A new” and “a ‘last’ step.”", ""),
        ("C101", "It closed (, May 5).", "citation not understood: “, May 5”"),
        ("C101", "It closed [b, May 5].", "citation not understood: “[b, May 5]”"),
        ("S009", "The column `name holds letters.", "a backtick is shown as text"),
        ("S009", "He `quoted' it.", ""),
        ("S013", "1. One\n2.Two", "a line begins with `2.`, which is not a list in Markdown"),
        ("C101", "It closed (BBC, 8 Apirl).", "citation not understood: “BBC, 8 Apirl”"),
        ("T140", "It read 4,00 volumes.", "2 digits behind the comma: “4,00”"),
        ("T140", "It read 1,24O volumes.", "the letter O in “1,24O”"),
        ("T140", "It is of type 2O, and H2O, and O2.", ""),
        ("S009", "It cost about&nbsp$400.", "`&nbsp` is shown as text"),
        ("S009", "At&T and R&D, and a&nbsp;b.", ""),
        ("S005", "After XX years it closed.", "“XX” left in the text"),
        ("S005", "The XX century and Super Bowl XX ended.", ""),
        ("S013", "1. One of\n   3.Two", ""),
    ],
)
def test_slips_at_midnight_are_told(code: str, body: str, said: str) -> None:
    found = [re.split(" (?:warning|error) ", each)[1] for each in said_of(around(body, SOURCES), code)]
    assert found == [said] * bool(said)


def test_an_author_with_a_year_is_the_source_that_has_both() -> None:
    sources = "sources:\n  ap: {outlet: AP, date: 2024-05-30, author: Ben Finley, title: T}\n"
    text = around("One (Finley 2024). Two (Finley 2023), three (Lee 2024). Four (AP, May 30, 2024).", sources)
    assert said_of(text, "C101") == ["5:9 C101 warning citation not understood: “Finley 2024”"]
    assert "One (AP, May 30, 2024). Two (Finley 2023)" in fixed(text, "C101")
    titled = text.replace("(Finley 2024)", "(“T,” 2024)").replace("title: T", "title: Tide")
    assert said_of(titled.replace("“T,”", "“Tide,”"), "C101") == [
        "5:9 C101 warning citation not understood: ““Tide,” 2024”"
    ]
    assert said_of(titled, "C101") == []
