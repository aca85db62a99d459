"""Keeps what can be made again: compiled templates, encoded pictures, the parsed register of outlets.

It is a convenience. What cannot be kept, or not be trusted, is made again, without a word.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from briefgen.compile.atomic_file import write_file
from briefgen.compile.errors import CommandError

_LIMIT = 64 * 1024 * 1024
_OWN = 0o600
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class Cache(Struct, frozen=True):
    """A folder of entries; each begins with the digest of its key and content."""

    folder: Path

    def read(self, kind: str, key: str) -> bytes | None:
        """Return an entry; None if there is none, or if it is damaged, another's, or open to others."""
        try:
            kept = _read_own(self._path(kind, key))
        except (OSError, ValueError):
            return None
        digest, content = kept[: sha256().digest_size], kept[sha256().digest_size :]
        return content if digest == _digest(kind, key, content) else None

    def write(self, kind: str, key: str, content: bytes) -> None:
        """Keep an entry, if the system lets us and no other run is writing one."""
        path = self._path(kind, key)
        with suppress(OSError, ValueError, CommandError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, _digest(kind, key, content) + content, mode=_OWN, seconds=0)

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / sha256(key.encode(errors="surrogateescape")).hexdigest()


def _digest(kind: str, key: str, content: bytes) -> bytes:
    """Return a digest that also tells an entry from another one under its name."""
    return sha256(b"\0".join((kind.encode(), sha256(key.encode(errors="surrogateescape")).digest(), content))).digest()


def _read_own(path: Path) -> bytes:
    """Return the content of a file that only we can have written.

    Raises:
        OSError: it cannot be read, or others may have written it.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        facts = os.fstat(file.fileno())
        is_own = facts.st_uid == os.geteuid() and not facts.st_mode & _WRITABLE_BY_OTHERS
        if not stat.S_ISREG(facts.st_mode) or not is_own or facts.st_size > _LIMIT:
            raise PermissionError(path)
        return file.read(_LIMIT)
