"""A name in an issue reaches regular files below the publication, and nothing else."""

import os
import socket
from pathlib import Path

import pytest

from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.model.slugs import MAX_SLUG, RESERVED, make_issue_slug, spell_slug
from tests.shared import shared_rows

LIMIT = 5_000_000
OURS = {
    "img/ok.png": True,
    "img/hard.png": True,
    "img/./ok.png": True,
    "img/l.png": False,
    "img/dir/secret": False,
    "img/up/secret": False,
    "loop": False,
    "loop/ok.png": False,
    "zero.png": False,
    "sparse.png": False,
    "d.png": False,
    "pipe.png": False,
    "socket.png": False,
    "deep/a/b/ok.png": True,
    "deep/link/ok.png": False,
    "../secret": False,
    "img/../../secret": False,
    "img/../img/ok.png": False,
    "/etc/passwd": False,
    "/proc/self/environ": False,
    "//etc/passwd": False,
    "": False,
    ".": False,
    "..": False,
    "img": False,
    "img/ok.png\0.txt": False,
    "img/ok.png/x": False,
    "IMG/OK.PNG": False,
    "img\\ok.png": False,
    "C:\\x": False,
    "~/x": False,
    "..%2fsecret": False,
    "\u202egnp.exe": False,
    "a" * 300: False,
    "a/" * 3000 + "x": False,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A publication with whatever a path could lead to, and a secret beside it."""
    root = tmp_path / "publication"
    (root / "img").mkdir(parents=True)
    (root / "deep/a/b").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    for place in ("img/ok.png", "deep/a/b/ok.png"):
        (root / place).write_bytes(b"fine")
    (root / "img/hard.png").hardlink_to(root / "img/ok.png")
    links = {
        "img/l.png": "ok.png",
        "img/dir": str(tmp_path),
        "img/up": "../..",
        "loop": "loop",
        "zero.png": "/dev/zero",
    }
    for name, target in {**links, "deep/link": "a/b"}.items():
        (root / name).symlink_to(target)
    with (root / "sparse.png").open("wb") as file:
        file.truncate(1 << 40)
    (root / "d.png").mkdir()
    os.mkfifo(root / "pipe.png")
    made = socket.socket(socket.AF_UNIX)
    before = Path.cwd()
    os.chdir(root)
    made.bind("socket.png")
    os.chdir(before)
    made.close()
    return root


@pytest.mark.parametrize(("name", "is_read"), OURS.items(), ids=ascii)
def test_a_path_is_read_or_refused(folder: Path, name: str, is_read: bool) -> None:  # noqa: FBT001
    if is_read:
        assert read_beneath(folder, name, limit=LIMIT) == b"fine"
        return
    with pytest.raises(UnreadableFileError) as fault:
        read_beneath(folder, name, limit=LIMIT)
    assert fault.value.hint


def test_the_recorded_paths_are_refused_too(folder: Path) -> None:
    rows = shared_rows("hostile/attacks/paths.jsonl")
    read = set()
    for row in rows:
        try:
            assert read_beneath(folder, row["path"], limit=LIMIT) == b"fine"
        except UnreadableFileError:
            continue
        read.add(row["path"])
    # A slash too many names the same file, and harms nobody.
    assert read == {row["path"] for row in rows if row["expect"] == "accept"} | {"img//ok.png", "img/ok.png/"}
    print(f"G6: {len(rows) + len(OURS)} paths: 0 reads outside")


@pytest.mark.parametrize("name", ["img/ok.png", "deep/a/b/ok.png"])
def test_a_folder_that_becomes_a_link_on_the_way_is_not_followed(folder: Path, name: str) -> None:
    top = folder / name.split("/", maxsplit=1)[0]
    top.rename(folder / "moved")
    top.symlink_to("moved")
    with pytest.raises(UnreadableFileError):
        read_beneath(folder, name, limit=LIMIT)


def test_whatever_an_issue_is_called_its_folder_has_a_plain_name() -> None:
    names = [row["slug"] for row in shared_rows("hostile/attacks/slugs.jsonl")]
    names += [row["s"] for row in shared_rows("hostile/blns/blns.jsonl")]
    for name in names:
        spelled = f"7-{spell_slug(name, 'en')}".strip("-")
        for slug in (make_issue_slug(f"7-{name}", 7), make_issue_slug(name, 7), spelled):
            assert slug
            assert len(slug) <= MAX_SLUG
            assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
            assert slug not in RESERVED
