"""Names of outlets in the shipped register that are words too: they must not make citations of other parentheses."""

import pytest

from briefgen.citations import find_citations
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.markdown import parse_body

OUTLETS = load_shipped_outlets()


@pytest.mark.parametrize(
    "text",
    [
        "(who came in May 2021)",
        "(who, on May 3, left for good)",
        "(the age of the harbour in May 2020)",
        "(age 34 in May 2020)",
        "(time enough until May 3)",
        "(nature reserves since May 2010)",
        "(science since March 2010)",
        "(dawn on May 3)",
        "(mint condition in May 1999)",
        "(the hill above it, in May 2019)",
        "(the nation voted on May 3, 2020)",
        "(sec. 3 of May 2019)",
        "(the wire of May 3, 2020)",
        "(yale locks since May 1900)",
    ],
)
def test_words_in_small_letters_are_no_outlets(text: str) -> None:
    found = find_citations(parse_body(f"The port waits {text}."), OUTLETS)
    assert (found.groups, found.malformed) == ((), ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("(May, 2022)", "en"),
        ("(March 2021)", "en"),
        ("(Late May, 2022)", "en"),
        ("(May/June, 2022)", "en"),
        ("(Jun.–Jul., 2022)", "en"),
        ("(21.15 CET, 11 March 2021)", "en"),
        ("(21.15, March 11, 2021)", "en"),
        ("(9 p.m. ET, March 11)", "en"),
        ("(7–9pm, March 11)", "en"),
        ("(Noon, March 11)", "en"),
        ("(20 Uhr, 3. Mai 2021)", "de"),
        ("(14h30, 3 mars)", "fr"),
        ("(Mai, 2022)", "fr"),
        ("(Mei, 2022)", "nl"),
    ],
)
def test_a_month_and_a_time_of_day_are_no_outlets(text: str, language: str) -> None:
    found = find_citations(parse_body(f"The port waits {text}."), OUTLETS, language=language)
    assert (found.groups, found.malformed) == ((), ())


@pytest.mark.parametrize("name", ["20 Minuten", "9 News", "Mayday", "May Gazette", "7 NEWS"])
def test_a_name_with_a_number_or_a_month_is_cited(name: str) -> None:
    found = find_citations(parse_body(f"The port waits ({name}, May 3, 2021)."), OUTLETS)
    assert [each.outlet for group in found.groups for each in group.citations] == [name]


@pytest.mark.parametrize(
    "text",
    ["(Time, May 3)", "(The Age, May 3)", "(WHO, May 3)", "(Mint, May 3, 2021)", "(MIT, May 3)", "(dpa, May 3)"],
)
def test_with_their_capitals_they_are_cited(text: str) -> None:
    found = find_citations(parse_body(f"The port waits {text}."), OUTLETS)
    assert [each.outlet for group in found.groups for each in group.citations] == [text[1:].partition(",")[0]]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("(bbc may 28)", "(bbc, may 28)"),
        ("(Nature 28 May 2021)", "(Nature, 28 May 2021)"),
        ("(The Age – May 28)", "(The Age, May 28)"),
    ],
)
def test_a_slip_is_still_mended(text: str, suggestion: str) -> None:
    [found] = find_citations(parse_body(f"The port waits {text}."), OUTLETS).malformed
    assert found.suggestion == suggestion
