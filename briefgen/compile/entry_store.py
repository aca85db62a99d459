"""Keeps the entries of issues from one build to the next, as bytes; a build of unchanged issues reads none of them.

They are kept in blocks of a hundred issues, so that neither a changed issue nor a large archive writes many files.
"""

from hashlib import sha256

import msgspec

from briefgen.compile.cache import Cache
from briefgen.compile.documents import is_unicode

_KIND = "entries"
_BLOCK = 100

Block = dict[str, bytes]
"""Encoded entries by the name of the issue's file."""


class EntryStore:
    """The encoded entries of a publication's issues."""

    def __init__(self, cache: Cache | None, name: str) -> None:
        """`name` tells the publication, and where its outputs are, from others."""
        self._cache = cache
        self._name = name
        self._blocks: dict[int, Block] = {}
        self._changed: set[int] = set()

    def add(self, name: str, number: int, entry: bytes) -> None:
        """Take the entry of an issue; `name` is that of its file, `number` the one in it."""
        if not is_unicode(name):
            # It cannot be kept under its name; the next build makes the entry again.
            return
        self._block(number)[name] = entry
        self._changed.add(number // _BLOCK)

    def find(self, name: str, number: int, digest: str) -> bytes | None:
        """Return the entry of an issue if it is the one with that digest."""
        entry = self._block(number).get(name)
        return entry if entry is not None and digest_entry(entry) == digest else None

    def save(self, names: frozenset[str]) -> None:
        """Keep what was taken, but only of issues with these `names`."""
        for block in sorted(self._changed if self._cache is not None else ()):
            kept = {name: entry for name, entry in self._blocks[block].items() if name in names}
            if self._cache is not None:
                self._cache.write(_KIND, self._key(block), msgspec.msgpack.encode(kept))
        self._changed.clear()

    def _block(self, number: int) -> Block:
        block = number // _BLOCK
        if block not in self._blocks:
            kept = self._cache.read(_KIND, self._key(block)) if self._cache is not None else None
            try:
                self._blocks[block] = msgspec.msgpack.decode(kept, type=Block) if kept is not None else {}
            except msgspec.DecodeError:
                self._blocks[block] = {}
        return self._blocks[block]

    def _key(self, block: int) -> str:
        return f"{self._name}\n{block}"


def digest_entry(entry: bytes) -> str:
    """Return the digest by which a manifest refers to an entry."""
    return sha256(entry).hexdigest()
