"""The cache is a convenience: without it, a build goes on, and nothing in it is believed that is not ours and whole."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from briefgen.compile.cache import Cache
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import NOBODY, Start, as_someone_else
from tests.seldom import seldom

BUILD = ("build", "--format", "html,markdown,pdf")
PICTURE = "image: {file: images/red.png, alt: A red field., credit: Ana Reyes}\n"

Damage = Callable[[Path], object]


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) * 2 // 3] ^= 1
    path.write_bytes(content)


def replace(make: Damage) -> Damage:
    def damage(path: Path) -> None:
        path.unlink()
        make(path)

    return damage


DAMAGES: dict[str, Damage] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "noise": lambda path: path.write_bytes(random.Random(1).randbytes(path.stat().st_size)),  # noqa: S311
    "a changed bit": flip,
    "something more": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    "a folder": replace(lambda path: path.mkdir()),
    "a pipe": replace(os.mkfifo),
    "a link": replace(lambda path: path.symlink_to("/etc/passwd")),
    "a circle of links": replace(lambda path: path.symlink_to(path)),
    "open to others": lambda path: path.chmod(0o666),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_an_entry_that_is_damaged_or_open_to_others_is_none(tmp_path: Path, damage: Damage) -> None:
    cache = Cache(tmp_path)
    cache.write("images", "key", b"content" * 100)
    assert cache.read("images", "key") == b"content" * 100
    [entry] = (tmp_path / "images").iterdir()
    damage(entry)
    assert cache.read("images", "key") is None


def test_an_entry_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("images", "one", b"1")
    [one] = (tmp_path / "images").iterdir()
    cache.write("images", "two", b"2")
    [two] = set((tmp_path / "images").iterdir()) - {one}
    shutil.copy(one, two)
    assert (cache.read("images", "one"), cache.read("images", "two")) == (b"1", None)
    (tmp_path / "templates").mkdir()
    shutil.copy(one, tmp_path / "templates" / one.name)
    assert cache.read("templates", "one") is None


def test_an_entry_of_another_user_is_none(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make another user's file")
    cache = Cache(tmp_path)
    cache.write("images", "key", b"content")
    [entry] = (tmp_path / "images").iterdir()
    os.chown(entry, NOBODY, NOBODY)
    assert cache.read("images", "key") is None


def test_entries_are_closed_to_others_whatever_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Cache(tmp_path).write("images", "key", b"content")
    finally:
        os.umask(before)
    [entry] = (tmp_path / "images").iterdir()
    assert entry.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def pictured(newsroom: Path) -> Path:
    """A publication with a picture, so that each part of the cache is used."""
    (newsroom / "issues/images").mkdir()
    Image.new("RGB", (800, 450), "red").save(newsroom / "issues/images/red.png")
    (newsroom / "issues/7-two-ports.yaml").write_text(ISSUE + PICTURE, encoding="utf-8")
    return newsroom


def outputs(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", seldom(["a changed bit", "a pipe"], ["a changed bit"]))
def test_nothing_of_a_damaged_cache_is_published(pictured: Path, start: Start, name: str) -> None:
    home = pictured.parent / "home"
    assert start(*BUILD, BRIEFGEN_CACHE=str(home)).returncode == 0
    expected = outputs(pictured / "dist")
    entries = [path for path in home.rglob("*") if path.is_file()]
    kinds = {"contents", "entries", "files", "images", "issues", "outlets", "templates"}
    assert {path.parent.name for path in entries} == kinds
    for path in entries:
        DAMAGES[name](path)
    shutil.rmtree(pictured / "dist")
    done = start(*BUILD, BRIEFGEN_CACHE=str(home))
    assert (done.returncode, outputs(pictured / "dist")) == (0, expected)


HOMES = {
    "is absent": "/nonexistent/home",
    "is a file": "/etc/passwd",
    "is a device": "/dev/null",
    "has a name too long": "/dev/" + "x" * 300,
    "is not UTF-8": os.fsdecode(b"/dev/null/\xff\x1b"),
}


@pytest.mark.parametrize("kind", seldom(HOMES, ["is absent"]))
@pytest.mark.usefixtures("pictured")
def test_a_build_goes_on_where_there_is_no_cache(start: Start, kind: str) -> None:
    home = HOMES[kind]
    for variables in ({"HOME": home, "XDG_CACHE_HOME": ""}, {"BRIEFGEN_CACHE": home}):
        done = start("build", "--format", "html", **{"BRIEFGEN_CACHE": "", **variables})
        assert done.returncode == 0
        assert b"Nothing to report" in done.stderr


def test_a_build_goes_on_where_the_home_is_read_only_or_another_users(pictured: Path, start: Start) -> None:
    home = pictured.parent / "home"
    home.mkdir(mode=0o500)
    done = start(*BUILD, before=as_someone_else(), BRIEFGEN_CACHE=str(home))
    assert (done.returncode, list(home.iterdir())) == (0, [])
    home.chmod(0)
    assert start(*BUILD, before=as_someone_else(), BRIEFGEN_CACHE=str(home)).returncode == 0


def test_a_build_goes_on_where_the_disk_of_the_cache_is_full(pictured: Path, start: Start) -> None:
    home = pictured.parent / "home"
    home.mkdir()
    own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    fill = 'mount -t tmpfs -o size=64k tmpfs "$0" && { head -c 99999 /dev/zero >"$0/full" || :; } 2>/dev/null; '
    if subprocess.run([*own, "sh", "-c", fill + "true", str(home)], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    done = start(*BUILD, before=[*own, "sh", "-c", fill + 'exec "$@"', str(home)], BRIEFGEN_CACHE=str(home))
    assert (done.returncode, b"Nothing to report" in done.stderr) == (0, True), done.stderr
