"""The surface of the command line, as Typer shows it: every command with its arguments.

What a command does lies in a module of its own, imported when it runs: asking for help must not wait for
the libraries that building needs.
"""

from collections.abc import Iterator
from enum import StrEnum
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.cli.calls import CALLS, Argument, Call, parameters_of
from briefgen.cli.running import answer

app = typer.Typer(
    name="briefgen",
    help="Compile cited newsletters: one YAML file in; web page, Markdown and PDF out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class SchemaOf(StrEnum):
    """The files that people write, and the report that programs read."""

    ISSUE = "issue"
    PUBLICATION = "publication"
    OUTLETS = "outlets"
    TERMS = "terms"
    REPORT = "report"


def _add_command(name: str, kind: type[Call]) -> None:
    """Make a command of a call."""

    def command(**values: object) -> None:
        raise typer.Exit(answer(kind(**values)))  # type: ignore[arg-type]  # Typer holds them to the signature.

    command.__doc__ = kind.__doc__
    command.__signature__ = Signature(list(_signature(kind)))  # type: ignore[attr-defined]  # inspect reads it.
    app.command(name)(command)


def _signature(kind: type[Call]) -> Iterator[Parameter]:
    for field, inner, surface in parameters_of(kind):
        if isinstance(surface, Argument):
            shown = typer.Argument(metavar=surface.metavar, help=surface.help)
        else:
            shown = typer.Option(*surface.names, help=surface.help, metavar=surface.metavar)
        default = signature(kind).parameters[field].default
        yield Parameter(field, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[inner, shown])


for _name, _kind in CALLS.items():
    _add_command(_name, _kind)


@app.command()
def baseline(
    issues: Annotated[
        list[str] | None,
        typer.Argument(metavar="ISSUE", help="Numbers or files; all issues of the publication when left out."),
    ] = None,
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
def schema(
    of: Annotated[
        SchemaOf,
        typer.Argument(help="Which file, or the JSON report.", metavar="issue|publication|outlets|terms|report"),
    ],
) -> None:
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
