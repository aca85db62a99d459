"""Every form of citation that `docs/citations.md` shows is read as one."""

import re
from pathlib import Path

import pytest

from briefgen.citations import find_citations
from briefgen.markdown import parse_body
from briefgen.model import Style
from tests.citations.measure import scan
from tests.citations.register import shipped_outlets

PAGE = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
WRITING = PAGE.partition("### As others write them")[0]
TAGS = {
    "French": "fr", "German": "de", "Spanish": "es", "Russian": "ru", "Arabic": "ar", "Chinese": "zh-Hans",
    "Japanese": "ja", "Korean": "ko",
}  # fmt: skip
BY_LANGUAGE = re.findall(rf"(?m)^\| ({'|'.join(TAGS)}) \| (.*) \|$", WRITING)
FOREIGN = [(TAGS[name], form) for name, cell in BY_LANGUAGE for form in re.findall("`([^`]+)`", cell)]
# It may be read in two ways.
AMBIGUOUS = "(BBC, 5/3/2020)"
SHOWN = re.findall(r"`(\([^`]+\))`", WRITING)
FORMS = [form for form in SHOWN if form != AMBIGUOUS and form not in {each for _, each in FOREIGN}]
OTHERS = PAGE.partition("### As others write them")[2].partition("###")[0]
LINES = re.findall(r"(?m)^\| (`.*) \|$", OTHERS)
ROWS = [[re.findall("`([^`]+)`", cell) for cell in line.split(" | ")] for line in LINES]
KEYS = ("expo", "guests")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_shown_is_read(form: str) -> None:
    found = scan(f"Words {form}.")
    assert len(found.groups) == 1
    assert found.malformed == ()


@pytest.mark.parametrize(("language", "form"), FOREIGN)
def test_a_form_of_another_language_is_read_in_it(language: str, form: str) -> None:
    found = find_citations(parse_body(f"Words {form}."), shipped_outlets(), language=language)
    assert len(found.groups) == 1
    assert found.malformed == ()


def test_the_date_that_can_be_read_in_two_ways_is_reported_with_both() -> None:
    [malformed] = scan(f"Words {AMBIGUOUS}.").malformed
    assert malformed.help == "write the month as a word: `May 3, 2020` or `March 5, 2020`"
    assert {name for name, _ in BY_LANGUAGE} == set(TAGS)


def test_foreign_forms_become_the_documented_citations() -> None:
    assert len(ROWS) >= 4
    for found, becomes in ROWS:
        for form, meant in zip(found, becomes * len(found) if len(becomes) == 1 else becomes, strict=True):
            [malformed] = scan(f"Words {form}.", KEYS).malformed
            assert malformed.suggestion == meant


def test_the_page_shows_forms_and_every_option_of_the_style() -> None:
    assert len(FORMS) >= 14
    options = set(re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE))
    assert options == set(Style.__struct_fields__) - {"quotes", "dash", "title_case"}
