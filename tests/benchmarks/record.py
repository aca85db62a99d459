"""What a run of the benchmarks found, kept in `measured.json` beside this file: the documentation is made from it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.benchmarks.contests import Point, Result

PATH = Path(__file__).parent / "measured.json"


@dataclass(frozen=True, slots=True)
class Part:
    """The results under one heading."""

    title: str
    rounds: int
    """Each command ran so often, and each figure is the median."""
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where and when a run took place."""

    day: str
    briefgen: str
    """Its version and commit."""
    machine: str
    processors: int
    load: tuple[float, float]
    """The load average of one minute before the run and at its end."""
    versions: dict[str, str]
    """Of briefgen's interpreter and of the peers."""
    issue: str
    """The issue that single commands were measured with."""
    remark: str = ""
    """What readers should know besides, written by hand into the file."""


@dataclass(frozen=True, slots=True)
class Record:
    """A whole run."""

    surroundings: Surroundings
    parts: tuple[Part, ...]
    points: tuple[Point, ...]
    failures: tuple[str, ...]
    """What could not be measured."""

    def part(self, title: str) -> Part:
        """Return the results under a heading."""
        return next(part for part in self.parts if part.title == title)


def read_record() -> Record:
    """Read the last run that was kept."""
    return msgspec.json.decode(PATH.read_bytes(), type=Record)


def write_record(record: Record) -> None:
    """Keep a run; figures are rounded to what was measurable."""
    rounded = _round(msgspec.to_builtins(record))
    PATH.write_bytes(msgspec.json.format(msgspec.json.encode(rounded), indent=1) + b"\n")


def _round(value: object) -> object:
    match value:
        case float():
            return round(value, 2)
        case dict():
            return {key: _round(each) for key, each in value.items()}
        case list() | tuple():
            return [_round(each) for each in value]
        case _:
            return value
