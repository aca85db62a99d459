"""The examples in `docs/markdown.md` match the actual output."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.markdown import reading
from briefgen.prose import long_words
from tests.edition.words import compose_body, rendered, with_plain_calls, words_of

PAGE = (Path(__file__).parents[2] / "docs" / "markdown.md").read_text(encoding="utf-8")
PAIR = re.compile(
    r"^(?P<fence>`{3,})markdown\n(?P<body>.*?)^(?P=fence)\n\n```html\n(?P<html>.*?)^```$", re.MULTILINE | re.DOTALL
)


def examples() -> Iterator[object]:
    for match in PAIR.finditer(PAGE):
        yield pytest.param(match["body"], match["html"], id=match["body"].split("\n", maxsplit=1)[0][:40])


@pytest.mark.parametrize(("body", "html"), list(examples()))
def test_markup_becomes_the_documented_output(body: str, html: str) -> None:
    item = compose_body(body)
    assert str(item.html) == html.rstrip("\n")
    assert words_of(rendered(item)) == words_of(with_plain_calls(html))


def test_every_example_box_on_the_page_is_paired() -> None:
    assert len(list(examples())) == len(re.findall(r"^`{3,}markdown$", PAGE, re.MULTILINE)) >= 12


def test_the_documented_limits_are_enforced() -> None:
    told = (
        f"{reading.MAX_LENGTH:,} characters, {reading.MAX_LINES:,} lines, {reading.MAX_CELLS:,} table cells, words "
        f"of {long_words.MAX_WORD:,} letters"
    )
    assert told in " ".join(PAGE.split())
    assert reading.MAX_DEPTH == 8
