"""States of files, compared with themselves and with no clock."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.compile.file_states import FileStates

SAVE: dict[str, Callable[[Path], object]] = {
    "written": lambda path: path.write_text("more", encoding="utf-8"),
    "replaced": lambda path: (
        path.with_suffix(".new").write_text("text", encoding="utf-8") and path.with_suffix(".new").replace(path)
    ),
    "removed": Path.unlink,
    "dated": lambda path: os.utime(path, (1, 1)),
}


@pytest.mark.parametrize("how", SAVE)
def test_what_was_saved_has_changed(tmp_path: Path, how: str) -> None:
    path = tmp_path / "images" / "a"
    path.parent.mkdir()
    path.write_text("text", encoding="utf-8")
    states = FileStates()
    states.note(tmp_path)
    assert states.is_unchanged(path)
    SAVE[how](path)
    assert not states.is_unchanged(path)


@pytest.mark.parametrize("seconds", [0, 2**31 - 1])
def test_a_file_of_the_past_or_the_future_has_not(tmp_path: Path, seconds: int) -> None:
    path = tmp_path / "a"
    path.touch()
    os.utime(path, (seconds, seconds))
    states = FileStates()
    states.note(path)
    assert states.is_unchanged(path)


def test_a_file_that_is_not_there_may_come(tmp_path: Path) -> None:
    states = FileStates()
    states.note(tmp_path, tmp_path / "b")
    assert states.is_unchanged(tmp_path / "b")
    (tmp_path / "b").touch()
    assert not states.is_unchanged(tmp_path / "b")
