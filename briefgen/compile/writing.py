"""Writing the folder of an issue all at once: whoever reads it sees the old edition or the new one, never a mixture.

The files are written into a folder beside the old one, which then change places in one system call.
"""

import ctypes
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.errors import CommandError
from briefgen.edition.edition import Output

STAGE = ".briefgen-stage-"
LOCK_SECONDS = 60.0

_EXCHANGE = 2
_HERE = -100
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


class Written(NamedTuple):
    """The folder of an issue after its outputs were written, and the files of earlier builds that are gone from it."""

    folder: Path
    removed: tuple[str, ...]


def write_outputs(folder: Path, outputs: Iterable[Output], *, is_ours: Callable[[str], bool]) -> Written:
    """Put the outputs of one issue into `folder`, which is made or replaced as a whole.

    What an earlier build wrote and this one does not goes, and is named; `is_ours` tells by the path under the folder.
    Files that briefgen never writes are somebody's own and are kept.

    Raises:
        CommandError: the folder cannot be written, or another build holds it for a minute.
    """
    shelf = folder.parent
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        with _locked(shelf):
            _sweep(shelf)
            stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=shelf))
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
        CommandError: it cannot be removed, or another build holds it for a minute.
    """
    try:
        with _locked(folder.parent):
            aside = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder.parent))
            folder.rename(aside / folder.name)
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        message = f"cannot remove {folder}: {os.strerror(error.errno or 0).lower()}"
        raise CommandError(message, "check the folder's rights") from error


def cache_file(path: Path, content: bytes) -> None:
    """Keep what can be made again: a cache that cannot be written costs time and nothing else."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content)


def write_file(path: Path, content: bytes) -> None:
    """Write one file by rename, so that it is never seen half written.

    Raises:
        OSError: it cannot be written; what stood there is unchanged.
    """
    handle, name = tempfile.mkstemp(prefix=STAGE, dir=path.parent)
    stage = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        stage.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        stage.replace(path)
    finally:
        stage.unlink(missing_ok=True)


@contextmanager
def _locked(shelf: Path) -> Iterator[None]:
    """Hold the folder's lock; two builds into one folder take turns."""
    try:
        import fcntl  # noqa: PLC0415 - only POSIX has it
    except ImportError:
        # Without locks two builds at once may each write the other's issues again; none is ever half written.
        yield
        return
    # The folder itself is locked: a lock file would be published with what lies beside it.
    lock = os.open(shelf, os.O_RDONLY | os.O_DIRECTORY)
    try:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    message = f"another build has been writing to {shelf} for a minute"
                    raise CommandError(message, "wait for it, or stop it") from error
                time.sleep(0.05)
        yield
    finally:
        os.close(lock)


def _sweep(shelf: Path) -> None:
    """Remove what builds left behind that were killed; the lock says that none is running."""
    for leftover in shelf.glob(f"{STAGE}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _fill(stage: Path, outputs: Iterable[Output]) -> None:
    stage.chmod(0o777 & ~_umask())
    for output in outputs:
        path = stage / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(output.content)
            file.flush()
            os.fsync(file.fileno())


def _keep(folder: Path, stage: Path, is_ours: Callable[[str], bool]) -> tuple[str, ...]:
    """Carry over the files that briefgen never writes; return the names of those that it wrote and are not carried."""
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
    """Let the two folders change places; where the system cannot, move the old one aside first."""
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
    """Exchange two folders in one step; False where kernel or file system cannot (Linux 3.15, not NFS)."""
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
