"""Loads the texts of issues for feeds; those that the cache lacks are made from their issues again."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from briefgen.archive.content import NO_CONTENT, Content, digest_content, unpack_content
from briefgen.archive.entry import Entry
from briefgen.compile.entry_store import EntryStore
from briefgen.compile.newsroom import Newsroom, number_of
from briefgen.compile.options import CompileOptions

_AT_ONCE = 64
"""How many texts stay in memory: the feeds that are made one after another share few of them."""


class ContentLoader:
    """Loads texts by the slugs of issues."""

    def __init__(
        self,
        newsroom: Newsroom,
        options: CompileOptions,
        store: EntryStore,
        paths: Mapping[str, Path],
        entries: Iterable[Entry],
    ) -> None:
        """`paths` are the files of the issues by slug."""
        self._newsroom = newsroom
        self._options = options
        self._store = store
        self._paths = paths
        self._wanted = {entry.slug: entry.content for entry in entries}
        self.load = lru_cache(_AT_ONCE)(self._load)

    def _load(self, slug: str) -> Content:
        """Return the texts of an issue; none if there are none, or if it cannot be read.

        Raises:
            CommandError: a template failed.
        """
        path, wanted = self._paths[slug], self._wanted[slug]
        if not wanted:
            return NO_CONTENT
        kept = self._store.get(path.name, number_of(path))
        content = unpack_content(kept) if kept is not None else NO_CONTENT
        if digest_content(content) == wanted:
            return content
        from briefgen.compile.emit import compose_entry  # noqa: PLC0415 - it imports the renderers, and is seldom needed

        composed = compose_entry(self._newsroom, path, self._options)
        if composed is None:
            return content
        self._store.add(path.name, number_of(path), composed.content)
        return unpack_content(composed.content)
