"""`briefgen new`: the next number of the newsletter."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from briefgen.build.faults import CommandFault
from briefgen.build.loading import format_path, load_newsroom
from briefgen.build.starting import new_issue
from briefgen.cli.terminal import say


def new(title: Annotated[str, typer.Argument(help="Of the feature, in quotation marks.")]) -> None:
    """Begin the next issue, number and date filled in.

    TK marks what is missing; `briefgen validate` lists it.
    """
    newsroom = load_newsroom(Path.cwd())
    if not newsroom.is_publication:
        message = "no publication here: no folder at or above this one holds `issues/`"
        raise CommandFault(message, "`briefgen init` makes one")
    path = new_issue(newsroom, title, datetime.now().astimezone().date())
    say(f"wrote {format_path(path)}")
    say("Next: write it; `briefgen validate` says what is missing")
