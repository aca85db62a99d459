"""The files of the site are written one by one beside it, and come into their places together or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.compile.site_files import write_site_files
from briefgen.render.templates import BrokenTemplateError


def test_each_file_is_let_go_before_the_next_is_made(tmp_path: Path) -> None:
    def make() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            assert sum(path.is_file() for path in tmp_path.rglob("*")) == number
            yield f"years/{number}.html", b"page"

    write_site_files(tmp_path, make(), ())
    assert sorted(path.name for path in (tmp_path / "years").iterdir()) == ["0.html", "1.html", "2.html"]


def test_a_page_that_cannot_be_made_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    def make() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise BrokenTemplateError("page.html.j2", 1, "it is broken")

    (tmp_path / "index.html").write_bytes(b"old")
    (tmp_path / "gone.html").write_bytes(b"old")
    with pytest.raises(BrokenTemplateError):
        write_site_files(tmp_path, make(), ["gone.html"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"index.html": b"old", "gone.html": b"old"}
