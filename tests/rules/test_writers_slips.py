"""Slips that a blind reader made, and their neighbours: each is told where it was made, and true texts are not."""

from functools import cache

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import read_manuscript
from briefgen.model import Outlets
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text

ISSUE = """number: 12
date: 2026-11-20
feature: {title: Boats, author: Jane Doe, body: "Boats sail [@vote]."}
briefs:
  - title: School Boat Stays
    body: |
      The council ended the ferry [@vote]. The boat carries pupils [@vote; @survey].

      The ministry will pay for it (BBC, November 16).
sources:
  vote:
    outlet: Reuters
    date: 2026-11-17
    title: Council ends night ferry
    author: Ole Brandt
    url: https://www.reuters.com/world/ferry-2026-11-17/
  survey:
    outlet: Financial Times
    date: 2026-06-02
    title: Small islands
    url: https://www.ft.com/content/islands
  school:
    outlet: BBC
    date: 2026-11-16
    title: School boat
    url: https://www.bbc.com/news/c0boat
"""
_PAID = "will pay for it (BBC, November 16)."


@cache
def _register() -> Outlets:
    return load_shipped_outlets()


def _reports(old: str, new: str, code: str) -> list[tuple[int, str, str]]:
    return [(each.start.line, each.finding.message, each.finding.help) for each in _check(old, new, code)]


def _check(old: str, new: str, code: str) -> list[Diagnostic]:
    assert old in ISSUE
    document = parse_text(ISSUE.replace(old, new, 1))
    found = run_rules(read_manuscript(document, "12.yaml", outlets=_register()), select=[code])
    return [each for each in found if each.code == code]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "help_"),
    [
        ("c0boat", "c0boat.", "S016", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("c0boat", "c0boat).", "S016", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("news/c0boat", "news/ c0boat", "S003", 26, "delete it: `https://www.bbc.com/news/c0boat`"),
        ("https://www.bbc", "https://https://www.bbc", "S003", 26, "write `https://www.bbc.com/news/c0boat`"),
        ("@vote; @survey", "@vote; survey", "C101", 7, "write `[@vote; @survey]`"),
        ("@vote; @survey", "@vote, survey", "C101", 7, "write `[@vote; @survey]`"),
        ("@vote; @survey", "@vote and survey", "C101", 7, "write `[@vote; @survey]`"),
        (" (BBC, November 16)", "<ref>BBC, November 16</ref>", "C101", 9, "`(BBC, November 16)`"),
        ("(BBC, November 16)", "(via BBC)", "C101", 9, "write `(BBC, November 16)`"),
        ("(BBC, November 16)", "[BBC]", "C101", 9, "write `(BBC, November 16)`"),
        ("(BBC, November 16)", "(Brandt, November 17)", "C102", 9, "did you mean `(Reuters, November 17)`?"),
        ("(BBC, November 16)", "(BBC, November 15)", "C102", 9, "closest: `school` of November 16"),
        ("outlet: BBC", "outlet: BBBC", "C102", 23, "write `outlet: BBC`"),
        ("2026-11-20", "2025-11-20", "C203", 2, "correct this date"),
        ("2026-11-20", "2027-11-20", "C204", 2, "correct this date"),
        (_PAID, f"{_PAID}\n      ---\n\n      More [@vote].", "S009", 10, "leave an empty line above it"),
        (_PAID, "will __pay_ for it (BBC, November 16).", "S009", 9, "write as many `_`"),
        (_PAID, f"{_PAID}[^a]\n\n      [^ab]: A note.", "S009", 9, "did you mean `[^ab]`?"),
        (_PAID, f"{_PAID}[^a]\n\n      [^a] A note.", "S009", 11, "write `[^a]:`"),
        (_PAID, f"{_PAID}[a]\n\n      [^a]: A note.", "S009", 9, "write `[^a]`"),
        (_PAID, f"{_PAID}\n\n      | A | B |\n      | --- | --- |\n      | 1 |", "S009", 13, "add what is missing"),
        (_PAID, f"{_PAID}\n\n      | A | B | C |\n      | 1 | 2 | 3 |", "S009", 11, "write `| --- | --- | --- |`"),
        (_PAID, f"{_PAID}\n\n      ![Pier] (images/pier.png)", "S009", 11, "write `![Pier](images/pier.png)`"),
        (_PAID, f"{_PAID}\n\n      See [this](https://x.example.org/ a).", "S009", 11, "write `[this]"),
        (_PAID, f"{_PAID}\n\n      See [this]() there.", "S009", 11, "write the address between"),
        (_PAID, f"{_PAID} [Ole: is this right?]", "S005", 9, "cut it"),
        (_PAID, f"{_PAID} @ole please check", "S005", 9, "cut it"),
        (_PAID, f"{_PAID} (NB check with Ole)", "S005", 9, "cut it"),
        (_PAID, f"Dear *|FNAME|*, it {_PAID}", "S005", 9, "write the words themselves"),
        (_PAID, f"{_PAID}\n\n      Forward this to a friend", "S005", 11, "delete it, unless you mean it"),
        (_PAID, f"will pay,, it says, {_PAID}", "T104", 9, "write `,`"),
    ],
)
def test_a_slip_is_told_where_it_was_made(old: str, new: str, code: str, line: int, help_: str) -> None:
    (only,) = _reports(old, new, code)
    assert (only[0], help_ in only[2]) == (line, True), only


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://www.bbc.com/news/c0boat", "https://en.wikipedia.org/wiki/Boat_(band)"),
        ("https://www.bbc.com/news/c0boat", "https://en.wikipedia.org/wiki/Apple_Inc."),
        ("@vote; @survey", "@vote, chapter 3; @survey"),
        (_PAID, f"{_PAID} [Editor’s note: it was public.] [Video: is this the end?] “[Is] it?”"),
        (_PAID, f"{_PAID} (And who pays?) So it [did] in 1996 (?) … [sic]."),
        (_PAID, f"{_PAID}\n\n      | **2024** |\n      | --- |\n      | 1 |"),
        (_PAID, f"{_PAID}\n\n      What it costs\n      ---\n\n      A lot [@vote]."),
        (_PAID, f"{_PAID} Some said so… Others* did not.\n\n      \\* By phone."),
    ],
)
def test_true_texts_are_not_reported(old: str, new: str) -> None:
    assert not [each for code in ("S005", "S009", "S016", "C101", "T104") for each in _reports(old, new, code)]


@pytest.mark.parametrize("new", ["(BBC, November 15)", "(Guardian, November 14)"])
def test_a_real_source_is_not_deleted_for_a_citation_without_one(new: str) -> None:
    assert not any(each.finding.fix for each in _check("(BBC, November 16)", new, "C104"))


@pytest.mark.parametrize("end", [".¹", " TODO check", " [CHECK NAME]", " @ole please check"])
def test_what_ends_with_a_remark_or_a_mark_needs_no_full_stop(end: str) -> None:
    assert not _check(_PAID, f"will pay for the boat, it said on Monday.{end.removeprefix('.')}", "T107")


def test_a_list_without_dashes_is_told_once_at_its_first_entry() -> None:
    text = "briefs:\n    title: One\n    body: A.\n    title: Two\n    body: B.\n"
    (fault,) = parse_text(text).faults
    assert fault.message == "`briefs` is a list, but its 2 entries have no dashes"
    assert [edit.text for edit in fault.edits] == ["- ", "- "]
