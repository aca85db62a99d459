"""Addresses in a text end where a reader sees that they end."""

import pytest

from briefgen.edition.edition import Edition
from briefgen.markdown import find_addresses
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from tests.edition.test_sections import compose_body
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://en.wikipedia.org/wiki/Foo_(bar). Next", ["https://en.wikipedia.org/wiki/Foo_(bar)"]),
        ("(https://a.example/x)", ["https://a.example/x"]),
        ("https://a.example/x?y=1&z=2, and http://b.example!", ["https://a.example/x?y=1&z=2", "http://b.example"]),
        ("见https://a.example/路，好", ["https://a.example/路"]),
        ("“https://a.example/”", ["https://a.example/"]),
        ("ahttps://a.example http:// https://)", []),
    ],
)
def test_an_address_ends_before_the_sentences_own_marks(text: str, found: list[str]) -> None:
    assert [place.of(text) for place in find_addresses(text)] == found


@pytest.mark.parametrize("unit", ["https://a(b", "a(b)", "(", "https://a."])
def test_addresses_are_found_in_linear_time(unit: str) -> None:
    assert_linear(lambda size: list(find_addresses("https://" + unit * (size // len(unit)))), 48_000)


def outputs(edition: Edition) -> tuple[str, str]:
    page = render_html(edition, {}, Templates()).content.decode()
    return page[page.index("<main>") :], render_markdown(edition, Templates()).content.decode()


def test_an_address_in_a_body_is_a_link_everywhere() -> None:
    page, markdown = outputs(compose_body("The map is at https://a.example/map_(old)?x=1&y=2, we hear."))
    assert (
        '<p>The map is at <a href="https://a.example/map_(old)?x=1&amp;y=2">https://a.example/map_(old)?x=1&amp;y=2</a>,'
        " we hear.</p>" in page
    )
    assert "The map is at <https://a.example/map_(old)?x=1&y=2>, we hear." in markdown


def test_an_address_in_a_link_or_in_code_is_left_as_it_is() -> None:
    page, _ = outputs(compose_body("[at https://a.example/](https://b.example/) and `https://c.example/`"))
    assert '<a href="https://b.example/">at https://a.example/</a> and <code>https://c.example/</code>' in page
