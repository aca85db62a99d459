"""What a new issue's file is called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.build.starting import make_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Rivers at Low Water", "rivers-at-low-water"),
        ("Xiong’an New Area: a City’s Plan", "xiongan-new-area-a-citys-plan"),
        ("雄安", "xiong-an"),
        ("Xi in 雄安新区", "xi-in-xiong-an-xin-qu"),
        ("Киев и Минск", "kiev-i-minsk"),
        ("서울 소식", "seoul-sosig"),
        ("Über Straßen", "uber-strassen"),
        ("…", ""),
    ],
)
def test_a_title_in_any_script_gives_words_in_latin_letters(title: str, slug: str) -> None:
    assert make_slug(title) == slug


@given(st.text())
def test_a_slug_is_safe_in_files_and_addresses(title: str) -> None:
    slug = make_slug(title)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 60
