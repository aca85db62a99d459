"""`briefgen init` and `briefgen new`: a new publication, and the next issue."""

from datetime import datetime
from pathlib import Path

from briefgen.cli.terminal import say
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.loading import load_newsroom
from briefgen.compile.scaffold import init_publication, new_issue


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
        message = "no publication here: neither this folder nor any above it contains `issues/`"
        raise CommandError(message, "`briefgen init` starts one")
    path = new_issue(newsroom, title, datetime.now().astimezone().date())
    say(f"wrote {format_path(path)}")
    say("Next: write it; `briefgen validate` lists what is missing")
