"""Lines and columns are those that every editor counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.yamltext import LineIndex, Position, Span, SpanSet

TEXTS = st.text(st.sampled_from("a\n\r é😀\x85\u2028\x0b\x0c"), max_size=40)


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span: 3 to 2"):
        Span(3, 2)


def test_a_span_moves_and_covers() -> None:
    assert Span(1, 3).shift(2) == Span(3, 5)
    assert Span(1, 5).covers(Span(1, 5))
    assert not Span(1, 5).covers(Span(0, 2))
    assert not Span(1, 5).covers(Span(4, 6))


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda each: Span(each[0], each[0] + each[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_set_of_spans_answers_as_a_walk_through_all_would(spans: list[Span], other: Span) -> None:
    known, held = SpanSet(spans), {at for span in spans for at in range(*span)}
    assert known.meets(other) == any(at in held for at in range(*other))
    assert known.holds(other.start) == (other.start in held)
    assert not any(span.covers(other) for span in spans) or known.covers(other)
    assert not known.covers(other) or all(at in held for at in range(*other))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_each_kind_of_line_break_ends_a_line(line_break: str) -> None:
    lines = LineIndex.of(f"one{line_break}two")
    assert [lines.line(number) for number in (0, 1, 2, 3)] == ["", "one", "two", ""]
    assert lines.position(len(f"one{line_break}")) == Position(2, 1)


@pytest.mark.parametrize("inside", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_line_breaks_that_only_python_knows_end_no_line(inside: str) -> None:
    assert LineIndex.of(f"one{inside}two").position(4) == Position(1, 5)


def test_a_column_counts_code_points() -> None:
    assert LineIndex.of("😀雄x").position(2) == Position(1, 3)


def test_a_place_outside_the_text_is_held_inside() -> None:
    lines = LineIndex.of("one\ntwo")
    assert lines.offset(Position(9, 9)) == 7
    assert lines.offset(Position(0, 0)) == 0


@given(TEXTS, st.data())
def test_position_and_offset_undo_each_other(text: str, data: st.DataObject) -> None:
    lines = LineIndex.of(text)
    offset = data.draw(st.integers(0, len(text)))
    assert lines.offset(lines.position(offset)) == offset


@given(TEXTS)
def test_lines_put_together_are_the_text(text: str) -> None:
    lines = LineIndex.of(text)
    joined = "".join(lines.line(number + 1) for number in range(len(lines.starts)))
    assert joined == text.replace("\r", "").replace("\n", "")
