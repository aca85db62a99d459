"""A body is cut into blocks that hold every word once, and into what is prose and what is not."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.prose import find_blocks, find_excesses, scan_prose
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


def kinds_of(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in find_blocks(text)]


def opaque_in(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.span.of(text)) for each in scan_prose(text).opaque]


def loose_in(text: str) -> str:
    """Return the loose marks of a text, `+` after those that open."""
    return " ".join(loose.mark + "+" * loose.is_opening for loose in scan_prose(text).loose_marks())


@settings(max_examples=300)
@given(BODIES)
def test_every_word_lies_in_exactly_one_block(text: str) -> None:
    blocks = find_blocks(text)
    covered = [range(block.span.start, block.span.end) for block in blocks]
    assert all(one.stop <= other.start for one, other in itertools.pairwise(covered))
    inside = {at for part in covered for at in part}
    outside = "".join(character for at, character in enumerate(text) if at not in inside)
    # Only what marks a heading, an entry or a quotation stands outside.
    assert not outside.strip("#->*+.)0123456789 \t\n").strip()


@settings(max_examples=300)
@given(BODIES)
def test_what_is_opaque_is_in_order_and_apart(text: str) -> None:
    prose = scan_prose(text)
    spans = [each.span for each in prose.opaque]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert len(prose.visible) == len(text)
    hidden = {at for span in spans for at in range(span.start, span.end)}
    assert all(
        prose.visible[at] == (text[at] if at not in hidden or text[at] == "\n" else "\x00") for at in range(len(text))
    )


@settings(max_examples=200)
@given(BODIES)
def test_loose_marks_are_marks_and_come_in_order(text: str) -> None:
    loose = list(scan_prose(text).loose_marks())
    assert [each.span.of(text) for each in loose] == [each.mark for each in loose]
    assert [each.span for each in loose] == sorted(each.span for each in loose)
    list(find_excesses(text))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One\ntwo\n\nThree", [("paragraph", "One\ntwo"), ("paragraph", "Three")]),
        ("## Head\nWords", [("heading", "Head"), ("paragraph", "Words")]),
        ("Head\n====\nWords", [("heading", "Head\n===="), ("paragraph", "Words")]),
        ("- one\n- two\n  more", [("item", "one"), ("item", "two\n  more")]),
        ("3) one", [("item", "one")]),
        ("> said\nhe", [("quote", "said\nhe")]),
        ("```py\n# a\n\n```\nWords", [("code", "```py\n# a\n\n```"), ("paragraph", "Words")]),
        ("~~~\nnever closed", [("code", "~~~\nnever closed")]),
        ("| a |\n|---|\n| b |\n\nWords", [("table", "| a |\n|---|\n| b |"), ("paragraph", "Words")]),
        ("a | b", [("paragraph", "a | b")]),
        ("* * *", [("rule", "* * *")]),
        ("<!-- note\n\nmore -->\nWords", [("comment", "<!-- note\n\nmore -->"), ("paragraph", "Words")]),
        ("<!-- note --> Words", [("paragraph", "<!-- note --> Words")]),
        ("<!-- never closed", [("paragraph", "<!-- never closed")]),
        ("<!-->", [("paragraph", "<!-->")]),
        ("[a]: https://e.org", [("definition", "[a]: https://e.org")]),
        ("[@nyt]: he said", [("paragraph", "[@nyt]: he said")]),
        (" \n", []),
    ],
)
def test_a_body_is_cut_into_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert kinds_of(text) == blocks


@pytest.mark.parametrize(
    ("text", "opaque"),
    [
        ("a `b (c` d ``e ` f`` g `h", [("code", "`b (c`"), ("code", "``e ` f``")]),
        ("a \\[b\\]", [("escape", "\\["), ("escape", "\\]")]),
        ("a <!-- b\n\nc --> d <!-- e", [("comment", "<!-- b\n\nc -->")]),
        ("<https://e.org/a> https://e.org/b, c", [("address", "<https://e.org/a>"), ("address", "https://e.org/b,")]),
        ("[a [b] `c`](https://e.org/x_(y) 'title') d", [("link", "[a [b] `c`](https://e.org/x_(y) 'title')")]),
        ('[a](<b c> "d") ![e](f)', [("link", '[a](<b c> "d")'), ("image", "![e](f)")]),
        ("[![a](b)](c)", [("link", "[![a](b)](c)")]),
        ("[@key](c) [a] (b) ](c)", []),
        ("[@key](https://e.org/a)", [("link", "[@key](https://e.org/a)")]),
        ("[a\n\nb](c)", []),
        ("```\na ` b\n```\nc `d` e", [("code", "```\na ` b\n```"), ("code", "`d`")]),
        ("[a]: <https://e.org>", [("definition", "[a]: <https://e.org>")]),
    ],
)
def test_code_links_escapes_and_comments_are_not_prose(text: str, opaque: list[tuple[str, str]]) -> None:
    assert opaque_in(text) == opaque


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](<b c>)", "b c"),
        ("![a](b.png)", "b.png"),
        ("[a](b 'c')", "b"),
        (r"[a](b_\(c\))", "b_(c)"),
        ("[a]: https://e.org 'c'", "https://e.org"),
        ("[a]: <", ""),
    ],
)
def test_a_link_knows_where_it_leads(text: str, address: str) -> None:
    assert [each.address for each in scan_prose(text).opaque] == [address]


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
        ("“First.\n\nSecond.”", "“+ ”"),
        ("“First.” “Then.\n\n“Second.", "“+"),
        ("“First. (more\n\n“Second.”", "(+"),
        ("`(` \\( <!-- ( -->", "(+"),
        ("```\n(\n```", ""),
        ("(one\n\ntwo)", "(+ )"),
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 20 + " " + "word " * 6_600, "this body has 32 KB; up to 32 KB are rendered"),
        ("[a] " * 401, "401 opening brackets in one body; up to 400 are rendered"),
        ("![a] " * 201, "201 images in one body; up to 200 are rendered"),
        ("# a\n" * 201, "201 headings in one body; up to 200 are rendered"),
        ("a " + "b" * 1_001, "a word of 1001 characters"),
        ("e" + "\u0301" * 9, "9 combining marks in a row"),
        ("> " * 9 + "a", "lists or quotations nested more than 8 deep"),
        ("| a " * 21 + "|\n" + "|---" * 21 + "|", "a table of more than 20 columns"),
        ("| a | b |\n|---|---|\n" + "| c | d |\n" * 200, "202 table rows; up to 200 are rendered"),
    ],
)
def test_a_body_that_holds_too_much_is_told_where(text: str, message: str) -> None:
    found = list(find_excesses(text))
    assert [each.message for each in found] == [message]
    assert found[0].span.end <= len(text)
    assert found[0].help


@pytest.mark.parametrize(
    "text",
    ["", "雄" * 2_000, "a | b\n" * 300, "| a | b |\n|---|---|\n| c | d |", "[a](b) " * 300, "Sino-Soviet " * 300],
)
def test_what_newsletters_hold_is_not_too_much(text: str) -> None:
    assert list(find_excesses(text)) == []


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
def test_a_sentence_ends_at_a_stop_that_is_no_abbreviations(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in scan_prose(text).sentences] == sentences
