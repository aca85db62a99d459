"""Text that YAML or Markdown would lose in silence, and texts that were never meant to be printed."""

import pytest

from briefgen.rules import run_rules
from tests.rules.issues import around, fixed, read, said_of


def item(line: str) -> str:
    return f"feature:\n  title: One\n{line}\n  author: Jane\n  body: Words.\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  deck: Why we are #1", ["3:20 S011 warning `#1` is read as a comment and dropped from `deck`"]),
        ("  deck: Silt #later", ["3:14 S011 warning `#later` is read as a comment and dropped from `deck`"]),
        (
            "  deck: Pilot # 1 of the coast",
            ["3:15 S011 warning `# 1 of the coast` is read as a comment and dropped from `deck`"],
        ),
        ("  deck: We are # 1", ["3:16 S011 warning `# 1` is read as a comment and dropped from `deck`"]),
        ("  deck: Silt  # 1 of three", []),
        ("  deck: Silt # 2 words too long", []),
        ("  deck: Silt # 12 March", []),
        ("  deck: Silt # 2024-03-12", []),
        ("  deck: Silt # 12.3.", []),
        ("  deck: Silt # to be cut", []),
        ("  deck: Silt ## to be cut", []),
        ('  deck: "Why we are #1"', []),
        ('  deck: "Why" #1', []),
        ("  deck: Silt#1", []),
        ("  language: en #1", []),
    ],
)
def test_a_comment_in_a_value_is_distinguished_from_a_remark(line: str, said: list[str]) -> None:
    assert said_of(item(line), "S011") == said


def test_comments_may_follow_addresses() -> None:
    text = around("Words [@a].\n", "sources:\n  a:\n    outlet: NYT\n    url: https://www.nytimes.com/a #paywall\n")
    assert said_of(text, "S011") == []


def test_only_a_figure_is_quoted_without_asking() -> None:
    found = [
        diagnostic.finding.fix
        for line in ("  deck: We are #1", "  deck: Silt #later", "  deck: We are # 1")
        for diagnostic in run_rules(read(item(line)), select=["S011"])
    ]
    assert [fix.is_safe for fix in found if fix] == [True, False, False]


def body(written: str) -> str:
    return f"feature:\n  title: One\n  author: Jane\n  body: {written}\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (">\n    One.\n\n    Two.", "4:9 S012 warning `>` runs the paragraphs of `body` together"),
        (">\n    ## Vote\n    They wait.", "4:9 S012 warning `>` runs the lines of `body` together"),
        (">-\n    - One\n    - Two", "4:9 S012 warning `>` runs the lines of `body` together"),
        (">\n    One.  \n    Two.", "4:9 S012 warning `>` runs the line breaks of `body` together"),
        ('"One.\n\n    Two."', "4:3 S012 warning text in quotation marks runs the paragraphs of `body` together"),
        ("'One.\n\n    Two.'", "4:3 S012 warning text in quotation marks runs the paragraphs of `body` together"),
        ("\n    One.\n\n    Two.", "4:3 S012 warning text without `|` runs the paragraphs of `body` together"),
        ("One.\n\n    Two.", "4:3 S012 warning text without `|` runs the paragraphs of `body` together"),
        (">\n    One\n    and more.", ""),
        (">\n    One.\n\n\n    Two.", ""),
        ("One.", ""),
        ('"One."', ""),
        ("|\n    One.\n\n    Two.", ""),
    ],
)
def test_only_folded_bodies_that_lose_line_breaks_are_reported(written: str, said: str) -> None:
    assert said_of(body(written), "S012") == ([said] if said else [])


def test_a_folded_body_keeps_its_paragraphs_after_the_fix() -> None:
    assert fixed(body(">\n    One.\n\n    Two."), "S012") == body("|\n    One.\n\n    Two.")
    assert fixed(body("\n    One.\n\n    Two."), "S012") == body("|\n    One.\n\n    Two.")
    assert fixed(body('"One.\n\n    Two."'), "S012") == body('"One.\n\n    Two."')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("• One\n• Two\n", ["5:5 S013 warning 2 lines begin with `•`, which is not a list in Markdown"]),
        ("Two things:\n· One\n· Two\n", ["6:5 S013 warning 2 lines begin with `·`, which is not a list in Markdown"]),
        ("▪ One\n\n▪ Two\n", ["5:5 S013 warning 2 lines begin with `▪`, which is not a list in Markdown"]),
        ("\uf0b7\tOne\n", ["5:5 S013 warning a line begins with U+F0B7, which is not a list in Markdown"]),
        ("o\tOne\no\tTwo\n", ["5:5 S013 warning 2 lines begin with `o`, which is not a list in Markdown"]),
        (
            "• One\nWords.\n• Two\n",
            [
                "5:5 S013 warning a line begins with `•`, which is not a list in Markdown",
                "7:5 S013 warning a line begins with `•`, which is not a list in Markdown",
            ],
        ),
        ("One • Two\n", []),
        ("- One\n- Two\n", []),
        ("    • code\n", []),
    ],
)
def test_signs_of_a_word_processor_are_told_once_a_list(text: str, said: list[str]) -> None:
    if text.startswith("    "):
        text = "Words.\n\n" + text
    assert said_of(around(text), "S013") == said


def test_a_pasted_list_becomes_one() -> None:
    made = fixed(around("Things:\n•  One\n  • Two\n\nWords.\n"), "S013")
    assert made.splitlines()[4:8] == ["    Things:", "", "    - One", "      - Two"]
    made = fixed(around("Things:\n\n•\tOne\n"), "S013")
    assert made == around("Things:\n\n- One\n")
    quoted = body('"• One"')
    assert said_of(quoted, "S013") == ["4:10 S013 warning a line begins with `•`, which is not a list in Markdown"]
    assert fixed(quoted, "S013") == quoted


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Silt (CHECK) rose.", "(CHECK)"),
        ("Silt [CHECK with Ana] rose.", "[CHECK with Ana]"),
        ("Silt (CITE) rose.", "(CITE)"),
        ("Silt [TBD] rose.", "[TBD]"),
        ("Silt [source?] rose.", "[source?]"),
        ("Silt rose (when?).", "(when?)"),
        ("Silt rose (check the date of it).", ""),
        ("Silt rose (source: the harbor).", ""),
        ("Silt rose (add a third).", ""),
        ("Silt rose [add](https://e.org/).", ""),
        ("The time is TBD.", ""),
    ],
)
def test_orders_to_the_author_are_told_from_words_in_brackets(words: str, said: str) -> None:
    found = [line.partition("error ")[2] for line in said_of(around(words + "\n"), "S005")]
    assert found == ([f"“{said}” left in the text"] if said else [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  deck: “Silt", "3:9 T101 warning opening quotation mark “ is never closed"),
        ("  deck: Silt”", "3:13 T101 warning closing quotation mark ” was never opened"),
        ('  deck: Silt" rose', '3:13 T101 warning a quotation mark " has no partner'),
        ("  deck: “Silt” rose", ""),
        ("  deck: 'The \"Silt\" rose'", ""),
        ("  deck: 'A 5\" pipe'", ""),
        ("  language: en", ""),
    ],
)
def test_a_mark_without_its_partner_in_a_short_text(line: str, said: str) -> None:
    assert said_of(item(line), "T101") == ([said] if said else [])


def test_a_sample_is_gone_when_its_words_are() -> None:
    text = item("  deck: A standfirst says in a sentence why readers should go on.")
    assert said_of(text, "S014") == [
        "3:9 S014 warning sample text from `briefgen init`: “A standfirst says in a sentence why rea…”"
    ]
    assert said_of(text.replace("a sentence", "two sentences"), "S014") == []
