"""A picture that is not there: which one is meant."""

from pathlib import Path

import pytest

from briefgen.compile.near_files import advise_near


@pytest.mark.parametrize("name", ["kiel_harbour.jpg", "Kiel-Harbour.png", "kiel harbour.jpg", "kiel-habour.jpg"])
def test_one_that_differs_in_case_signs_suffix_or_a_letter_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "kiel-harbour.jpg").touch()
    (tmp_path / "bonn.jpg").touch()
    assert advise_near(tmp_path, name) == ("did you mean `kiel-harbour.jpg`?", "kiel-harbour.jpg")


def test_others_are_listed(tmp_path: Path) -> None:
    (tmp_path / "bonn.jpg").touch()
    help_, meant = advise_near(tmp_path, "kiel-harbour.jpg")
    assert ("`bonn.jpg`" in help_, meant) == (True, "")
