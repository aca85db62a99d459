"""Compares briefgen with its peers on this machine: `./run bench [--quick] [--archive ISSUES | --write [--full]]`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tests.benchmarks.archive_contests import (
    find_archive_growth,
    find_changed,
    find_unchanged,
    lay_sites,
    plot_cold,
    race_cold,
)
from tests.benchmarks.contests import Point, Result, compare_sizes, find_points, hold, race, watch, weigh
from tests.benchmarks.ground import Ground, lay_ground
from tests.benchmarks.issue_contests import find_contests, find_growth
from tests.benchmarks.measuring import CommandFailed, run_in_turns
from tests.benchmarks.page import ONE_ISSUE, PAGE, format_page
from tests.benchmarks.pdf_contests import PDFS, race_pdfs
from tests.benchmarks.record import PATH, Part, Record, Surroundings, write_record
from tests.benchmarks.surroundings import describe_surroundings

SMALL, USUAL, LARGE, HUGE = 100, 500, 2_000, 10_000
"""The sizes of archives."""
PLOTS = Path(__file__).with_name("plots.py")

Findings = Iterator[Result | Point]


@dataclass(frozen=True, slots=True)
class Measurements:
    """What a run has found so far; with `surroundings` it is kept after each part, since a whole run takes long."""

    surroundings: Surroundings | None = None
    parts: list[Part] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def take(self, title: str, rounds: int, measure: Callable[[int], Findings]) -> None:
        """Measure one part, and print each result as it comes."""
        print(f"\n{title}", flush=True)
        results = []
        try:
            for found in measure(rounds):
                if isinstance(found, Point):
                    self.points.append(found)
                    print(f"{found.program:66} {found.milliseconds:7.0f} ms, CPU {found.cpu:.0f} ms", flush=True)
                else:
                    results.append(found)
                    print(format_result(found), flush=True)
        except CommandFailed as fault:
            self.failures.append(title)
            print(f"{title}: could not be measured\n{fault}", flush=True)
        if results:
            self.parts.append(Part(title, rounds, tuple(results)))
        if self.surroundings:
            write_record(self.record(self.surroundings))

    def record(self, surroundings: Surroundings) -> Record:
        """Return what has been found, with the load of the machine by now."""
        load = surroundings.load[0], os.getloadavg()[0]
        by_now = replace(surroundings, load=load)
        return Record(by_now, tuple(self.parts), tuple(self.points), tuple(self.failures))


def main(arguments: Sequence[str]) -> int:
    """Run the contests; return 1 if a command fails or, with `--check`, if a ratio is too high."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each command; of long ones a third (default: 9)")
    parser.add_argument("--quick", action="store_true", help="3 runs of each command, and one of long ones")
    parser.add_argument("--archive", type=int, metavar="ISSUES", help="measure an archive of so many issues instead")
    parser.add_argument("--write", action="store_true", help="measure everything, and write docs/benchmarks.md")
    parser.add_argument("--full", action="store_true", help=f"with --write: also an archive of {HUGE:,} issues")
    parser.add_argument("--peers", type=Path, default=Path(".venv-peers"), help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="exit 1 when a ratio is missed")
    options = parser.parse_args(arguments)
    rounds = 3 if options.quick else options.rounds
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="briefgen-bench-") as folder:
        ground = lay_ground(Path(folder))
        print(f"{ground.issue.name}, {ground.words} words; medians; ratios ours / peer, lowest to highest round")
        # Before anything can change in the checkout.
        surroundings = describe_surroundings(ground, options.peers, load) if options.write else None
        found = Measurements(surroundings)
        if options.write or not options.archive:
            found.take(ONE_ISSUE, rounds, partial(measure_issue, ground))
        if options.archive and not options.write:
            archive = partial(measure_archive, ground, options.peers, options.archive)
            found.take(f"{options.archive:,} issues", max(1, rounds // 3), archive)
        if surroundings:
            measure_archives(found, ground, options.peers, rounds, full=options.full)
            write(found.record(surroundings), options.peers)
    missed = [result for part in found.parts for result in part.results if result.is_missed]
    return 1 if found.failures or (options.check and missed) else 0


def measure_archives(found: Measurements, ground: Ground, peers: Path, rounds: int, *, full: bool) -> None:
    """Measure all sizes of archives, and PDFs; the larger, the fewer rounds, and those that matter most first."""
    some, few = max(1, rounds // 3), max(1, rounds // 9)
    found.take(f"{USUAL:,} issues", some, partial(measure_archive, ground, peers, USUAL))
    found.take(f"{PDFS} PDFs", some, partial(measure_pdfs, ground))
    found.take(f"From {USUAL:,} to {LARGE:,} issues", few, partial(measure_growth, ground, peers, LARGE))
    found.take(f"{SMALL:,} issues", some, partial(measure_points, ground, peers, SMALL))
    if full:
        found.take(f"From {USUAL:,} to {HUGE:,} issues", 1, partial(measure_growth, ground, peers, HUGE))


def measure_issue(ground: Ground, rounds: int) -> Findings:
    """Measure the commands on one issue."""
    for contest in find_contests(ground):
        yield from hold(contest, rounds)
    for growth in find_growth(ground):
        yield from watch(growth, max(1, rounds // 3))


def measure_points(ground: Ground, peers: Path, count: int, rounds: int) -> Findings:
    """Measure how long each program takes for an archive."""
    yield from race(plot_cold(lay_sites(ground, peers, count)), rounds)


def measure_archive(ground: Ground, peers: Path, count: int, rounds: int) -> Findings:
    """Measure an archive beside all peers."""
    archive = lay_sites(ground, peers, count)
    yield from race(race_cold(archive), rounds, warm=False)
    yield from weigh("… two workers / Pelican", archive.cold, archive.peer_commands["Pelican"])
    yield from weigh("two workers, with the search / without", archive.searchable, archive.cold)
    yield from hold(find_unchanged(archive, time=0.5), rounds)
    yield from hold(find_changed(archive), rounds)


def measure_pdfs(ground: Ground, rounds: int) -> Findings:
    """Measure PDFs, of which only the ratios are told."""
    yield from (found for found in race(race_pdfs(ground), rounds, warm=False) if isinstance(found, Result))


def measure_growth(ground: Ground, peers: Path, count: int, rounds: int) -> Findings:
    """Measure a large archive beside all peers, and beside a smaller one."""
    small, large = (lay_sites(ground, peers, each) for each in (USUAL, count))
    field = plot_cold(large)
    # The smaller one first: what is remembered of the large one must stay for the build without a change.
    timed = list(run_in_turns(small.cold, *field.programs.values(), rounds=rounds, warm=False))
    yield from find_points(field, [readings[1:] for readings in timed])
    sizes = [(of_large, of_small) for of_small, of_large, *_ in timed]
    yield from compare_sizes(find_archive_growth(small, large), sizes)
    yield from hold(find_unchanged(large, time=0.15), rounds)


def write(record: Record, peers: Path) -> None:
    """Write the page and the plots of a record that is kept."""
    PAGE.write_text(format_page(record), encoding="utf-8")
    subprocess.run([peers / "bin/python", PLOTS, PATH, PAGE.parent / "images"], check=True)
    print(f"\nwrote {PAGE}; `./run golden` writes the tables of the README")


def format_result(result: Result) -> str:
    """Return one line: name, both medians, the ratio, and whether it is low enough."""
    ours, peer = result.ratio.middles
    low, high = result.ratio.ends
    target = "" if result.target is None else f"  ≤ {result.target:.2f} {'missed' if result.is_missed else 'reached'}"
    figures = f"{ours:7.0f} {peer:7.0f} {result.unit:4} {result.ratio.value:5.2f} ({low:.2f}–{high:.2f})"
    return f"{result.name:66} {figures}{target}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
