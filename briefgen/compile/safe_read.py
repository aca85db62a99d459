"""Reads untrusted files: only regular files inside a folder, up to a size, without following links."""

import os
import stat
from pathlib import Path, PurePosixPath


class UnreadableFileError(Exception):
    """A file that is missing or must not be read; the message says which and why."""

    def __init__(self, message: str, hint: str, *, is_missing: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.is_missing = is_missing


def read_beneath(folder: Path, name: str, *, limit: int) -> bytes:
    """Read a file below `folder` of at most `limit` bytes.

    Each component of the path is opened separately and without following symbolic links, so that nothing outside
    the folder can be reached. Pipes, devices and folders are refused before anything is read.

    Raises:
        UnreadableFileError: the file is missing, too large, or not a regular file.
    """
    parts = PurePosixPath(name).parts
    if "\\" in name:
        message = f"`{name}` has a backslash in its name"
        raise UnreadableFileError(message, "rename it; other systems would take that for a folder")
    if not parts or name.startswith("/") or ".." in parts or "\x00" in name:
        message = f"`{name}` is outside the publication"
        raise UnreadableFileError(message, "name a file inside it: `images/kiel.jpg`")
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts[:-1]:
            inner = _open(part, handle, os.O_DIRECTORY, name)
            os.close(handle)
            handle = inner
        file = _open(parts[-1], handle, 0, name)
    finally:
        os.close(handle)
    try:
        return _read(file, name, limit)
    finally:
        os.close(file)


def _open(part: str, folder: int, flags: int, name: str) -> int:
    try:
        return os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | flags, dir_fd=folder)
    except FileNotFoundError as error:
        message = f"there is no `{name}`"
        raise UnreadableFileError(message, "check the name; capitals count", is_missing=True) from error
    except OSError as error:
        message = f"`{name}` cannot be read: {os.strerror(error.errno or 0).lower()}"
        is_closed = isinstance(error, PermissionError)
        hint = "check its rights" if is_closed else "replace it with a regular file; links are not followed"
        raise UnreadableFileError(message, hint) from error


def _read(file: int, name: str, limit: int) -> bytes:
    facts = os.fstat(file)
    if not stat.S_ISREG(facts.st_mode):
        message = f"`{name}` is not a regular file"
        raise UnreadableFileError(message, "replace it with a regular file")
    if facts.st_size > limit:
        message = f"`{name}` has {facts.st_size / 1_000_000:.1f} MB"
        raise UnreadableFileError(message, f"make it smaller than {limit / 1_000_000:.1f} MB")
    pieces, total = [], 0
    while total <= limit and (piece := os.read(file, 1 << 20)):
        pieces.append(piece)
        total += len(piece)
    return b"".join(pieces)[:limit]
