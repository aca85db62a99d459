"""Dates, names and records as values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.model import (
    DateError,
    Outlet,
    Outlets,
    PartialDate,
    Publication,
    distance,
    fold_name,
    nearest,
    parse_date,
)
from briefgen.model.outlets import Ownership

WORDS = st.text("abcd", max_size=6)


@pytest.mark.parametrize(
    ("text", "precision", "earliest"),
    [
        ("2023-05-12", "day", date(2023, 5, 12)),
        ("2023-05", "month", date(2023, 5, 1)),
        ("2023", "year", date(2023, 1, 1)),
        ("undated", "undated", date.max),
    ],
)
def test_a_date_knows_how_much_is_known(text: str, precision: str, earliest: date) -> None:
    found = parse_date(f" {text} ")
    assert (found.precision, found.earliest, str(found)) == (precision, earliest, text)


@given(st.dates())
def test_a_full_date_is_read_back(day: date) -> None:
    assert parse_date(str(PartialDate.of(day))) == PartialDate.of(day)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused_with_a_hint(text: str) -> None:
    try:
        found = parse_date(text)
    except DateError:
        return
    assert parse_date(str(found)) == found


def test_a_leap_day_exists_in_leap_years_only() -> None:
    assert parse_date("2024-02-29").day == 29
    with pytest.raises(DateError, match="there is no February 29, 2023"):
        parse_date("2023-02-29")


@given(WORDS, WORDS)
def test_distance_is_even_handed_and_zero_for_the_same_word(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sumary", "summary"),
        ("Summary", "summary"),
        ("smmuary", "summary"),
        ("ulr", "url"),
        ("xyz", None),
        ("ur", "url"),
    ],
)
def test_the_nearest_word_is_at_most_two_slips_away(word: str, meant: str | None) -> None:
    assert nearest(word, ["summary", "url", "date"]) == meant


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("word", []) is None


def test_names_are_compared_without_case_article_and_kind_of_apostrophe() -> None:
    assert fold_name("The  People’s Daily") == fold_name("people's daily")
    assert fold_name("The") == "the"


def test_a_name_that_outlets_share_finds_them_all() -> None:
    register = Outlets((Outlet(id="nyt", name="NYT", aliases=("The Times",)), Outlet(id="times", name="The Times")))
    assert register.ids("Times") == {"nyt", "times"}
    assert register.ids("The Moon") == {"moon"}
    assert register.named("nyt")
    assert not register.named("Moon")


def test_a_publications_own_outlets_replace_shipped_ones_of_the_same_id() -> None:
    register = Outlets((Outlet(id="nyt", name="NYT"),)).extended([Outlet(id="nyt", name="New York Times")])
    assert [outlet.name for outlet in register.entries] == ["New York Times"]


@pytest.mark.parametrize(
    ("ownership", "is_controlled"), [("state", True), ("party", True), ("public", False), (None, False)]
)
def test_public_media_are_not_state_media(ownership: Ownership | None, is_controlled: bool) -> None:  # noqa: FBT001
    assert Outlet(id="x", name="X", ownership=ownership).is_controlled == is_controlled


def test_a_record_is_changed_by_making_another() -> None:
    publication = Publication()
    assert replace(publication, name="Harbour").name == "Harbour"
    assert publication.name == "Newsletter"
