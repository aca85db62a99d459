"""Keeps the search of a site up to date: its index is made again only if the page of an issue has changed."""

import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compile.errors import CommandError, explain_refusal
from briefgen.compile.file_digests import digest_of
from briefgen.compile.manifest import OutputFolder, Site, SiteFile
from briefgen.compile.search_index import SEARCH, SearchProgram, is_of_index, make_index

if TYPE_CHECKING:
    from briefgen.archive.archive import Archive


class SearchFiles(Struct, frozen=True):
    """The index of the search after a build; without any files, the site has no search."""

    kept: Mapping[str, SiteFile] = {}
    """All its files, by path from the folder of the site."""
    made: Mapping[str, bytes] = {}
    """The content of those that must be written, in that order."""
    seconds: float = 0.0
    """How long it took to make them."""
    fault: CommandError | None = None
    """Why it could not be made; then what is kept is the old one."""


class SiteSearch(Struct, frozen=True):
    """What the index of the search is made from."""

    parent: Path
    """The folder of the site."""
    holds: Callable[[str, SiteFile], bool]
    """Returns whether a file is as a build has left it."""
    program: SearchProgram | None
    """None if it is not installed; then there is no search."""

    def update(self, archive: "Archive", folders: Mapping[str, OutputFolder], before: Site) -> SearchFiles:
        """Return the index for the pages of the issues as they are now."""
        from briefgen.archive.search_documents import DOCUMENTS  # noqa: PLC0415 - a current site needs no index

        if self.program is None:
            return SearchFiles()
        language = archive.language.tag.partition("-")[0]
        pages = (f"{each.slug} {_page(folders[each.slug])} {folders[each.slug].entry}" for each in archive.entries)
        inputs = digest_of([DOCUMENTS, self.program.version, language, *pages])
        old = {path: file for path, file in before.files.items() if _is_index(path)}
        is_whole = bool(old) and all(map(self.holds, old, old.values()))
        if is_whole and all(file.inputs == inputs for file in old.values()):
            return SearchFiles(old)
        started = time.perf_counter()
        try:
            index = make_index(self.program, self._documents(archive), language)
        except (CommandError, OSError) as fault:
            error = fault if isinstance(fault, CommandError) else explain_refusal(fault)
            return SearchFiles(old if is_whole else {}, fault=error)
        made = {f"{SEARCH}{path}": content for path, content in index.items()}
        kept = {path: SiteFile(len(file), sha256(file).hexdigest(), inputs) for path, file in made.items()}
        return SearchFiles(kept, made, time.perf_counter() - started)

    def _documents(self, archive: "Archive") -> Iterator[tuple[str, bytes]]:
        from briefgen.archive.search_documents import make_documents, name_outlets_of  # noqa: PLC0415 - as above

        outlets = name_outlets_of(archive)
        for entry in archive.entries:
            page = (self.parent / entry.slug / "index.html").read_bytes()
            yield from ((f"{entry.slug}.{item}", content) for item, content in make_documents(entry, page, outlets))


def _page(folder: OutputFolder) -> str:
    return folder.files["index.html"].sha256


def _is_index(path: str) -> bool:
    return path.startswith(SEARCH) and is_of_index(path.removeprefix(SEARCH))
