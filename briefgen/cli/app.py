"""The commands of briefgen and how they end."""

import os
import sys
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.build.faults import CommandFault
from briefgen.cli.build import build
from briefgen.cli.init import init
from briefgen.cli.new import new
from briefgen.cli.rule import rule
from briefgen.cli.schema import schema
from briefgen.cli.terminal import say_fault
from briefgen.cli.validate import validate

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
for command in (build, validate, init, new, rule, schema):
    app.command()(command)


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def _global(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Show the version and exit.", callback=_show_version, is_eager=True),
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
