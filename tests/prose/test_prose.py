"""A body as prose: where a place lies, which marks are loose, where sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.prose import scan_prose
from briefgen.yamltext import Span

PIECES = st.sampled_from(
    [
        "words ",
        "“",
        "”",
        "(",
        ")",
        "[",
        "]",
        "[x](https://e.org)",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n# ",
        "\n---\n",
        "\n===\n",
        "|",
        "\n| a | b |\n|---|---|\n",
        "<!--",
        "-->",
        "\\",
        "\\[",
        "![",
        "https://e.org",
        "<https://e.org>",
        "\n[a]: https://e.org",
        "1. ",
        "2)",
        ":)",
        "  ",
        "\t",
        "雄安",
        "😀",
    ]
)
BODIES = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def loose_in(text: str) -> str:
    """Return the unpaired marks of a text, with `+` after opening ones."""
    return " ".join(loose.mark + "+" * loose.is_opening for loose in scan_prose(text).unpaired_marks())


@settings(max_examples=200)
@given(BODIES)
def test_loose_marks_are_marks_and_come_in_order(text: str) -> None:
    loose = list(scan_prose(text).unpaired_marks())
    assert [each.span.of(text) for each in loose] == [each.mark for each in loose]
    assert [each.span for each in loose] == sorted(each.span for each in loose)
    assert all(each.span.end <= len(text) for each in scan_prose(text).limit_faults)


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("He said “yes” (twice) [sic].", ""),
        ("He said “yes.", "“+"),
        ("He said yes.”", "”"),
        ("“One (two” three)", "(+ )"),
        ("1) one, 2) two and a) three :)", ""),
        ("one)", ")"),
        ("“First.\n\n“Second.”", ""),
        ("“First.\n\nSecond.”", ""),
        ("“First.” “Then.\n\n“Second.", "“+"),
        ("“First. (more\n\n“Second.”", "(+"),
        ("`(` \\( <!-- ( -->", "(+"),
        ("```\n(\n```", ""),
        ("(one\n\ntwo)", ""),
        ("# “One\n\nwords”", "“+ ”"),
    ],
)
def test_marks_are_paired_in_order_within_a_block(text: str, loose: str) -> None:
    assert loose_in(text) == loose


def test_a_place_lies_in_a_block_or_between_two() -> None:
    prose = scan_prose("One\n\nTwo")
    block = prose.block_at(5)
    assert block is not None
    assert block.span == Span(5, 8)
    assert prose.block_at(4) is None


@given(BODIES, st.integers(-1, 70))
def test_a_place_is_looked_up_as_if_all_were_looked_through(text: str, at: int) -> None:
    prose = scan_prose(text)
    blocks = [block for block in prose.blocks if block.span.start <= at < block.span.end]
    assert prose.block_at(at) == next(iter(blocks), None)
    sentences = [span for span in prose.sentences if span.start <= at < span.end]
    assert prose.sentence_at(at) == next(iter(sentences), None)
    quoted = any(each.span.start < at < each.span.end for each in prose.quotations)
    is_quoted = any(block.kind == "quote" for block in blocks) or quoted
    assert prose.is_quoted(Span(max(at, 0), max(at, 0))) == is_quoted


@given(BODIES)
def test_every_character_of_east_asia_lies_in_a_run(text: str) -> None:
    runs = scan_prose(text).east_asian
    held = {at for run in runs for at in range(run.start, run.end)}
    assert {at for at, character in enumerate(text) if character >= "\u2e80"} <= held
    assert all(max(run.of(text)) >= "\u2e80" and min(run.of(text)) > "\xff" for run in runs)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. Mr. Wu stayed.", ["He left.", "Mr. Wu stayed."]),
        ("He said “go.” Gen. Mark Milley went.", ["He said “go.”", "Gen. Mark Milley went."]),
        ("In the U.S. it rained. Then it did not.", ["In the U.S. it rained.", "Then it did not."]),
        ("It rained (BBC, May 3). It did not.", ["It rained (BBC, May 3).", "It did not."]),
        ("It rained. (BBC, May 3) It did not.", ["It rained. (BBC, May 3)", "It did not."]),
    ],
)
def test_a_sentence_ends_at_a_stop_unless_it_is_an_abbreviation(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in scan_prose(text).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a " + "b" * 1_001, "a word of 1001 characters"),
        ("e" + "\u0301" * 9, "9 combining marks in a row"),
        ("——————————— ด" + "\u0e49\u0e47" * 6, "12 combining marks in a row"),
        ("> " * 9 + "a", "lists or quotations nested more than 8 deep"),
    ],
)
def test_exceeded_limits_are_reported_at_their_position(text: str, message: str) -> None:
    [fault] = scan_prose(text).limit_faults
    assert fault.message == message
    assert fault.span.end <= len(text)
    assert fault.help


@pytest.mark.parametrize("text", ["", "雄" * 2_000, "Sino-Soviet " * 300])
def test_real_newsletters_exceed_no_limit(text: str) -> None:
    assert scan_prose(text).limit_faults == ()
