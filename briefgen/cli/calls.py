"""What `build` and `validate` take from the command line.

It stands here once, for two readers: `app.py` makes Typer's commands of it, and `glance.py` reads the
usual calls of these two commands without Typer, whose import takes longer than checking an issue does.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeAlias, get_args

from msgspec import Struct


class Argument(NamedTuple):
    """Words without a name."""

    metavar: str
    help: str


class Option(NamedTuple):
    """A value, several, or a flag, by one name or more."""

    names: tuple[str, ...]
    help: str
    metavar: str | None = None


class ReportFormat(StrEnum):
    """Ways of showing diagnostics."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


Words: TypeAlias = list[str] | None
"""Each may hold several words, parted by commas: `--format html,pdf`."""
Issues = Annotated[Words, Argument("ISSUE", "Numbers or files; all issues of the publication when left out.")]
Strict = Annotated[bool, Option(("--strict",), "Warnings fail too.")]


class BuildCall(Struct, frozen=True):
    """Check issues and write their web page, Markdown and PDF."""

    issues: Issues = None
    formats: Annotated[
        Words, Option(("--format", "-f"), "html, markdown, pdf or all; repeat it or use commas.", "FORMAT")
    ] = None
    output: Annotated[Path | None, Option(("--output", "-o"), "Folder to write to.", "DIR")] = None
    draft: Annotated[bool, Option(("--draft",), "Build in spite of errors, marked as a draft.")] = False
    strict: Strict = False
    force: Annotated[bool, Option(("--force",), "Make everything anew, whatever the cache holds.")] = False
    watch: Annotated[bool, Option(("--watch",), "Build again whenever a file changes.")] = False
    open_page: Annotated[bool, Option(("--open",), "Show the result when it is built.")] = False


class ValidateCall(Struct, frozen=True):
    """Report what is wrong, at the exact line and column."""

    issues: Issues = None
    output_format: Annotated[ReportFormat, Option(("--output-format",), "How to show what was found.")] = (
        ReportFormat.FULL
    )
    select: Annotated[
        Words, Option(("--select",), "Only these rules: codes, names or beginnings of codes.", "RULE")
    ] = None
    ignore: Annotated[Words, Option(("--ignore",), "Without these rules.", "RULE")] = None
    fix: Annotated[
        bool, Option(("--fix",), "Make the safe fixes, marked [*]; no word changes but terms marked safe.")
    ] = False
    unsafe_fixes: Annotated[
        bool, Option(("--unsafe-fixes",), "Make the fixes marked [~] too, which may change the sense.")
    ] = False
    diff: Annotated[bool, Option(("--diff",), "Show what the fixes would change, and write nothing.")] = False
    baseline: Annotated[
        Path | None, Option(("--baseline",), "Reports to let be; `issues/baseline.json` when left out.", "FILE")
    ] = None
    no_baseline: Annotated[bool, Option(("--no-baseline",), "Show the known reports too.")] = False
    statistics: Annotated[bool, Option(("--statistics",), "Count the reports of each rule.")] = False
    strict: Strict = False
    exit_zero: Annotated[bool, Option(("--exit-zero",), "End with 0 whatever was found.")] = False
    stdin_filename: Annotated[
        Path | None, Option(("--stdin-filename",), "What to call standard input, read for `-`.", "FILE")
    ] = None


Call: TypeAlias = BuildCall | ValidateCall
CALLS: dict[str, type[Call]] = {"build": BuildCall, "validate": ValidateCall}


class Parameter(NamedTuple):
    """One field of a call: its name, its type, and how the command line names it."""

    field: str
    type: Any
    surface: Argument | Option


def parameters_of(call: type[Call]) -> Iterator[Parameter]:
    """Yield what a call takes, in order."""
    for name, annotation in call.__annotations__.items():
        kind, surface = get_args(annotation)
        yield Parameter(name, kind, surface)


def split(words: Words) -> tuple[str, ...]:
    """Part words at commas."""
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())
