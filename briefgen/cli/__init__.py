"""The command line: parse arguments, call, print, exit."""

import gc
import os
import sys

# Typer loads pydantic, which would search every installed package for plugins (20 ms).
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main() -> None:
    """Run briefgen with the words of the command line."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        # Asking for the version should not wait for the libraries that commands need.
        from briefgen import __version__  # noqa: PLC0415

        sys.stdout.write(f"briefgen {__version__}\n")
        return
    # What is imported stays: looking through it for garbage, again and again, costs time and finds nothing.
    gc.disable()
    from briefgen.cli.printer import early_printer  # noqa: PLC0415

    with early_printer(words):
        from briefgen.cli.running import run  # noqa: PLC0415

        code = run(words)
    # All is written. What Python would now take apart piece by piece the system frees at once (20 ms).
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
