"""G14: whatever an issue holds, a whole build with its PDF ends within a minute and a gigabyte, in words."""

import base64
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.measuring import watch_tree
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND, environment
from tests.hostile.slow_inputs import PLACES
from tests.hostile.test_slow_inputs import FOUND, expand
from tests.hostile.yaml_rows import make_rows
from tests.shared import shared_file, shared_rows

LONGEST = 60
"""Seconds of the processor that a build may take."""
MOST = 1_024
"""MiB that all its processes may have at a time."""
PAUSE = 0.05
LONG = 47_000


def find_inputs() -> Iterator[tuple[str, bytes]]:
    """Yield the hostile issues of all sets, each with a name."""
    yield from ((row.kind, row.data) for row in make_rows())
    for row in shared_rows("hostile/attacks/yaml.jsonl"):
        yield str(row["id"]), base64.b64decode(row["bytes_b64"])
    for name in ("attacks/markdown-pathological", "pathological/cmark"):
        for row in shared_rows(f"hostile/{name}.jsonl"):
            text = expand(row, LONG)
            yield str(row.get("id")), PLACES["body as a block"](text).encode("utf-8", "replace")
    for recipe in FOUND:
        yield repr(recipe), recipe.issue(LONG)
    folders = (shared_file("hostile/images"), shared_file("cases/hostile/images"), shared_file("cases/hostile/damaged"))
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        text = ISSUE.replace("      The basin fills", f"      ![a](images/{path.name})\n\n      The basin fills")
        yield path.name, text.encode()


def build(newsroom: Path, content: bytes) -> tuple[int, float, float, str]:
    """Build an issue with its PDF, as a draft, so that most errors do not stop it.

    Return the exit code, the seconds of the processor, the MiB of all processes at their most, and what was said.
    """
    (newsroom / "issues/7-two-ports.yaml").write_bytes(content)
    surroundings = environment(BRIEFGEN_CACHE=str(newsroom.parent / "cache"))
    with tempfile.TemporaryFile() as said:
        words = [*COMMAND, "build", "--draft", "--format", "all"]
        process = subprocess.Popen(words, cwd=newsroom, stdout=subprocess.DEVNULL, stderr=said, env=surroundings)
        memory = watch_tree(process.pid, PAUSE)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return process.returncode, usage.ru_utime + usage.ru_stime, memory, said.read().decode(errors="replace")


@pytest.mark.nightly
def test_the_worst_of_all_inputs_ends_in_time_and_in_words(newsroom: Path) -> None:
    (newsroom / "issues/images").mkdir()
    for folder in ("hostile/images", "cases/hostile/images", "cases/hostile/damaged"):
        for path in shared_file(folder).iterdir():
            (newsroom / "issues/images" / path.name).write_bytes(path.read_bytes())
    count, failed, slowest, largest, worst = 0, 0, (0.0, ""), (0.0, ""), []
    for name, content in find_inputs():
        code, seconds, memory, said = build(newsroom, content)
        count, failed = count + 1, failed + bool(code)
        slowest, largest = max(slowest, (seconds, name)), max(largest, (memory, name))
        if code not in {0, 1, 2} or "Traceback" in said or seconds > LONGEST or memory > MOST:
            worst.append((name, code, seconds, memory, said[-500:]))
    print(f"G14: {count} inputs, {failed} of them refused; {slowest}, {largest[0]:.0f} MiB by {largest[1]}")
    assert not worst
