"""Digests of files, remembered with what the system says of a file, so that an unchanged one is not read again."""

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.compile.cache import Cache
from briefgen.compile.documents import is_unicode

Facts = tuple[int, int, int, int]
"""Size, times of modification and of change in nanoseconds, and inode: they tell one state of a file from another."""

_KIND = "files"
_FRESH = 2_000_000_000
"""Nanoseconds. A file changed so recently may change again and keep its time: some file systems count two seconds."""
_CHUNK = 1 << 20


class FileDigests:
    """The digests of files, in this run and, through the cache, from earlier ones."""

    def __init__(self, cache: Cache | None, name: str) -> None:
        """`name` tells what the files belong to; each such set is remembered by itself."""
        self._cache = cache
        self._name = name
        self._known = _load(cache, name)
        self._used: dict[str, tuple[Facts, str]] = {}

    def of(self, path: Path | str) -> str:
        """Return the digest of a file in hexadecimal; "" if it is none, is a link, or cannot be read."""
        name = str(path)
        try:
            facts = os.lstat(name)
            if not stat.S_ISREG(facts.st_mode):
                return ""
            known = self._used.get(name) or self._known.get(name)
            if known is not None and known[0] == _facts(facts):
                self._used[name] = known
                return known[1]
            digest = _read(name)
        except OSError:
            return ""
        if time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) > _FRESH:
            self._used[name] = _facts(facts), digest
        return digest

    def learn(self, path: Path, digest: str) -> None:
        """Take the word of whoever has just written a file for what is in it."""
        with suppress(OSError):
            self._used[str(path)] = _facts(path.lstat()), digest

    def save(self) -> None:
        """Remember the files that were asked about."""
        used = {name: known for name, known in self._used.items() if is_unicode(name)}
        if self._cache is not None and used.items() - self._known.items():
            self._cache.write(_KIND, self._name, msgspec.msgpack.encode(used))


def digest_of(parts: Iterable[str]) -> str:
    """Return one digest, in hexadecimal, of several texts in their order."""
    total = sha256()
    for part in parts:
        total.update(sha256(part.encode(errors="surrogateescape")).digest())
    return total.hexdigest()


def _load(cache: Cache | None, name: str) -> dict[str, tuple[Facts, str]]:
    kept = cache.read(_KIND, name) if cache is not None else None
    try:
        return msgspec.msgpack.decode(kept, type=dict[str, tuple[Facts, str]]) if kept is not None else {}
    except msgspec.DecodeError:
        return {}


def _facts(status: os.stat_result) -> Facts:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _read(path: str) -> str:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    total = sha256()
    with os.fdopen(handle, "rb", buffering=0) as file:
        while part := file.read(_CHUNK):
            total.update(part)
    return total.hexdigest()
