"""`briefgen init`: a new publication that builds at once."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from briefgen.build.loading import format_path
from briefgen.build.starting import init_publication
from briefgen.cli.terminal import say


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where; this folder when left out.")] = Path(),
) -> None:
    """Begin a publication that builds at once.

    It gets a masthead and a first issue; nothing that is there already is touched.
    """
    written = init_publication(folder, datetime.now().astimezone().date())
    for path in written:
        say(f"wrote {format_path(path.resolve())}")
    into = "" if folder == Path() else f"cd {folder} && "
    say(f"Next: {into}briefgen build")
