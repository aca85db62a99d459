"""What rules leave alone, because it is a habit of other newsletters, and what one cause is reported as."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.manuscript import Sibling, find_acronyms, find_explained, read_manuscript, shingle
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.rules.issues import HEAD, around, fixed, read, said_of, shown

LONG = "On Monday " + " ".join(f"word{number}" for number in range(40))
OTHER = " ".join(f"other{number}" for number in range(40))
CITED = "Kiel waits (NYT, May 10)."


def messages(body: str, code: str, *, publication: str = "{}", siblings: tuple[Sibling, ...] = ()) -> list[str]:
    found = run_rules(read(around(body), publication=publication, siblings=siblings), select=[code])
    return [each.finding.message for each in found if each.code == code]


def sibling(number: int, *texts: tuple[str, str]) -> Sibling:
    body = "\n\n".join(text for _, text in texts)
    runs = tuple((title, shingle(text)) for title, text in texts)
    day = date(2023, 4 if number < 133 else 6, number % 28 + 1)
    return Sibling(f"issues/{number}.yaml", number, day, runs, (), find_acronyms(body), find_explained(body))


# An issue that explains these is expected to explain others.
GLOSSED = "The Deep Kiel Board (DKB) met the New Kiel Board (NKB) (NYT, May 10)."


@pytest.mark.parametrize(
    "body",
    [
        "The XQZ met, said the XQZ [in Kiel](https://example.org/xqz).",
        "The XQZ met. [Minutes of the XQZ](https://example.org/a).",
        "It began at 9 PST in KS, paid in CHF, on AWS, and the PHP ran.",
        "The XQZ Group met. Later XQZ paid.",
        "The XQZ of Kiel met.",
        "The XQZ Energy and XQZ 9.",
        "A LOT of ships; they are SO late. TL;DR.",
        "He said “the XQZ is late,” and left.",
        "> The XQZ is late.",
        "The extra quiet zones are new. The EQZ are quiet.",
        "- [Dredger](https://example.org/a), XQZ\n- [Pilot](https://example.org/b), YQZ",
        "## Sources\n\n- XQZ, March 2026",
        "Run `a`, `b` and `c`. The XQZ will start.",
        "The XQZ ([a](https://github.com/a), [b](https://github.com/b), [c](https://gitlab.com/c)) starts.",
        "The SPRAB sailed.",
        "Harbour Co-Founder Cho met the HCF. " + "`a` `b` `c`",
    ],
)
def test_an_acronym_may_need_no_explanation(body: str) -> None:
    assert messages(f"{GLOSSED}\n\n{body}", "N101") == []


def test_an_issue_that_explains_no_acronyms_is_for_readers_who_know_them() -> None:
    said = ["“XQZ” is never spelled out"]
    assert messages("The XQZ met. The XQZ left.", "N101") == []
    assert messages("The Deep Kiel Board (DKB) met. The XQZ left.", "N101") == []
    assert messages(f"{GLOSSED} The XQZ left.", "N101") == said
    # Whose words are in the text is told everywhere.
    assert messages("The Xenial Quay Zone met. The XQZ left.", "N101") == said


def test_readers_know_the_name_of_the_newsletter() -> None:
    settings = "{name: The Extra Quiet Tide, publisher: The XQZ Society, url: 'https://yqz.example.org'}"
    assert messages("The XQZ, the YQZ and the TEQT met. XQZ, YQZ and TEQT left.", "N101", publication=settings) == []
    assert len(messages(f"{GLOSSED} The XQZ, the YQZ and the TEQT met. XQZ, YQZ and TEQT left.", "N101")) == 1


def test_unexplained_acronyms_make_one_report_and_known_names_one_each() -> None:
    body = f"{GLOSSED} The Harbour Lock Board met. The HLB spoke to the XQZ, and the XRZ to the HLB and the XQZ."
    found = run_rules(read(around(body)), select=["N101"])
    assert [each.finding.message for each in found] == [
        "“HLB” is never spelled out",
        "2 acronyms are never spelled out: XQZ and XRZ",
    ]
    assert "“Harbour Lock Board (HLB)”" in found[0].finding.help
    assert "`acronyms: {known: [XQZ, XRZ]}`" in found[1].finding.help
    assert [each.message for each in found[1].finding.related] == ["“XRZ”"]


@pytest.mark.parametrize(
    "body",
    [
        "Poster and EQZ - Extra Quiet Zone papers are due. The EQZ waits.",
        "EQZ: Extra Quiet Zone. The EQZ waits.",
        "The EQZ (“extra quiet zone”) waits. The EQZ is here.",
        "An “extra quiet zone” (EQZ) waits. The EQZ is here.",
        "The **extra quiet zone**, or EQZ, waits. The EQZ is here.",
        "The EQZ, short for extra quiet zone, waits. The EQZ is here.",
        "The Extra Quiet Zone – EQZ – waits. The EQZ is here.",
    ],
)
def test_an_acronym_with_its_words_beside_it_is_spelled_out(body: str) -> None:
    assert messages(body, "N101") == []


def test_a_word_three_times_in_a_title_is_meant() -> None:
    assert said_of(items("Words.").replace("title: One", "title: Life life life"), "T104") == []
    assert said_of(items("Words.").replace("title: One", "title: Life on on the dike"), "T104") == [
        "2:15 T104 warning “on” twice in a row"
    ]
    assert messages("The gates of the the the harbour open.", "T104") != []


def test_a_phrase_in_the_text_spells_an_acronym_out_only_if_it_is_a_name() -> None:
    assert messages("The Harbour is not in Kiel. Does NOT sail. The DN ran; `a` `b` `c`.", "N101") == []
    assert messages("The Harbour at the new Kiel. HK ran; `a` `b` `c`.", "N101") == []


def test_readers_know_an_acronym_from_other_issues() -> None:
    body = f"{GLOSSED} The XQZ met. The XQZ left."
    used = sibling(131, ("a", body)), sibling(132, ("a", body))
    assert messages(body, "N101", siblings=used[:1]) == ["“XQZ” is never spelled out"]
    assert messages(body, "N101", siblings=used) == []
    explained = sibling(132, ("a", "The Extra Quiet Zone (XQZ) met."))
    assert messages(body, "N101", siblings=(explained,)) == []
    linked = sibling(132, ("a", "The zone [a](https://example.org/XQZ) met."))
    assert messages(body, "N101", siblings=(linked,)) == ["“XQZ” is never spelled out"]


def repeated(siblings: tuple[Sibling, ...], publication: str = "{}", title: str = "Credits") -> list[str]:
    text = f"{around('Words.')}briefs:\n  - {{title: {title}, body: {LONG}}}\n  - {{title: New, body: {OTHER}}}\n"
    return shown(run_rules(read(text, siblings=siblings, publication=publication), select=["S006"]))


def test_a_standing_part_may_repeat() -> None:
    once = (sibling(132, ("Thanks", LONG)),)
    said = ["7:13 S006 warning this text ran in issue 132 as “Thanks”"]
    assert repeated(once) == said
    assert repeated(once, "series: {standing: [credits]}") == []
    # By its text or its title, in issues before and after.
    assert repeated((*once, sibling(134, ("Thanks", LONG)))) == []
    assert repeated((sibling(131, ("Credits", "a")), *once, sibling(134, ("Credits", "b")))) == []


def test_a_text_ran_before_only_if_most_of_it_did() -> None:
    short = " ".join(LONG.split()[: len(LONG.split()) * 7 // 10])
    assert repeated((sibling(132, ("Thanks", short)),)) == []
    longer = f"{LONG} {chr(32).join(str(number) for number in range(90))}"
    assert repeated((sibling(132, ("Thanks", longer)),))[:1] == [
        "7:13 S006 warning this text ran in issue 132 as “Thanks”"
    ]


def test_a_text_that_was_touched_or_tells_of_no_day_is_meant_to_run() -> None:
    timeless = LONG.removeprefix("On Monday ")
    assert repeated((sibling(132, ("Thanks", LONG.replace("word7", "changed"))),)) == []
    text = f"{around('Words.')}briefs:\n  - {{title: A, body: {timeless}}}\n  - {{title: New, body: {OTHER}}}\n"
    found = run_rules(read(text, siblings=(sibling(132, ("Thanks", timeless)),)), select=["S006"])
    assert found == ()


def test_an_issue_that_repeats_most_of_another_is_reported_in_spite_of_its_titles() -> None:
    both = (("Credits", LONG), ("New", OTHER))
    siblings = (sibling(131, *both), sibling(132, *both), sibling(134, *both))
    assert [each.split(" ", 1)[1] for each in repeated(siblings)] == [
        "S006 warning this text ran in issue 132 as “Credits”",
        "S006 warning this text ran in issue 132 as “New”",
    ]


def items(*bodies: str, rest: str = "") -> str:
    feature, *briefs = (body.replace("\n", "\n      ") for body in bodies)
    listed = "".join(f"  - title: Brief\n    body: |\n      {body}\n" for body in briefs)
    return f"feature:\n  title: One\n  author: Jane\n  body: |\n      {feature}\nbriefs:\n{listed}{rest}"


OPEN = "paragraph does not end with a full stop"
CLAIM = "The harbour lost 10 percent of its trade."


def test_an_issue_that_cites_once_makes_one_report_of_claims() -> None:
    plain, once = "word " * 30, "It opened (BBC, 2022)."
    assert said_of(items(once, CLAIM, plain, CLAIM), "E101") == ["7:12 E101 warning 2 items have no citation at all"]
    assert said_of(items(once, plain, plain), "E101") == []
    assert said_of(items(once, CLAIM), "E101") == ["7:12 E101 warning brief has no citation at all"]


LINK = "See [a report](https://www.nytimes.com/2023/05/10/a.html)."


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ("", set()),
        # A year in parentheses may be no citation.
        (" It has a plan (Plan No. 2, 1996).", set()),
        (" It opened (NYT, May 8).", {"E101", "E102", "E103", "E104"}),
        (" It opened (BBC, 2022; CNN, 2023). It shut (BBC, 2021).", {"E101", "E102", "E103", "E104"}),
        (" It opened [@times].", {"E101", "E102", "E103", "E104"}),
    ],
)
def test_an_issue_that_cites_only_by_links_owes_no_source_for_each_claim(cited: str, found: set[str]) -> None:
    quoted, long = "He called it “the gate of the northern coast” here.", "In 1913 they built and it sank again. " * 10
    text = items(f"{LINK}{cited}", f"{LINK}\n\n{CLAIM}\n\n{quoted}\n\n{long}", CLAIM)
    manuscript = read(text)
    select = ["E101", "E102", "E103", "E104"]
    assert {each.code for each in run_rules(manuscript, select=select)} & set(select) == found


def test_an_issue_that_cites_nowhere_makes_one_report() -> None:
    assert said_of(items(CLAIM, "word " * 30), "E101") == ["2:10 E101 warning none of the 2 items cites anything"]


def test_a_publication_that_cites_nowhere_is_left_alone() -> None:
    text = items(CLAIM, "word " * 30)

    def reports(*cited: str) -> int:
        siblings = tuple(replace(sibling(131 + at), cites=bool(each)) for at, each in enumerate(cited))
        return len(run_rules(read(text, siblings=siblings), select=["E101"]))

    assert reports() == 1
    assert reports("", "") == 0
    assert reports("", "cites") == 1


def test_an_issue_that_cites_makes_a_report_for_each_item_that_does_not() -> None:
    found = said_of(items(f"{CITED} {CITED}", "word " * 30, CLAIM), "E101")
    assert [each.split()[0] for each in found] == ["7:12", "10:12"]
    assert said_of(items(CITED, "word " * 30, "word " * 30), "E101") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A ticket costs $25, and a boat $9,500.", []),
        ("It cost $10,000.", ["“$10,000” without a citation"]),
        ("It cost $25 million.", ["“$25 million” without a citation"]),
        ("This is part 2 of 5, and day 3 of 10.", []),
        ("We surveyed 200 of 300 readers, and we now estimate 10 percent.", []),
        ("Suppose 10 percent sank.", []),
        ("It would cost $25 million.", []),
        ("**Trade fell by 10 percent.**", []),
        (
            f"It lost 10 percent.\n\nIt won 12 percent.\n\n{CITED}\n\nIt won 13 percent.",
            ["“10 percent” without a citation"],
        ),
    ],
)
def test_figures_of_their_own_need_no_citation(body: str, found: list[str]) -> None:
    assert messages(f"{CITED}\n\n{body}", "E104") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He told us that “this is a day of joy.”", []),
        ("He told The Tide that “this is a day of joy.”", []),
        ("You might say, “But who needs one more?”", []),
        ("She wrote “A History of the Long Harbours.”", []),
        ("He told them that “this is a day of joy.”", ["quotation without a citation"]),
        ("He said “this is a day” and “this is a night.”", ["quotation without a citation, 2 times"]),
    ],
)
def test_quotations_of_their_own_need_no_citation(body: str, found: list[str]) -> None:
    said = messages(
        f"{CITED}\n\n{body.replace('a day”', 'a day of joy”').replace('a night', 'a night too')}",
        "E103",
        publication="name: The Tide",
    )
    assert said == found


def test_a_block_quotation_may_be_cited_above() -> None:
    quoted = "> “It is late, and it is grey.”\n>\n> “It is here, and it is blue.”"
    link = "It opened (NYT, May 8).\n\nThe pilot wrote [a report](https://example.org/a) on it."
    assert messages(f"{link}\n\n{quoted}", "E103") == []
    assert messages(f"{link}\n\nIt is known.\n\n{quoted}", "E103") == ["quotation without a citation, 2 times"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It sails this week, today and tonight, as it did two years ago and over the last ten years.", []),
        ("It sails this week and sank last month. It opened over a month ago.", []),
        (
            "It sails in less than two weeks. It sank three weeks ago.",
            ["1 relative date, read from the issue date (Friday, May 12, 2023)"],
        ),
        ("It sank 500 years ago, and will rise in about three years.", []),
    ],
)
def test_what_the_date_of_the_issue_explains_makes_no_note(body: str, found: list[str]) -> None:
    assert messages(body, "D102") == found


@pytest.mark.parametrize("day", ["2023-05-12", "2023-05-03", "2023-05-14"])
def test_a_period_that_readers_know_is_not_noted(day: str) -> None:
    body = "Last week it sailed. It is due this week and next week, this month and this year. Last month it sank."
    assert not run_rules(read(around(body, f"number: 133\ndate: {day}\n")), select=["D102"])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("CCTV cameras watch the quay, and RT-PCR tests are done.", 0),
        ("Closed-circuit television is near. According to CCTV, it is late.", 0),
        ("According to CCTV, it is late.", 1),
        ("RT reported that it is late.", 1),
        ("The RT of the ship is high.", 0),
        ("The Paper Chase sang.", 0),
        ("A military expert told the Global Times so.", 1),
        ("The government met. Xinhua wrote.", 1),
        ("China’s state news agency Xinhua wrote.", 0),
        ("Xinhua, the state news agency, wrote.", 0),
        ("The party’s Global Times wrote.", 0),
        ("Xinhua is run by the state.", 0),
        ("Xinhua (in English), like a hundred other papers and channels all over the land, is state-run.", 0),
        ("The state-run and often quoted Global Times wrote.", 0),
        ("The Kremlin mouthpiece RT reported it.", 0),
    ],
)
def test_a_label_says_who_owns_the_outlet(body: str, found: int) -> None:
    manuscript = read_manuscript(parse_text(around(body) + HEAD), "133.yaml", outlets=load_shipped_outlets())
    said = [each for each in run_rules(manuscript, select=["C407"]) if each.code == "C407"]
    assert len(said) == found


@pytest.mark.parametrize(
    ("code", "body", "found"),
    [
        ("S005", "The speaker (TBA) is late.", []),
        ("S005", "The Sonar(Source) Blog.", []),
        ("S005", "It is late (SOURCE).", ["“(SOURCE)” left in the text"]),
        ("T101", "We like it =) a lot. The 6” screen is new.", []),
        ("T101", "> “It is late.\n>\n> It is here.”", []),
        ("T101", "**1) The First Gate**—It is open.\n\n_b) The second._ It is shut.\n\n**C.) The third.** A dike.", []),
        ("T101", "It is late (which we like ;) ) and deep. It is here (at last :-)", []),
        ("T101", "It is late :( and deep (so deep :( ) here.", []),
        ("T101", "It is late :) and deep).", ["closing parenthesis ) was never opened"]),
        ("T101", "It has a name:(Kiel.", ["opening parenthesis ( is never closed"]),
        ("T101", 'The theme is “Trust in Harbours" and more. A "port of trust” too.', []),
        ("T101", 'The theme is “Trust in Harbours" - with more.', []),
        ("T101", 'The theme is “Trust and "Harbours" here.', ["opening quotation mark “ is never closed"]),
        ("T101", "The theme is “Trust&#8221; and &ldquo;harbours”.", []),
        ("T101", "The theme is &#8220;Trust.", ["opening quotation mark “ is never closed"]),
        (
            "T101",
            "> “It is late.\n\nWords.\n\n> It is here.”",
            ["opening quotation mark “ is never closed", "closing quotation mark ” was never opened"],
        ),
        ("T107", "The director said of the harbour,\n\n> It is a gate.", []),
        ("T107", "The director said of the harbour,\n\n- It is a gate.", []),
        ("T107", "The director said of the harbour,\n\n| a | b |\n|---|---|\n| 1 | 2 |", []),
        ("T107", "The director said of the harbour,\n\n```\na\n```", []),
        ("T107", "The director said of the harbour,\n\n![A gate](a.png)", []),
        ("T107", "The director said of the harbour,\n\nIt is a gate.", ["paragraph does not end with a full stop"]),
        ("T107", "The director said that\n\n> It is a gate it has been for years.", []),
        ("T107", "Figure 8. The ships that will come to the harbour", []),
        ("T107", "**Table 2**: The ships that will come to the harbour", []),
        ("T107", "Figure 8 says that ships will come to the harbour", ["paragraph does not end with a full stop"]),
        ("T108", "It is open on 19:00--20:30 and 3 pm -- 5 pm, May--June, at 12 -- 14 euros.", []),
        ("T108", "Come to Civic Data Lab - Mit Daten reden, and ask Unai Pérez - Goya.", []),
        ("T108", "Kiel - the port - is late, and in Kiel - I know it - it is.", ["hyphen used as a dash, 4 times"]),
        ("T108", "It is open -- at last. It has 3 gates -- deep ones.", ["hyphen used as a dash, 2 times"]),
        ("D102", "It opened last year and will grow next year, over the coming weeks and in the next two years.", []),
        ("D102", "It is a port of tomorrow, as in the last year or two, or, say, 8 weeks ago.", []),
        ("D102", "Write \\\\(P(\\\\text{ship 3 weeks ago \\| no ship yet})\\\\) for it.", []),
        (
            "D102",
            "It opens \\[in under three weeks in \\[Kiel\\]\\].",
            ["1 relative date, read from the issue date (Friday, May 12, 2023)"],
        ),
        (
            "D102",
            "It opens in about three weeks.",
            ["1 relative date, read from the issue date (Friday, May 12, 2023)"],
        ),
        ("S005", "Is that ok??? It is, is it ??? Yes.", []),
        ("S005", "Exports rose ??? percent (???).", ["“???” left in the text", "“???” left in the text"]),
        ("S005", "???", ["“???” left in the text"]),
        ("N104", "Person cycling is at Pearson airport; Pearson is open.", []),
        ("N104", "Parson cycling is at Larson airport; Larsson is open.", ["“Larson” or “Larsson”?"]),
        ("C102", "The plan (Local Plan No. 2 with alterations, 1996) and the law (Clean Harbours Act, 1990) stay.", []),
        ("C102", "It opened (Harbour Plan Gazette, 1996).", ["no source for (Harbour Plan Gazette, 1996)"]),
        ("C102", "## Harbour News: Edition 51 (May 22nd, 2019)", []),
        ("N103", "US-CERT and US-CERT wait. The U.S. waits.", []),
        ("T104", "He told of the goings on in Kiel.", []),
        ("T106", "the old band The loud Eagles sang.", []),
        (
            "T106",
            "[Incident 7](https://kiel.de/7): Port Matched a Ship’s Plate to That of a Stolen Vessel Allegedly",
            [],
        ),
        ("T106", "Kiel matched a ship’s plate to That of a stolen vessel.", ["capital letter in mid-sentence: “That”"]),
        ("T106", "round one of the debates\nThe ship sails.", []),
        ("A103", "**Next session: May 12**\n\nWords.", []),
        ("A103", "**3.5 stars**\n\nWords.", []),
        ("A103", "**Thank you! ❤️**\n\nWords.", []),
        ("A103", "## a\n\n#### b\n\n## c\n\n#### d", ["heading level jumps from 2 to 4, 2 times"]),
        ("A103", "**Jane Doe, jane@example.org or phone 01234 567890**\n\nWords.\n\n**Or 01234 567890**\n\nWords.", []),
        ("A103", "**NEW TIME**\n\nWords.\n\n**New time**\n\nWords.", []),
        ("A103", "**NEW TIME**\n\nWords.\n\n**Old Time**\n\nWords.", ["2 bold paragraphs used as headings"]),
        ("T102", "“A b”, “c d”, “e f”: the value of ‘text-align’ is good, as in ‘position: static’.", []),
        ("T102", '“A b” is in <script type="importmap">.', []),
        ("T104", "Everybody talks of topics. Topics topics topics, and browsing by topics topics topics.", []),
        ("T103", "Call copy\u00adExternal\u00adImage() with layout\u00ad_css\u00ad_enabled.", []),
        (
            "T103",
            "The har\u00adbour and the ha\u200bven o\u00adpen.",
            ["invisible character U+00AD (soft hyphen), 2 times", "invisible character U+200B (zero-width space)"],
        ),
        ("D107", "## Week Ending May 13, 2018\n\nIt opens on May 21st and May 22nd.", []),
        ("D107", "## Sales\n\nIt opens on May 21st and May 22.", ["“May 22” here, but 1 date like “May 21st”"]),
        ("E106", 'He held a sign: ‘NYT said so’. "BBC reported it," said another.', []),
        ("E106", "The NYT said so.", ["The NYT is the stated source, but no The NYT citation is in this paragraph"]),
        ("N112", "GitHub waits: Better Github Action Logging. On GitHub it waits.", []),
        ("E105", "Many pundits predict great things for this port. Here are some:\n\n- Silt", []),
        ("E105", "Many pundits predict great things for this port.", ["“Many pundits predict”: who, and where?"]),
        ("N112", "Vision Zero asks for zero deaths, and Vision Zero for a plan. They built Vision Zerö.", []),
        ("N112", "Kurt Zero and Kurt Zero met Kurt Zerö.", ["“Zerö” here, “Zero” 2 times elsewhere"]),
        ("N112", "GitHub waits, and Github waits. On GitHub it waits.", ["“Github” here, “GitHub” 2 times elsewhere"]),
        ("S009", "Take port* and ship.\n\n*A port is where ships lie.", []),
        ("S009", "Add *Options to all of them.", []),
        ("S009", "Add *options to all of them.", ["`*` is shown as text"]),
        ("S009", "*Kiel waits.", ["`*` is shown as text"]),
        ("T104", f"- {LONG[:80]}\n- {OTHER[:80]}\n- {LONG[:80]}", []),
        ("T104", f"- {LONG}\n- {OTHER}\n- {LONG}", ["this paragraph is the same as the one in line 5"]),
        ("T104", f"{LONG}:\n\nWords.\n\n{LONG}:\n\nWords.", []),
        ("T104", f"$$ {LONG} $$\n\nWords.\n\n$$ {LONG} $$", []),
        ("T107", "There are several ports here. The largest of them are\n\n- Kiel\n- Bonn", []),
        ("T107", "There are several ports here. We list them in\n\n[Ports](https://example.org/ports)", []),
        ("T107", "The port is good. They have a plan to help\n\n> They have a plan.\n\nthose who sail.", []),
        ("T107", "The port is good. They have a plan to help\n\n> They have a plan.\n\nThose sail.", [OPEN]),
        ("T107", "It is old. She wrote of it under the title: **“The Port Is Old — but Strong”**", []),
        ("T107", "🐘 [Our account](https://example.org/a) is new (if it is what you like)", []),
        ("T107", "The port is good. They have a plan to help", [OPEN]),
        ("T111", "He said that the navy, receiving these new ships, will grow.", []),
        ("T111", "The board, noting that the firm running the port lost money, will close it.", []),
        ("T111", "He said that the firm running the port, the Ostsee, will close it.", []),
        ("T111", "He said “that the firm running the port, will close it”.", []),
        (
            "T111",
            "He said that the firm running the port, will close it.",
            ["comma between a subject and its verb, “will close”"],
        ),
        ("T113", "The code fails (for example 测试-\ufffd instead of 测试-加).", []),
        ("T113", "The code fails in 测试-\ufffd.", ["a character that was lost in a conversion"]),
        ("N103", "Admiral M Amjad Niazi left the U.S. fleet.", []),
        ("N103", "The U.S. and the U.S. met King Charles V Street, Plan B Ltd and Senator X Smith.", []),
        (
            "N103",
            "The U.S. and the U.S. met President George W Bush and Dr. A. Smith.",
            ["“W” has no full stop, though “U.S.” has"],
        ),
    ],
)
def test_a_habit_is_left_alone(code: str, body: str, found: list[str]) -> None:
    assert messages(body, code) == found


def test_one_place_of_a_merged_report_may_be_silenced() -> None:
    text = around(
        f"The XQZ met the XRZ. XQZ and XRZ left. {GLOSSED}\n\n"
        "<!-- briefgen: ignore N101 known here -->\n\nThe XSZ met XSZ."
    )
    match = "ignore:\n  - {rule: N101, match: XRZ, reason: known}\n"
    assert said_of(text, "N101", "S007") == ["5:9 N101 note 2 acronyms are never spelled out: XQZ and XRZ"]
    assert said_of(text + match, "N101", "S007") == ["5:9 N101 note “XQZ” is never spelled out"]


def test_a_merged_report_has_the_fixes_of_all_places() -> None:
    text = around("“A” ‘bc’ “d” ‘ef’ “g”.")
    assert fixed(text, "T102") == around("“A” “bc” “d” “ef” “g”.")
