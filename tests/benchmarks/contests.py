"""Contests: who is measured against whom, and the ratio that is to be reached."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

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
class Pair:
    """Two programs of a field that are compared; without targets the ratio is only told."""

    name: str
    ours: str
    peer: str
    time: float | None = None
    memory: float | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Several programs on the same issues, which take turns."""

    issues: int
    programs: Mapping[str, Command]
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Growth:
    """One command on a small and on a large archive: the cost per issue must not grow."""

    name: str
    small: Command
    large: Command
    issues: tuple[int, int]
    """The number of issues in the small and in the large archive."""
    budget: float | None = None
    """Milliseconds of CPU time per issue of the large archive."""
    time: float = 1.1
    memory: float = 1.2


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    name: str
    unit: str
    """`ms` or `MiB`."""
    ratio: Ratio
    target: float | None
    """The maximum ratio; without it the ratio is only told."""

    @property
    def is_missed(self) -> bool:
        """Whether the ratio of the medians is too high."""
        return self.target is not None and self.ratio.value > self.target


@dataclass(frozen=True, slots=True)
class Point:
    """How long a program takes for so many issues: medians, in milliseconds."""

    program: str
    issues: int
    milliseconds: float
    cpu: float
    """CPU time, which other processes hardly affect."""


def hold(contest: Contest, rounds: int) -> Iterator[Result]:
    """Measure time and, if requested, the memory of the largest process."""
    timed = list(run_in_turns(contest.ours, contest.peer, rounds=rounds))
    yield from compare(Pair(contest.name, "", "", contest.time, contest.memory), timed)


def race(field: Field, rounds: int, *, warm: bool = True) -> Iterator[Result | Point]:
    """Measure all programs of a field in turns; yield what each took, and then the ratios of the pairs."""
    timed = list(run_in_turns(*field.programs.values(), rounds=rounds, warm=warm))
    yield from find_points(field, timed)
    names = list(field.programs)
    for pair in field.pairs:
        places = names.index(pair.ours), names.index(pair.peer)
        yield from compare(pair, [tuple(readings[place] for place in places) for readings in timed])


def find_points(field: Field, timed: Sequence[tuple[Reading, ...]]) -> Iterator[Point]:
    """Yield what each program of a field took, from readings in their order."""
    for program, series in zip(field.programs, zip(*timed, strict=True), strict=True):
        seconds, cpu = (median(map(attrgetter(figure), series)) for figure in ("seconds", "cpu"))
        yield Point(program, field.issues, seconds * 1000, cpu * 1000)


def compare(pair: Pair, timed: Sequence[tuple[Reading, ...]]) -> Iterator[Result]:
    """Yield the ratio of time and, if there is a target for it, of the memory of the largest process."""
    yield Result(pair.name, "ms", _divide(timed, lambda one: one.seconds * 1000), pair.time)
    if pair.memory is not None:
        yield Result(f"{pair.name}: largest process", "MiB", _divide(timed, attrgetter("largest")), pair.memory)


def weigh(name: str, ours: Command, peer: Command) -> Iterator[Result]:
    """Measure the memory of all processes together, in a run of its own, which it slows down."""
    weighed = list(run_in_turns(ours, peer, rounds=1, warm=False, tree=True))
    yield Result(f"{name}: all processes together", "MiB", _divide(weighed, attrgetter("tree")), None)


def watch(growth: Growth, rounds: int) -> Iterator[Result]:
    """Measure the large archive and the small one in turns."""
    yield from compare_sizes(growth, list(run_in_turns(growth.large, growth.small, rounds=rounds)))


def compare_sizes(growth: Growth, timed: Sequence[tuple[Reading, ...]]) -> Iterator[Result]:
    """Yield the ratios of CPU time per issue and of memory, from readings of the large archive and of the small one."""
    few, many = growth.issues
    each = [(large.cpu / many * 1000, small.cpu / few * 1000) for large, small in timed]
    yield Result(f"{growth.name}: CPU for each", "ms", Ratio(*map(list, zip(*each, strict=True))), growth.time)
    memory = _divide(timed, attrgetter("largest"))
    yield Result(f"{growth.name}: largest process", "MiB", memory, growth.memory)
    if growth.budget is not None:
        budget = Ratio([large for large, _ in each], [growth.budget] * len(each))
        yield Result(f"{growth.name}: CPU for each / budget", "ms", budget, 1.0)


def _divide(timed: Sequence[tuple[Reading, ...]], figure: Callable[[Reading], float]) -> Ratio:
    return Ratio([figure(ours) for ours, _ in timed], [figure(peer) for _, peer in timed])
