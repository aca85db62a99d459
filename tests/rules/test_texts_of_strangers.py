"""What two readers found wrong in reports on newsletters that nobody had tuned rules on, by kind.

Each kind stands beside its neighbours, which are faults and still reported. All runs are as by default.
"""

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, read, said_of

HEADING = ["bold paragraph used as a heading"]
CLOSED_QUOTE = ["closing quotation mark ” was never opened"]
UNSPELLED = ["“XQZ” is never spelled out"]
TODO = ["“TODO” left in the text"]
STARS = ["`**` is shown as text"]
PUBLISHED = "The Joint Staff Office (JSO) met the Northern Port Union (NPU) (NYT, May 8).\n\nNobody waved."
PICTURE = "![The quay](images/quay.jpg)"


def messages(text: str, code: str) -> list[str]:
    return [each.finding.message for each in run_rules(read(text)) if each.code == code]


@pytest.mark.parametrize(
    ("code", "body", "found"),
    [
        # The sentence before has the full name, in a text that explains no acronym and cites nothing.
        ("N101", "The Xenial Quay Zone met. The XQZ left.", []),
        ("N101", f"{PUBLISHED}\n\nThe Xenial Quay Zone met. The XQZ left.", UNSPELLED),
        # Two people, two cities, an aside.
        ("N104", "Ida Marlsen came. Then Per Marlesen spoke.", []),
        ("N104", "Ida Marlsen came. Then Ida Marlesen spoke.", ["“Marlsen” or “Marlesen”?"]),
        ("N104", "Mayor Marlsen came. Then Ida Marlesen spoke.", ["“Marlsen” or “Marlesen”?"]),
        ("N104", "The Harbour Commission met. The Port Commision did, too.", ["“Commission” or “Commision”?"]),
        ("N104", "Trains from Freiberg to Freiburg take long.", []),
        ("N104", "He came to Staves. “No.” *Stares.* Nobody spoke.", []),
        ("N104", "He came to Staves and Stares. Nobody spoke.", ["“Staves” or “Stares”?"]),
        # A number counts what follows; before a noun it is part of a compound.
        ("N105", "It takes six working days, and a six-working day pause.", []),
        ("N105", "A five year plan follows the five-year plan.", ["“five year plan” and “five-year plan” both occur"]),
        # Captions, slogans, and lines in small letters.
        ("A103", f"{PICTURE}\n\n**The quay in May**\n\nWords.", []),
        ("A103", f"Words.\n\n**The quay in May**\n\n{PICTURE}\n\nWords.", HEADING),
        ("A103", "https://example.org/film\n\n**The quay in May**\n\nWords.", []),
        ("A103", "See https://example.org/film\n\n**The quay in May**\n\nWords.", HEADING),
        ("A103", "**Picture showing the quay**\n\nWords.", []),
        ("A103", "**Picture books are back**\n\nWords.", HEADING),
        ("A103", "**#SaveTheQuay**\n\nWords.", []),
        ("A103", "**the old quay**\n\nWords.\n\n**iPhone sales**\n\nWords.", HEADING),
        ("A103", "**The old quay**\n\n**The new quay**\n\nWords.", []),
        # The other half of a pair is in the words of a link; emoticons; a mark turned the wrong way.
        ("T101", "It came ([Kiel Post](https://example.org/a)[s)](https://example.org/b).", []),
        ("T101", "It came [(Post](https://example.org/a)).", []),
        ("T101", "It came) [(Post](https://example.org/a).", ["closing parenthesis ) was never opened"]),
        ("T101", "It came [(Post)](https://example.org/a)).", ["closing parenthesis ) was never opened"]),
        (
            "T101",
            "It (came [as](https://example.org/a).\n\n- [said)](https://example.org/b)",
            ["opening parenthesis ( is never closed"],
        ),
        ("T101", "Is it late? (; It is (:", []),
        ("T101", "It is late (:so late.", ["opening parenthesis ( is never closed"]),
        ("T101", "She said, ”It is late, and it is wide.”", CLOSED_QUOTE),
        ("T101", "She said, ”It is late.” He said it is wide.”", CLOSED_QUOTE * 2),
        # A verb's own preposition, and what is on.
        ("T104", "There are two boats to choose from with care.", []),
        ("T104", "A gift from with the port.", ["“from with”: two prepositions in a row"]),
        ("T104", "The lamp is always on in that hall.", []),
        ("T104", "It eased the pressure on in ports.", ["“on in”: two prepositions in a row"]),
        # A noun in a sentence, and a sample of a form.
        ("S005", "The new quay was a big TODO on our list.", []),
        ("S005", "We keep a TODO list.", []),
        ("S005", "Exports rose by a TODO percent.", TODO),
        ("S005", "The quay is new. TODO find out when.", TODO),
        ("S005", "> [Topic][Link]", []),
        ("S005", "As the port says [link].", ["“[link]” left in the text"]),
        ("S009", "> [Topic][Link]", []),
        ("S009", "> [Our plan][Link]", ["the label `[Link]` is not defined"]),
        # The mark of a note, and a heading that is a link.
        ("S009", "Some 73** people came.\n\n** So the port says.", []),
        ("S009", "Some [73](https://example.org/a)** people came.\n\n** So the port says.", []),
        ("S009", "Some 73** people came.\n\nSo the port says.", STARS),
        ("S009", "Some ** people came.\n\n** So the port says.", STARS),
        ("S009", "Words.\n\n## [The song of the quay](https://example.org/a)", []),
        ("S009", "Words.\n\n## The [song](https://example.org/a) of the quay", ["nothing follows this heading"]),
        # A signature.
        ("S013", "Come and see.\n\n-Ida & the port's team", []),
        ("S013", "Come and see.\n\n-Ida\n\nMore words.", ["a line begins with `-`, which is not a list in Markdown"]),
        ("S013", "Bring:\n\n-Boots\n-Bread", ["2 lines begin with `-`, which is not a list in Markdown"]),
        # A joke, in a text without any source.
        ("E105", "Some say only ghosts came.", []),
        ("E105", f"{PUBLISHED}\n\nSome say only ghosts came.", ["“Some say”: who, and where?"]),
        (
            "E105",
            "See [Kiel](https://example.org/a).\n\nNobody waved.\n\nSome say only ghosts came.",
            ["“Some say”: who, and where?"],
        ),
    ],
)
def test_what_is_right_is_left_alone_and_its_neighbour_reported(code: str, body: str, found: list[str]) -> None:
    said = messages(around(body), code)
    assert [line[: len(start)] for line, start in zip(said, found, strict=True)] == found


AUTHOR_DATE = "Fees fell by 12 percent, says the port. Most came (Ministry, 2017) and left (Kiel Survey, 2019)."
LIST = "Ministry. February 2017. The Quay. Available at the port."


def test_citations_by_year_refer_to_a_list_in_the_text() -> None:
    codes = ("C102", "C402", "E104")
    for heading in ("## References", "## **Sources**", "## Works cited"):
        assert said_of(around(f"{AUTHOR_DATE}\n\n{heading}\n\n{LIST}"), *codes) == []
    other = said_of(around(f"{AUTHOR_DATE}\n\n## The quay\n\n{LIST}"), *codes)
    assert [line.split()[1] for line in other] == ["C102", "C402", "C402"]
    dated = said_of(around(f"{AUTHOR_DATE} So it is (NYT, May 8).\n\n## References\n\n{LIST}"), *codes)
    assert [line.split()[1] for line in dated] == ["C102", "C402", "C402"]
    listed = f"{AUTHOR_DATE}\n\n## References\n\n{LIST}"
    assert said_of(around(listed, "sources:\n  a: {outlet: NYT, date: 2023-05-10}\n"), *codes) != []
    figure = f"{AUTHOR_DATE} So 20 percent say.\n\n## {{}}\n\n{LIST}"
    assert said_of(around(figure.format("References")), *codes) == []
    assert "E104" in "".join(said_of(around(figure.format("The quay")), *codes))


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Reading Circle, Kiel University", []),
        ("Anna Lind, Port Library", []),
        ("Anna Lind, Bo Ek", ["`author` holds 2 names"]),
        ("Anna Lind and Port Library", ["`author` holds 2 names"]),
    ],
)
def test_a_body_and_the_one_it_belongs_to_are_one_author(author: str, found: list[str]) -> None:
    assert messages(around("Words.").replace("Jane", author), "S016") == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Issue 7: See you in Kiel on Monday", []),
        ("Issue 7: See you at Kiel Harbour on Monday", ["“you” is not capitalized in a title-case heading"]),
        ("New ships! What the Harbour Saw", []),
        ("New Ships! What Harbour Men saw", ["“saw” is not capitalized in a title-case heading"]),
    ],
)
def test_the_case_of_a_title_is_that_of_each_sentence_without_days(title: str, found: list[str]) -> None:
    briefs = "briefs:\n" + "".join(
        f"  - title: {words}\n    body: Words.\n"
        for words in ("The Quay Is Late", "Ships Wait in Kiel", "Silt Fills It")
    )
    assert messages(around("Words.", briefs).replace("title: One", f'title: "{title}"'), "N108") == found


def test_a_mark_turned_the_wrong_way_has_its_own_advice() -> None:
    [report] = [each for each in run_rules(read(around("She said, ”It is late.”"))) if each.code == "T101"]
    assert report.finding.help == "turn it round: “"
