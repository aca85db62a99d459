"""What the rules on citations say and mend in the forms of typed citations that other houses use."""

import pytest

from tests.rules.issues import around, fixed, said_of

SOURCES = """\
sources:
  nyt: {outlet: NYT, date: 2023-05-10, url: https://www.nytimes.com/2023/05/10/a.html}
  old: {outlet: NYT, date: 2021-05-29, url: https://www.nytimes.com/2021/05/29/a.html}
"""


def said(body: str, *codes: str, publication: str = "{}") -> list[str]:
    return [line.split(" ", 1)[1] for line in said_of(around(body, SOURCES), *codes, publication=publication)]


_BY_DATE = "{style: {order: date}}"
_ZH_BY_DATE = "{language: zh-Hans, style: {order: date}}"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A (BBC; NYT, May 10).", ["C201 warning “BBC” has no date"]),
        # It credits the link before it.
        ("A [b](https://www.bbc.com/a) (BBC). C “[d](https://www.bbc.com/b)” (BBC).", []),
        ("A (BBC). B (BBC).", ["C201 note “BBC” has no date"]),
        ("A (NYT, May 10; in Spanish).", []),
        ("A (NYT, May 10; BBC, 10/03/202).", ["C101 warning part of a citation not understood: “BBC, 10/03/202”"]),
        ("A (NYT, May 10, in Spanish).", []),
        ("A (NYT, 5/3).", ["C101 warning citation not understood: “NYT, 5/3”"]),
        ("A (BBC Alert AA22-110A).", ["C102 warning no source for (BBC Alert AA22-110A)"]),
        ("A (BBC, March 1–4).", ["C102 warning no source for (BBC, March 1–4)"]),
        ("A (NYT, May 8–32).", ["C202 error there is no May 32"]),
        ("A (NYT, May 29–30; NYT, May 10).", ["C204 warning year left out, but the source is from 2021"]),
        ("A (NYT, 10 May 2023).", ["C204 warning 2023 is the issue’s own year"]),
        ("A (NYT, May 10; BBC; in 3 parts).", [
            "C101 warning part of a citation not understood: “in 3 parts”", "C201 warning “BBC” has no date",
        ]),
        ("A (NYT, 10 May; NYT, 29 May 2021).", []),
        ("A (BBC; NYT, May 10; NYT, 29 May 2021).", ["C201 warning “BBC” has no date"]),
        ("A (NYT, 10 May; NYT, May 10).", ["C106 warning `nyt` is cited twice in this group"]),
        ("A (court filings, April 2023).", ["C102 warning no source for (court filings, April 2023)"]),
    ],
)  # fmt: skip
def test_each_form_is_judged_once(body: str, found: list[str]) -> None:
    codes = ("C101", "C102", "C103", "C106", "C107", "C108", "C201", "C202", "C203", "C204", "C402")
    assert sorted(said(body, *codes)) == sorted(found)


@pytest.mark.parametrize(
    ("written", "code", "publication", "meant"),
    [
        ("(NYT, 10 May 2023)", "C204", "{}", "(NYT, 10 May)"),
        ("(NYT, 10/05/2023; NYT, 29/05/2021)", "C204", "{}", "(NYT, 10/05; NYT, 29/05/2021)"),
        ("(NYT, 29 May)", "C204", "{}", "(NYT, 29 May 2021)"),
        ("(NYT, 29/5)", "C204", "{}", "(NYT, 29/5/2021)"),
        ("(29 May, NYT)", "C204", "{}", "(29 May 2021, NYT)"),
        ("(NYT, 10 May)", "C204", "{style: {year: always}}", "(NYT, 10 May 2023)"),
        ("(NYT, 10 mai)", "C204", "{language: fr, style: {year: always}}", "(NYT, 10 mai 2023)"),
        ("(NYT, 10 de mayo)", "C204", "{language: es, style: {year: always}}", "(NYT, 10 de mayo de 2023)"),
        ("(NYT, 10.5.)", "C204", "{language: de, style: {year: always}}", "(NYT, 10.5.2023)"),
        ("（NYT，5月29日）", "C204", "{language: zh-Hans}", "（NYT，2021年5月29日）"),
        ("（NYT，2023年5月10日）", "C204", "{language: zh-Hans}", "（NYT，5月10日）"),
        ("(NYT, 5월 29일)", "C204", "{language: ko}", "(NYT, 2021년 5월 29일)"),
        ("(BBC, 22 December)", "C203", "{}", "(BBC, 22 December 2022)"),
        ("(NYT, 10 May; NYT, 29 May 2021)", "C107", _BY_DATE, "(NYT, 29 May 2021; NYT, 10 May)"),
        ("（NYT，5月10日；NYT，2021年5月29日）", "C107", _ZH_BY_DATE, "（NYT，2021年5月29日；NYT，5月10日）"),
        ("(NYT, 10 May; NYT, May 10)", "C106", "{}", "(NYT, 10 May)"),
        (
            "(NYT, 10 May; in Spanish; NYT, 29 May 2021)",
            "C107",
            _BY_DATE,
            "(NYT, 10 May; in Spanish; NYT, 29 May 2021)",
        ),
    ],
)
def test_fixes_keep_the_form(written: str, code: str, publication: str, meant: str) -> None:
    text = around(f"A {written}.", SOURCES)
    assert fixed(text, code, publication=publication) == text.replace(written, meant)


def test_a_citation_after_the_stop_moves_in_its_own_form() -> None:
    text = around("Kiel waits. (May 10, NYT; in Spanish)", SOURCES)
    assert "Kiel waits (May 10, NYT; in Spanish)." in fixed(text, "C108")


def test_a_source_is_added_for_a_date_in_any_form_but_not_for_a_range() -> None:
    text = around("A (BBC, 3 May; NRC 22/02/2023; Xinhua, May 1–4; SCMP, Winter 2022).", SOURCES)
    done = fixed(text, "C102")
    added = done.removeprefix(text)
    assert added == "".join(
        f"  {key}:\n    outlet: {outlet}\n    date: {date}\n"
        for key, outlet, date in (("bbc-2023-05-03", "BBC", "2023-05-03"), ("nrc-2023-02-22", "NRC", "2023-02-22"))
    )


def test_an_outlet_without_a_date_credits_a_link_where_nothing_is_dated() -> None:
    bare = "[Ports close](https://example.org/a), a report says (BBC)."
    assert said_of(around(bare), "C201") == []
    assert len(said_of(around(f"{bare} It opened (NYT, May 8)."), "C201")) == 1
