"""Values hold named fields, compare by them, and never change."""

import pickle

import pytest

from briefgen.frozen import Frozen


class Place(Frozen):
    """A place."""

    line: int
    column: int = 1


class Named(Place):
    """A place with a name."""

    name: str = ""


def test_fields_are_taken_by_place_and_by_name_and_inherited() -> None:
    assert (Place(3).line, Place(3).column, Place(column=2, line=1).column) == (3, 1, 2)
    assert list(Named._fields) == ["line", "column", "name"]
    assert Named(1, name="x")._asdict() == {"line": 1, "column": 1, "name": "x"}


def test_values_are_equal_that_are_of_one_class_and_hold_the_same() -> None:
    assert Place(1) == Place(1, 1)
    assert hash(Place(1)) == hash(Place(1, 1))
    assert Place(1) != Place(2)
    assert Place(1) != Named(1)
    assert Place(1) != 1


def test_a_value_changes_only_into_another() -> None:
    place = Place(1)
    assert place._replace(column=5) == Place(1, 5)
    with pytest.raises(AttributeError, match="Place is frozen"):
        place.line = 2  # type: ignore[misc]  # This is what is tested.
    with pytest.raises(AttributeError, match="Place is frozen"):
        del place.line
    assert place == Place(1)


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"colum": 2}), ((), {"column": 2})]
)  # fmt: skip
def test_what_does_not_fit_the_fields_is_refused(given: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Place takes line, column"):
        Place(*given, **named)


def test_it_is_shown_without_defaults_and_goes_through_pickle() -> None:
    assert repr(Named(1, name="x")) == "Named(line=1, name='x')"
    assert pickle.loads(pickle.dumps(Named(1, name="x"))) == Named(1, name="x")  # noqa: S301 - our own bytes
