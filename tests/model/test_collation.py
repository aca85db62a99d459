"""Names are sorted as readers of a language look for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.collation import sort_key


@pytest.mark.parametrize(
    ("tag", "ordered"),
    [
        ("de", ["Ägir", "Äther", "Öhler", "Oslo", "Straße", "Strasser", "Über", "Zander"]),
        ("es", ["África", "Ámbito", "Nación", "Nexos", "Ñandú", "Ñoño", "Óptica", "Zona"]),
        ("fr", ["cote", "coté", "côte", "côté", "Écho", "Œuvre", "Zoé"]),
        ("sv", ["Anna", "Zorn", "Åsa", "Ärla", "Örebro"]),
        ("da", ["Anna", "Zorn", "Ærø", "Øresund", "Århus"]),
        ("pl", ["Lwów", "Łódź", "Mazury", "Zamość", "Źródło", "Żary"]),
        ("ru", ["ёж", "ель", "ехидна", "иней", "йод"]),
        ("en", ["Apple", "apple", "Éclair", "Zoo"]),
    ],
)
def test_names_are_in_the_order_of_a_dictionary(tag: str, ordered: list[str]) -> None:
    assert sorted(ordered, key=lambda name: sort_key(name, tag)) == ordered


@given(st.text(), st.text())
def test_only_equal_names_have_equal_keys(one: str, other: str) -> None:
    assert (sort_key(one, "de") == sort_key(other, "de")) == (one == other)
