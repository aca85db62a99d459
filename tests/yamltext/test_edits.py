"""Edits change what they say they change, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.yamltext import Edit, Span, apply_edits


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text, and edits of it that do not touch each other."""
    text = draw(st.text(max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, [Edit(span, draw(st.text(max_size=5))) for span in spans]


def test_no_edit_changes_nothing() -> None:
    assert apply_edits("words", []) == "words"


def test_an_empty_span_is_an_insertion() -> None:
    assert apply_edits("ac", [Edit(Span(1, 1), "b")]) == "abc"


def test_the_same_edit_twice_is_made_once() -> None:
    edit = Edit(Span(0, 0), "a")
    assert apply_edits("b", [edit, edit]) == "ab"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="edits overlap at 1"):
        apply_edits("abc", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


@given(texts_with_edits(), st.randoms(use_true_random=False))
def test_the_order_in_which_edits_come_does_not_matter(case: tuple[str, list[Edit]], random: object) -> None:
    text, edits = case
    shuffled = list(edits)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert apply_edits(text, shuffled) == apply_edits(text, edits)


@given(texts_with_edits())
def test_text_between_edits_is_unchanged(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    changed = apply_edits(text, edits)
    at = done = 0
    for edit in edits:
        kept = text[done : edit.span.start]
        assert changed[at : at + len(kept)] == kept
        at += len(kept) + len(edit.text)
        done = edit.span.end
    assert changed[at:] == text[done:]


@given(texts_with_edits())
def test_edits_with_the_original_text_change_nothing(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert apply_edits(text, [Edit(edit.span, edit.span.of(text)) for edit in edits]) == text
