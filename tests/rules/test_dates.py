"""What the rules on dates in prose say beyond the examples in their documentation."""

from datetime import date

import pytest
from babel import Locale

from briefgen.citations import as_typed
from briefgen.languages import load_language
from briefgen.model import PartialDate, Style
from briefgen.rules import run_rules
from briefgen.rules.analysis.relative_dates import find_relative
from briefgen.rules.vocabulary.calendar_names import CALENDARS
from briefgen.yamltext import Span
from tests.growth import assert_linear
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
        ("Tuesday, May 8", ["May 8, 2023, is a Monday"]),
        ("Tuesday, 8 May 2023", ["May 8, 2023, is a Monday"]),
        ("Tuesday 8 May", ["May 8, 2023, is a Monday"]),
        ("Tues. May 8", ["May 8, 2023, is a Monday"]),
        ("Tue, May 8", ["May 8, 2023, is a Monday"]),
        ("May 8, 2023 (Tuesday)", ["May 8, 2023, is a Monday"]),
        ("8 May, a Tuesday", ["May 8, 2023, is a Monday"]),
        ("Tuesday the 8th of May", ["May 8, 2023, is a Monday"]),
        ("Tuesday, May 8th", ["May 8, 2023, is a Monday"]),
        ("Tuesday (May 8)", ["May 8, 2023, is a Monday"]),
        ("Tuesday,\nMay 8", ["May 8, 2023, is a Monday"]),
        ("\n\n- Tuesday, May\n  8", ["May 8, 2023, is a Monday"]),
        ("Tuesday\n\nMay 8", []),
        ("“Tuesday, May 8”", ["May 8, 2023, is a Monday"]),
        ("Monday, May 8; Mon. May 8; Monday 8 May; 8 May 2023 (Monday); Monday the 8th of May; Monday, May 8th", []),
        ("Monday to Wednesday, May 8–10", []),
        ("Monday and Tuesday, May 8 and 9", []),
        ("Tuesday. May 8", []),
        ("Tuesday, May 8:30", []),
        ("Tuesday, May 8,000 people", []),
        ("Tuesday, May 8, 480 BC", []),
        ("Tuesday, May 8, 1815", []),
        ("the 1945 days. On Tuesday, May 8", []),
        ("Tuesday, October 8", []),
        ("Wednesday, October 8", ["October 8, 2023, is a Sunday"]),
    ],
)
def test_a_weekday_is_held_against_the_nearest_year(words: str, found: list[str]) -> None:
    assert said(f"It opened on {words}.", "D101") == found


def test_a_weekday_in_a_summary_is_checked_too() -> None:
    issue = "number: 1\ndate: 2023-05-12\nsummary: It opens on Tuesday, May 16, or Wednesday, May 16.\n" + around(
        "Words."
    )
    assert [line.split(" ", 3)[3] for line in said_of(issue, "D101")] == ["May 16, 2023, is a Tuesday"]


@pytest.mark.parametrize("words", ["The Sun, May 8", "the Baltimore Sun, May 8", "Sat May 8"])
def test_a_newspaper_is_no_weekday(words: str) -> None:
    assert said(f"He read {words}.", "D101") == []


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("de", "Dienstag, den 8. Mai 2023", "Montag"),
        ("de-AT", "Dienstag, 8. Mai", "Montag"),
        ("es", "el martes 8 de mayo de 2023", "lunes"),
        ("fr", "mardi 8 mai", "lundi"),
        ("it", "martedì 8 maggio", "lunedì"),
        ("nl", "dinsdag 8 mei 2023", "maandag"),
        ("pl", "w sobotę 8 maja 2023", "poniedziałek"),
        ("pt", "terça-feira, 8 de maio de 2023", "segunda-feira"),
        ("ru", "в среду, 8 мая 2023", "понедельник"),
        ("uk", "у п’ятницю, 8 травня", "понеділок"),
        ("ja", "2023年5月8日(火)", "月曜日"),
        ("ko", "5월 8일 화요일", "월요일"),
        ("zh", "5月8日（星期二）", "星期一"),
        ("zh-Hant", "5月8日，", ""),
        ("fr", "lundi 8 mai", ""),
        ("de", "Montag, 30. Februar", ""),
        ("sv", "tisdag 8 maj", ""),
    ],
)
def test_a_weekday_is_held_against_its_date_in_other_languages(language: str, words: str, name: str) -> None:
    found = said_of(around(f"{words}."), "D101", publication=f"language: {language}")
    assert [line.partition(" D101 warning ")[2] for line in found] == (
        [f"{_written(language)} is a Monday ({name})"] if name else []
    )


def _written(language: str) -> str:
    return as_typed(load_language(language).format_date(PartialDate(2023, 5, 8), year=None, style=Style()))


@pytest.mark.parametrize("language", CALENDARS)
def test_names_of_days_and_months_are_those_of_the_cldr(language: str) -> None:
    locale, calendar = Locale.parse(language), CALENDARS[language]
    assert calendar.weekdays == tuple(locale.days["format"]["wide"][each] for each in range(7))
    months = tuple(locale.months["format"]["wide"][each].lower() for each in range(1, 13))
    assert calendar.months in {(), months}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("April 31", ["there is no April 31"]),
        ("31 April", ["there is no April 31"]),
        ("June 31st", ["there is no June 31"]),
        ("the 31st of June", ["there is no June 31"]),
        ("30 February 2023", ["there is no February 30"]),
        ("February 29, 2023", ["there is no February 29 in 2023"]),
        ("Tuesday, April 31", ["there is no April 31"]),
        ("28–31 April", ["there is no April 31"]),
        ("“It opened on April 31”", ["there is no April 31"]),
        ("April 31 and again", ["there is no April 31"]),
        ("February 29", []),
        ("February 29, 2024", []),
        ("May 31", []),
        ("April 31 ships", ["there is no April 31"]),
        ("April 31 [sic]", []),
        ("(NYT, April 31)", []),
        ("what is no April 31", []),
        ("*31 June*", []),
        ("pages 31 June", []),
        ("April 31,000 people", []),
        ("April 32", []),
        ("April 0", []),
    ],
)
def test_a_day_that_its_month_does_not_have_is_reported(words: str, found: list[str]) -> None:
    assert said(f"It opened on {words}.", "D105") == found


@pytest.mark.parametrize("lead", ["In", "During", "Last", "This"])
def test_a_figure_that_counts_is_no_day(lead: str) -> None:
    assert said(f"{lead} April 31 ships sank.", "D105") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("yesterday (May 8)", ["“yesterday” is May 11, 2023, not May 8"]),
        ("yesterday, Monday, May 8,", ["“yesterday” is May 11, 2023, not May 8"]),
        ("yesterday (May 11)", []),
        ("the day before yesterday (May 10)", []),
        ("the day before yesterday (May 11)", ["“the day before yesterday” is May 10, 2023, not May 11"]),
        ("tomorrow, 13 May", []),
        ("today, the 11th of May", ["“today” is May 12, 2023, not 11th of May"]),
        ("last Friday, May 5", []),
        ("last Monday, May 1", []),
        ("last Friday, April 28", []),
        ("last Friday, April 21", ["“last Friday” is May 5, 2023, not April 21"]),
        ("last Friday, May 12", ["“last Friday” is May 5, 2023, not May 12"]),
        ("last Friday, May 11", []),
        ("next Tuesday (May 30)", ["“next Tuesday” is May 16, 2023, not May 30"]),
        ("next Tuesday (May 23)", []),
        ("this Monday, May 8", []),
        ("this coming Monday, May 22", ["“this coming Monday” is May 15, 2023, not May 22"]),
        ("last week, on Tuesday, May 2", []),
        ("last week, on April 20", ["“last week” is May 1–7, 2023, not April 20"]),
        ("last week (April 24 – May 1)", []),
        ("last week (April 10–14)", ["“last week” is May 1–7, 2023, not April 10"]),
        ("this week (May 8–14)", []),
        ("next week, on May 30", ["“next week” is May 15–21, 2023, not May 30"]),
        ("next week, on May 21", []),
        ("last month, on April 3", []),
        ("last month, on May 3", ["“last month” is April 2023, not May 3"]),
        ("last month (March)", ["“last month” is April 2023, not March"]),
        ("last month (April 2023)", []),
        ("next month, in June", []),
        ("next month, in August 2023", ["“next month” is June 2023, not August 2023"]),
        ("two weeks ago, on April 28", []),
        ("two weeks ago, on April 8", ["“two weeks ago” is about April 28, 2023, not April 8"]),
        ("in three days, on May 15", []),
        ("in three days, on May 25", ["“in three days” is about May 15, 2023, not May 25"]),
        ("three days, on May 25", []),
        ("last year (2022)", []),
        ("last year (2021)", ["“last year” is 2022, not 2021"]),
        ("last year, in May 2021,", ["“last year” is 2022, not May 2021"]),
        ("last year, on May 8, 2021", ["“last year” is 2022, not May 8, 2021"]),
        ("last year, on May 8", []),
        ("last year (2021–22)", []),
        ("last year, in 2021 dollars", []),
        ("two years ago (2021)", []),
        ("ten years ago, in 2003", ["“ten years ago” is about May 14, 2013, not 2003"]),
        ("Today, May 8 is a holiday. It", []),
        ("“yesterday (May 8)”", []),
        ("USA Today (May 8)", []),
        ("yesterday (NYT, May 8)", []),
    ],
)
def test_a_relative_date_leads_to_the_date_beside_it(words: str, found: list[str]) -> None:
    assert said(f"It opened {words} again.", "D106") == found


@pytest.mark.parametrize(("day", "count"), [("2023-01-10", 0), ("2023-12-28", 1), ("2023-12-10", 1)])
def test_last_year_may_be_read_from_either_side_of_new_year(day: str, count: int) -> None:
    issue = f"number: 1\ndate: {day}\nsummary: One.\n" + around("It opened last year (2021).")
    assert len(said_of(issue, "D106")) == count


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("May 8 and May 9, 2023", []),
        ("May 8, May 9 and 10 May", ["“10 May” here, but 2 dates like “May 8”"]),
        ("8 May, 9 May 2023 and May 10, 2022", ["“May 10” here, but 2 dates like “8 May”"]),
        ("May 8, May 9, 10 May and 11th of May", ["“10 May” and 1 more, but 2 dates like “May 8”"]),
        ("May 8 and May 12th", ["“May 12th” here, but 1 date like “May 8”"]),
        ("8 May and “May 9”", []),
        ("8 May and *The May 9 File*", []),
        ("8 May (NYT, May 9)", []),
        ("May 8 and July 4th", []),
        ("May 8 and 10 May [sic]", []),
        ("8 May. In May 9 ships sank", []),
    ],
)
def test_days_in_several_forms_are_one_report(words: str, found: list[str]) -> None:
    assert said(f"It opened on {words}.", "D107") == found


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


def test_phrases_beside_many_citations_are_read_in_proportion_to_their_number() -> None:
    def check(count: int) -> None:
        manuscript = read(around("last week [@a] " * count, "sources:\n  a: {outlet: BBC, date: 2023-01-03}\n"))
        assert len(run_rules(manuscript, select=["stale-relative-date"])) == min(count, 100)

    assert_linear(check, 800)
