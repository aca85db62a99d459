"""A disk that is full, and files that may not grow: what was there stays whole, and a line says what to do."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.conftest import COMMAND
from tests.hostile.faults import contents, surroundings
from tests.hostile.ground import COMMANDS, Ground, check_again, check_clean, check_state, check_words, make_ground, run

PAGE = 4096
"""What a file takes at least of a disk, in bytes."""
# Lays a publication on a disk of so many bytes, fills all but so many pages of it, and runs a command there; then it
# makes room, copies what is left, runs the command again, and copies that too.
ON_A_DISK = """
size=$1 free=$2 from=$3 disk=$4 first=$5 second=$6
shift 6
mount -t tmpfs -o size="$size" briefgen "$disk" && cp -a "$from/." "$disk" && cd "$disk/newsroom" || exit 99
left=$(df --output=avail -B 4096 . | tail -n 1)
[ "$left" -gt "$free" ] && head -c "$(((left - free) * 4096))" /dev/zero >../ballast
[ "$(df --output=avail -B 4096 . | tail -n 1)" -le "$free" ] || exit 99
"$@" >"$first.out" 2>"$first.err"
code=$?
rm -f ../ballast
cp -a "$disk/." "$first" && { "$@" >"$second.out" 2>"$second.err"; echo $? >"$second.code"; cp -a "$disk/." "$second"; }
exit "$code"
"""
MEGABYTE = 1024**2


def need_own_mounts() -> None:
    """Skip the test where nobody may mount a disk of their own."""
    words = ["unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "briefgen", "/mnt"]
    if sys.platform != "linux" or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a disk in a name space of one's own")


def limit_files(size: int) -> None:
    """Let no file that this process or its children write grow beyond a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def try_limit(ground: Ground, at: Path, size: int) -> int:
    """Run the command with a limit for the size of files; return its exit code."""
    newsroom = ground.lay(at)
    laid = contents(newsroom)
    done = subprocess.run(
        [*COMMAND, *ground.words],
        cwd=newsroom,
        capture_output=True,
        check=False,
        env=surroundings(newsroom),
        timeout=300,
        preexec_fn=lambda: limit_files(size),
    )
    err = done.stderr.decode()
    told = (ground.words, f"files of at most {size} bytes", done.returncode, err)
    check_state(ground, newsroom, laid, told)
    check_words(ground, newsroom, laid, done.returncode, err)
    check_again(ground, newsroom, run(newsroom, *ground.words), told)
    return done.returncode


def sizes_of_new_files(ground: Ground) -> list[int]:
    """Return the limits at which a command fails at another file: just under the size of each that it writes."""
    before = contents(ground.before / "newsroom")
    new = [content for name, content in ground.expected.items() if before.get(name) != content]
    return sorted({0, 1, *(max(0, len(content) - 1) for content in new)})


def try_disk(ground: Ground, at: Path, free: int) -> tuple[int, bool]:
    """Run the command with so many pages free; return its exit code, and whether anything is as it was asked to be."""
    shutil.rmtree(at, ignore_errors=True)
    disk, first, second = (at / name for name in ("disk", "first", "second"))
    for folder in (disk, first, second):
        folder.mkdir(parents=True)
    size = sum(len(content) + PAGE for content in contents(ground.before).values()) + (free + 64) * PAGE + 8 * MEGABYTE
    script = ["sh", "-c", ON_A_DISK, "sh", *map(str, (size // PAGE * PAGE, free, ground.before, disk, first, second))]
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", *script, *COMMAND, *ground.words],
        capture_output=True,
        check=False,
        env=surroundings(disk / "newsroom"),
        timeout=300,
    )
    err = (at / "first.err").read_text(encoding="utf-8")
    told = (ground.words, f"{free} pages free", done.returncode, err, done.stderr)
    assert done.returncode != 99, told
    newsroom, laid = first / "newsroom", contents(ground.before / "newsroom")
    is_old = check_state(ground, newsroom, laid, told)
    check_words(ground, newsroom, laid, done.returncode, err)
    words = (at / "second.err").read_text(encoding="utf-8")
    if ground.words[0] != "init" or is_old:
        assert (at / "second.code").read_text(encoding="utf-8").strip() in {"0", "1"}, (told, words)
    check_clean(ground, second / "newsroom", (told, words))
    return done.returncode, is_old


@pytest.mark.attacks
def test_a_limit_for_files_and_a_full_disk_leave_a_build_as_it_was(tmp_path: Path) -> None:
    need_own_mounts()
    ground = make_ground(tmp_path, COMMANDS["build"])
    assert try_limit(ground, tmp_path / "tried", 2000) == 2
    assert try_disk(ground, tmp_path / "tried", 0) == (2, True)
    # Somewhere between, the issue has room, and the site has not.
    assert (2, False) in (try_disk(ground, tmp_path / "tried", free) for free in range(2, 16))


@pytest.mark.nightly
@pytest.mark.parametrize("name", COMMANDS)
def test_files_that_may_not_grow(tmp_path: Path, name: str) -> None:
    ground = make_ground(tmp_path, COMMANDS[name])
    sizes = sizes_of_new_files(ground)
    codes = [try_limit(ground, tmp_path / "tried", size) for size in sizes]
    print(f"F5, {name}: {len(sizes)} limits, {codes.count(2)} commands failed: 0 torn, 0 mixed, 0 left behind")


@pytest.mark.nightly
@pytest.mark.parametrize("name", COMMANDS)
def test_disks_with_ever_more_room(tmp_path: Path, name: str) -> None:
    need_own_mounts()
    ground = make_ground(tmp_path, COMMANDS[name])
    enough = 1
    while try_disk(ground, tmp_path / "tried", enough)[0] == 2:
        enough *= 2
    rooms = range(0, enough, max(1, enough // 40))
    codes = [try_disk(ground, tmp_path / "tried", free)[0] for free in rooms]
    print(f"F4, {name}: {len(rooms)} disks with 0 to {enough - 1} free pages, {codes.count(2)} commands failed: 0 torn")
    assert codes[0] == 2
