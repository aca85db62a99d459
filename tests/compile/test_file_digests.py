"""Digests that are remembered as long as the system sees no change."""

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.compile import file_digests
from briefgen.compile.cache import Cache
from briefgen.compile.file_digests import FileDigests, digest_of


def _write(path: Path, text: str, *, age: float) -> str:
    path.write_text(text, encoding="utf-8")
    then = time.time() - age
    os.utime(path, (then, then))
    return sha256(text.encode()).hexdigest()


def test_an_old_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_digests, "_FRESH", -1)
    path, cache = tmp_path / "a", Cache(tmp_path / "cache")
    digest = _write(path, "text", age=60)
    first = FileDigests(cache, "name")
    assert first.of(path) == digest
    first.save()
    monkeypatch.setattr(file_digests, "_read", lambda _: "read again")
    assert FileDigests(cache, "name").of(path) == digest
    assert FileDigests(cache, "another").of(path) == "read again"
    assert FileDigests(None, "name").of(path) == "read again"
    _write(path, "text", age=30)
    assert FileDigests(cache, "name").of(path) == "read again"


def test_a_file_that_was_just_saved_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on a file system whose clock stands still in between.
    monkeypatch.setattr(file_digests, "_facts", lambda _: (3, 0, 0, 1))
    path, digests = tmp_path / "a", FileDigests(None, "")
    _write(path, "one", age=0)
    digests.of(path)
    second = _write(path, "two", age=0)
    assert digests.of(path) == second


def test_what_is_no_plain_file_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a")
    os.mkfifo(tmp_path / "pipe")
    assert {FileDigests(None, "").of(tmp_path / name) for name in ("absent", "link", "pipe", ".")} == {""}


def test_texts_do_not_run_together() -> None:
    assert digest_of(["ab", "c"]) != digest_of(["a", "bc"])


def test_a_damaged_entry_is_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("files", "name", b"no such thing")
    assert FileDigests(cache, "name").of(tmp_path / "absent") == ""
