"""Names of files and folders."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import make_issue_slug, spell_slug


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
    assert spell_slug(title, "en") == slug


@pytest.mark.parametrize(
    ("tag", "title", "slug"),
    [
        ("de", "Übergroße Ärgernisse", "uebergrosse-aergernisse"),
        ("de-AT", "O\u0308l", "oel"),
        ("da", "Ærø og Århus", "aeroe-og-aarhus"),
        ("sv", "Ökad räckvidd", "okad-rackvidd"),
        ("es", "Ñandúes " * 6 + "pingüinos", "nandues-nandues-nandues-nandues-nandues-nandues-pinguinos"),
        ("es", "Ñandúes " * 7 + "pingüinos", "nandues-nandues-nandues-nandues-nandues-nandues-nandues"),
        ("en", "a" * 70 + " b", "a" * 60),
        ("en", "a" * 60 + " b", "a" * 60),
    ],
)
def test_a_slug_is_spelled_as_in_its_language_and_ends_with_a_word(tag: str, title: str, slug: str) -> None:
    assert spell_slug(title, tag) == slug


@given(st.text())
def test_a_slug_is_safe_in_files_and_addresses(title: str) -> None:
    slug = spell_slug(title, "de")
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 60


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("133-Sister Cities", "133-sister-cities"),
        ("Größe é", "grosse-e"),
        ("index", "9-index"),
        ("雄安", "9"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 90, "x" * 80),
        ("CON", "con"),
    ],
)
def test_an_issues_slug_is_plain(stem: str, slug: str) -> None:
    assert make_issue_slug(stem, 9) == slug


@given(st.text(max_size=100), st.integers(0, 9_999_999))
def test_every_issues_slug_is_letters_digits_and_hyphens(stem: str, number: int) -> None:
    slug = make_issue_slug(stem, number)
    assert slug.strip("-") == slug
    assert slug.replace("-", "").isalnum()
    assert slug.isascii()
    assert len(slug) <= 80
