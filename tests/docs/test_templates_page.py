"""docs/templates.md describes templates, their blocks and variables correctly."""

import re

import pytest
from msgspec import Struct

from briefgen.edition import edition
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "templates"
ROWS: dict[str, type[Struct]] = {
    "`edition.masthead`": edition.Masthead,
    "`edition`": edition.Edition,
    "`edition.mail`": edition.MailHead,
    "an item": edition.Item,
    "a section": edition.Section,
    "a block": edition.Block,
    "an author": edition.Author,
    "a picture": edition.Picture,
    "a source": edition.SourceEntry,
    "a note": edition.Note,
    "a correction": edition.Correction,
}


def find_names(kind: type[Struct]) -> set[str]:
    """The fields of a value and what it works out from them."""
    worked_out = {name for name, value in vars(kind).items() if isinstance(value, property)}
    return {*kind.__struct_fields__} | worked_out


@pytest.mark.parametrize("row", ROWS)
def test_the_page_lists_all_template_variables(row: str) -> None:
    [cells] = re.findall(rf"^\| {re.escape(row)} \| (.+) \|$", PAGE, re.MULTILINE)
    listed = set(re.findall(r"`(\w+)`", cells))
    # The masthead has a row of its own.
    assert listed == find_names(ROWS[row]) - {"masthead"}


@pytest.mark.parametrize("kind", ROWS.values())
def test_a_value_has_nothing_else_that_a_template_could_reach(kind: type[Struct]) -> None:
    assert {name for name in dir(kind) if not name.startswith("_")} == find_names(kind)


def test_the_page_lists_every_template() -> None:
    there = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*")}
    listed = set(re.findall(r"`((?:css/|js/)?\w+\.(?:\w+\.j2|css|js|svg))`", PAGE))
    assert listed == there


def test_the_page_lists_the_blocks() -> None:
    blocks = re.findall(r"{% block (\w+) %}", (TEMPLATES / "page.html.j2").read_text(encoding="utf-8"))
    listed = re.findall(r"`(\w+)`", PAGE.partition("`page.html.j2` has the blocks")[2].partition(".")[0])
    assert listed == blocks
