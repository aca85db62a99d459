"""Marks of other systems and texts of other encodings are told where they stand; what only looks like them is not."""

import pytest

from briefgen.rules import run_rules
from briefgen.rules.catalogue import advise_rule
from tests.rules.issues import around, fixed, read, said_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("**Kiel waits.", "`**` is shown as text"),
        ("*Kiel waits.", "`*` is shown as text"),
        ("Kiel ~waits~ now.", "`~waits~` is shown as text"),
        ("![[kiel.jpg]]", "`![[kiel.jpg]]` is shown as text"),
        ("See [[Kiel]] now.", "`[[Kiel]]` is shown as text"),
        ("[b]Kiel[/b] waits.", "`[/b]` is shown as text"),
        ("\\\\emph{Kiel} waits.".replace("\\\\", "\\"), "`\\emph{` is shown as text"),
        ("{% include kiel.html %}", "`{% include kiel.html %}` is shown as text"),
        ("| a | b |\n| 1 | 2 |", "2 rows that do not form a table"),
        ("[Kiel] (https://kiel.de) waits.", "`[Kiel] (https://kiel.de)` is not a link"),
        ("(Kiel)[https://kiel.de] waits.", "`(Kiel)[https://kiel.de]` is not a link"),
        ("<https://kiel.de|Kiel> waits.", "`<https://kiel.de|Kiel>` is not a link"),
        ("Kiel {++now++} waits.", "`{++now++}` is shown as text"),
        ("Kiel {--now--} waits.", "`{--now--}` is shown as text"),
        ("Kiel ==waits== now.", "`==waits==` is shown as text"),
        ("Kiel waits^[So it says.] now.", "`^[So it says.]` is shown as text"),
        ("Kiel ''waits'' now.", "`''waits''` is shown as text"),
        ("== Kiel ==\n\nIt waits.", "`== Kiel ==` is shown as text"),
        ("So $x^2$ it is.", "`$x^2$` is shown as text"),
        ("So H~2~O it is.", "`~2~` is shown as text"),
        ("So m^2^ it is.", "`^2^` is shown as text"),
        (":ship: Kiel waits.", "`:ship:` is shown as text"),
        ("%% Ask Kiel.\n\nIt waits.", "`%% Ask Kiel.` is shown as text"),
        ("// Ask Kiel.\n\nIt waits.", "`// Ask Kiel.` is shown as text"),
        ("[ ] Kiel waits.", "`[ ]` is shown as text"),
        ("[a]Kiel waits.", "`[a]` is shown as text"),
        ("Kiel %% ask Bo %% waits.", "`%% ask Bo %%` is shown as text"),
        ("Kiel waits [LO1] now.", "`[LO1]` is shown as text"),
        ("<https://kiel.de/a|our port>, it says.", "`<https://kiel.de/a|our port>` is not a link"),
        ("Kiel waits.\\n\\nBonn does not.", "`\\n\\n` is shown as text"),
        ("Kiel waits.[a] Bonn does not.", "`[a]` is shown as text"),
        ("> [!quote]\n> Kiel waits.", "`!quote` is shown as text"),
        ("[https://kiel.de Kiel] waits.", "`[https://kiel.de Kiel]` is not a link"),
        ("Year,Tons,Cost\n2020,5,6", "2 lines of values between commas are no table"),
        ("Year;Tons;Cost\n2020;5;6", "2 lines of values between semicolons are no table"),
        ("Year\tTons\n2020\t5", "2 lines of values between tabs are no table"),
        ("Year | Tons | Cost\n2020 | 5 | 6", "2 lines of values between bars are no table"),
        ("deck: Kiel waits.", "`deck:` is a part of the text here, not a key"),
        ("##\n\nKiel waits.", "a heading without words"),
        ("[](https://kiel.de) waits.", "a link without words is not shown"),
    ],
)
def test_foreign_markup_is_reported(words: str, said: str) -> None:
    assert said_of(around(words), "S009") == [
        f"5:{5 + words.find(said.partition('` is ')[0].strip('`')) if '` is' in said else 5} S009 warning {said}"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "**Kiel** waits, *so* they say.",
        "“[b]ut Kiel waits,” it said, ~5 of them.",
        "\\\\*Kiel* and 5 * 3 and snake_case and A*.".replace("\\\\", "\\"),
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "`[[Kiel]]` and `**` are code, [Kiel](https://kiel.de) is a link.",
        "Kiel [the port] (a large one) waits.",
        "It's Kiel's '90s, at 10:30:45, 5 == 5, a = b, $5 and $6^2, x^2 and ~5.",
        "Kiel, Bonn, Jena,\nUlm, Hof, Aue and all.",
        "One, two,\nthree, four.",
        "Deck: Kiel waits. [t]he port //so// it says, see http://kiel.de/a.",
        "[a]nd so it waits; dog[s] and [sic].",
    ],
)
def test_other_text_is_not_reported_as_foreign_markup(words: str) -> None:
    assert said_of(around(words), "S009") == []


def test_a_missing_space_after_a_heading_or_list_marker_is_fixed() -> None:
    text = around("##Kiel\n\n-Bonn\n-Jena\n")
    assert "\n    ## Kiel" in fixed(text, "S009")
    assert "\n    - Bonn\n    - Jena" in fixed(text, "S013")
    assert said_of(around("#Kiel waits."), "S009") == []


def test_garbled_letters_are_restored_and_correct_ones_kept() -> None:
    assert said_of(around("In KÃ¶ln itâ€™s late."), "T113") == [
        "5:9 T113 warning garbled character, from the wrong encoding",
        "5:16 T113 warning garbled character, from the wrong encoding",
    ]
    assert said_of(around("São Paulo, Köln, Älä and “Ça va” in Ångström."), "T113") == []


def test_rules_on_stops_citations_and_spaces_apply_to_fields() -> None:
    sources = "sources:\n  nyt: {outlet: NYT, date: 2023-05-10}\n"
    rest = (
        "corrections:\n  - date: 2023-05-14\n    text: An earlier version named the wrong bridge. [@nyt]\n"
        "  - date: 2023-05-15\n    text: Another version named the wrong river altogether\n" + sources
    )
    text = around("Kiel waits [@nyt].", rest).replace("title: One", "title: One  port")
    assert [each.split()[1] for each in said_of(text, "C108")] == ["C108"]
    assert said_of(text, "T107") == ["10:58 T107 warning paragraph does not end with a full stop"]
    assert said_of(text, "T105") == ["2:13 T105 warning two spaces in a row"]
    assert [each.split()[1] for each in said_of(text.replace("One  ", "One\u200b"), "T103")] == ["T103"]


def test_a_citation_in_an_alt_text_and_a_key_with_spaces_are_reported() -> None:
    sources = "sources:\n  nyt-kiel: {outlet: NYT, date: 2023-05-10}\n"
    text = "image: {file: images/a.jpg, alt: 'Kiel [@nyt-kiel] waits', credit: J}\n" + around(
        "Kiel [@nyt kiel].", sources
    )
    assert said_of(text, "C113", "C102") == [
        "1:40 C113 error an alt text cannot cite: “[@nyt-kiel]”",
        "6:12 C102 error no source `nyt`",
    ]
    assert "[@nyt-kiel]." in fixed(text, "C102")


def test_adjacent_groups_are_joined() -> None:
    sources = "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n  b: {outlet: BBC, date: 2023-05-10}\n"
    assert "Kiel [@a, p. 3; @b]." in fixed(around("Kiel [@a, p. 3] [@b].", sources), "C114")
    assert said_of(around("Kiel [@a] and [@b] (NYT, May 10).", sources), "C114") == []
    twice = around("Kiel [@a, p. 3] [@a, p. 3].", sources)
    assert said_of(twice, "C114") == ["5:10 C114 warning the same group of citations 2 times in a row"]
    assert "Kiel [@a, p. 3]." in fixed(twice, "C114")


@pytest.mark.parametrize(
    ("word", "help_"),
    [
        ("missing-urls", "did you mean `missing-url`? `briefgen rule` lists them all"),
        ("C104 from the template", "write `{rule: C104, reason: from the template}`"),
        ("zzz", "`briefgen rule` lists them"),
        ("C104 C105", "put commas between the rules: `[C104, C105]`"),
    ],
)
def test_an_unknown_rule_name_gets_a_proposal(word: str, help_: str) -> None:
    assert advise_rule(word) == help_


SOURCES = (
    "sources:\n  welt-kiel: {outlet: BBC, date: 2023-05-10}\n  kane: {outlet: NYT, date: 2023-05-10}\n"
    "  office: {outlet: PRC Embassy, date: 2023-05-10}\n"
)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("xx-welt-kiel", "welt-kiel"), ("kiel-2023", "welt-kiel"), ("NYT", "kane"), ("nyt-2023", "kane"),
        ("prc-embassy", "office"), ("PRC Embassy", "office"), ("of fice", "office"),
    ],
)  # fmt: skip
def test_a_key_far_from_the_others_gets_a_proposal_by_its_words_or_its_outlet(key: str, meant: str) -> None:
    text = around(f"Kiel waits [@welt-kiel; @kane; @office]. Kiel waits [@{key}].", SOURCES)
    assert f"Kiel waits [@{meant}].\n" in fixed(text, "C102")


def test_a_key_near_to_none_is_shown_those_that_there_are() -> None:
    manuscript = read(around("Kiel waits [@zzz].", SOURCES))
    [found] = [each.finding for each in run_rules(manuscript) if each.code == "C102"]
    assert found.help == "add `zzz:` under `sources:`, or cite one of `welt-kiel`, `kane`, `office`"


def test_outlets_that_share_a_date_are_each_given_it() -> None:
    text = around("Bonn waits (NYT/SCMP, May 10).", SOURCES)
    assert said_of(text, "C102") == ["5:17 C102 warning (NYT/SCMP, May 10) names several outlets"]
    assert "Bonn waits (NYT, May 10; SCMP, May 10)." in fixed(text, "C102")


def test_tags_and_links_around_a_key_are_told_once() -> None:
    text = around("Kiel waits <ref>kane</ref>, and [waits](@kane).", SOURCES)
    assert said_of(text, "S009") == []
    assert len(said_of(text, "C101")) == 2


def test_spaces_that_are_missing_around_a_citation_are_put_there() -> None:
    text = around("Kiel waits[@kane].Then Bonn waits [@kane]and Jena does [@kane], too.", SOURCES)
    assert said_of(text, "T105") == [
        "5:15 T105 warning 3 stray spaces: missing before a citation, missing after a citation"
    ]
    assert "Kiel waits [@kane]. Then Bonn waits [@kane] and Jena does [@kane], too." in fixed(text, "T105")


def test_full_stops_around_a_citation_are_counted() -> None:
    text = around("Kiel waits. [@kane]. Bonn waits [@kane].. Jena waits [@kane]... Ulm, Inc. [@kane].", SOURCES)
    assert [each.split(" ", 1)[1] for each in said_of(text, "C108")] == [
        "C108 warning full stop before and after the citation",
        "C108 warning two full stops after the citation",
    ]
    assert "Kiel waits [@kane]. Bonn waits [@kane]. Jena waits [@kane]..." in fixed(text, "C108")


@pytest.mark.parametrize(
    ("words", "shown", "made"),
    [
        ("(1) silt\n(2) sand", "(1)", "1. silt\n    2. sand"),
        ("1)silt\n2)sand", "1)", "1. silt\n    2. sand"),
        ("1.silt\n2.sand", "1.", "1. silt\n    2. sand"),
        ("(a) silt\n(b) sand", "(a)", "- silt\n    - sand"),
        ("a) silt\nb) sand", "a)", "- silt\n    - sand"),
        ("i) silt\nii) sand", "i)", "- silt\n    - sand"),
    ],
)
def test_numbers_that_are_no_list_in_markdown_are_told_and_made_one(words: str, shown: str, made: str) -> None:
    text = around(words)
    assert said_of(text, "S013") == [f"5:5 S013 warning 2 lines begin with `{shown}`, which is not a list in Markdown"]
    assert made in fixed(text, "S013")


@pytest.mark.parametrize(
    "words", ["1) silt\n2) sand", "1. silt\n2. sand", "(1) silt, it says.", "a. m.\nand p. m.", "(see) it\n(say) it"]
)
def test_lists_of_markdown_and_single_numbers_are_left_alone(words: str) -> None:
    assert said_of(around(words), "S013") == []


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Kiel waits (https://kiel.de/a).", "(https://kiel.de/a)"),
        ("Kiel waits [https://kiel.de/a].", "[https://kiel.de/a]"),
        ("Kiel waits (see https://kiel.de/a).", "(see https://kiel.de/a)"),
        ("Kiel waits (Source: <https://kiel.de/a>).", "(Source: <https://kiel.de/a>)"),
        ("Kiel waits (NYT, https://kiel.de/a).", "(NYT, https://kiel.de/a)"),
    ],
)
def test_an_address_in_parentheses_is_told_and_cited_where_it_is_a_source(words: str, written: str) -> None:
    sources = "sources:\n  kiel: {outlet: NYT, date: 2023-05-10, url: 'https://kiel.de/a/'}\n"
    others = "sources:\n  lund: {outlet: NYT, date: 2023-05-10}\n"
    told = [f"5:16 C101 warning an address where a citation should be: “{written}”"]
    assert said_of(around(words, sources), "C101") == said_of(around(words, others), "C101") == told
    assert "Kiel waits [@kiel]." in fixed(around(words, sources), "C101")


def test_an_issue_without_sources_may_cite_by_addresses() -> None:
    assert said_of(around("Kiel waits (https://kiel.de/a)."), "C101") == []


def test_other_addresses_are_no_citations() -> None:
    words = "See https://kiel.de, [Kiel](https://kiel.de), and (as a visit to https://kiel.de/a shows) more."
    assert said_of(around(words), "C101") == []


def test_a_lost_character_and_a_ligature_are_told_as_such() -> None:
    assert said_of(around("Kiel\ufffds \ufb01rst."), "T113") == [
        "5:9 T113 warning a character that was lost in a conversion",
        "5:12 T113 warning the letters “fi” are one character, as in a PDF",
    ]
    assert "Kiel\ufffds first." in fixed(around("Kiel\ufffds \ufb01rst."), "T113")


def test_a_dead_source_without_a_copy_is_told_at_the_word() -> None:
    sources = "sources:\n  kiel: {outlet: NYT, date: 2023-05-10, dead: true}\n"
    assert said_of(around("Kiel waits [@kiel].", sources), "C306") == [
        ("7:41 C306 warning source `kiel` is dead and has no archived copy, so it links to a page that is gone")
    ]


def test_a_heading_at_the_end_is_told() -> None:
    assert said_of(around("Kiel waits.\n\n## What it costs"), "S009") == [
        "7:8 S009 warning nothing follows this heading"
    ]


def test_quotation_marks_of_tex_are_made_curly() -> None:
    text = around("The ``Kiel'' waits, he said: ''no''.")
    assert "5:9 S009 warning ```Kiel''` is shown as text" in said_of(text, "S009")
    assert "The “Kiel” waits" in fixed(text, "S009")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Kiel \*waits\*.", "Kiel *waits*."),
        (r"Kiel \*\*waits\*\* now.", "Kiel **waits** now."),
        ("[a](https://kiel.de/plan b.pdf) waits.", "[a](https://kiel.de/plan%20b.pdf) waits."),
        ("[a](https://kiel.de/May plan 2.pdf) waits.", "[a](https://kiel.de/May%20plan%202.pdf) waits."),
        ("[a](https:// kiel.de/plan) waits.", "[a](https://kiel.de/plan) waits."),
        ("[the clerk](clerk@kiel.de) waits.", "[the clerk](mailto:clerk@kiel.de) waits."),
        (r"Kiel \* waits \* now, `\*so\*`.", r"Kiel \* waits \* now, `\*so\*`."),
        (r"“The [EU27] states,” he said, in \nabla.", r"“The [EU27] states,” he said, in \nabla."),
    ],
)
def test_what_was_meant_is_written(written: str, meant: str) -> None:
    assert fixed(around(written), "S009") == around(meant)


def test_the_marks_of_a_summary_are_told() -> None:
    head = "number: 133\ndate: 2023-05-12\nsummary: Kiel {} for a tide that comes once a year.\n" + around(
        "Kiel waits."
    )
    for marks in ("**waits**", "*waits*", "[waits](https://kiel.de)"):
        [said] = [each for each in said_of(head.replace("{}", marks), "S009") if "a summary is plain" in each]
        assert marks in said
    assert said_of(head.replace("{}", "* waits, 5 * 3 times"), "S009") == []
