"""A temporary folder that ends with the processes that use it, even if they are killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

PREFIX: Final = "briefgen-pdf-"
_ATTEMPTS: Final = 10


class ScratchFolder:
    """A temporary folder, locked by this process and by those that inherit `lock`.

    Whoever makes the next one removes those that nobody holds any more.
    """

    def __init__(self) -> None:
        """Make it.

        Raises:
            OSError: there is no place for temporary files, or it is full.
        """
        parent = Path(tempfile.gettempdir())
        for leftover in _find_leftovers(parent):
            shutil.rmtree(leftover, ignore_errors=True)
        for _ in range(_ATTEMPTS):
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
            lock = _lock(self.path)
            if lock is not None:
                self.lock = lock
                return
        raise OSError(f"cannot make a temporary folder in {parent}")

    def remove(self) -> None:
        """Remove the folder and everything in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            os.close(self.lock)


def _find_leftovers(parent: Path) -> Iterator[Path]:
    """Yield our folders that no process holds."""
    with suppress(OSError):
        for path in sorted(parent.glob(f"{PREFIX}*")):
            if not path.is_symlink() and path.is_dir() and path.stat().st_uid == os.geteuid():
                lock = _lock(path)
                if lock is not None:
                    yield path
                    os.close(lock)


def _lock(folder: Path) -> int | None:
    """Return a descriptor that locks a folder; None if another process does, or has just removed it."""
    import fcntl  # noqa: PLC0415 - only available on POSIX, as the process that prints PDFs is

    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if folder.stat().st_ino == os.fstat(lock).st_ino:
            return lock
    os.close(lock)
    return None
