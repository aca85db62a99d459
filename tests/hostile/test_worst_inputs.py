"""G14: whatever an issue holds, a whole build with its PDF ends within a minute and a gigabyte, in words."""

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND, environment
from tests.hostile.slow_inputs import PLACES
from tests.hostile.test_pictures import GROUP, MEASURE
from tests.hostile.test_slow_inputs import FOUND, expand
from tests.hostile.yaml_rows import make_rows
from tests.shared import shared_file, shared_rows

LONGEST = 60
"""Seconds of the processor that a build may take."""
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


def build(newsroom: Path, content: bytes) -> tuple[int, float, int, str]:
    """Build an issue with its PDF, as a draft, so that most errors do not stop it.

    Return the exit code, the seconds of the processor, the bytes of memory, and what was said.
    """
    (newsroom / "issues/7-two-ports.yaml").write_bytes(content)
    words = [sys.executable, "-c", MEASURE, *COMMAND, "build", "--draft", "--format", "all"]
    surroundings = environment(BRIEFGEN_CACHE=str(newsroom.parent / "cache"))
    done = subprocess.run(words, cwd=newsroom, capture_output=True, check=False, env=surroundings, timeout=1_200)
    code, peak, seconds = done.stdout.split()
    # The largest process and one as large, since two run at a time.
    return int(code), float(seconds), 2 * int(peak) * 1024, done.stderr.decode(errors="replace")


@pytest.mark.nightly
def test_the_worst_of_all_inputs_ends_in_time_and_in_words(newsroom: Path) -> None:
    (newsroom / "issues/images").mkdir()
    for folder in ("hostile/images", "cases/hostile/images", "cases/hostile/damaged"):
        for path in shared_file(folder).iterdir():
            (newsroom / "issues/images" / path.name).write_bytes(path.read_bytes())
    count, failed, slowest, largest, worst = 0, 0, (0.0, ""), (0, ""), []
    for name, content in find_inputs():
        code, seconds, memory, said = build(newsroom, content)
        count, failed = count + 1, failed + bool(code)
        slowest, largest = max(slowest, (seconds, name)), max(largest, (memory, name))
        if code not in {0, 1, 2} or "Traceback" in said or seconds > LONGEST or memory > GROUP:
            worst.append((name, code, seconds, memory, said[-500:]))
    print(f"G14: {count} inputs, {failed} of them refused; {slowest}, {largest[0] >> 20} MiB by {largest[1]}")
    assert not worst
