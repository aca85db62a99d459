"""Writes the output folder of an issue atomically: readers see the old outputs or the new ones, never a mixture.

The files are written to a temporary folder next to the old one; then a single system call exchanges the two.
"""

import ctypes
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.atomic_file import STAGE, umask
from briefgen.compile.errors import CommandError
from briefgen.edition.output import Output

LOCK_SECONDS = 60.0

_EXCHANGE = 2
_HERE = -100
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


class Written(NamedTuple):
    """The output folder of an issue, and the files of earlier builds that were removed from it."""

    folder: Path
    removed: tuple[str, ...]


def write_outputs(folder: Path, outputs: Iterable[Output], *, is_ours: Callable[[str], bool]) -> Written:
    """Write the outputs of one issue to `folder`, which is created or replaced as a whole.

    Files of an earlier build that are not in `outputs` are removed and returned; `is_ours` recognizes them by their
    path in the folder. Other files are kept.

    Raises:
        CommandError: the folder cannot be written, or another build locks it for a minute.
    """
    parent = folder.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with _locked(parent):
            _sweep(parent)
            stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=parent))
            try:
                _fill(stage, outputs)
                removed = _keep(folder, stage, is_ours)
                _swap(stage, folder)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        message = f"cannot write {folder}: {os.strerror(error.errno or 0).lower()}"
        raise CommandError(
            message, "check the folder's rights and the free space; what was there is unchanged"
        ) from error
    return Written(folder, removed)


def remove_folder(folder: Path) -> None:
    """Remove an output folder in one step, so that nobody sees half of it.

    Raises:
        CommandError: it cannot be removed, or another build locks it for a minute.
    """
    try:
        with _locked(folder.parent):
            aside = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder.parent))
            folder.rename(aside / folder.name)
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        message = f"cannot remove {folder}: {os.strerror(error.errno or 0).lower()}"
        raise CommandError(message, "check the folder's rights") from error


@contextmanager
def _locked(parent: Path) -> Iterator[None]:
    """Lock a folder, so that two builds into it take turns."""
    try:
        import fcntl  # noqa: PLC0415 - only available on POSIX
    except ImportError:
        # Without locks, concurrent builds may do the same work twice, but no issue is ever half written.
        yield
        return
    # Lock the folder itself: a lock file would be published with the outputs.
    lock = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    message = f"another build has been writing to {parent} for a minute"
                    raise CommandError(message, "wait for it, or stop it") from error
                time.sleep(0.05)
        yield
    finally:
        os.close(lock)


def _sweep(parent: Path) -> None:
    """Remove leftovers of killed builds; since the lock is held, no other build is running."""
    for leftover in parent.glob(f"{STAGE}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _fill(stage: Path, outputs: Iterable[Output]) -> None:
    stage.chmod(0o777 & ~umask())
    for output in outputs:
        path = stage / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(output.content)
            file.flush()
            os.fsync(file.fileno())


def _keep(folder: Path, stage: Path, is_ours: Callable[[str], bool]) -> tuple[str, ...]:
    """Copy files that briefgen does not write from the old folder; return the names of the others, now gone."""
    left = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder)
        if not path.is_file() or (stage / name).exists():
            continue
        if is_ours(name.as_posix()):
            left.append(name.as_posix())
        else:
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, stage / name, follow_symlinks=False)
    return tuple(left)


def _swap(stage: Path, folder: Path) -> None:
    """Exchange the two folders; if the system cannot do that atomically, move the old one aside first."""
    if not folder.exists():
        stage.rename(folder)
    elif not _exchange(stage, folder):
        aside = folder.with_name(f"{STAGE}{folder.name}-old")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        stage.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)
    _sync(folder.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; return False if the kernel or file system cannot (Linux 3.15+, not NFS)."""
    libc = ctypes.CDLL(None, use_errno=True)
    rename = getattr(libc, "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _UNSUPPORTED:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
