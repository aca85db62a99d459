"""Typed citations in other languages than English: the forms that are read, the slips, and what is none."""

import pytest

from briefgen.citations import Citation, Scan, find_citations
from briefgen.markdown import parse_body
from tests.citations.register import shipped_outlets
from tests.growth import assert_linear


def scan(text: str, language: str) -> Scan:
    cited = frozenset({"elbblatt", "la voz de lugo", "江戸川新報"})
    return find_citations(
        parse_body(f"Elbe {text}."), shipped_outlets(), cited, keys=("a-b",), language=language, year=2026
    )


def show(citation: Citation) -> str:
    shown = (citation.prefix, citation.author, citation.outlet, str(citation.date or ""), citation.locator)
    return "|".join(filter(None, shown))


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        ("es", "(EFE, 3 y 7 de junio)", ["EFE|June 3", "EFE|June 7"]),
        ("pt", "(EFE, 3 e 7 de junho)", ["EFE|June 3", "EFE|June 7"]),
        ("de", "(dpa, 3. und 7. Juni)", ["dpa|June 3", "dpa|June 7"]),
        ("es", "(EFE, 3 al 7 de junio)", ["EFE|June 3–7"]),
        ("es", "(EFE, del 3 al 7 de junio de 2025)", ["EFE|June 3–7, 2025"]),
        ("es", "(EFE, 30 de mayo–2 de junio)", ["EFE|May 30–June 2"]),
        ("de", "(dpa, vom 3. bis 7. Juni)", ["dpa|June 3–7"]),
        ("de", "(Elbblatt, 13./14. Juni)", ["Elbblatt|June 13–14"]),
        ("de", "(Elbblatt, 13./14.\u00a0Juni 2025)", ["Elbblatt|June 13–14, 2025"]),
        ("es", "(EFE, el 3 de junio)", ["EFE|June 3"]),
        ("es", "(EFE, miércoles, 3 de junio)", ["EFE|June 3"]),
        ("de", "(dpa, Sonnabend, den 6. Juni)", ["dpa|June 6"]),
        ("es", "(EFE, 1.º de junio)", ["EFE|June 1"]),
        ("es", "(EFE, 1.° de junio)", ["EFE|June 1"]),
        ("es", "(EFE, primero de junio)", ["EFE|June 1"]),
        ("pt", "(EFE, 1º de junho)", ["EFE|June 1"]),
        ("es", "(EFE, 3-jun-2025)", ["EFE|June 3, 2025"]),
        ("es", "(EFE, s/f)", ["EFE|undated"]),
        ("es", "(EFE, s.\u00a0f.)", ["EFE|undated"]),
        ("de", "(dpa, o.\u00a0D.)", ["dpa|undated"]),
        ("es", "(EFE, otoño de 2025)", ["EFE|Autumn 2025"]),
        ("de", "(dpa, Frühjahr 2025)", ["dpa|Spring 2025"]),
        ("fr", "(AFP, été 2025)", ["AFP|Summer 2025"]),
        ("es", "(EFE, 3 de junio b)", ["EFE|June 3b"]),
        ("de", "(dpa, 3. Juni a; dpa, 3. Juni 2025b)", ["dpa|June 3a", "dpa|June 3, 2025b"]),
        ("en-GB", "(BBC, 3 June b)", ["BBC|June 3b"]),
        ("de-AT", "(dpa, 7. Jänner)", ["dpa|January 7"]),
        ("de", "(dpa, 7. Feber)", ["dpa|February 7"]),
        ("es", "(EFE, 3 de junio, A3)", ["EFE|June 3|A3"]),
        ("es", "(EFE, 3 de junio, págs. 4-5)", ["EFE|June 3|págs. 4-5"]),
        ("de", "(dpa, 3. Juni, Seite 4)", ["dpa|June 3|Seite 4"]),
        ("es", "(véanse EFE, 3 de junio; Clarín, 4 de junio)", ["véanse|EFE|June 3", "Clarín|June 4"]),
        ("es", "(Con información de EFE, 3 de junio)", ["Con información de|EFE|June 3"]),
        ("es", "(vía EFE, 3 de junio)", ["vía|EFE|June 3"]),
        ("es", "(diario Clarín, 3 de junio)", ["diario|Clarín|June 3"]),
        ("es", "(en Clarín, 3 de junio)", ["en|Clarín|June 3"]),
        ("de", "(nach Angaben von dpa, 3. Juni)", ["nach Angaben von|dpa|June 3"]),
        ("de", "(Elbblatt v. 3.6.2025)", ["Elbblatt|June 3, 2025"]),
        ("de", "(Elbblatt vom 3. Juni, S. 4)", ["Elbblatt|June 3|S. 4"]),
        ("es", "(Clarín del 3 de junio)", ["Clarín|June 3"]),
        ("es", "(Clarín, edición del 3 de junio)", ["Clarín|June 3"]),
        ("fr", "(Le Monde daté du 3 juin)", ["Le Monde|June 3"]),
        ("fr", "(avec AFP, du 3 au 5 juin)", ["avec|AFP|June 3–5"]),
        ("fr", "(Le Monde, non daté)", ["Le Monde|undated"]),
        ("pt", "(segundo a Reuters, de 3 a 5 de junho)", ["segundo a|Reuters|June 3–5"]),
        ("es", "(EFE, 10-06-2025)", ["EFE|June 10, 2025"]),
        ("es", "(Clarín e INEGI, 3 de junio)", ["Clarín|June 3", "INEGI|June 3"]),
        ("de", "(dpa und Reuters, 3. Juni)", ["dpa|June 3", "Reuters|June 3"]),
        ("es", "(@lugo en X, 3 de junio)", ["@lugo|X|June 3"]),
        ("es", "(La Voz de Lugo, 2016)", ["La Voz de Lugo|2016"]),
        ("es", "(Ministerio de Pesca, Anuario, 2025)", ["Ministerio de Pesca|2025", "Anuario|2025"]),
        ("ja", "（江戸川新報、森下はるか、5月3日）", ["森下はるか|江戸川新報|May 3"]),
        ("ja", "（江戸川新報・Reuters、5月3日）", ["江戸川新報|May 3", "Reuters|May 3"]),
        ("ja", "（江戸川新報、5月3日・Reuters、5月4日）", ["江戸川新報|May 3", "Reuters|May 4"]),
        ("ja", "（江戸川新報､5月3日）", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報、5月3日付夕刊）", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報5月3日付）", ["江戸川新報|May 3"]),
        ("ja", "（5月3日付江戸川新報）", ["江戸川新報|May 3"]),
        ("ja", "（5月3日付の江戸川新報）", ["江戸川新報|May 3"]),
        ("ja", "（5月3日、江戸川新報）", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報、令和7年5月3日）", ["江戸川新報|May 3, 2025"]),
        ("ja", "（江戸川新報、令和元年5月3日）", ["江戸川新報|May 3, 2019"]),
        ("ja", "（江戸川新報、5月3日、4ページ）", ["江戸川新報|May 3|4ページ"]),
        ("ja", "（江戸川新報、5月3日、第4面；Reuters、5月4日）", ["江戸川新報|May 3|第4面", "Reuters|May 4"]),
        ("ja", "（江戸川新報、5月3日、p. 4）", ["江戸川新報|May 3|p. 4"]),
        ("ja", "（江戸川新報、5月3日参照）", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報、5月3日放送）", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報、5月3日。Reuters、5月4日）", ["江戸川新報|May 3", "Reuters|May 4"]),
        ("ja", "（江戸川新報、5月3日付夕刊・Reuters、5月4日）", ["江戸川新報|May 3", "Reuters|May 4"]),
        ("ja", "（江戸川新報、5月3日、4面、Reuters、5月4日）", ["江戸川新報|May 3|4面", "Reuters|May 4"]),
        ("ja", "（江戸川新報、5月3日（日）、Reuters、5月4日）", ["江戸川新報|May 3", "Reuters|May 4"]),
        ("ja", "（江戸川新報、日付不明）", ["江戸川新報|undated"]),
        ("ja", "（江戸川新報、5月3日、14日）", ["江戸川新報|May 3", "江戸川新報|May 14"]),
        ("ja", "（江戸川新報、5月3〜14日）", ["江戸川新報|May 3–14"]),
        ("ja", "（江戸川新報、5月3日（日））", ["江戸川新報|May 3"]),
        ("ja", "（江戸川新報、5月3日日曜日）", ["江戸川新報|May 3"]),
        ("zh-Hans", "（新华社，5月3日（星期日））", ["新华社|May 3"]),
        ("zh-Hant", "（新华社，民國115年5月3日）", ["新华社|May 3, 2026"]),
        ("ko", "(Reuters, 5월 3일(일))", ["Reuters|May 3"]),
    ],
)
def test_a_form_of_another_language_is_read(language: str, text: str, group: list[str]) -> None:
    found = scan(text, language)
    assert [[show(citation) for citation in each.citations] for each in found.groups] == [group]
    assert found.malformed == ()


@pytest.mark.parametrize(
    ("language", "text", "help_", "suggestion"),
    [
        ("es", "(EFE, 12 de juno)", "did you mean `12 de junio`?", "(EFE, 12 de junio)"),
        ("es", "(EFE, 11 de mallo)", "did you mean `11 de marzo` or `11 de mayo`?", ""),
        ("de", "(dpa, 7. Aprl 2025)", "did you mean `7. April 2025`?", "(dpa, 7. April 2025)"),
        ("es", "(EFE, 9 de mayob)", "did you mean `9 de mayo b`?", "(EFE, 9 de mayo b)"),
        ("es", "(EFE, ayer)", "write the date of the source: `(EFE, 12 de mayo)`", ""),
        ("de", "(dpa, gestern)", "write the date of the source: `(dpa, 12. Mai)`", ""),
        ("de", "(dpa, am Freitag)", "write the date of the source: `(dpa, 12. Mai)`", ""),
        ("de", "(Elbblatt, Nr. 19/2026)", "write the date of the source: `(Elbblatt, 12. Mai)`", ""),
        ("de", "(Elbblatt, Nr. 19/2026, S. 24)", "write the date of the source: `(Elbblatt, 12. Mai)`", ""),
        ("de", "(Elbblatt 19/2026)", "write the date of the source: `(Elbblatt, 12. Mai)`", ""),
        ("es", "(Clarín, núm. 19, 2026)", "write the date of the source: `(Clarín, 12 de mayo)`", ""),
        ("es", "(EFE, ibíd.)", "write the date of the source: `(EFE, 12 de mayo)`", ""),
        ("es", "[EFE, 3 de junio]", "write it in parentheses: `(EFE, 3 de junio)`", "(EFE, 3 de junio)"),
        ("es", "(EFE. 3 de junio)", "write `(EFE, 3 de junio)`", "(EFE, 3 de junio)"),
        ("es", "(Fuente: EFE, 3 de junio)", "write `(EFE, 3 de junio)`", "(EFE, 3 de junio)"),
        (
            "es", "(Clarín, 3 de junio, EFE, 4 de junio)", "write `(Clarín, 3 de junio; EFE, 4 de junio)`",
            "(Clarín, 3 de junio; EFE, 4 de junio)",
        ),
        (
            "de", "(dpa, 3. Juni 2025 und Reuters, 4. Juni)", "write `(dpa, 3. Juni 2025; Reuters, 4. Juni)`",
            "(dpa, 3. Juni 2025; Reuters, 4. Juni)",
        ),
        ("es", "(EFE, 3 de junio (b))", "write `(Medio, 12 de mayo de 2023; Medio, 12 de mayo)`", ""),
        ("es", "(ibíd.)", "name the source again: `[@key]`", ""),
        ("es", "(id., p. 4)", "name the source again: `[@key]`", ""),
        ("de", "(ebd.)", "name the source again: `[@key]`", ""),
        ("de", "(a. a. O., S. 4)", "name the source again: `[@key]`", ""),
        ("ja", "（江戸川新報5月3日）", "write `（江戸川新報、5月3日）`", "（江戸川新報、5月3日）"),
        ("ja", "（江戸川新報　5月3日）", "write `（江戸川新報、5月3日）`", "（江戸川新報、5月3日）"),
        ("ja", "（出典：江戸川新報、5月3日）", "write `（江戸川新報、5月3日）`", "（江戸川新報、5月3日）"),
        (
            "ja", "（江戸川新報5月3日；Reuters、5月4日）", "write `（江戸川新報、5月3日；Reuters、5月4日）`",
            "（江戸川新報、5月3日；Reuters、5月4日）",
        ),
        ("ja", "［江戸川新報、5月3日］", "write it in parentheses: `（江戸川新報、5月3日）`", "（江戸川新報、5月3日）"),
        ("zh-Hans", "【新华社，5月3日】", "write it in parentheses: `（新华社，5月3日）`", "（新华社，5月3日）"),
        ("zh-Hans", "（新华社5月3日）", "write `（新华社，5月3日）`", "（新华社，5月3日）"),
        (
            "ja", "（江戸川新報夕刊、5月3日）", "write `（江戸川新報、5月3日付夕刊）`", "（江戸川新報、5月3日付夕刊）",
        ),
        ("ja", "（江戸川新報、昨日）", "write the date of the source: `（江戸川新報、5月12日）`", ""),
        ("ja", "（同上）", "name the source again: `[@key]`", ""),
        ("ja", "（同、5月14日）", "name the source again: `[@key]`", ""),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_the_language_of_the_text(language: str, text: str, help_: str, suggestion: str) -> None:
    found = scan(text, language)
    assert found.groups == ()
    assert [(bad.help, bad.suggestion) for bad in found.malformed] == [(help_, suggestion)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "(Ponta Delgada, dezembro de 1994)"),
        ("es", "(Vilalba, 2016)"),
        ("es", "(Rosalía Vidal Souto, 1967)"),
        ("es", "(Atlético Lugués, mayo de 2003; Deportivo Lugués, 2004)"),
        ("es", "(en Lugo, 3 de junio)"),
        ("es", "(EFE, 10-20-2025)"),
        ("es", "(EFE, 3 de cada)"),
        ("de", "(Studie, Februar 2026)"),
        ("de", "(Lagebericht, März 2026)"),
        ("de", "(Interview, 5. Mai)"),
        ("de", "(Heft 5, 2026)"),
        ("es", "(Entrevista, 5 de mayo)"),
        ("de", "(dpa, 5 mal)"),
        ("de", "(bis 2001)"),
        ("pt", "com 600 km ² de área"),
        ("ja", "（同社、5月3日）"),
        ("ja", "（江戸川橋5月3日）"),
        ("ja", "（東京、5月3日）"),
        ("ja", "（5月3日、横浜で港湾通信）"),
        ("ja", "（江戸川新報、6月3日創刊）"),
        ("ja", "（5月3日、江戸川橋）"),
        ("ja", "［注：5月3日、江戸川新報の取材による］"),
        ("ja", "（江戸川新報5月3日創刊）"),
        ("zh-Hans", "（北京5月3日）"),
    ],
)
def test_what_is_mentioned_in_passing_is_no_citation(language: str, text: str) -> None:
    assert scan(text, language) == Scan((), ())


@pytest.mark.parametrize(
    "unit",
    ["(EFE, 3 y ", "3 y ", "(en ", "en ", "(EFE del ", "EFE del 3 ", "(Elbblatt vom ", "del 3 al ", "3 de mayo, ",
     "Nr. 1/", "EFE, ayer ", "(EFE e ", "EFE y ", "(3 de mallo ", "[EFE, ", "primero de ", "otoño de ",
     "(v. v. ", "(el diario "],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["", "(EFE, "])
def test_a_foreign_text_is_scanned_in_linear_time(unit: str, lead: str) -> None:
    assert_linear(lambda size: scan((lead + unit * size)[:size], "es"), 32_768)


@pytest.mark.parametrize(
    "unit",
    ["（江戸川新報5月3日付", "江戸川新報・", "5月3日、", "3日・", "（5月3日付", "付 ", "森下 ", "令和", "（出典：",
     "［江戸川新報、", "（同上、"],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["", "（江戸川新報、"])
def test_a_japanese_text_is_scanned_in_linear_time(unit: str, lead: str) -> None:
    assert_linear(lambda size: scan((lead + unit * size)[:size], "ja"), 32_768)


def test_english_texts_know_none_of_this() -> None:
    assert scan("(Deportivo Lugués, 2004)", "en").groups
    assert scan("(BBC, 13./14. June)", "en").groups == ()
    assert scan("(BBC, gestern)", "en").malformed == ()
