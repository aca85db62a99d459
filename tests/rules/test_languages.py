"""Rules know for which languages they speak, and safe fixes leave the words of others alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.manuscript import find_verbatim
from briefgen.rules import RULES, run_rules
from briefgen.rules.apply_fixes import apply_fixes
from tests.rules.issues import around, fixed, read, said_of

THIN, WHOLE = "\u202f", "\u00a0"
MIXED, TWO = "straight and curly quotation marks mixed", "two kinds of quotation marks in one issue"


def said(body: str, code: str, language: str) -> list[str]:
    return [line.split(" ", 3)[3] for line in said_of(around(body), code, publication=f"language: {language}")]


def correct(body: str, code: str, language: str) -> str:
    text = fixed(around(body), code, publication=f"language: {language}")
    return text.removeprefix(around("")[:-1]).rstrip("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Quoi ? Oui ! Bon ; non.", f"Quoi{THIN}? Oui{THIN}! Bon{THIN}; non."),
        ("Il dit : « non ».", f"Il dit{WHOLE}: «{WHOLE}non{WHOLE}»."),
        ("Un , deux .", "Un, deux."),
        ("À 12:30, voir https://example.org/a.", "À 12:30, voir https://example.org/a."),
        (f"Quoi{THIN}? Oui{WHOLE}! Il dit{WHOLE}: «{WHOLE}non{WHOLE}».",) * 2,
        (f"Le prix de 1{WHOLE}234,50{WHOLE}€.",) * 2,
        ("Un clin d’œil :-) et ;).",) * 2,
        (f"Mme{WHOLE}Roy, le 1er{WHOLE}juin, au XIXe{WHOLE}siècle, à 14{WHOLE}h{WHOLE}30, art.{WHOLE}3.",) * 2,
    ],
)
def test_french_has_its_spaces(body: str, expected: str) -> None:
    assert correct(body, "T105", "fr-FR") == expected
    assert said(expected, "T105", "fr-FR") == []


def test_what_separates_citations_is_no_text() -> None:
    sources = "sources:\n  a: {outlet: AFP, date: 2023-05-09}\n  b: {outlet: AFP, date: 2023-05-08}\n"
    text = around("Le port est ouvert [@a ; @b].", sources)
    assert said_of(text, "T105", publication="language: fr") == []


def test_letters_before_a_guillemet_are_not_garbled() -> None:
    body = f"La «{WHOLE}priorité{WHOLE}» est «{WHOLE}là{WHOLE}» : 3{WHOLE}×{WHOLE}4 m."
    assert said(body, "T113", "fr") == []
    # Garbled Hanzi and Hebrew letters, several in a row, and one of Latin.
    assert len(said("Xi é\u00a0»é\u00a0» said. ×\u00a0×™ said. Ã\u00a0 said.", "T113", "en")) == 5


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ar", "fa", "hi", "tlh"])
def test_spaces_of_unknown_customs_are_left_alone(language: str) -> None:
    assert said("Quoi ? Oui  et non .", "T105", language) == []


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("de", '„Ja“ und "nein" dort.', "„Ja“ und „nein“ dort."),
        ("fr", f'«{WHOLE}Oui{WHOLE}» et "non" ici.', f"«{WHOLE}Oui{WHOLE}» et «{WHOLE}non{WHOLE}» ici."),
        ("sv", '”Ja” och "nej" där.', "”Ja” och ”nej” där."),
        ("en", '“Yes” and "no" there.', "“Yes” and “no” there."),
        ("ja", '“はい” と "いいえ" です。', '“はい” と "いいえ" です。'),
    ],
)
def test_quotation_marks_follow_the_language(language: str, body: str, expected: str) -> None:
    assert correct(body, "T102", language) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [("de", "Er sagte „ja, gewiss“ dazu."), ("fr", f"Il dit «{WHOLE}oui{WHOLE}» ici."), ("sv", "Han sade ”ja” där.")],
)
def test_pairs_of_other_languages_are_not_unpaired(language: str, body: str) -> None:
    assert said(body, "T101", language) == []
    assert said(f"{body} (Und", "T101", language) == ["opening parenthesis ( is never closed"]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Der Hafen — neu — ist offen.", ["not the house dash: — 2 times"]),
        ("de", "Der Hafen – neu – ist offen.", []),
        ("de", "Er sagte „der Hafen — neu“ dazu.", []),
        ("ru", "Порт – город.", ["not the house dash: – 1 time"]),
        ("uk", "Порт – місто.", []),
        ("nl", "De haven — nieuw — is open.", []),
        (
            "fr",
            f"Le port — neuf — est ouvert{THIN}; le pont – vieux.",
            ["two kinds of dash in one issue: — 2 times, – 1 time"],
        ),
        ("zh-Hans", "港口——新的–开放。", []),
    ],
)
def test_dashes_follow_the_language(language: str, body: str, found: list[str]) -> None:
    assert said(body, "T108", language) == found


def test_an_item_in_another_language_is_left_alone_and_the_others_are_not() -> None:
    brief = 'briefs:\n  - {title: "Zwei", language: de, body: "The the port , on on Monday."}\n'
    both = around("The the port.", brief)
    assert said_of(both, "T104") == ["5:5 T104 warning “the” twice in a row"]
    assert len(said_of(both.replace("language: de, ", ""), "T104")) == 3
    assert said_of(both, "T104", publication="language: de") == []


def test_a_source_in_another_language_is_left_alone() -> None:
    sources = "sources:\n  a: {outlet: NYT, date: 2023-05-01, title: 'Quoi ? Oui !', language: ja}\n"
    assert said_of(around("Words [@a].", sources), "T105") == []
    assert said_of(around("Words [@a].", sources.replace("language: ja", "language: en")), "T105") != []


def test_the_language_of_a_few_hanzi_is_not_that_of_their_item() -> None:
    english = around("The the port (東京).", "  language: ja\n")
    assert said_of(english, "T104") == ["5:5 T104 warning “the” twice in a row"]
    assert said_of(around("東京の港は the the です。", "  language: ja\n"), "T104") == []


@pytest.mark.parametrize("language", ["tlh", "ja", "fa"])
def test_only_rules_for_all_languages_apply_to_an_unknown_one(language: str) -> None:
    limited = {rule.code for rule in RULES if rule.languages is not None and language not in rule.languages}
    for rule in RULES:
        for example in rule.examples:
            publication = f"language: {language}"
            found = run_rules(read(example.bad, publication=publication), select=[rule.code])
            assert not {each.code for each in found} & limited, rule.code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a “b c” d", ["b c"]),
        ("a “b “c” d” e", ["c", "b “c” d"]),
        ("a „b“ c", ["b"]),
        ("a „b” c", ["b"]),
        ("a ”b” c", ["b"]),
        ("a »b« c «\u00a0d\u00a0» e", ["b", "d"]),
        ("a 「b『c』」 d", ["c", "b『c』"]),
        ("a \"b\" and 'c d' e", ["b", "c d"]),
        ("the port's rock 'n' roll o’clock", ["n"]),
        ('a 5" shell', []),
        ("a “b c", ["b c"]),
        ("a *b c* _d_ e_f_g", ["b c".join("**"), "_d_"]),
    ],
)
def test_verbatim_text_is_recognized_by_marks_of_any_language(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in find_verbatim(text)] == words


def test_a_safe_fix_leaves_verbatim_text_alone() -> None:
    body = "The port , he said, is “open , for all”. See *Ports , and  Ships* here , too."
    assert correct(body, "T105", "en") == "The port, he said, is “open , for all”. See *Ports , and  Ships* here, too."


def test_a_fix_of_quoted_words_alone_is_unsafe() -> None:
    sources = "sources:\n  a: {outlet: NYT, date: 2023-05-01, title: 'Two  ports'}\n"
    for text in (around("He said “open , for all” [@a]."), around("> Open , for all"), around("Words [@a].", sources)):
        (found,) = (each for each in run_rules(read(text)) if each.code == "T105")
        assert found.finding.fix
        assert not found.finding.fix.is_safe


PLAIN = (
    "  ",
    " , ",
    "U.S. ",
    "US ",
    "the the ",
    "word ",
    " — ",
    " - ",
    "e\u0301",
    "\u200b",
    "，",
    "雄 安 ",
    " ? ",
    "(NYT, May 8, 2023)",
)
PAIRS = ("“”", "„“", "””", "«»", "»«", "‹›", "「」", "『』", "《》", '""', "‘’", "‚‘", "**", "__")
words = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=5).map(lambda pieces: f"aa{''.join(pieces)}zz")


@settings(max_examples=300)
@given(
    st.lists(st.tuples(words, st.sampled_from(PAIRS), words), min_size=1, max_size=4),
    st.sampled_from(("en", "fr", "de", "sv", "zh-Hans", "ja", "fa")),
)
def test_no_safe_fix_changes_quoted_words_or_titles_of_works(pieces: list[tuple[str, str, str]], language: str) -> None:
    """A law of all rules: what stands between marks of any language comes out as it went in."""
    body = "\n\n".join(f"{before} {pair[0]}{inner}{pair[1]} U.S. and US." for before, pair, inner in pieces)
    manuscript = read(around(f"{body}\n\n“The” U.S. , and US."), publication=f"language: {language}")
    found = run_rules(manuscript, select=[rule.code for rule in RULES])
    after = apply_fixes(manuscript.document.text, found, unsafe=False).text
    lines = [line for line in after.splitlines() if "zz" in line]
    for (_, _, inner), line in zip(pieces, lines, strict=True):
        assert inner in line


@pytest.mark.parametrize("language", ["de", "es", "it", "nl", "fr", "cs"])
def test_typesetters_keep_words_together(language: str) -> None:
    body = "33⍽Mrd.⍽Euro, Block⍽I, Paul⍽II. und Frau⍽M. & Co.⍽KG, siglo⍽XIX, 3.ª⍽edición, Sra.⍽P. am 5.⍽Mai."
    assert said(body.replace("⍽", WHOLE), "T105", language) == []
    assert len(said(body.replace("⍽", WHOLE), "T105", "en")) == 1
    pasted = WHOLE.join(["Wort"] * 13) + "."
    assert said(pasted, "T105", language) == ["12 no-break spaces left by a word processor"]


@pytest.mark.parametrize(
    ("language", "body", "after"),
    [
        ("es", "En Per´u.", "En Perú."),
        ("es", "Una d´ecada.", "Una década."),
        # The letter may be the one before or behind.
        ("es", "Vino man´ana.", ""),
        ("es", "Vino may´o.", "Vino mayó."),
        ("fr", "Un caf´e noir.", "Un café noir."),
        ("pt", "O p´ublico.", "O público."),
    ],
)
def test_a_loose_accent_is_no_apostrophe_where_letters_have_accents(language: str, body: str, after: str) -> None:
    assert "beside the letter it belongs to" in said(body, "T113", language)[0]
    found = run_rules(read(around(body), publication=f"language: {language}"), select=["T113"])
    assert not any(each.finding.fix and each.finding.fix.is_safe for each in found)
    assert correct(body, "T113", language) == (after or body)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "De l´eau aujourd´hui."),
        ("de", "Wie geht´s?"),
        ("it", "Nell´acqua."),
        ("nl", "Twee foto´s."),
        ("es", "Un McDonald´s, Don´t y O´Neill."),
        ("pt", "Um copo d´água."),
        ("en", "Don´t go."),
    ],
)
def test_it_is_an_apostrophe_where_words_have_one(language: str, body: str) -> None:
    assert correct(body, "T113", language) == body.replace("´", "’")


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("es", "-Me voy -dice ella-. Adiós.", "—Me voy —dice ella—. Adiós."),
        ("es", "-Me voy.\n\n-Adiós.", "—Me voy.\n\n—Adiós."),
        ("fr", "-Je pars.", f"—{WHOLE}Je pars."),
        ("de", "-Ich gehe.", "-Ich gehe."),
        # Lines of one paragraph are a list in every language.
        ("es", "Venden:\n-sal\n-cuerda", "Venden:\n\n- sal\n- cuerda"),
        ("de", "-Salz\n-Seil", "- Salz\n- Seil"),
    ],
)
def test_a_hyphen_before_speech_is_no_list(language: str, body: str, expected: str) -> None:
    assert correct(body, "S013", language).replace("\n    ", "\n") == expected
    found = run_rules(read(around(body), publication=f"language: {language}"), select=["S013"])
    assert all(each.finding.fix and each.finding.fix.is_safe == ("- " in expected) for each in found)


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("es", "Dio TODO por su país. ¿TODO? Sí, TODO.", []),
        ("pt", "Deu TODO o apoio.", []),
        ("es", "La XXX Cumbre, el rey Luis XXX y la XXX edición.", []),
        ("it", "Il XXX congresso.", []),
        ("de", "Das sind die XXX. Olympischen Spiele.", []),
        ("es", "TODO: revisar. [TODO] (XXX)", ["TODO", "TODO", "XXX"]),
        ("es", "TODO", ["TODO"]),
        ("es", "La fila medía XXX kilómetros, un XXX % más.", ["XXX", "XXX"]),
        ("de", "Es kostet XXX Euro. TODO prüfen.", ["XXX", "TODO"]),
        ("en", "He gave TODO for XXX Summit.", ["TODO", "XXX"]),
    ],
)
def test_words_of_other_languages_are_no_placeholders(language: str, body: str, found: list[str]) -> None:
    assert said(body, "S005", language) == [f"“{word}” left in the text" for word in found]


@pytest.mark.parametrize(
    ("language", "body", "after"),
    [
        (
            "es",
            "La filial - la mayor - cerró. La otra - dicen - no.",
            "La filial —la mayor— cerró. La otra —dicen— no.",
        ),
        ("es", "La filial -- la mayor -- cerró — ayer.", "La filial —la mayor— cerró — ayer."),
        ("fr", "La filiale - la grande - a fermé — hier.", "La filiale — la grande — a fermé — hier."),
        ("de", "Der Hafen - neu - ist offen.", "Der Hafen – neu – ist offen."),
        ("de", "Es ist drei Meter hoch - und in der Mitte.", "Es ist drei Meter hoch – und in der Mitte."),
        ("de", "Die Ein - und Ausfuhr, be - und entladen, die Industrie - und Handelskammern.", ""),
    ],
)
def test_dashes_have_the_spaces_of_the_language(language: str, body: str, after: str) -> None:
    assert correct(body, "T108", language) == (after or body)
    assert all(each.startswith("a space before the hyphen: “") for each in said(body, "T108", language)) != bool(after)


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Er nennt es „gut“, „so“-Debatten (auch „Netze“), *„neu“* und „ja, ‚klar‘“.", []),
        ("de", "Er nennt es »gut«, »ja, ›klar‹« und (»so«).", []),
        ("de", "Er nennt es «gut» und «so».", []),
        ("de", "Er sagt: „Ja [@a]“ und „[nein](https://example.org/a)“.", []),
        ("de", "„Ja, das ist es.\n\n„Und das auch“, sagt er.", []),
        ("de", "„Ja, das ist es.\n\nUnd das auch.“", []),
        ("de", "> „Ja, das ist es.\n>\n> Und das auch.“", []),
        ("de", "Ein Schirm mit 6“ und 5” passt.", []),
        ("de", "Er nennt es „gut und schön.", ["opening quotation mark „ is never closed"]),
        ("de", "Er nennt es „„gut“.", ["opening quotation mark „ is never closed"]),
        ("de", "Er nennt es gut“ und schön.", ["closing quotation mark “ was never opened"]),
        ("de", "Er nennt es „gut„ und schön.", ["closing quotation mark „ does not match its partner"]),
        ("de", "Er nennt es “gut“ und „schön“.", ["opening quotation mark “ does not match its partner"]),
        ("de", "Er nennt es ,,gut.", ["opening quotation mark ,, is never closed"]),
        ("de", "Er nennt es »gut.", ["opening quotation mark » is never closed"]),
        # A pair of another language is for T102.
        ("de", "Er nennt es “gut” und „schön“.", []),
        ("es", "Dice «sí», “no”, «nunca “jamás”» y (¡«ay»!).", []),
        ("es", "Dice «sí.", ["opening quotation mark « is never closed"]),
        ("es", "Dice sí».", ["closing quotation mark » was never opened"]),
        ("es", "Dice «sí”.", ["closing quotation mark ” does not match its partner"]),
        ("es", "Dice «sí, «no» y».", ["a quotation inside another has the same marks"]),
        ("pt", "Diz “sim” e «não.", ["opening quotation mark « is never closed"]),
        ("pl", "Mówi „tak” i „nie“.", ["closing quotation mark “ does not match its partner"]),
        ("sv", "Han säger ”ja” och ”nej.", ["opening quotation mark ” is never closed"]),
        ("da", "Han siger ”ja” og »nej«.", []),
        ("nl", "Hij zegt “ja” en „nee”.", []),
        ("ru", "Он сказал «да, „нет“» и «так.", ["opening quotation mark « is never closed"]),
        ("it", "Dice «sì», “no” e «mai.", ["opening quotation mark « is never closed"]),
    ],
)
def test_marks_have_partners_in_every_language(language: str, body: str, found: list[str]) -> None:
    assert said(body, "T101", language) == found


def test_marks_of_titles_have_partners_in_every_language() -> None:
    sources = "sources:\n  a: {outlet: AFP, date: 2023-05-09, title: 'Un «barco'}\n"
    text = around("Sí.", sources).replace("title: One", "title: Dos «fragatas")
    found = said_of(text, "T101", publication="language: es")
    assert [each.partition(" T101 ")[0] for each in found] == ["2:14", "7:49"]


@pytest.mark.parametrize(
    ("language", "body", "found", "after"),
    [
        # The marks of the issue, not those of the CLDR.
        ("es", '«Sí», dice, y «no". Un "tal vez" y «ya».', [MIXED], "«Sí», dice, y «no». Un «tal vez» y «ya»."),
        ("es", '“Sí”, dice, y "no".', [MIXED], "“Sí”, dice, y “no”."),
        ("it", '“Sì”, dice, e "no" e “mai”.', [MIXED], "“Sì”, dice, e “no” e “mai”."),
        ("de", '»Ja«, sagt er, und "nein" und »ach«.', [MIXED], "»Ja«, sagt er, und »nein« und »ach«."),
        ("de", "„Ja“, sagt er, und „nein“ und “doch”.", [TWO], "„Ja“, sagt er, und „nein“ und „doch“."),
        ("de", "„Ja“, sagt er, und „nein“ und »doch«.", [TWO], "„Ja“, sagt er, und „nein“ und „doch“."),
        ("de", "„Ja“, sagt er, und „nein“ und «doch».", [TWO], "„Ja“, sagt er, und „nein“ und „doch“."),
        ("pl", "„Tak”, mówi, i „nie” i “ach”.", [TWO], "„Tak”, mówi, i „nie” i „ach”."),
        ("de", "»Ja«, sagt er, und »nein, ›doch‹«.", [], ""),
        ("de", "„Ja, »doch«“, sagt er, und „nein“.", [], ""),
        ("de", "Er sagt “ja” und “nein”.", [], ""),
        ("es", "«Sí», dice, «“nunca”» y “no”.", [], ""),
    ],
)
def test_the_marks_of_an_issue_are_of_one_kind(language: str, body: str, found: list[str], after: str) -> None:
    assert said(body, "T102", language) == found
    assert not after or correct(body, "T102", language) == after


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("¿Qué? ¡Sí! ¡¿Cómo?! ¿¿Quién?? ¡Qué dices? Si llega, ¿qué hacemos?, preguntan.", []),
        ("Llegó (?) y ganó (!). Yahoo! anuncia más; 5! es 120.", []),
        ("Leyó «Who Is Afraid?», *Quo vadis?* y “Et alors, tu viens?”. Ve a https://example.org/a?b=c!", []),
        ("¿Dijo «¡no!» ayer?", []),
        ("En Yahoo! Mail sí. Leyó Do We Need the Port?", []),
        ("El signo «¿» va delante.", []),
        ("Vendrán los barcos?", ["a question without ¿ before it"]),
        ("Qué bien!", ["an exclamation without ¡ before it"]),
        ("Dijo: «Si yo lo supiera!».", ["an exclamation without ¡ before it"]),
        ("> Cómo lo hago?", ["a question without ¿ before it"]),
        ("¿Y mañana. No lo sé.", ["opening ¿ is never closed"]),
        ("¿ Y mañana?", ["a space behind ¿"]),
        ("¿Y mañana¿ No.", ["¿ where ? belongs"]),
        ("?Y mañana? No.", ["? where ¿ belongs"]),
    ],
)
def test_spanish_questions_have_two_marks(body: str, found: list[str]) -> None:
    assert said(body, "T145", "es") == found
    assert said(body, "T145", "pt") == []


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        (
            "de",
            "Das Tor, in der der Kran und und das Dach an an den Kosten beteiligen. Mit mit dem Zug.",
            ["und", "an", "mit"],
        ),
        ("de", "Die in in Bremen gebauten Schiffe, ein ein Meter hoher Zaun, der Plan von von der Leyen.", []),
        ("de", "Sie neigt ab und zu zu Fehlern, steht nach wie vor vor Gericht und soll gewählt werden werden.", []),
        (
            "de",
            "Ein ganz und gar grundlegend grundlegend neuer Plan, immer immer „und und“, und und und.",
            ["grundlegend"],
        ),
        (
            "es",
            "Cuando la la nave llega en en marzo, la naviera naviera paga y luego luego no.",
            ["la", "en", "naviera"],
        ),
        ("es", "Lo que es es. Es mejor que que te quedes. A la una una bomba. La la la.", []),
        ("fr", "Le le port et les les quais, nous nous voyons en en parlant, à la une une photo.", ["le", "les"]),
        ("fr", "Le discours de de Gaulle à à Kiel.", ["à"]),
        ("es", "El sur de de Brasil y el plan de De Guindos.", ["de"]),
        ("it", "Il porto di di pesca, piano piano.", ["di"]),
        ("pt", "Se se considerar o porto de de pesca.", ["de"]),
        ("nl", "Dat dat het het is, de de haven.", ["de"]),
        ("ru", "Да да порт.", []),
    ],
)
def test_words_are_doubled_by_mistake_in_every_language(language: str, body: str, found: list[str]) -> None:
    assert said(body, "T104", language) == [f"“{word}” twice in a row" for word in found]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        (
            "de",
            "Am 31. April 2026 und am 30. Februar, am 29. Februar 2025.",
            ["April 31", "February 30", "February 29 in 2025"],
        ),
        ("de", "Am 30. April, am 29. Februar und am 29. Februar 2024. Kapitel 1.31. April.", []),
        ("es", "El 31 de abril de 2026 y el 30 y 31 de junio.", ["April 31", "June 31"]),
        ("fr", "Le 31 avril et le 1er juin.", ["April 31"]),
        ("it", "Il 31 aprile.", ["April 31"]),
        ("pt", "Em 31 de abril.", ["April 31"]),
        ("pl", "Dnia 31 kwietnia.", ["April 31"]),
        ("ru", "Это 31 апреля.", ["April 31"]),
        ("de", "Der Film „31. April“ läuft.", []),
    ],
)
def test_days_exist_in_every_language(language: str, body: str, found: list[str]) -> None:
    assert said(body, "D105", language) == [f"there is no {each}" for each in found]


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("de", "Mo., 8. Mai 2023", "Do., 8. Mai 2023"),
        ("de", "Montag, 8.5.2023", "Dienstag, 8.5.2023"),
        ("de", "Montag, den 8. 5. 2023", "Dienstag, den 08.05.2023"),
        ("de", "Sonnabend, dem 6. Mai", "Sonnabend, dem 5. Mai"),
        ("de", "Mo, 8.5.", "Di, 8.5."),
        ("es", "lun., 8 de mayo", "mar., 8 de mayo"),
        ("es", "lunes 8/5/2023", "martes 08/05/2023"),
        ("fr", "lun. 8 mai", "mar. 8 mai"),
        ("it", "lun. 8 maggio 2023", "mar. 8 maggio 2023"),
        ("pt", "segunda-feira, 08/05/2023", "terça-feira, 08/05/2023"),
        ("nl", "ma. 8 mei 2023", "di. 8 mei 2023"),
    ],
)
def test_weekdays_are_right_in_all_their_forms(language: str, right: str, wrong: str) -> None:
    assert said(f"X {right} x.", "D101", language) == []
    assert len(said(f"X {wrong} x.", "D101", language)) == 1


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Um 25.75 Uhr und 9:75 Uhr, 24.00 Uhr, 18.30 Uhr und 25,75 Euro.", ["25.75 Uhr", "9:75 Uhr"]),
        ("es", "A las 25:90 y hasta las 9:15, las 25:90 veces.", ["25:90"]),
        ("fr", "À 25 h 75 et vers 9h15, en 30 h 15.", ["25 h 75"]),
        ("it", "Alle 25.15 e alle 9.15.", ["25.15"]),
        ("pt", "Às 25h15 e às 9h15.", ["25h15"]),
        ("nl", "Om 25.15 uur en 9.15 uur.", ["25.15 uur"]),
    ],
)
def test_clocks_show_the_times_in_every_language(language: str, body: str, found: list[str]) -> None:
    assert said(body, "D109", language) == [f"no clock shows “{each}”" for each in found]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("es", "Hasta el 13 de Mayo de 2026, el Lunes 11 de mayo y el 2 de Mayo de 2026.", ["Mayo", "Lunes", "Mayo"]),
        ("es", "Lunes 11 de mayo: la Avenida 13 de Julio, la calle 3 de Mayo, el 9 de Julio y «el 13 de Mayo».", []),
        ("es", "La Revolución del 13 de Mayo. El 13 DE MAYO.", []),
        ("fr", "Depuis le 12 Mai et le Lundi 11 mai, pour le 14 Juillet.", ["Mai", "Lundi"]),
        ("it", "Dal 12 Maggio al 25 Aprile.", ["Maggio"]),
        ("pt", "Até 12 de Maio de 2026.", []),
        ("de", "Bis zum 12. Mai.", []),
    ],
)
def test_months_have_no_capital_in_dates(language: str, body: str, found: list[str]) -> None:
    assert said(body, "T106", language) == [f"capital letter in a date: “{word}”" for word in found]


@pytest.mark.parametrize(
    ("language", "body", "after"),
    [
        (
            "de",
            "Der Entwurf liegt auf dem Tisch,über den wir viel Geld.Rund drei.",
            "Tisch, über den wir viel Geld. Rund drei.",
        ),
        ("de", "Z.B. die Lehrer.In, z.B. und d.h. bzw. 12,5 und kiel.de,Datei.Txt.", ""),
        ("es", "Sobre el papel,poco. Está en vigor.Y más.", "papel, poco. Está en vigor. Y más."),
        ("es", "P.ej. EE.UU. y S.A. de C.V. en elpais.com.", ""),
        ("fr", "Le port est neuf,mais petit.Il ferme.", "neuf, mais petit. Il ferme."),
        ("it", "Il porto è nuovo,ma piccolo.", "nuovo, ma piccolo."),
        ("pt", "O porto é novo,mas pequeno.", "novo, mas pequeno."),
        ("nl", "De haven is nieuw,maar klein.", "nieuw, maar klein."),
        ("ru", "Порт новый,но малый.", ""),
    ],
)
def test_spaces_behind_marks_are_missed_in_every_language(language: str, body: str, after: str) -> None:
    assert bool(said(body, "T105", language)) == bool(after)
    assert correct(body, "T105", language).endswith(after or body)


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Viel Geld [Quelle fehlt]. Rund [Zahl einsetzen] (Beleg fehlt). Hier steht Blindtext.", "eeww"),
        ("de", "Er nennt es „[Zahl einsetzen]“. Die [Quelle](https://example.org/a). Ein Blindtext ist Text.", ""),
        ("es", "Dos [PENDIENTE] y [por confirmar] o [cifra] (por confirmar). [cita requerida]", "eeeew"),
        ("es", "Es un asunto pendiente, por confirmar. Ve [dato](https://example.org/a).", ""),
        ("fr", "Deux [à vérifier] et [source manquante] (à compléter).", "eew"),
        ("fr", "Il reste à vérifier (à Paris).", ""),
        ("en", "He saw the [Quelle fehlt] sign.", ""),
    ],
)
def test_what_is_missing_is_told_in_other_languages(language: str, body: str, found: str) -> None:
    lines = said_of(around(body), "S005", publication=f"language: {language}")
    assert sorted(line.split()[2][0] for line in lines) == sorted(found)


@pytest.mark.parametrize(
    "words",
    [
        "Hier ist der überarbeitete Text:",
        "Gerne! Hier ist die gekürzte Fassung",
        "Als KI-Sprachmodell kann ich",
        "¡Claro! Aquí tienes el texto revisado",
        "Como modelo de lenguaje, no",
        "Bien sûr ! Voici la version corrigée",
        "En tant qu’IA, je",
    ],
)
def test_assistants_are_recognized_in_other_languages(words: str) -> None:
    assert said(f"{words} x.", "S005", "de") == [f"“{words}” is left from a chat assistant"]
    assert said(f"Es schrieb: „{words} x“.", "S005", "de") == []


def test_texts_about_assistants_and_drafts_are_left_alone() -> None:
    body = "Hier ist die gekürzte Fassung der Rede. Aquí está el texto de la ley. Voici le texte. Als KI gilt vieles."
    assert said(body, "S005", "de") == []


@pytest.mark.parametrize(
    ("language", "body", "after"),
    [
        ("es", "Uno —dos— tres —cuatro—. Cinco — seis — siete.", "Uno —dos— tres —cuatro—. Cinco —seis— siete."),
        ("es", "Uno —dos— tres. Cinco — seis— siete.", "Uno —dos— tres. Cinco —seis— siete."),
        # Where the issue spaces its dashes, it means to.
        ("es", "Uno —dos. Cinco — seis — siete.", ""),
        ("es", "—No —dice—. Sí.\n\n— Sí.", ""),
        ("fr", "Un —deux— trois —quatre—. Cinq — six — sept.", ""),
    ],
)
def test_spanish_dashes_stand_close(language: str, body: str, after: str) -> None:
    assert correct(body, "T121", language).replace("\n    ", "\n") == (after or body)
    assert bool(said(body, "T121", language)) == bool(after)


def test_a_close_dash_of_another_kind_is_told_in_spanish() -> None:
    body = "Uno —dos— tres —cuatro—. Cinco –seis– siete, de lunes–viernes, 1–2."
    assert said(body, "T108", "es") == ["two kinds of dash in one issue: — 4 times, – 2 times"]
