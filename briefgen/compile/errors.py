"""The exception for wrong calls and missing prerequisites, as opposed to faults in a text."""

import errno
import os
from pathlib import Path


class CommandError(Exception):
    """briefgen cannot run: a missing file or library, or a bad setting. The command exits with code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


_HINTS = {
    errno.EACCES: "check its rights, and those of the folders above it",
    errno.EPERM: "check its rights, and those of the folders above it",
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.ELOOP: "replace the link with what it should lead to",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EMFILE: "let programs open more files (`ulimit -n`)",
}


def explain_refusal(error: OSError) -> CommandError:
    """Return the error for a file that the system does not let briefgen use, in plain words."""
    try:
        Path.cwd()
    except OSError:
        return CommandError("the folder you are in is gone, or closed to you", "change to another folder")
    reason = (error.strerror or str(error)).lower()
    hint = _HINTS.get(error.errno or 0, "check that it is there, and of the right kind")
    if error.filename is None:
        return CommandError(f"cannot go on: {reason}", hint if error.errno in _HINTS else "")
    name = os.fsdecode(error.filename) if isinstance(error.filename, bytes) else str(error.filename)
    return CommandError(f"cannot use `{name}`: {reason}", hint)
