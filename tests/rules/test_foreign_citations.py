"""What rules say of typed citations in other languages, and mend in them, has the form of the language."""

import pytest

from briefgen.rules import run_rules
from briefgen.yamltext import apply_edits
from tests.rules.issues import HEAD, around, read, said_of

SOURCES = """\
sources:
  vote: {outlet: Elbblatt, date: 2023-05-09, url: https://elbblatt.example/vote}
  quay: {outlet: Elbblatt, date: 2023-05-09, url: https://elbblatt.example/quay}
  old: {outlet: NRC, date: 2019-03-04, url: https://nrc.example/old}
  port: {outlet: NYT, date: 2023-04-07, url: https://nyt.example/port}
"""
ES, DE = "{language: es}", "{language: de}"


def told(body: str, code: str, publication: str, sources: str = SOURCES) -> list[tuple[str, str]]:
    manuscript = read(around(body, sources), publication=publication)
    found = [each.finding for each in run_rules(manuscript, select=(code,)) if each.code == code]
    return [(each.message, each.help) for each in found]


@pytest.mark.parametrize(
    ("publication", "body", "code", "message", "help_"),
    [
        (ES, "A (BBC, 8 de mayo).", "C102", "no source for (BBC, 8 de mayo)", "add it to `sources:`"),
        (DE, "A (BBC, 5./6. Mai).", "C102", "no source for (BBC, 5.–6. Mai)", "add it to `sources:`"),
        (
            DE, "A (NTY, 7. April).", "C102", "no source for (NTY, 7. April)",
            "did you mean `(NYT, 7. April)`? Or add it to `sources:`",
        ),
        (
            DE, "A (NRC, 4. April).", "C102", "no source for (NRC, 4. April)",
            "closest: `old` of 4. März 2019, which is never cited; correct one of the days, or list another source",
        ),
        (
            ES, "A (Elbblatt, 9 de mayo).", "C103", "two sources match (Elbblatt, 9 de mayo)",
            "write `9 de mayo a` for vote, `9 de mayo b` for quay",
        ),
        (ES, "A (BBC, 8 de mayo; BBC, 8 de mayo).", "C106", "`BBC, 8 de mayo` is cited twice in this group",
         "delete the second"),
        (ES, "A (BBC; NYT, 7 de abril).", "C201", "“BBC” has no date",
         "write its own date: `BBC, 12 de mayo`, or `BBC, sin fecha`"),
        (ES, "A (BBC, 31 de abril).", "C202", "there is no 31 de abril", "check the article"),
        (DE, "A (BBC, 30. Februar).", "C202", "there is no 30. Februar 2023", "check the article"),
        (ES, "A (NRC, 4 de marzo).", "C204", "year left out, but the source is from 2019",
         "write `4 de marzo de 2019`"),
        (ES, "A (Elbblatt, 9 de mayo de 2023b).", "C204", "2023 is the issue’s own year", "write `9 de mayo b`"),
    ],
)  # fmt: skip
def test_messages_write_dates_in_the_language_of_the_text(
    publication: str, body: str, code: str, message: str, help_: str
) -> None:
    assert (message, help_) in told(body, code, publication)


@pytest.mark.parametrize(
    ("cited", "help_"),
    [
        ("港湾通新", ["did you mean `（港湾通信、5月3日）`? Or add it to `sources:`"]),
        ("江東新報", ["add it to `sources:`"]),
        ("港湾通信、森下はるか", []),
    ],
)
def test_a_misspelt_outlet_in_hanzi_is_told_unless_it_may_be_another_newspaper(cited: str, help_: list[str]) -> None:
    sources = """\
sources:
  port: {outlet: 港湾通信, date: 2023-05-03, url: https://port.example/3, author: 森下 はるか}
  quay: {outlet: 江戸新報, date: 2023-05-03, url: https://quay.example/3}
"""
    body = f"A （{cited}、5月3日）、B （港湾通信、5月3日；江戸新報、5月3日）。"
    assert [each for _, each in told(body, "C102", "{language: ja}", sources)] == help_


@pytest.mark.parametrize(
    ("publication", "written", "code", "meant"),
    [
        (ES, "(Elbblatt, 9 de mayo de 2023b)", "C204", "(Elbblatt, 9 de mayo b)"),
        (DE, "(Elbblatt, 9. Mai 2023a)", "C204", "(Elbblatt, 9. Mai a)"),
        ("{language: ja}", "（Elbblatt、2023年5月9日）", "C204", "（Elbblatt、5月9日）"),
        (ES, "(Elbblatt, del 8 al 9 de mayo de 2023)", "C204", "(Elbblatt, del 8 al 9 de mayo)"),
        (ES, "(NRC, 4 de marzo.)", "C204", "(NRC, 4 de marzo de 2019)"),
        (DE, "(NYT, 6./7. April)", "C101", "(NYT, 6./7. April)"),
        (ES, "(NYT, 7 de abrul)", "C101", "(NYT, 7 de abril)"),
        (DE, "(NTY, 7. April)", "C102", "(NYT, 7. April)"),
        # Another outlet that is known did not report it.
        (DE, "(BBC, 7. April)", "C102", "(BBC, 7. April)"),
        (DE, "(NYZ, 7. April)", "C102", "(NYZ, 7. April)"),
        (ES, "[@old]", "C110", "(NRC, 4 de marzo de 2019)"),
        (ES, "[@vote; @port, p. 3]", "C110", "(Elbblatt, 9 de mayo a; NYT, 7 de abril, p. 3)"),
        ("{language: fr}", "[@vote; @port]", "C110", "(Elbblatt, 9 mai a ; NYT, 7 avril)"),
        (DE, "[@quay]", "C110", "(Elbblatt, 9. Mai b)"),
        ("{language: de, style: {months: abbreviated}}", "[@old]", "C110", "(NRC, 4. März 2019)"),
    ],
)
def test_fixes_write_what_is_read_as_the_same_citation(publication: str, written: str, code: str, meant: str) -> None:
    text = around(f"Die Elbe {written}.", SOURCES)
    manuscript = read(text, publication=publication)
    fixes = [each.finding.fix for each in run_rules(manuscript, select=(code,)) if each.code == code]
    again = apply_edits(manuscript.document.text, [edit for fix in fixes if fix for edit in fix.edits])
    again = again.removesuffix(HEAD)
    assert again == text.replace(written, meant)
    cited = [resolution.keys for *_, resolution in read(again, publication=publication).citations()]
    if code != "C102":
        assert all(cited)


@pytest.mark.parametrize(
    ("address", "day", "found"),
    [
        ("https://www.zeit.de/2023/09/hafen", "2023-05-02", []),
        ("https://www.zeit.de/politik/2023-05/hafen", "2023-05-02", []),
        ("https://rat.example/meetings/plenum/2023/05/08/", "2023-05-02", []),
        ("https://rat.example/meetings/plenum/2023/04/08/", "2023-05-02", ["8. April"]),
        ("https://rat.example/news/2023/05/08/", "2023-05-02", ["8. Mai"]),
    ],
)
def test_numbers_of_issues_and_days_of_meetings_are_no_dates_of_articles(
    address: str, day: str, found: list[str]
) -> None:
    sources = f"sources:\n  x: {{outlet: Rat, date: {day}, url: '{address}'}}\n"
    said = [message for message, _ in told("Die Elbe [@x].", "C205", DE, sources)]
    assert said == [f"cited as 2. Mai, but its address says {each}" for each in found]


@pytest.mark.parametrize(("language", "count"), [("de", 1), ("en", 1), ("es", 0), ("pt", 0), ("fr", 0), ("it", 0)])
def test_a_hyphen_between_pages_is_right_in_some_languages(language: str, count: int) -> None:
    found = said_of(around("Elbe [@port, pp. 5-7].", SOURCES), "C115", publication=f"{{language: {language}}}")
    assert len(found) == count


@pytest.mark.parametrize(
    "words",
    ["sin fecha", "s. f.", "s/f", "ohne Datum", "o. D.", "undatiert", "sans date", "s. d.", "sem data",
     "日付なし", "不明", "日期不详", "날짜 미상"],
)  # fmt: skip
def test_no_date_can_be_said_in_other_languages(words: str) -> None:
    issue = HEAD + around("Elbe [@x].", f"sources:\n  x: {{outlet: BBC, date: {words}}}\n")
    [found] = [each.finding for each in run_rules(read(issue)) if each.code == "S003"]
    assert found.help == "write `undated`, and `accessed:` with the day you read it"


@pytest.mark.parametrize(
    ("publication", "body", "count"),
    [
        (ES, "El puerto creció (Vilalba, 2016).", 0),
        (ES, "El puerto creció (Deportivo Lugués, mayo de 2004).", 0),
        (ES, "El puerto creció (Gaceta de Vilalba, 2 de mayo).", 1),
        (DE, "Der Hafen wuchs (Hafenstudie, Februar 2023).", 0),
        ("{}", "The port grew (Deportivo Lugués, May 2004).", 1),
    ],
)
def test_old_names_and_common_nouns_are_no_citations(publication: str, body: str, count: int) -> None:
    sources = "sources:\n  port: {outlet: NYT, date: 2023-04-07}\n"
    for code in ("C102", "C402"):
        assert len(said_of(around(body, sources), code, publication=publication)) == count
