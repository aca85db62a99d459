"""Rooms and layers in docs/architecture.md match those that the architecture tests enforce."""

import re

from tests.architecture.test_layers import DATA, LAYERS, PACKAGE
from tests.docs.pages import FENCE, ROOT

PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
BUILT = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {DATA}


def test_the_page_lists_the_rooms_there_are() -> None:
    assert set(re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE)) == BUILT


def test_the_page_lists_the_layers_from_top_to_bottom() -> None:
    [drawn] = [block["body"] for block in FENCE.finditer(PAGE) if block["body"].startswith("cli\n")]
    layers = [layer & BUILT for layer in reversed(LAYERS) if layer & BUILT]
    assert [set(line.split()) for line in drawn.splitlines()] == layers


def test_the_page_names_the_rooms_that_are_missing() -> None:
    missing = frozenset[str]().union(*LAYERS) - BUILT
    said = PAGE.partition("There are no rooms")[2].partition("yet")[0]
    assert set(re.findall(r"`(\w+)`", said)) == missing
