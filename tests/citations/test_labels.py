"""Citations in house style, under all relevant options of `style:`."""

from typing import Any

import pytest
from msgspec.structs import replace

from briefgen.citations import Resolver, TypedDate, find_citations, format_source, make_letters
from briefgen.markdown import parse_body
from briefgen.model import AMERICAN, Outlet, Outlets, PartialDate, Source, Style, parse_date, parse_issue
from briefgen.yamltext import parse_text

ISSUE = """\
number: 133
date: 2023-05-12
feature: {title: One, author: Jane, body: Words.}
sources:
  expo: {outlet: China Daily, date: 2023-02-20}
  guests: {outlet: China Daily, date: 2023-02-20}
  embassy: {outlet: PRC Embassy, date: 2022-12-22}
  month: {outlet: BBC, date: 2023-03}
  day: {outlet: SCMP, date: 2023-03-09}
  other-day: {outlet: SCMP, date: 2023-03-10}
  report: {outlet: GAO, date: undated}
  dateless: {outlet: GAO, title: Report GAO-23-105}
  year: {outlet: RFA, date: 2021}
"""


def source(*, date: str | None = None, **fields: object) -> Source:
    written = Source(outlet="China Daily", date=parse_date(date) if date else None)
    return replace(written, **fields)


@pytest.mark.parametrize(
    ("date", "style", "printed"),
    [
        ("2023-05-10", {}, "May 10"),
        ("2022-05-10", {}, "May 10, 2022"),
        ("2023-05-10", {"year": "always"}, "May 10, 2023"),
        ("2023-09", {}, "September"),
        ("2022-09", {}, "September 2022"),
        ("2023", {}, "2023"),
        ("undated", {}, "undated"),
        ("2022-09-24", {"months": "abbreviated"}, "Sept. 24, 2022"),
        ("2023-03-09", {"months": "abbreviated"}, "March 9"),
        ("2022-01", {"months": "abbreviated"}, "Jan. 2022"),
    ],
)
def test_a_date_is_printed_as_the_house_has_it(date: str, style: dict[str, Any], printed: str) -> None:
    assert AMERICAN.format_date(parse_date(date), year=2023, style=Style(**style)) == printed


def test_a_source_without_a_date_is_printed_as_undated() -> None:
    assert AMERICAN.format_date(None, year=2023, style=Style()) == "undated"


def test_a_letter_follows_the_date_directly_and_undated_after_a_space() -> None:
    dated = format_source(source(date="2022-02-20"), letter="a", year=2023, style=Style())
    undated = format_source(source(date="undated"), letter="b", year=2023, style=Style())
    assert (dated, undated) == ("China Daily, February 20, 2022a", "China Daily, undated b")


def test_a_post_is_named_with_its_author() -> None:
    post = source(outlet="Twitter", author="@mfa", date="2020-04-21")
    printed = format_source(post, letter="", year=2023, style=Style(), is_social=True)
    assert printed == "@mfa on Twitter, April 21, 2020"


def test_sources_that_would_print_alike_get_letters_in_the_order_of_the_file() -> None:
    sources = {
        "one": source(date="2023-02-20"),
        "two": source(date="2023-02-20", outlet="The China Daily"),
        "other": source(date="2023-02-21"),
    }
    assert make_letters(sources) == {"one": "a", "two": "b"}


def test_an_explicit_suffix_is_kept_and_its_letter_is_not_reused() -> None:
    sources = {"one": source(date="2023-02-20"), "two": source(date="2023-02-20", suffix="a")}
    assert make_letters(sources) == {"one": "b", "two": "a"}
    assert make_letters({"one": source(suffix="z")}) == {"one": "z"}


def test_background_sources_need_no_letter() -> None:
    assert make_letters({"one": source(), "two": source(background="true")}) == {}


@pytest.mark.parametrize(
    ("cited", "keys", "year_differs"),
    [
        ("[@expo]", ("expo",), False),
        ("[@nobody]", (), False),
        ("(China Daily, February 20)", ("expo", "guests"), False),
        ("(China Daily, February 20b)", ("guests",), False),
        ("(China Daily, February 20c)", (), False),
        ("(Chinese Daily, February 20a)", ("expo",), False),
        ("(PRC Embassy, December 22)", ("embassy",), True),
        ("(PRC Embassy, December 22, 2022)", ("embassy",), False),
        ("(PRC Embassy, December 22, 2021)", (), False),
        ("(PRC Embassy, February 30)", (), False),
        ("(BBC, March)", ("month",), False),
        ("(SCMP, March 2023)", ("day", "other-day"), False),
        ("(SCMP, 2023)", ("day", "other-day"), False),
        ("(GAO, undated)", ("report",), False),
        ("(RFA, 2021)", ("year",), False),
        ("(20 February, China Daily)", ("expo", "guests"), False),
        ("(SCMP, March 9–11)", ("day", "other-day"), False),
        ("(SCMP, March 10–11, 2023)", ("other-day",), False),
        ("(SCMP, February–March 2023)", ("day", "other-day"), False),
        ("(BBC, February 20 – March 2)", ("month",), False),
        ("(PRC Embassy, December 20–25)", ("embassy",), True),
        ("(PRC Embassy, December 20 – January 3, 2022)", ("embassy",), False),
        ("(PRC Embassy 22/12/2022)", ("embassy",), False),
        ("(PRC Embassy, 2022-12-22)", ("embassy",), False),
        ("(RFA, Winter 2021)", ("year",), False),
        ("(GAO; SCMP, March 9)", (), False),
        ("(GAO Report GAO-23-105; SCMP, March 9)", ("dateless",), False),
    ],
)
def test_a_citation_leads_to_its_source(cited: str, keys: tuple[str, ...], year_differs: bool) -> None:  # noqa: FBT001
    outlets = Outlets((Outlet(id="china-daily", name="China Daily", aliases=("Chinese Daily",)),))
    issue = parse_issue(parse_text(ISSUE)).record
    assert issue is not None
    [group] = find_citations(parse_body(f"Words {cited}."), outlets).groups
    resolution = Resolver.of(issue, outlets).resolve(group.citations[0])
    assert (resolution.keys, resolution.year_differs) == (keys, year_differs)
    assert resolution.key == (keys[0] if len(keys) == 1 else "")


@pytest.mark.parametrize(
    ("date", "written", "impossible"),
    [
        (TypedDate(month=9, day=31), "September 31", "there is no September 31"),
        (TypedDate(month=2, day=29), "February 29", ""),
        (TypedDate(month=2, day=29, year=2023), "February 29, 2023", "there is no February 29, 2023"),
        (TypedDate(month=5, year=2021), "May 2021", ""),
        (TypedDate(year=2021), "2021", ""),
        (TypedDate(is_undated=True), "undated", ""),
        (TypedDate(month=3, day=1, last=(3, 4)), "March 1–4", ""),
        (TypedDate(month=3, day=30, year=2021, last=(4, 31)), "March 30–April 31, 2021", "there is no April 31"),
        (TypedDate(month=3, year=2021, last=(4, 0)), "March–April 2021", ""),
        (TypedDate(year=2021, season="winter"), "Winter 2021", ""),
    ],
)
def test_a_typed_date_knows_whether_the_calendar_has_it(date: TypedDate, written: str, impossible: str) -> None:
    assert (str(date), date.calendar_error(2023)) == (written, impossible)


def test_the_year_left_out_is_restored() -> None:
    assert TypedDate(month=5, day=10).with_year(2023).to_date() == PartialDate(2023, 5, 10)
    assert TypedDate(month=5, day=10, year=2021).with_year(2023).to_date() == PartialDate(2021, 5, 10)
    assert TypedDate(is_undated=True).with_year(2023).to_date() == PartialDate()
