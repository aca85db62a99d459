"""`briefgen init`: starts a publication."""

from datetime import datetime
from pathlib import Path

from briefgen.cli.terminal import say
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.publication_scaffold import init_publication


def run_init(folder: Path) -> None:
    """Create a publication and list the files written."""
    written = init_publication(folder, datetime.now().astimezone().date())
    for path in written:
        say(f"wrote {format_path(real_path(path))}")
    into = "" if folder == Path() else f"cd {folder} && "
    say(f"Next: {into}briefgen build")
