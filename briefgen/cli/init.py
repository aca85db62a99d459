"""`briefgen init`: starts a publication."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from briefgen.cli.terminal import say
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.publication_scaffold import init_publication
from briefgen.compile.workflow_scaffold import Host


def run_init(folder: Path, hosts: Collection[Host], language: str) -> None:
    """Create a publication and list the files written, and what is left to do."""
    new = init_publication(folder, datetime.now().astimezone().date(), hosts, language)
    for path in new.written:
        say(f"wrote {format_path(real_path(path))}")
    if new.repository is not None:
        root = format_path(new.repository)
        say(f"wrote no workflows: they belong to the root of the repository, {root}/; docs/ci.md has them")
    if new.unnamed:
        names = " and ".join(format_path(real_path(path)) for path in new.unnamed)
        say(f"Before you push: write where you get briefgen from into {names}, as BRIEFGEN")
    into = "" if folder == Path() else f"cd {folder} && "
    say(f"Next: {into}briefgen build")
