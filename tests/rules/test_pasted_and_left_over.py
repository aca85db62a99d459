"""What pasting, other programs and unfinished work leave in an issue is told where it stands; what is meant is not."""

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, fixed, read, said_of

LEFT = {
    "[insert quote here]": "Most came [insert quote here] to sit.",
    "[Add link]": "Most came to sit [Add link].",
    "[name]": "The driver, [name], knows the road.",
    "[xx]": "The bridge cost [xx] million.",
    "[Editor: check]": "Most came to sit [Editor: check].",
    "[photo?]": "Most came to sit. [photo?]",
    "$XX": "The bridge cost $XX million.",
    "XX": "Traffic grew by XX percent.",
    "[placeholder for the chart]": "Most came to sit. [placeholder for the chart]",
    "[to be confirmed]": "Most came to sit [to be confirmed].",
    "[year to come]": "It opened in [year to come].",
    "Error! Reference source not found": "Most came to sit, see Error! Reference source not found.",
    "Fehler! Textmarke nicht definiert": "Most came to sit, see Fehler! Textmarke nicht definiert.",
}
ASSISTANTS = {
    ":contentReference[oaicite:2]{index=2}": "Most came to sit. :contentReference[oaicite:2]{index=2}",
    "【oaicite:0】": "Most came to sit【oaicite:0】.",
    "【4†source】": "Most came to sit【4†source】.",
    "citeturn0search1": "Most came to sit. citeturn0search1",
    "citeturn0search1turn0news4": "Most came to sit. \ue200cite\ue202turn0search1\ue202turn0news4\ue201",
    "[oai_citation:0‡bbc.com](https://www.bbc.com/news)": (
        "Most came to sit [oai_citation:0‡bbc.com](https://www.bbc.com/news)."
    ),
    "[cite_start]": "[cite_start]Most came to sit.",
    "[cite: 1, 2]": "Most came to sit. [cite: 1, 2]",
    "As an AI language model, I": "As an AI language model, I cannot count chairs.",
    "Certainly! Here is a shorter version": "Certainly! Here is a shorter version of the text:",
}
NOTHING_LEFT = (
    "“[The name] of the ship is a secret,” he said.",
    "“We [insert the key] and wait,” he said.",
    "“As an AI language model, I cannot count chairs,” it wrote.",
    "The council [of nineteen] met, and [sic] voted.",
    "The [source](https://example.org/report) is public.",
    "Pope Pius XX is a character of a novel.",
    "Write `【4†source】` and it is found.",
)


@pytest.mark.parametrize("words", LEFT)
def test_what_is_missing_is_reported(words: str) -> None:
    column = 5 + LEFT[words].index(words)
    assert said_of(around(LEFT[words]), "S005") == [f"5:{column} S005 error “{words}” left in the text"]


@pytest.mark.parametrize(
    ("field", "help_"),
    [
        (r"{ CITATION Kie24 \l 1033 }", "cite the source"),
        ('ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"k1"}', "cite the source"),
        (r"{ REF _Ref12 \h }", "write the words"),
    ],
)
def test_what_a_field_of_a_word_processor_leaves_is_reported(field: str, help_: str) -> None:
    [found] = [each for each in run_rules(read(around(f"Most came to sit {field}."))) if each.code == "S005"]
    assert field in found.finding.message
    assert found.finding.help.startswith(help_)


def test_a_list_whose_marks_are_dashes_or_forgotten_is_reported() -> None:
    dashes = around("They sell:\n\n– salt,\n– rope,\n– tar.")
    assert "    - salt,\n    - rope,\n    - tar." in fixed(dashes, "S013")
    forgotten = around("They sell:\n\n- salt;\n- rope;\ntar.")
    assert "    - rope;\n    - tar." in fixed(forgotten, "S013")
    assert said_of(around("– What now?\n\n– We wait.\n\n– Still?"), "S013") == []
    assert (
        said_of(around("- salt, which they boil on the quay from water that they\n  carry; rope;\n- tar."), "S013")
        == []
    )


@pytest.mark.parametrize("words", ASSISTANTS)
def test_what_a_chat_assistant_left_is_reported(words: str) -> None:
    found = said_of(around(ASSISTANTS[words]), "S005")
    assert [each.partition("error ")[2] for each in found] == [f"“{words}” is left from a chat assistant"]


@pytest.mark.parametrize(
    "words",
    [
        "View this email in your browser",
        "Unsubscribe",
        "Share this post",
        "Read more »",
        "The post Kiel Waits appeared first on",
        "Subscribe for free to receive new posts and support my work",
        "Thanks for reading Harbor Notes! Subscribe for free to receive new posts.",
        "You are receiving this email because",
    ],
)
@pytest.mark.parametrize("around_it", ["{}", "**{}**", "[{}](https://example.org/a)"])
def test_what_a_newsletter_service_left_is_a_warning(words: str, around_it: str) -> None:
    found = said_of(around("Kiel waits.\n\n" + around_it.format(words)), "S005")
    assert [each.partition("warning ")[2] for each in found] == [f"“{words}” is left from a newsletter service"]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for reading!",
        "How to unsubscribe",
        "Unsubscribe from the gym before May.",
        "Share this post with a friend who sails.",
        "“View this email in your browser,” it says.",
        "Read more in the report of the port.",
        "The story appeared first on a map of 1810.",
        "Write `Unsubscribe` there.",
    ],
)
def test_words_on_a_newsletter_that_are_meant_are_not_left_over(text: str) -> None:
    assert said_of(around(text), "S005") == []


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("They share a com- mon roof.", "They share a common roof."),
        ("They share a com-\nmon roof.", "They share a common roof."),
        ("A dredger digs; each dred- ger digs.", "A dredger digs; each dredger digs."),
        ("Two- and three-year terms in the long- and the short run.", ""),
        ("Each dred- ger digs.", ""),
        ("The gov- ernor, a well- known man.", ""),
        ("A wellknown pier is a well-known pier.", ""),
        ("Write `com- mon` there.", ""),
    ],
)
def test_a_word_that_a_line_end_broke_is_joined(written: str, left: str) -> None:
    text = around(written)
    assert len(said_of(text, "T113")) == (1 if left else 0)
    assert fixed(text, "T113") == around(left or written)


@pytest.mark.parametrize("text", NOTHING_LEFT)
def test_brackets_and_phrases_that_are_meant_are_not_left(text: str) -> None:
    assert said_of(around(text), "S005") == []


def test_the_mark_of_an_assistant_goes_with_the_space_before_it() -> None:
    text = around("Most came to sit. :contentReference[oaicite:2]{index=2}")
    assert fixed(text, "S005") == around("Most came to sit.")


PARAGRAPH = "The city wants to close four of its nineteen libraries, because loans fell by a fifth."


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_paragraph_pasted_twice_is_reported_in_any_language(language: str) -> None:
    text = around(f"{PARAGRAPH}\n\nNobody asked.\n\n{PARAGRAPH}")
    found = said_of(text, "T104", publication=f"{{language: {language}}}")
    assert found == ["9:5 T104 warning this paragraph is the same as the one in line 5"]


def test_a_paragraph_is_found_in_another_item() -> None:
    brief = f"briefs:\n  - title: Two\n    body: |\n      {PARAGRAPH}\n"
    assert said_of(around(PARAGRAPH, brief), "T104") == [
        "9:7 T104 warning this paragraph is the same as the one in line 5"
    ]


def test_a_refrain_may_be_repeated() -> None:
    assert said_of(around("Read on below.\n\nThe port waits.\n\nRead on below."), "T104") == []


SLACK = {
    "* no increase *": "*no increase*",
    "** no increase **": "**no increase**",
    "_ no increase _": "_no increase_",
    "*no increase *": "*no increase*",
    "* no increase*": "*no increase*",
}


@pytest.mark.parametrize("written", SLACK)
def test_emphasis_with_spaces_inside_its_marks_is_reported_and_closed_up(written: str) -> None:
    text = around(f"The owner promises {written} this year.")
    sign = written.partition(" ")[0].rstrip("abcdefghijklmnopqrstuvwxyz") or written[0]
    shown = f"`{written}` is shown as text, because of the spaces inside `{sign}`"
    assert said_of(text, "S009") == [f"5:24 S009 warning {shown}"]
    assert fixed(text, "S009") == around(f"The owner promises {SLACK[written]} this year.")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("By [@kiel_port_](https://example.org/a), who waits.", 0),
        ("By @kiel_, who waits.", 0),
        ("By kiel_, who waits.", 1),
        ("By a@kiel_, who waits.", 1),
    ],
)
def test_a_handle_may_end_in_an_underscore(words: str, count: int) -> None:
    assert len(said_of(around(words), "S009")) == count


@pytest.mark.parametrize("text", ["It is 3 * 4 * 5 feet.", "A 4 * hotel and a 5 * hotel.", "One * two.", "Call f _ g."])
def test_lone_stars_are_not_emphasis(text: str) -> None:
    assert not [each for each in said_of(around(text), "S009") if "spaces inside" in each]


def test_keys_that_are_indented_into_the_body_are_reported_once() -> None:
    body = "The port waits.\nimage:\n  file: images/kiel.jpg\n  alt: Ferries at dusk\n  credit: Jane Doe"
    assert said_of(around(body), "S009", "T107") == [
        "6:5 S009 warning `image:` and what follows it, 4 lines, are a part of the text here, not keys"
    ]


def test_a_line_that_begins_like_a_key_is_text() -> None:
    assert said_of(around("The port waits, and says so:\ndate: unknown.\nIt waits."), "S009") == []


ALTS = {
    "IMG_2041.jpg": "a file name",
    "photo.png": "a file name",
    "Screenshot 2024-05-01 at 10.22.33.png": "a file name",
    "kiel.jpg": "the file name",
    "IMG_2041": "no description",
    "picture of": "no description",
    "image": "no description",
}


@pytest.mark.parametrize("alt", ALTS)
def test_an_alt_text_without_a_description_is_reported(alt: str) -> None:
    image = f"  image:\n    file: images/kiel.jpg\n    alt: {alt}\n    credit: Jane\n"
    assert said_of(around("The port waits.", image), "A101") == [
        f"8:10 A101 error the alt text “{alt}” repeats {ALTS[alt]}"
    ]


def test_an_alt_text_in_a_body_is_judged_alike() -> None:
    assert said_of(around("The port waits.\n\n![IMG_2041.jpg](images/kiel.jpg)"), "A101") == [
        "7:5 A101 error the alt text “IMG_2041.jpg” repeats a file name"
    ]


@pytest.mark.parametrize("accent", ["´", "`", "′"])
def test_an_accent_in_place_of_an_apostrophe_is_corrected(accent: str) -> None:
    text = around(f"They don{accent}t wait.")
    assert [each.partition(" ")[0] for each in said_of(text, "T113")] == ["5:13"]
    assert fixed(text, "T113") == around("They don’t wait.")


def test_code_and_minutes_hold_no_apostrophes() -> None:
    assert said_of(around("Type `a` or `b`, and wait 5′ for it."), "T113") == []


def test_straight_quotation_marks_do_not_go_with_curly_apostrophes() -> None:
    text = around('They don’t wait. "We do," said Kiel.')
    assert said_of(text, "T102") == ["5:22 T102 warning straight and curly quotation marks mixed"]
    assert fixed(text, "T102") == around("They don’t wait. “We do,” said Kiel.")


def test_straight_quotation_marks_go_with_straight_apostrophes() -> None:
    assert said_of(around("""They don't wait, and can’t. "We do," said Kiel."""), "T102") == []


def test_a_list_that_runs_together_makes_one_report() -> None:
    body = "Two things wait for it:\n    - the port, which The pilot knows\n    - The ferry, which is old."
    text = f"feature:\n  title: One\n  author: Jane\n  body: >\n    {body}\n"
    assert said_of(text, "S012", "T106", "T108") == ["4:9 S012 warning `>` runs the lines of `body` together"]
