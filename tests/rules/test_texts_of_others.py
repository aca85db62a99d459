"""What strangers' newsletters hold, and rules took for faults: code, names, quotations, captions, ends of paragraphs.

Each kind has its neighbours, which are faults.
"""

from textwrap import indent

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, read

STOP = ["paragraph does not end with a full stop"]
BROKEN = ["paragraph breaks off in the middle of a sentence"]
CODE = ["code is printed as running text"]
UNSPELLED = ["“XQZ” is never spelled out"]
OPEN_QUOTE = ["opening quotation mark “ is never closed"]
CLOSED_QUOTE = ["closing quotation mark ” was never opened"]


def messages(body: str, code: str) -> list[str]:
    return [each.finding.message for each in run_rules(read(around(body)), select=[code]) if each.code == code]


@pytest.mark.parametrize(
    "code",
    [
        "    x <- query(hub, 'a')[[1]]",
        '    ## [1] "Chem"  "fmcs"',
        '    $ git commit --amend -m "Kiel',
        "    let list: Array<String> = []",
        "    for (i in 1:3) { print(i)",
        "    SELECT name FROM ships WHERE tons >= 3;",
        "    curl -sSL https://kiel.de/a.sh | sh --yes",
        '    map<string, int> counts;\n    counts["a"]++;',
        "    query(hub, c('gtf', '80', 'a'))\n    query(hub, c('cdf', '81', 'a'))",
        "    def ship(name):\n        return name",
        "    if x == \"a\" && y != 'b' {",
        "    <Rle>  <IRanges> --",
    ],
)
def test_indented_code_is_told_as_code_and_nothing_else(code: str) -> None:
    select = ["S009", "T101", "T102", "T105", "T107", "T108", "T122", "N101", "A103"]
    text = around(f"It runs “so.”\n\n{code}\n\nIt’s done.")
    assert [each.finding.message for each in run_rules(read(text), select=select)] == CODE
    listed = around(f"- It runs “so.”\n\n{indent(code, '  ')}\n\nIt’s done.")
    assert [each.finding.message for each in run_rules(read(listed), select=select)] == CODE


def test_console_output_behind_code_is_no_heading() -> None:
    body = "It runs.\n\n    chain <- a(b)\n\n    ## > chain\n    ## $1\n    ##   <Rle> [[1]]\n\nIt is done."
    found = run_rules(read(around(body)), select=["S009", "A103", "T107"])
    assert [each.finding.message for each in found] == CODE
    assert not found[0].finding.related
    assert messages("It runs.\n\n    ## What Kiel says\n\nIt is done.", "S009") == []


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ("    The harbour is open after ten years of work", "T107", STOP),
        ("    The harbour is ten years late (and nobody knew.", "T101", ["opening parenthesis ( is never closed"]),
        ("    We used open() and read() as the others did <b>before</b> it.", "S009", ["HTML is shown as text: `<b>`"]),
        (
            "It is so.\n\n      A paragraph that was pasted with <i>its</i> margin.",
            "S009",
            ["HTML is shown as text: `<i>`"],
        ),
    ],
)
def test_an_indented_paragraph_is_no_code(words: str, code: str, found: list[str]) -> None:
    said = messages(words, code)
    assert [each for each in said if not each.startswith("HTML is shown as text: `</")] == found


@pytest.mark.parametrize(
    "body",
    [
        # A part of a longer name, an accident of capitals, two letters, and a name beside the acronym.
        "The XQZ files came. The Xenial Quay Zone Machine Works met.",
        "The XQZ came. Later the Xenial Quay Zone met.",
        "See [New Plan Xenial Quay Zone Now](https://example.org/a). The XQZ left.",
        "See [the new Xenial Quay Zone](https://example.org/a). The XQZ left.",
        "The XQZ files came. The Great Xenial Quay Zone met.",
        "Use X++! Quite Zany. The XQZ came.",
        "The Working Group met. The WG left.",
        "An XQZ [Xenial Quay Zone] came.",
        "The Xenial Quay Zone\n[XQZ](https://example.org/a) met. XQZ left.",
        "The Xenial Quay Zone [XQZ] met. XQZ left.",
        "The Xenial\nQuay Zone (XQZ) met. XQZ left.",
        "XQZ (the Xenial Quay Zone) met. XQZ left.",
        "XQZ data help. XQZ is xenial-quay zoning; the Xenial Quay Zone met.",
        "Use `a`, `b` and `c`. The XQZ came, and so did the Xenial Quay Zone.",
        "It runs.\n\n    a <- b(1)\n\nAnd:\n\n    c <- d(2)\n\nOr:\n\n    e <- f(3)\n\nThe Xenial Quay Zone met XQZ.",
    ],
)
def test_no_name_is_invented_for_an_acronym(body: str) -> None:
    assert messages(body, "N101") == []


@pytest.mark.parametrize(
    "body",
    [
        "The Xenial Quay Zone met. The XQZ left.",
        "The US Xenial Quay Zone met. The XQZ left.",
        "The Xenial Quay Zone Project met. The XQZ left.",
        "Two Xenial Quay Zones met. The XQZ left.",
        "## Xenial Quay Zone\n\nIt was late. The XQZ left.",
        "The [Xenial Quay Zone](https://example.org/a) met. The XQZ left.",
    ],
)
def test_a_whole_name_in_the_text_is_proposed(body: str) -> None:
    assert messages(body, "N101") == UNSPELLED


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("“It is late.\n\nIt was wide.\n\nIt is here.”", []),
        ("“It is late.\n\nIt was “wide.”\n\nIt is here.”", []),
        ("“It is late.\n\n- It was wide.\n\n- It is here.”", []),
        ("“It is late.\n\nIt was wide.\n\n“It is here.”", OPEN_QUOTE),
        ("It said “it is late.\n\nIt is here.”", OPEN_QUOTE + CLOSED_QUOTE),
        ("“It is late.\n\n## Kiel\n\nIt is here.”", OPEN_QUOTE + CLOSED_QUOTE),
        ("It is late (so that it\n\nwas wide).", []),
        ("It is late (so that it\n\nwas wide.", ["opening parenthesis ( is never closed"]),
        ("- “1) It is late.\n- 2) It is wide.”", []),
        ("He said: “a) it is late, b) it is wide.”", []),
        ('It said "[Kiel](https://kiel.de) waits.”', []),
        ('It said "*Kiel* waits” to us.', []),
        ("It said Kiel waits” to us.", CLOSED_QUOTE),
    ],
)
def test_pairs_may_run_over_paragraphs(body: str, found: list[str]) -> None:
    assert messages(body, "T101") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The harbour is open and will be deep.¹", []),
        ("The harbour is open and will be deep.¹²", []),
        ("The harbour is open and will be deep.”³", []),
        ("The harbour is open and will be deep.*", []),
        ("The harbour is open and will be deep.†", []),
        ("The harbour is open and will be deep.12", []),
        ("The harbour is open and is 20 km²", STOP),
        ("The harbour is open and version 3.12", STOP),
        ("The next day of the harbour will be:-", []),
        ("The next day of the harbour will be: –", []),
        ("We are glad that it is open. Best wishes to all, Ian G. Nisbet", []),
        ("We are glad that it is open. Kind regards from Kiel", []),
        ("We are glad that it is open. Yours sincerely, Jane Doe", []),
        ("We are glad that it is open. Thanks, Jane and Ole", []),
        ("We are glad that it is open – Jane Doe", []),
        ("We are glad that it is open to all of Kiel", STOP),
        ("The answer to all of this is a firm\n\n## No, it never was!", []),
        ("The answer to all of this is a firm\n\n## The vote", STOP),
        ("“It is open and will be deep”\n\n“It is wide and will be deeper”", []),
        ("“It is open and will be deep”\n\nIt is.", STOP),
        ("The harbour is open and will\n\nbe deep.", BROKEN),
        ("The harbour is open and we like our\n\niPhone.", STOP),
        ("The harbour is open and was (as it\n\nseems) deep.", BROKEN),
    ],
)
def test_ends_of_paragraphs(body: str, found: list[str]) -> None:
    assert messages(body, "T107") == found


def test_a_broken_paragraph_is_to_be_joined_and_gets_no_stop() -> None:
    found = run_rules(read(around("The harbour is open and will\n\nbe deep.")), select=["T107"])
    assert found[0].finding.help == "join it and the next paragraph"
    led = run_rules(read(around("The harbour is open, as it says in the summary\n\n> It is.")), select=["T107"])
    assert led[0].finding.help == "end it with a colon"
    assert found[0].finding.fix is None


@pytest.mark.parametrize(
    ("body", "code", "found"),
    [
        ("It's “so.”\n\n> It’s late.", "T122", []),
        ("It's late. “It’s late,” he said.", "T122", []),
        ('It\'s late. "It’s late," he said.', "T122", []),
        ("It's late. It’s wide.", "T122", ["straight and curly apostrophes mixed: ’ 1 time, ' 1 time"]),
        ('He said "so." It was.\n\n> It is “late.”', "T102", []),
        ('He said “so.” It was.\n\n> It is "late."', "T102", []),
        ('He said "so." See [“Kiel Waits”](https://kiel.de).', "T102", []),
        ('He said "so." It was “late.”', "T102", ["straight and curly quotation marks mixed"]),
        ("It was ‘safe’ there, “they” say.", "T102", []),
        ("It was ‘safe,’ “they” say.", "T102", ["single quotation marks, not inside double ones"]),
        ('Use "Ships".\n\n    a <- b("Ships", "d")\n\nIt was “late.”', "T102", []),
        ('Use "Boats".\n\n    a <- b("Ships")\n\nIt was “late.”', "T102", ["straight and curly quotation marks mixed"]),
        ('He said so.\n\n    a <- b("c", "d")\n\nIt was “late.”', "T102", []),
    ],
)
def test_marks_of_others_are_not_counted(body: str, code: str, found: list[str]) -> None:
    assert messages(body, code) == found


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        ('It\'s "a," "b," "c," "d" and “e.” It’s so; it\'s fine; it\'s good.', ['write "…"', "write '"]),
        ("It's \"a\" and “b.” It’s so; it's fine; it's good.", ["write “…”", "write ’"]),
        ('It’s "a" and “b.” It’s so; it\'s fine.', ["write “…”", "write ’"]),
    ],
)
def test_advice_on_quotation_marks_and_apostrophes_agrees(body: str, advice: list[str]) -> None:
    found = run_rules(read(around(body)), select=["T102", "T122"])
    by_code = {each.code: each.finding.help.partition(",")[0] for each in found}
    assert [by_code["T102"], by_code["T122"]] == advice


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Run it (pass --help to see) or with --dry-run, or `a` --all.", []),
        ("Run /usr/bin/kiel --version and wait.", []),
        ("It is late --as they say-- and wide.", ["hyphen used as a dash, 2 times"]),
        ("It is late -- as they say.", ["hyphen used as a dash"]),
        ("It is a fine book on ships - Francois.", []),
        ("It is a fine book on ships - Jane and Ole", []),
        ("It is a fine book - Kiel has it, and so has Bonn.", ["hyphen used as a dash"]),
        ("It is a fine book - it is late.", ["hyphen used as a dash"]),
    ],
)
def test_options_and_signatures_are_no_dashes(body: str, found: list[str]) -> None:
    assert messages(body, "T108") == found


@pytest.mark.parametrize(("language", "dash"), [("en", "—"), ("en-GB", "–"), ("en-AU", "–"), ("en-US", "—")])
def test_the_region_decides_on_the_dash_where_the_issue_does_not(language: str, dash: str) -> None:
    text = around("It is a fine book - it is late.")
    found = run_rules(read(text, publication=f"language: {language}"), select=["T108"])
    assert [each.finding.help for each in found] == [f"write {dash}, or set `style.dash`"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("**Visits by year**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |", []),
        ("**Figure 3 Visits by year**\n\nIt rose.", []),
        ("**Table 2a: Visits**\n\nIt rose.", []),
        ("**Chart 1 – Visits**\n\nIt rose.", []),
        ("**Rates from tax alone.²**\n\nIt rose.", []),
        ("**Source: the city**\n\nIt rose.", []),
        ("**Visits by year**\n\nThey rose.", ["bold paragraph used as a heading"]),
        ("**Tables and chairs**\n\nThey rose.", ["bold paragraph used as a heading"]),
        ("**Monthly meeting**  \nThursday at half past six, in the town hall.", []),
        ("**Monthly meeting**\\\nThursday at half past six, in the town hall.", []),
        (
            "**Monthly meeting**\nThursday at half past six, in the town hall.",
            ["this bold line is printed as the start of the paragraph below it"],
        ),
    ],
)
def test_captions_are_no_headings(body: str, found: list[str]) -> None:
    assert messages(body, "A103") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It is so.\n\n## No, they never were.", []),
        ("It is so.\n\n## **Was it?**", []),
        ("It is so.\n\n## The vote", ["nothing follows this heading"]),
    ],
)
def test_a_sentence_may_be_the_last_heading(body: str, found: list[str]) -> None:
    assert messages(body, "S009") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It ran from April 1 to June 25.\n\n- 30 June: Kiel\n- 3 July: Bonn\n- 5 July: Ulm", []),
        ("It ran from April 1 to 25 June.\n\n- 30 June: Kiel\n- 3 July: Bonn", 1),
        ("It ran on April 1.\n\n- 30 June: Kiel\n- July 3: Bonn", 1),
    ],
)
def test_a_calendar_may_have_its_own_form_of_days(body: str, found: list[str] | int) -> None:
    assert len(messages(body, "D107")) == (found or 0)


def test_a_partner_code_does_not_track() -> None:
    body = "It [rose](https://www.bloomberg.com/a?sref=Mi), and [fell](https://www.bloomberg.com/b?srnd=Mi)."
    assert messages(body, "C303") == ["tracking parameter in the address: srnd"]
