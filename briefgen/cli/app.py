"""The surface of the command line: every command with its arguments, and how each of them ends.

What a command does lies in a module of its own, imported when it runs: asking for help must not wait for
the libraries that building needs.
"""

import gc
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.build.faults import CommandFault
from briefgen.cli.terminal import say_fault

COULD_NOT_RUN = 2
INTERRUPTED = 130

app = typer.Typer(
    name="briefgen",
    help="Compile cited newsletters: one YAML file in; web page, Markdown and PDF out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Issues = Annotated[
    list[str] | None,
    typer.Argument(metavar="ISSUE", help="Numbers or files; all issues of the publication when left out."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings fail too.")]


class ReportFormat(StrEnum):
    """Ways of showing diagnostics."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class SchemaOf(StrEnum):
    """The files that people write."""

    ISSUE = "issue"
    PUBLICATION = "publication"
    OUTLETS = "outlets"


@app.command()
def build(
    issues: Issues = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="html, markdown, pdf or all; repeat it or use commas.", metavar="FORMAT"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder to write to.", metavar="DIR")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Build in spite of errors, marked as a draft.")] = False,
    strict: Strict = False,
    force: Annotated[bool, typer.Option("--force", help="Make everything anew, whatever the cache holds.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Build again whenever a file changes.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Show the result when it is built.")] = False,
) -> None:
    """Check issues and write their web page, Markdown and PDF."""
    from briefgen.cli.build import Orders, run_build  # noqa: PLC0415

    _settle()
    orders = Orders(
        issues or [],
        _split(formats),
        output,
        is_draft=draft,
        is_strict=strict,
        is_fresh=force,
        watches=watch,
        opens=open_page,
    )
    raise typer.Exit(run_build(orders))


@app.command()
def validate(
    issues: Issues = None,
    *,
    output_format: Annotated[ReportFormat, typer.Option(help="How to show what was found.")] = ReportFormat.FULL,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these rules: codes, names or beginnings of codes.", metavar="RULE")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Without these rules.", metavar="RULE")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Make the safe fixes, marked [*]; never a word changes.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Make the fixes marked [~] too, which may change the sense.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what the fixes would change, and write nothing.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(help="Reports to let be; `issues/baseline.json` when left out.", metavar="FILE")
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Show the known reports too.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the reports of each rule.")] = False,
    strict: Strict = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever was found.")] = False,
    stdin_filename: Annotated[
        Path | None, typer.Option(help="What to call standard input, read for `-`.", metavar="FILE")
    ] = None,
) -> None:
    """Report what is wrong, at the exact line and column."""
    from briefgen.cli.validate import Checks, run_validate  # noqa: PLC0415

    _settle()
    checks = Checks(
        issues or [],
        output_format.value,
        select=_split(select),
        ignore=_split(ignore),
        fixes=fix or unsafe_fixes or diff,
        unsafe=unsafe_fixes,
        shows_diff=diff,
        baseline=baseline,
        shows_known=no_baseline,
        counts_rules=statistics,
        is_strict=strict,
        stdin_filename=stdin_filename,
    )
    code = run_validate(checks)
    raise typer.Exit(0 if exit_zero else code)


@app.command()
def baseline(
    issues: Issues = None,
    *,
    add: Annotated[bool, typer.Option("--add", help="Let the new reports of today be, too.")] = False,
) -> None:
    """Let all reports of today be, for an old archive.

    It writes `issues/baseline.json`. What is new, or stands in a sentence that changes, is reported again. Run
    anew, the command drops what no longer occurs, and adds nothing unless told to.
    """
    from briefgen.cli.validate import run_baseline  # noqa: PLC0415

    run_baseline(issues or [], adds=add)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where; this folder when left out.")] = Path(),
) -> None:
    """Begin a publication that builds at once.

    It gets a masthead and a first issue; nothing that is there already is touched.
    """
    from briefgen.cli.begin import run_init  # noqa: PLC0415

    run_init(folder)


@app.command()
def new(title: Annotated[str, typer.Argument(help="Of the feature, in quotation marks.")]) -> None:
    """Begin the next issue, number and date filled in.

    TK marks what is missing; `briefgen validate` lists it.
    """
    from briefgen.cli.begin import run_new  # noqa: PLC0415

    run_new(title)


@app.command()
def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="CODE|NAME", help="Which rule; all are listed when left out.")
    ] = None,
) -> None:
    """Explain a rule, or list all rules."""
    from briefgen.cli.explain import run_rule  # noqa: PLC0415

    run_rule(name)


@app.command()
def schema(of: Annotated[SchemaOf, typer.Argument(help="Which file.", metavar="issue|publication|outlets")]) -> None:
    """Print a JSON Schema, for editors that check and complete."""
    from briefgen.cli.explain import run_schema  # noqa: PLC0415

    run_schema(of.value)


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def _global(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    del version


def run() -> None:
    """Run the command line; a wrong call or a missing library ends with exit code 2 and a hint."""
    try:
        app()
    except CommandFault as fault:
        say_fault(str(fault), fault.hint)
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the report has read enough (`briefgen validate | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT_RUN)


def _settle() -> None:
    """Look for garbage from now on, and only in what the command itself makes."""
    gc.freeze()
    gc.enable()


def _split(values: list[str] | None) -> tuple[str, ...]:
    """Split values that may each hold several, parted by commas: `--format html,pdf`."""
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
