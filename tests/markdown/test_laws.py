"""Properties of all bodies: every word has a position, once and in order, and nothing is lost silently."""

import itertools
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from briefgen.markdown import Body, Element, Part, Text, blank, cut, parse_body
from briefgen.yamltext import Span
from tests.growth import assert_linear
from tests.markdown.bodies import BODIES

BEGINNINGS = {
    "code": ("`", "~"), "link": ("[",), "image": ("![",), "address": ("<", "http"), "comment": ("<!--",),
    "definition": ("[",), "escape": ("\\",), "entity": ("&",), "call": ("[^",),
}  # fmt: skip
ENDS = {"link": (")", "]"), "image": (")", "]"), "comment": ("-->",), "entity": (";",), "call": ("]",)}


def texts(parts: tuple[Part, ...]) -> Iterator[Text]:
    for part in parts:
        match part:
            case Text():
                yield part
            case Element(children=children):
                yield from texts(children)
            case _:
                pass


def places(spans: Iterator[Span] | list[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def trees(body: Body) -> list[tuple[Part, ...]]:
    return [body.parts, *(note.children for _, note in body.notes)]


@settings(max_examples=300)
@given(BODIES)
def test_every_printed_character_has_its_place_once_and_in_order(text: str) -> None:
    body = parse_body(text)
    seen: set[int] = set()
    for tree in trees(body):
        found = list(texts(tree))
        assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
        for each in found:
            assert each.words
            assert each.words == each.span.of(text) or text[each.span.start] == "&"
            assert not places([each.span]) & seen
            seen |= places([each.span])
    blocks = [block.span for block in body.blocks]
    assert all(one.end <= other.start for one, other in itertools.pairwise(blocks))
    assert not {at for at in seen - places(blocks) if not text[at].isspace()}


@settings(max_examples=300)
@given(BODIES)
def test_every_letter_is_printed_or_has_a_reason_not_to_be(text: str) -> None:
    body = parse_body(text)
    printed = places([each.span for tree in trees(body) for each in texts(tree)])
    known = printed | places([each.span for each in body.opaque]) | places([each.span for each in body.markup_faults])
    unprinted = any("not printed" in each.message for each in body.markup_faults)
    labels = places([Span(*match.span()) for match in re.finditer(r"\[\^\w+\]:", text)])
    lost = [at for at, character in enumerate(text) if character.isalpha() and at not in known | labels]
    assert lost == [] or unprinted or body.limit_faults


@settings(max_examples=300)
@given(BODIES)
def test_opaque_parts_are_in_order_and_match_their_kind(text: str) -> None:
    body = parse_body(text)
    assert [each.span.start for each in body.opaque] == sorted(each.span.start for each in body.opaque)
    for each in body.opaque:
        words = each.span.of(text)
        assert words.startswith(BEGINNINGS[each.kind])
        assert words.endswith(ENDS.get(each.kind, ("",)))
    hidden = places([each.span for each in body.opaque])
    assert len(body.visible) == len(text)
    assert all(
        now == "\x00" if at in hidden and was != "\n" else now in {was, " ", "\x00"}
        for at, (was, now) in enumerate(zip(text, body.visible, strict=True))
    )


@settings(max_examples=200)
@given(BODIES)
def test_shown_text_maps_back_to_the_source(text: str) -> None:
    shown = parse_body(text).shown
    # A hard line break is shown as a space, and an entity as its meaning.
    assert all(text[shown.offset(at)] in {word, "&"} for at, word in enumerate(shown.words) if word not in "\x00\n ")
    whole = shown.words_in(Span(0, len(text)))
    assert re.sub("[\x00\n]", "", whole) == re.sub("[\x00\n]", "", shown.words)


@settings(max_examples=200)
@given(BODIES)
def test_a_tree_without_its_citations_has_the_rest_of_its_words(text: str) -> None:
    body = parse_body(text)
    spans = [Span(*match.span()) for match in re.finditer(r"@a[^\n]?", text)]
    before = [each for each in texts(body.parts) if each.words == each.span.of(text)]
    after = [each for each in texts(cut(body.parts, spans)) if each.words == each.span.of(text)]
    assert places([each.span for each in after]) == places([each.span for each in before]) - places(spans)


def test_parts_of_a_text_are_filled_at_its_own_length() -> None:
    assert blank("ab\ncd e", [Span(1, 4), Span(3, 5)]) == "a\x00\n\x00\x00 e"
    assert blank("ab", []) == "ab"


UNITS = (
    "*a* ", "_a_", "**a", "a**", "***a", "*a_ ", "*中*", "_~*", "~~a~~ ", "`a` ", "``a", "`", "\\", "\\* ", "&amp; ",
    "&", "<", "<a:b> ", "<!--", "<!-- -->", "<!-- a\n", "[", "]", "[a]", "[a](b) ", "[a](", "[a](<b", '[a](b "',
    "[a][b] ", "[^1]", "![a](b)", "![[]()", "[ (](", "[a]: b\n", "[a]:", "[^a]: b\n", "a\n\n", "a\n", "a  \n",
    "- a\n", "- - a\n", "1. a\n", "> a\n", "> ", "- ", "# a\n", "=\n", "a\n=\n", "---\n", "```\n", "~~~\n", "|",
    "|a", "|a|\n|-|\n", "a|b\n-|-\n", "\t", " ", "中", "a",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_any_body_is_read_in_linear_time(unit: str) -> None:
    assert_linear(lambda size: parse_body((unit * size)[:size]), 48_000)
