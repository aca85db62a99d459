"""What the rules on commas, compounds and growth say beyond the examples in their documentation."""

import pytest

from tests.rules.issues import around, fixed, said_of


def said(body: str, code: str) -> list[str]:
    return [line.split("“")[1].split("”")[0] for line in said_of(around(body), code)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ask what, if any role, it has.", ["if any role"]),
        ("Few, if any other port, can.", ["if any other port"]),
        ("Ask what, if any, role it has.", []),
        ("Ask what role, if any, it has.", []),
        ("Ask what, if any role, [sic] it has.", []),
        ("He asked “what, if any role, it has.”", []),
    ],
)
def test_an_aside_ends_after_its_own_words(words: str, found: list[str]) -> None:
    assert said(words, "T111") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The firm of Tacoma, Washington has it.", ["Washington"]),
        ("It is in Bernalillo County, New Mexico and works.", ["New Mexico"]),
        ("Tacoma, Washington, has it.", []),
        ("In Houston, Texas is a way of life.", []),
        ("Talks in Beijing, Washington and Tokyo failed.", []),
        ("In Idaho, Oregon and Washington it rained.", []),
        ("A Seattle, Washington-based firm has it.", []),
        ("He said “Tacoma, Washington has it.”", []),
        ("The Minister of Defense, Li Shangfu told us.", ["Li Shangfu"]),
        ("China’s Foreign Minister, Qin Gang said so.", ["Qin Gang"]),
        ("The Minister of Defense, Li Shangfu, told us.", []),
        ("The Minister of Defense, General Li Shangfu and Qin Gang met.", []),
        ("The United States, South Korea said, left.", []),
        ("After talks with the Foreign Minister, Qin Gang said so.", []),
    ],
)
def test_states_and_appositives_need_two_commas(words: str, found: list[str]) -> None:
    assert said(words, "T112") == found


def test_a_missing_comma_is_inserted_after_the_name() -> None:
    text = around("The Mayor of Kiel, Ulf Kämpfer said so.")
    assert fixed(text, "T112") == text.replace("Kämpfer", "Kämpfer,")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was a near total loss.", ["near total"]),
        ("The so called port and a so called ship.", ["so called", "so called"]),
        ("It was a large scale test.", ["large scale"]),
        ("He built on a large scale ships.", []),
        ("It is near record after record.", ["near record"][:0]),
        ("It is near record levels.", ["near record"]),
        ("The firm is state owned and rich.", []),
        ("A near total [sic] loss, a near-total loss.", []),
    ],
)
def test_two_words_before_a_noun_are_joined(words: str, found: list[str]) -> None:
    assert said(words, "N110") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A 2 percent drop in export growth hurt.", ["drop in export growth"]),
        ("A 2% fall in growth [sic] hurt.", []),
        ("Growth fell by 2 percent. The rise in growth is old.", []),
        ("It was “a 2 percent rise in growth.”", []),
    ],
)
def test_a_percentage_of_growth_is_reported(words: str, found: list[str]) -> None:
    assert said(words, "E110") == found
