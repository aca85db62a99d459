"""Every form of citation that `docs/citations.md` shows is read as one."""

import re
from pathlib import Path

import pytest

from briefgen.model import Style
from tests.citations.measure import scan

PAGE = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
FORMS = re.findall(r"`(\([^`]+\))`", PAGE.partition("### As others write them")[0])
OTHERS = PAGE.partition("### As others write them")[2].partition("###")[0]
LINES = re.findall(r"(?m)^\| (`.*) \|$", OTHERS)
ROWS = [[re.findall("`([^`]+)`", cell) for cell in line.split(" | ")] for line in LINES]
KEYS = ("expo", "guests")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_shown_is_read(form: str) -> None:
    found = scan(f"Words {form}.")
    assert len(found.groups) == 1
    assert found.malformed == ()


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
