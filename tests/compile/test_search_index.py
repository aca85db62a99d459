"""The program that makes the index of the search: how it is started, and what is taken from it."""

import gzip
import json
import os
from pathlib import Path

import pytest

from briefgen.compile import search_index
from briefgen.compile.errors import CommandError
from briefgen.compile.search_index import find_program, is_of_index, make_index
from tests.compile.pagefind import FAULT, write_program

PAGE = b'<!doctype html><html lang="en"><head></head><body><main><p>Two sister cities, %s.</p></main></body></html>'
DOCUMENTS = [("7-ports", PAGE % b"one"), ("8-more", PAGE % b"two")]


def test_the_real_program_makes_an_index() -> None:
    program = find_program()
    assert program is not None
    assert program.version.startswith("pagefind_bin-1.")
    files = make_index(program, DOCUMENTS, "en")
    assert list(files)[-1] == "pagefind-entry.json"
    assert json.loads(files["pagefind-entry.json"])["languages"]["en"]["page_count"] == 2
    found = [gzip.decompress(content) for path, content in files.items() if path.startswith("fragment/")]
    assert any(b'"url":"/8-more.html"' in each for each in found)
    assert {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"} < files.keys()
    assert all(map(is_of_index, files))


def test_the_order_of_the_documents_decides_the_order_of_the_index() -> None:
    program = find_program()
    assert program is not None
    documents = [(f"{number}-ports", PAGE % f"number{number}".encode()) for number in range(60)]
    files = make_index(program, documents, "en")
    assert make_index(program, documents, "en") == files
    assert make_index(program, documents[::-1], "en") != files


def test_settings_of_others_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = find_program()
    assert program is not None
    files = make_index(program, DOCUMENTS, "en")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    for name in ("pagefind.yml", "pagefind.toml", "pagefind.json"):
        (tmp_path / name).write_text('{"exclude_selectors": ["p"]}', encoding="utf-8")
    assert make_index(program, DOCUMENTS, "en") == files


def test_the_program_gets_documents_and_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_SITE", "/elsewhere")
    files = make_index(write_program(tmp_path), DOCUMENTS, "de")
    assert list(files)[-1] == "pagefind-entry.json"
    assert "pagefind-ui.js" not in files
    arguments, environment, folder, settings, pages = json.loads((tmp_path / "pagefind.log").read_text("utf-8"))
    assert pages == ["7-ports.html", "8-more.html"]
    assert (arguments, folder) == (["--service"], "/")
    assert settings["force_language"] == "de"
    assert environment.keys() <= {"PATH", "LC_ALL", "LC_CTYPE"}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (FAULT, "out of order"),
        ("answer(type='Error')", "it gave no reason"),
        ("sys.exit(3)", "it ended with code 3"),
        ("", "it ended with code 0"),
        ("give({})", "it made no `pagefind-entry.json`"),
        ("print('Hello', end=',', flush=True)", "its answer has another form than expected"),
        ("print('bnVsbA==', end=',', flush=True)", "its answer has another form than expected"),
        ("os.kill(os.getpid(), 9)", "it ended with code -9"),
    ],
)
def test_a_program_that_fails_is_named_with_its_reason(tmp_path: Path, code: str, reason: str) -> None:
    with pytest.raises(CommandError, match="because `pagefind` failed") as raised:
        make_index(write_program(tmp_path, code), DOCUMENTS, "en")
    assert str(raised.value).endswith(reason)


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "SECONDS", 0.2)
    with pytest.raises(CommandError, match="no answer came within 0 s"):
        make_index(write_program(tmp_path, "time.sleep(60)"), DOCUMENTS, "en")


def test_a_program_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    program = write_program(tmp_path)
    program.path.chmod(0o644)
    with pytest.raises(CommandError, match="permission denied"):
        make_index(program, DOCUMENTS, "en")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    program = find_program()
    assert program is not None
    make_index(program, DOCUMENTS, "en")
    with pytest.raises(CommandError):
        make_index(write_program(tmp_path, "sys.exit(1)"), DOCUMENTS, "en")
    assert os.listdir(place) == []  # noqa: PTH208 - hidden files count


@pytest.mark.parametrize(
    "path", ["index.html", "pagefind.css", "fragment/x.html", "../pagefind.js", "fragment/a/b.pf_fragment"]
)
def test_files_of_others_are_not_taken_for_the_index(path: str) -> None:
    assert not is_of_index(path)
