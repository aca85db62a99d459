"""The command line: parse arguments, call, print, exit."""

import sys
from collections.abc import Sequence

from briefgen import __version__


def main(words: Sequence[str] | None = None) -> None:
    """Run the words of the command line, or these, and exit.

    The exit code is 0 when all is fine, 1 when there are findings, and 2, after a hint, for a wrong call or a
    missing library.
    """
    if (sys.argv[1:] if words is None else list(words)) in (["--version"], ["-V"]):
        # Asking for the version need not wait for Typer.
        print(f"briefgen {__version__}")
        return
    from briefgen.build.faults import CommandFault  # noqa: PLC0415
    from briefgen.cli.app import app  # noqa: PLC0415
    from briefgen.cli.terminal import COULD_NOT_RUN, say_fault  # noqa: PLC0415

    try:
        app(words)
    except CommandFault as fault:
        say_fault(str(fault), fault.hint)
        sys.exit(COULD_NOT_RUN)
