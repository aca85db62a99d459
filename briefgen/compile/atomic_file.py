"""Writes single files atomically."""

import os
import tempfile
from pathlib import Path

from briefgen.compile.staging import LOCK_SECONDS, STAGE, locked
from briefgen.render.held_signals import unbroken


def write_file(path: Path, content: bytes, *, mode: int | None = None, seconds: float = LOCK_SECONDS) -> None:
    """Write a file atomically, by renaming a temporary file.

    It keeps the rights of the file it replaces; a new one has `mode`, or the usual rights. Another run that writes into
    the folder is waited for so many seconds.

    Raises:
        OSError: it cannot be written; an existing file is unchanged.
        CommandError: another run does not end; an existing file is unchanged.
    """
    with locked(path.parent, seconds=seconds), unbroken():
        handle, name = tempfile.mkstemp(prefix=STAGE, dir=path.parent)
        stage = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if mode is None:
                mode = path.stat().st_mode if path.exists() else 0o666 & ~umask()
            stage.chmod(mode)
            stage.replace(path)
        finally:
            stage.unlink(missing_ok=True)


def umask() -> int:
    """Return the permission bits that new files must not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
