"""A pattern finds around its literals what it would find by trying everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.prose import Pattern

EXPRESSION = r"\b(?:(?:in|over) the (?:last|next) (?:\d{1,2} )?weeks?|weekly)\b"
TEXTS = st.lists(
    st.sampled_from(["in the ", "over the ", "last ", "next ", "12 ", "week", "weeks", "ly", " ", ".", "İ", "Week"]),
    max_size=60,
).map("".join)  # fmt: skip


def spans(matches: "list[re.Match[str]]") -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@given(TEXTS, st.integers(0, 20), st.sampled_from([0, 30]), st.booleans())
def test_windows_hide_no_match_and_make_none(text: str, start: int, reach: int, ignores_case: bool) -> None:  # noqa: FBT001
    pattern = Pattern(EXPRESSION, literals=("week",), also=("the ", "ly"), reach=reach, ignores_case=ignores_case)
    expected = re.compile(EXPRESSION, re.IGNORECASE if ignores_case else 0)
    end = max(start, len(text) - 3)
    assert spans(list(pattern.finditer(text, start, end))) == spans(list(expected.finditer(text, start, end)))
    assert spans(list(pattern.finditer(text))) == spans(list(expected.finditer(text)))


def test_nothing_is_compiled_for_a_text_without_traces() -> None:
    broken = Pattern("(", literals=("week",))
    assert list(broken.finditer("the month")) == []


def test_nothing_is_compiled_where_no_second_trace_is_near() -> None:
    broken = Pattern("(", literals=("week",), also=("year", "month"), reach=10)
    assert list(broken.finditer("a week of the autumn, and a month of the winter")) == []
    with pytest.raises(re.error):
        list(broken.finditer("a month, a week"))
