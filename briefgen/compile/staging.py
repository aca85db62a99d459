"""What writing takes: a lock on a folder, and the removal of what killed runs left in it."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError

STAGE = ".briefgen-stage-"
"""How the names of files and folders begin that are being written."""
ASIDE = ".briefgen-old-"
"""How the name of a folder begins that is being replaced, where the system cannot exchange two folders."""
LOCK_SECONDS = 60.0


@contextmanager
def locked(folder: Path, *, seconds: float = LOCK_SECONDS, sweeps: bool = True) -> Iterator[None]:
    """Lock a folder, so that two processes that write into it take turns.

    What killed runs have left there is removed, unless the caller has done that before and locks the folder often.

    Raises:
        CommandError: another run holds the lock all the time.
        OSError: there is no such folder, or it is closed to us.
    """
    try:
        import fcntl  # noqa: PLC0415 - only available on POSIX
    except ImportError:
        # Without locks, concurrent builds may do the same work twice, but no issue is ever half written.
        yield
        return
    # Lock the folder itself: a lock file would be published with the outputs.
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        deadline = time.monotonic() + seconds
        is_locked, pause = True, 0.001
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    message = f"another build has been writing to {format_path(folder)} for a minute"
                    raise CommandError(message, "wait for it, or stop it") from error
                time.sleep(pause)
                pause = min(2 * pause, 0.05)
            except OSError:
                # Some network drives have no locks. Then nobody knows whose the leftovers are, so they stay.
                is_locked = False
                break
        if is_locked and sweeps:
            with suppress(OSError):
                _sweep(folder)
        yield
    finally:
        os.close(lock)


def _sweep(folder: Path) -> None:
    """Remove leftovers of killed runs; since the lock is held, no other run is writing. Links are not ours."""
    for aside in folder.glob(f"{ASIDE}*"):
        kept = folder / aside.name.removeprefix(ASIDE)
        if aside.is_symlink() or not aside.is_dir():
            continue
        if kept.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(kept)
    with os.scandir(folder) as entries:
        leftovers = [entry for entry in entries if entry.name.startswith(STAGE)]
    for leftover in leftovers:
        if leftover.is_dir(follow_symlinks=False):
            shutil.rmtree(leftover.path, ignore_errors=True)
        elif leftover.is_file(follow_symlinks=False):
            Path(leftover.path).unlink(missing_ok=True)


def make_stage(folder: Path) -> Path:
    """Make an empty folder to write into, in the folder where its content will be."""
    return Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
