"""The benchmarks: candidates, peers, and target ratios (docs/performance.md gives the reasons)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from tests.benchmarks.ground import Ground, find_pandoc, lay_archive
from tests.benchmarks.measuring import Command, Ratio, Reading, run_in_turns


@dataclass(frozen=True, slots=True)
class Contest:
    """Two commands that do the same, and the maximum ratios of time and memory."""

    name: str
    ours: Command
    peer: Command
    time: float
    memory: float | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """One command on a small and on a large archive: the cost per issue must not grow."""

    name: str
    small: Command
    large: Command
    issues: tuple[int, int]
    """The number of issues in the small and in the large archive."""
    budget: float
    """Milliseconds of CPU time per issue of the large archive."""
    time: float = 1.1
    memory: float = 1.2


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    name: str
    unit: str
    ratio: Ratio
    target: float

    @property
    def is_reached(self) -> bool:
        """Whether the ratio of the medians is low enough."""
        return self.ratio.value <= self.target


def find_contests(ground: Ground) -> tuple[Contest, ...]:
    issue, dist = ground.issue, ground.folder / "dist"
    output = ("--output", str(dist))
    # Without outputs of an earlier run, which would be current.
    page_and_markdown = replace(ground.command("build", issue, "--format", "html,markdown", *output), without=(dist,))
    print_it = replace(ground.command("build", issue, "--format", "pdf", *output), without=(dist,))
    pandoc = f"'{find_pandoc()}' --standalone --citeproc --bibliography sources.json issue.md"
    both = f"cd '{ground.folder}' && {pandoc} --output pandoc.html && {pandoc} --to gfm --output pandoc.md"
    page, fonts = ground.folder / "page/page.html", {"FONTCONFIG_FILE": str(ground.folder / "fonts.conf")}
    return (
        Contest(
            "--version / a bare Typer program",
            ground.command("--version"),
            ground.command("--version", program="bare-typer"),
            time=1.15,
        ),
        Contest(
            "--help / a bare Typer program",
            ground.command("--help"),
            ground.command("--help", program="bare-typer"),
            time=1.15,
        ),
        Contest(
            "validate / a bare Typer program",
            ground.command("validate", "--exit-zero", issue),
            ground.command("validate", issue, program="bare-typer"),
            time=1.5,
        ),
        Contest(
            "build html,markdown / pandoc --citeproc, both files",
            page_and_markdown,
            ground.command("-c", both, program="/bin/sh"),
            time=0.8,
        ),
        Contest(
            "build pdf / weasyprint, the same page",
            print_it,
            ground.command(
                "--pdf-variant", "pdf/ua-1", page, ground.folder / "peer.pdf", program="weasyprint", **fonts
            ),
            time=0.85,
            memory=0.8,
        ),
    )


def hold(contest: Contest, rounds: int) -> Iterator[Result]:
    """Measure time and, if requested, memory, in separate runs."""
    timed = list(run_in_turns(contest.ours, contest.peer, rounds))
    yield Result(contest.name, "ms", compare(timed, lambda one: one.seconds * 1000), contest.time)
    if contest.memory is not None:
        yield Result(f"{contest.name}: largest process", "MiB", compare(timed, attrgetter("largest")), contest.memory)


def find_growth(ground: Ground) -> tuple[Growth, ...]:
    issues = (100, 400)
    command = ground.command("validate", "--exit-zero")
    small, large = (replace(command, folder=lay_archive(ground, count)) for count in issues)
    return (Growth("validate 400 issues / 100", small, large, issues, budget=15),)


def watch(growth: Growth, rounds: int) -> Iterator[Result]:
    """Measure CPU time per issue and memory, on the large archive and on the small one."""
    timed = list(run_in_turns(growth.large, growth.small, max(1, rounds // 3)))
    few, many = growth.issues
    each = [(large.cpu / many * 1000, small.cpu / few * 1000) for large, small in timed]
    yield Result(f"{growth.name}: CPU for each", "ms", Ratio(*map(list, zip(*each, strict=True))), growth.time)
    memory = compare(timed, attrgetter("largest"))
    yield Result(f"{growth.name}: largest process", "MiB", memory, growth.memory)
    budget = Ratio([large for large, _ in each], [growth.budget] * len(each))
    yield Result(f"validate {many} issues: CPU for each / budget", "ms", budget, 1.0)


def compare(readings: list[tuple[Reading, Reading]], figure: Callable[[Reading], float]) -> Ratio:
    return Ratio([figure(ours) for ours, _ in readings], [figure(peer) for _, peer in readings])
