"""Page locators, sums of money, ranges, sections, and citations with a slip: beyond the examples of their rules."""

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, fixed, read, said_of

SOURCES = "sources:\n  a: {outlet: Reuters, date: 2023-05-03, title: T}\n  b: {outlet: BBC, date: 2023-05-08}\n"


def count(body: str, code: str, publication: str = "{}") -> int:
    manuscript = read(around(body, SOURCES), publication=publication)
    return sum(each.code == code for each in run_rules(manuscript, select=[code]))


@pytest.mark.parametrize(
    ("group", "meant"),
    [
        ("[@a; p. 12]", "[@a, p. 12]"),
        ("[@a] p. 12", "[@a, p. 12]"),
        ("[@a], pp. 12–13", "[@a, pp. 12–13]"),
        ("[@a)", "[@a]"),
        ("(Source: Reuters, May 3)", "(Reuters, May 3)"),
        ("(Sources: Reuters, May 3)", "(Reuters, May 3)"),
    ],
)
def test_a_citation_with_a_slip_is_written_right(group: str, meant: str) -> None:
    text = around(f"One {group}. Two [@b].", SOURCES)
    assert f"One {meant}. Two [@b]." in fixed(text, "C101")
    assert said_of(text, "T101") == []
    assert not any("delete" in each for each in said_of(text, "C104"))


@pytest.mark.parametrize("body", ["One [@a] S. Miller and p. x.", "One (via Lisbon, May 3).", "One [@a; @b]."])
def test_words_behind_a_citation_are_no_page(body: str) -> None:
    assert count(body, "C101") == 0


def test_a_source_is_not_deleted_while_a_citation_of_it_has_a_slip() -> None:
    text = around("One (Source: Reuters, May 3). Two [@b].", SOURCES)
    assert fixed(text, "C104") == text


def test_a_date_with_day_and_month_swapped_is_mended_at_the_source() -> None:
    sources = "sources:\n  b: {outlet: BBC, date: 2023-08-05}\n  a: {outlet: NYT, date: 2023-05-01}\n"
    text = around("One (BBC, May 8). Two [@a].", sources)
    assert fixed(text, "C102") == text.replace("2023-08-05", "2023-05-08")
    assert fixed(text, "C203") == text


@pytest.mark.parametrize(
    ("locator", "reports"),
    [
        ("p. 16–17", 1), ("p. 16, 18", 1), ("pp. 14", 1), ("pp. 33–31", 1), ("pp. 16–17", 0), ("pp. 123–28", 0),
        ("p. 4-12", 0), ("pp. 14f", 0), ("pp. 14, 16", 0), ("p. 14", 0), ("p. xii", 0), ("ch. 3", 0),
    ],
)  # fmt: skip
def test_pages_are_named_by_their_number(locator: str, reports: int) -> None:
    assert count(f"One [@a, {locator}].", "C115") == reports


def test_other_languages_have_their_own_letters_for_pages() -> None:
    assert count("Un [@a, p. 16–17].", "C115", "{language: fr}") == 0
    assert count("Eins [@a, S. 33–31].", "C115", "{language: de}") == 1


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("It cost $ 5 then", "It cost $5 then"),
        ("It cost £ 1,200.50 then", "It cost £1,200.50 then"),
        ("It cost 5€ then", "It cost €5 then"),
        ("It cost €3,50 then", "It cost €3.50 then"),
        ("It cost 700 € then", "It cost 700 € then"),
        ("In $p > 0$ then", "In $p > 0$ then"),
        ("Some 3million came", "Some 3 million came"),
        ("In 1990s $40 $8,800 then", "In 1990s $40 $8,800 then"),
        ("For $20 $30 and 5 $6 then", "For $20 $30 and 5 $6 then"),
        ("See example.org/40tonnes then", "See example.org/40tonnes then"),
    ],
)
def test_figures_stand_as_english_has_them(words: str, meant: str) -> None:
    assert fixed(around(f"{words}."), "T140") == around(f"{meant}.")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("between 5-10 percent", "between 5 and 10 percent"),
        ("Between $5–$10 each", "Between $5 and $10 each"),
        ("from 2018–2023", "from 2018 to 2023"),
        ("between 2018–19 and 2022–23", "between 2018–19 and 2022–23"),
        ("from 2016-2018 onward", "from 2016-2018 onward"),
        ("from 5–10 people", "from 5–10 people"),
        ("between 2020-05-01 and now", "between 2020-05-01 and now"),
    ],
)
def test_between_wants_and(words: str, meant: str) -> None:
    assert fixed(around(f"It fell, {words}."), "T141") == around(f"It fell, {meant}.")


@pytest.mark.parametrize(
    ("one", "other", "reports"),
    [
        ("Markets", "Makrets", 1), ("Markets", "Market", 1), ("Markets", "markets", 1), ("World News", "World Nwes", 0),
        ("Week 1", "Week 2", 0), ("Policy", "Police", 0), ("Part I", "Part II", 0), ("Health", "Wealth", 0),
        ("Transport", "Transpart", 1),
    ],
)  # fmt: skip
def test_sections_are_compared(one: str, other: str, reports: int) -> None:
    briefs = "".join(f"  - {{title: T{at}, section: {name}, body: W.}}\n" for at, name in enumerate((one, other)))
    assert len(said_of(around("One.", f"briefs:\n{briefs}"), "S020")) == reports


@pytest.mark.parametrize(
    ("last", "reports"),
    [
        ("section: Markets", 1), ("author: Jane Doe", 1), ("note: see below", 0), ("Section: Markets", 0),
        ("section: the part that fell. It was large.", 0),
    ],
)  # fmt: skip
def test_a_key_at_the_end_of_a_body_is_told(last: str, reports: int) -> None:
    found = said_of(around(f"Wool fell.\n{last}"), "S009")
    assert sum("not a key" in each for each in found) == reports
    assert said_of(around(f"Wool fell in the\n{last} of it"), "S009") == []
