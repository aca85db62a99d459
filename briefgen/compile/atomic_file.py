"""Writes single files atomically."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

STAGE = ".briefgen-stage-"


def cache_file(path: Path, content: bytes) -> None:
    """Write a file to a cache; errors are ignored, because they only cost time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content)


def write_file(path: Path, content: bytes) -> None:
    """Write a file atomically, by renaming a temporary file.

    Raises:
        OSError: it cannot be written; an existing file is unchanged.
    """
    handle, name = tempfile.mkstemp(prefix=STAGE, dir=path.parent)
    stage = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        stage.chmod(path.stat().st_mode if path.exists() else 0o666 & ~umask())
        stage.replace(path)
    finally:
        stage.unlink(missing_ok=True)


def umask() -> int:
    """Return the permission bits that new files must not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
