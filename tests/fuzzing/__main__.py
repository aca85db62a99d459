"""Fuzzes briefgen: `python -m tests.fuzzing [--quick] [--seconds N] [--seed N] [TARGET…]`.

With `--quick`, the same inputs are tried each time, nearly. Atheris mutates inputs and keeps those that reach new code.
It runs in a process of its own for each target, which is ended when an input takes more than ten seconds or too much
memory.
"""

import argparse
import base64
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.docs.pages import ROOT

TARGETS = {"yaml": 20_000, "citations": 20_000, "markdown": 6_000, "pictures": 100_000}
"""What is fuzzed, and how many inputs a quick run tries: what takes about 20 seconds."""
SLOWEST = 10
MEGABYTES = 1_500
LONGEST = 4_096


def fuzz(target: str, seed: int, length: dict[str, int]) -> bool:
    """Fuzz a target for some seconds or inputs; return whether nothing was found."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "corpus").mkdir()
        words = [sys.executable, "-m", "tests.fuzzing.run_atheris", target, f"{folder}/corpus"]
        limits = {**length, "timeout": SLOWEST, "rss_limit_mb": MEGABYTES, "max_len": LONGEST}
        flags = [f"-{name}={value}" for name, value in {**limits, "seed": seed}.items()]
        done = subprocess.run(
            [*words, *flags, f"-artifact_prefix={folder}/found-"],
            cwd=ROOT,
            capture_output=True,
            check=False,
            env={**os.environ, "TMPDIR": folder, "PYTHONHASHSEED": str(seed)},
        )
        said = done.stderr.decode(errors="replace")
        runs = re.findall(r"^#(\d+)", said, re.MULTILINE)
        print(f"{target}: {runs[-1] if runs else 0} inputs, seed {seed}: exit code {done.returncode}")
        if done.returncode:
            print("\n".join((done.stdout.decode(errors="replace") + said).splitlines()[-40:]))
            for path in sorted(Path(folder).glob("found-*")):
                print(f"{path.name} in base64: {base64.b64encode(path.read_bytes()).decode()}")
        return done.returncode == 0 and bool(runs)


def main() -> int:
    """Fuzz the targets that are named, or all; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("--quick", action="store_true", help="a fixed number of inputs")
    parser.add_argument("--seconds", type=int, default=25, help="for each target")
    parser.add_argument("--seed", type=int, default=133, help="0 takes another each time")
    parser.add_argument("targets", nargs="*", default=tuple(TARGETS))
    asked = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("there is no atheris for this Python or system; the fuzzing of Hypothesis does without")
        return 0
    found_nothing = [
        fuzz(target, asked.seed, {"runs": TARGETS[target]} if asked.quick else {"max_total_time": asked.seconds})
        for target in asked.targets
    ]
    return int(not all(found_nothing))


if __name__ == "__main__":
    sys.exit(main())
