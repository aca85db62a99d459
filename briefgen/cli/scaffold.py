"""`briefgen init` and `briefgen new`: a publication to begin with, and the next number."""

from datetime import datetime
from pathlib import Path

from briefgen.build.documents import format_path
from briefgen.build.faults import CommandFault
from briefgen.build.loading import load_newsroom
from briefgen.build.starting import init_publication, new_issue
from briefgen.cli.terminal import say


def run_init(folder: Path) -> None:
    """Make a publication and say what was written."""
    written = init_publication(folder, datetime.now().astimezone().date())
    for path in written:
        say(f"wrote {format_path(path.resolve())}")
    into = "" if folder == Path() else f"cd {folder} && "
    say(f"Next: {into}briefgen build")


def run_new(title: str) -> None:
    """Write the next issue and say where."""
    newsroom = load_newsroom(Path.cwd())
    if not newsroom.is_publication:
        message = "no publication here: no folder at or above this one holds `issues/`"
        raise CommandFault(message, "`briefgen init` makes one")
    path = new_issue(newsroom, title, datetime.now().astimezone().date())
    say(f"wrote {format_path(path)}")
    say("Next: write it; `briefgen validate` says what is missing")
