"""Writes single files atomically."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from briefgen.compile.staging import LOCK_SECONDS, STAGE, locked
from briefgen.render.held_signals import unbroken


class ChangedFileError(Exception):
    """A file that somebody has changed since it was read; it is as they left it."""


def write_file(
    path: Path,
    content: bytes,
    *,
    mode: int | None = None,
    expected: bytes | None = None,
    seconds: float = LOCK_SECONDS,
) -> None:
    """Write a file atomically, by renaming a temporary file.

    It keeps the rights of the file it replaces; a new one has `mode`, or the usual rights. With `expected`, only a file
    with that content is replaced. Another run that writes into the folder is waited for so many seconds.

    Raises:
        OSError: it cannot be written; an existing file is unchanged.
        ChangedFileError: it does not have the expected content; it is unchanged.
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
            if expected is None or not (expected or path.exists()):
                stage.replace(path)
            else:
                _replace(path, stage, content, expected)
        finally:
            # The file may be in its place already: then it was written, whatever becomes of the rest.
            with suppress(OSError):
                stage.unlink(missing_ok=True)


def _replace(path: Path, stage: Path, content: bytes, expected: bytes) -> None:
    """Replace a file, and look at what was replaced: it may have been saved in the last moment."""
    # It loads ctypes, which most runs do not need.
    from briefgen.compile.exchange import exchange  # noqa: PLC0415

    if path.read_bytes() != expected:
        raise ChangedFileError
    if not exchange(stage, path):
        stage.replace(path)
    elif stage.read_bytes() != expected:
        exchange(stage, path)
        if stage.read_bytes() != content:
            # It was saved once more, over what we had written.
            exchange(stage, path)
        raise ChangedFileError


def umask() -> int:
    """Return the permission bits that new files must not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
