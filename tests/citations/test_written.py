"""What messages and fixes write of a citation is read back as the same citation, in the language of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.citations import (
    TypedDate,
    add_letter,
    as_typed,
    find_citations,
    is_post,
    is_read_as,
    make_letters,
    to_typed,
    write_date,
    write_group,
    write_part,
)
from briefgen.citations.written import write_example
from briefgen.languages import load_language
from briefgen.languages.load import LABELLED
from briefgen.markdown import parse_body
from briefgen.model import PartialDate, Source, Style, fill_label
from tests.citations.register import shipped_outlets

TAGS = ("en", "en-GB", "de-AT", "it", "sv", "tr", "ca", "ar-LB", *sorted(LABELLED))
"""All languages with labels, and some without; the months of Catalan and Lebanon are not read."""
UNREAD = {"ca", "ar-LB"}
MONTHS, DAYS = st.integers(1, 12), st.integers(1, 31)
YEARS = st.none() | st.integers(1990, 2049)
LETTERS = st.sampled_from(("", "a", "b", "y", "z"))
DAY = st.tuples(MONTHS, DAYS, YEARS, LETTERS).map(lambda parts: TypedDate(*parts))
UNDATED = LETTERS.map(lambda letter: TypedDate(is_undated=True, suffix=letter))
FULL_YEARS = st.integers(1990, 2049)
DATES = st.one_of(
    DAY,
    UNDATED,
    st.tuples(MONTHS | st.none(), st.none(), FULL_YEARS, LETTERS).map(lambda parts: TypedDate(*parts)),
    st.tuples(MONTHS, DAYS, YEARS, MONTHS, DAYS).map(lambda parts: TypedDate(*parts[:3], last=parts[3:])),
    st.tuples(MONTHS, FULL_YEARS, MONTHS).map(lambda parts: TypedDate(parts[0], None, parts[1], last=(parts[2], 0))),
    st.tuples(FULL_YEARS, st.sampled_from(("spring", "summer", "autumn", "winter", "q3"))).map(
        lambda parts: TypedDate(year=parts[0], season=parts[1])
    ),
)


@given(st.sampled_from(TAGS), DATES)
def test_a_date_that_is_written_is_read_back(tag: str, date: TypedDate) -> None:
    assert is_read_as(write_date(date, load_language(tag)), date, tag)


@given(st.sampled_from([tag for tag in TAGS if tag not in UNREAD]), DAY)
def test_a_day_is_written_as_it_is_printed(tag: str, date: TypedDate) -> None:
    language = load_language(tag)
    day = date._replace(day=min(date.day or 1, 28), year=date.year or 2023)
    source = PartialDate(day.year, day.month, day.day)
    typed = to_typed(source, 2023)._replace(suffix=day.suffix)
    printed = add_letter(language.format_date(source, year=2023, style=Style()), day.suffix)
    assert write_date(typed, language) == as_typed(printed)


@given(st.sampled_from(TAGS), DAY | UNDATED)
def test_a_citation_that_is_written_is_read_back(tag: str, date: TypedDate) -> None:
    language = load_language(tag)
    text = f"Elbe {write_group([write_part('Reuters', date, language), write_part('BBC', date, language)], language)}."
    [group] = find_citations(parse_body(text), shipped_outlets(), language=tag).groups
    assert [(each.outlet, each.date) for each in group.citations] == [("Reuters", date), ("BBC", date)]


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in UNREAD])
def test_the_letter_that_is_printed_is_read(tag: str) -> None:
    language = load_language(tag)
    sources = {key: Source(outlet="BBC", date=PartialDate(2023, 5, 9)) for key in ("one", "two")}
    printed = language.format_date(sources["two"].date, year=2023, style=Style())
    text = f"Elbe (BBC, {add_letter(printed, make_letters(sources)['two'])})."
    [group] = find_citations(parse_body(text), shipped_outlets(), language=tag).groups
    assert [each.date for each in group.citations] == [TypedDate(5, 9, suffix="b")]


@pytest.mark.parametrize(
    ("tag", "date", "written"),
    [
        ("es", TypedDate(4, 31), "31 de abril"),
        ("es", TypedDate(5, 8, last=(5, 9)), "8–9 de mayo"),
        ("es", TypedDate(4, 30, 2025, last=(5, 2)), "30 de abril–2 de mayo de 2025"),
        ("es", TypedDate(year=2025, season="spring"), "primavera de 2025"),
        ("es", TypedDate(is_undated=True, suffix="b"), "sin fecha b"),
        ("de", TypedDate(5, 16, last=(5, 17)), "16.–17. Mai"),
        ("de", TypedDate(3, None, 2025, last=(4, 0)), "März–April 2025"),
        ("fr", TypedDate(5, 1), "1er mai"),
        ("ja", TypedDate(4, 30, 2025, last=(5, 2)), "2025年4月30日–5月2日"),
        ("ja", TypedDate(year=2025), "2025年"),
        ("zh-Hans", TypedDate(year=2025, suffix="b"), "2025年 b"),
        ("ko", TypedDate(year=2025), "2025년"),
        ("hu", TypedDate(year=2025), "2025"),
        ("en-GB", TypedDate(5, 9, suffix="b"), "9 May b"),
        ("ca", TypedDate(5, 9), "May 9"),
        ("en", TypedDate(5, 9, 2025, "b"), "May 9, 2025b"),
    ],
)
def test_dates_have_the_form_of_their_language(tag: str, date: TypedDate, written: str) -> None:
    assert write_date(date, load_language(tag)) == written


def test_examples_are_in_the_language() -> None:
    assert write_example("en") == "(Outlet, Month D, YYYY; Outlet, Month D)"
    assert write_example("en", "BBC") == "(BBC, May 12)"
    assert write_example("fr") == "(Média, 12 mai 2023 ; Média, 12 mai)"
    assert write_example("de") == "(Medium, 12. Mai 2023; Medium, 12. Mai)"
    assert write_example("es", "EFE") == "(EFE, 12 de mayo)"


@pytest.mark.parametrize("tag", ["de", "en", "es", "fr", "nl", "pt"])
def test_a_post_is_read_as_it_is_printed(tag: str) -> None:
    language = load_language(tag)
    words = fill_label(language.labels.social, author="@elbe", outlet="X")
    text = f"Elbe ({write_part(words, TypedDate(5, 9), language)})."
    [group] = find_citations(parse_body(text), shipped_outlets(), language=tag).groups
    assert [(each.author, each.outlet) for each in group.citations] == [("@elbe", "X")]


def test_other_labels_for_posts_are_not_read() -> None:
    assert is_post("@elbe auf X")
    assert not is_post(fill_label(load_language("ja").labels.social, author="@elbe", outlet="X"))
