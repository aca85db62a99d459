"""What the rules on dates in prose say beyond the examples in their documentation."""

from datetime import date

import pytest

from briefgen.rules import run_rules
from briefgen.rules.analysis.relative_dates import find_relative
from briefgen.yamltext import Span
from tests.rules.issues import around, read, said_of


def said(body: str, code: str, rest: str = "") -> list[str]:
    return [line.split(" ", 3)[3] for line in said_of(around(body, rest), code)]


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("yesterday", "May 11, 2023"),
        ("Tomorrow", "May 13, 2023"),
        ("as of today", "May 12, 2023"),
        ("two days ago", "about May 10, 2023"),
        ("3 weeks ago", "about April 21, 2023"),
        ("in about ten days", "about May 22, 2023"),
        ("in more than a week", "after May 19, 2023"),
        ("over the next two weeks", "May 12–26, 2023"),
        ("during the past month", "April 12, 2023 – May 12, 2023"),
        ("next month", "June 2023"),
        ("last week", "May 1–7, 2023"),
        ("999 years ago", "about January 9, 1025"),
    ],
)
def test_each_phrase_is_read_from_the_day_of_the_issue(words: str, reading: str) -> None:
    found = list(find_relative(words, date(2023, 5, 12)))
    assert found == [(Span(0, len(words)), reading)]


@pytest.mark.parametrize("words", ["USA Today", "at long last", "this weekend", "“this week”", "in two years"])
def test_names_quotations_and_durations_are_not_relative_dates(words: str) -> None:
    assert said(f"He read {words} again.", "D102") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sunday, May 12, 2024", []),
        ("Monday, May 12, 2024", ["May 12, 2024, is a Sunday"]),
        ("Monday, February 29", ["February 29, 2024, is a Thursday"]),
        ("Monday, February 30", []),
        ("Saturday, December 31", []),
    ],
)
def test_a_weekday_is_held_against_the_nearest_year(words: str, found: list[str]) -> None:
    assert said(f"It opened on {words}.", "D101") == found


@pytest.mark.parametrize(
    ("body", "rest", "found"),
    [
        ("It opened today (NYT, May 8).", "", ["“today”, but its newest source is 4 days old"]),
        ("It opened today (NYT, May 9).", "", []),
        ("It opened today (NYT, April 31).", "", []),
        ("It opened today (NYT, April).", "", []),
        ("It opened today (NYT, May 8; BBC, undated).", "", []),
        ("It opened today. It closed (NYT, April 8).", "", []),
        ("He said “today it opens” (NYT, April 8).", "", []),
        ("It opened last week [@a].", "sources: {a: {outlet: NYT, date: 2023-04-01}}\n", ["41 days old"]),
        ("It opened last week [@b].", "sources: {a: {outlet: NYT, date: 2023-04-01}}\n", []),
        ("# today\n", "", []),
    ],
)
def test_a_phrase_is_stale_when_every_source_of_its_sentence_is(body: str, rest: str, found: list[str]) -> None:
    heard = said(body, "D103", rest)
    assert len(heard) == len(found)
    assert all(line.endswith(end) for line, end in zip(heard, found, strict=True))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("05/12/23", ["05/12/23 can be May 12 or December 5"]),
        ("13/12/2023", []),
        ("5/5/23", []),
        ("a/05/12/23", []),
        ("05/12/23/a", []),
        ("05/12", []),
    ],
)
def test_figures_are_ambiguous_when_both_may_be_the_month(words: str, found: list[str]) -> None:
    manuscript = read(around(f"It opened on {words}."))
    assert [each.finding.message for each in run_rules(manuscript, select=["D104"])] == found
