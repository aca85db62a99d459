"""An expression is compiled when it is first used, and then behaves like any other."""

import re

import pytest

from briefgen.expressions import expression


def test_it_does_what_the_compiled_expression_does() -> None:
    word = expression(r"(?P<first>[a-z])[a-z]*", re.IGNORECASE)
    for _ in range(2):
        assert word.findall("Kiel and Lübeck") == ["K", "a", "L", "b"]
        assert [match.span() for match in word.finditer("Kiel and", 2)] == [(2, 4), (5, 8)]
        assert word.sub("x", "Kiel and") == "x x"
    found = word.match("Kiel")
    assert found is not None
    assert found["first"] == "K"
    assert word.fullmatch("Kiel!") is None
    assert word.pattern == r"(?P<first>[a-z])[a-z]*"


def test_it_is_compiled_on_first_use() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("Kiel")


def test_what_no_expression_has_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="searches"):
        expression("a").searches  # type: ignore[attr-defined]  # noqa: B018 - the point is that it raises
