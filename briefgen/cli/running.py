"""Runs a command and ends as every command does."""

import gc
import os
import sys
from collections.abc import Sequence

from briefgen.build.faults import CommandFault
from briefgen.cli.calls import BuildCall, Call
from briefgen.cli.glance import read_call
from briefgen.cli.terminal import say_fault

COULD_NOT_RUN = 2
INTERRUPTED = 130


def run(words: Sequence[str]) -> int:
    """Run the command line and return the exit code: 2, after a hint, for a wrong call or a missing library."""
    try:
        code = _run(words)
        sys.stdout.flush()
    except CommandFault as fault:
        say_fault(str(fault), fault.hint)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the report has read enough (`briefgen validate | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    return code


def _run(words: Sequence[str]) -> int:
    call = None if "_BRIEFGEN_COMPLETE" in os.environ else read_call(words)
    if call is not None:
        return answer(call)
    from briefgen.cli.app import app  # noqa: PLC0415 - Typer takes longer than checking an issue does

    try:
        app(list(words))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


def answer(call: Call) -> int:
    """Do what a call asks for, and return the exit code."""
    if isinstance(call, BuildCall):
        from briefgen.cli.build import run_build  # noqa: PLC0415 - one command runs, of many

        _settle()
        return run_build(call)
    from briefgen.cli.validate import run_validate  # noqa: PLC0415

    _settle()
    return run_validate(call)


def _settle() -> None:
    """Look for garbage from now on, and only in what the command itself makes, which is little and mostly freed."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
