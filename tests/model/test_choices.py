"""Wrong words for a fixed choice: the choice that was probably meant, and none where that is open."""

import pytest

from briefgen.model import parse_outlets, parse_publication
from briefgen.model.choice_hints import find_choice
from briefgen.yamltext import apply_edits, parse_text

CITATIONS, PAPER, DASH = ("inline", "notes"), ("a4", "letter"), ("em", "en")
KIND = ("wire", "paper", "broadcaster", "think-tank", "government", "website")
LEVEL = ("error", "warning", "note", "off")


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("footnotes", CITATIONS, "notes"), ("Notes", CITATIONS, "notes"), ("“inline”", CITATIONS, "inline"),
        ("inline,", CITATIONS, "inline"), ("in-line", CITATIONS, "inline"), ("keys", CITATIONS, ""),
        ("US Letter", PAPER, "letter"), ("usletter", PAPER, "letter"), ("A4", PAPER, "a4"), ("legal", PAPER, ""),
        ("—", DASH, "em"), ("–", DASH, "en"), ("en dash", DASH, "en"), ("em-dash", DASH, "em"), ("hyphen", DASH, ""),
        ("gov", KIND, "government"), ("news agency", KIND, "wire"), ("thinktank", KIND, "think-tank"),
        ("Newspaper", KIND, "paper"), ("TV", KIND, "broadcaster"), ("blog", KIND, "website"), ("opera", KIND, ""),
        ("warnings", LEVEL, "warning"), ("disabled", LEVEL, "off"), ("info", LEVEL, "note"), ("offf", LEVEL, "off"),
        ("of", LEVEL, ""), ("", LEVEL, ""), ("...", LEVEL, ""),
    ],
)  # fmt: skip
def test_a_word_stands_for_one_choice_of_its_key(word: str, choices: tuple[str, ...], meant: str) -> None:
    assert find_choice(word, choices) == meant


def test_the_choice_is_proposed_at_the_word_and_can_be_fixed() -> None:
    text = "build:\n  paper: usletter\n"
    [fault] = parse_publication(parse_text(text)).faults
    assert fault.finding.message == "`build.paper` is “usletter”"
    assert fault.finding.help == "did you mean `letter`? write `a4` or `letter`"
    assert fault.finding.fix is not None
    assert apply_edits(text, fault.finding.fix.edits) == "build:\n  paper: letter\n"


def test_a_choice_of_many_lines_is_shown_on_one() -> None:
    text = "outlets:\n  - id: a\n    name: A\n    paywall: |\n      two\n      lines\n"
    [fault] = parse_outlets(parse_text(text)).faults
    assert fault.finding.message == "`outlets[1].paywall` is “two lines”"
