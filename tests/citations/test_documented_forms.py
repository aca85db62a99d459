"""Every form of citation that `docs/citations.md` shows is read as one."""

import re
from pathlib import Path

import pytest

from briefgen.model import Style
from tests.citations.measure import scan

PAGE = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
FORMS = re.findall(r"`(\([^`]+\))`", PAGE.partition("## Finding them")[0])


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_shown_is_read(form: str) -> None:
    found = scan(f"Words {form}.")
    assert len(found.groups) == 1
    assert found.malformed == ()


def test_the_page_shows_forms_and_every_option_of_the_style() -> None:
    assert len(FORMS) >= 14
    options = set(re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE))
    assert options == set(Style.__struct_fields__) - {"quotes", "dash", "title_case"}
