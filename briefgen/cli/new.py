"""`briefgen new`: starts the next issue."""

from datetime import datetime
from pathlib import Path

from briefgen.cli.terminal import say
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_scaffold import new_issue
from briefgen.compile.newsroom import load_newsroom


def run_new(title: str) -> None:
    """Write the next issue and print its path."""
    newsroom = load_newsroom(Path.cwd())
    if not newsroom.is_publication:
        message = "no publication here: neither this folder nor any above it contains `issues/`"
        raise CommandError(message, "`briefgen init` starts one")
    path = new_issue(newsroom, title, datetime.now().astimezone().date())
    say(f"wrote {format_path(path)}")
    say("Next: write it; `briefgen validate` lists what is missing")
