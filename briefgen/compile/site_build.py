"""Makes the site of a publication: what its issues show together. Only files whose content changes are made again."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from briefgen.compile.documents import format_path
from briefgen.compile.entry_store import EntryStore, digest_entry
from briefgen.compile.errors import CommandError
from briefgen.compile.file_digests import FileDigests, digest_of
from briefgen.compile.manifest import OutputFolder, Site, SiteFile
from briefgen.compile.newsroom import Newsroom, number_of
from briefgen.compile.options import CompileOptions
from briefgen.compile.search_index import ABSENT, find_program
from briefgen.compile.site_search import SearchFiles, SiteSearch
from briefgen.reports.visible import show_path

if TYPE_CHECKING:
    from briefgen.archive.archive import Archive, ArchiveFile
    from briefgen.compile.site_assets import SiteAssets
    from briefgen.render.templates import Templates


ASSETS = "assets/"


class ListedIssue(NamedTuple):
    """An issue that is on the site, since its page is there."""

    path: Path
    slug: str
    folder: OutputFolder


class BuiltSite(NamedTuple):
    """The site after its build."""

    site: Site
    written: int
    """How many files were written."""
    indexing: float = 0.0
    """How many seconds it took to make the index of the search; 0 if it was current."""
    remark: str = ""
    """Why the site has no search."""


class StaleFile(NamedTuple):
    """A file of the site that must be made."""

    path: str
    inputs: str
    """The digest of what it is made from."""
    make: Callable[[], bytes]


class SiteBuilder(Struct, frozen=True):
    """What the site of a publication is made from."""

    newsroom: Newsroom
    options: CompileOptions
    parent: Path
    """The folder of the archive."""
    entries: EntryStore
    contents: EntryStore
    digests: FileDigests
    shared: str
    """The digest of what all issues depend on: settings, templates, and briefgen itself."""
    load_assets: "Callable[[], SiteAssets]"
    """Returns the files that all pages share."""

    def build(self, folders: dict[str, OutputFolder], skipped: frozenset[str], previous: Site | None) -> BuiltSite:
        """Bring the site up to date with the issues in the folders, but those whose files are `skipped`.

        In `folders`, what has changed of an issue's page is changed as well.

        Raises:
            CommandError: a template failed, or a file cannot be written.
            IncompleteSiteError: a file that is not briefgen's is in the way, or the index of the search could not be
                made; the others are written.
        """
        program = find_program()
        listed = tuple(self._list_issues(folders, skipped))
        moved = [f"{each.old} {each.slug}" for each in self.newsroom.moved]
        shown = [f"{issue.slug} {issue.folder.entry}" for issue in listed]
        # The search also depends on the texts of all issues.
        searched = [program.version, *(issue.folder.inputs for issue in listed)] if program else []
        inputs = digest_of([self.shared, *moved, *shown, *searched])
        before = previous or Site("", {})
        is_linked = all(issue.folder.around is not None for issue in listed if issue.folder.style)
        if before.inputs == inputs and is_linked and all(map(self._holds, before.files, before.files.values())):
            return BuiltSite(before, 0)
        if not listed:
            # Without any pages of issues, there is no site.
            return self._write({}, (), before, inputs)
        archive = self._make_archive(listed)
        linked = self._link_issues(archive, folders)
        index = SiteSearch(self.parent, self._holds, program).update(archive, folders, before)
        kept, stale = self._compare(archive, before, index)
        if any(issue.folder.style not in {"", self.load_assets().style.page} for issue in listed):
            # An issue that could not be built still needs the shared files of an earlier build.
            kept |= {path: file for path, file in before.files.items() if path.startswith(ASSETS) and path not in kept}
        built = self._write(kept, stale, before, "" if index.fault else inputs)
        built = built._replace(written=built.written + linked, indexing=index.seconds)
        if index.fault:
            raise IncompleteSiteError(built, str(index.fault), index.fault.hint)
        return built._replace(remark="" if program or not built.written else ABSENT)

    def _link_issues(self, archive: "Archive", folders: dict[str, OutputFolder]) -> int:
        """Let the page of each issue link to those before and after it; return how many pages have changed."""
        from briefgen.compile.page_links import link_page  # noqa: PLC0415 - a current site needs no templates

        changed = 0
        templates = self._templates()
        for entry, around in archive.neighbours():
            folder = folders[entry.slug]
            if folder.style and folder.around != around:
                place = self.parent / entry.slug
                folders[entry.slug] = link_page(place, folder, around, archive.language.labels, templates)
                file = folders[entry.slug].files["index.html"]
                if file != folder.files["index.html"]:
                    changed += 1
                    self.digests.learn(place / "index.html", file.sha256)
        return changed

    def _list_issues(self, folders: Mapping[str, OutputFolder], skipped: frozenset[str]) -> Iterator[ListedIssue]:
        by_source = {folder.source: (slug, folder) for slug, folder in folders.items()}
        for path in self.newsroom.issue_paths:
            slug, folder = by_source.get(show_path(path.name), ("", None))
            if folder is not None and path.name not in skipped and "index.html" in folder.files:
                yield ListedIssue(path, slug, folder)

    def _holds(self, path: str, file: SiteFile) -> bool:
        """Return whether a file is as a build has left it, and may stay."""
        return self.options.cache is not None and self._is_there(path, file)

    def _is_there(self, path: str, file: SiteFile) -> bool:
        # Making a `Path` of each takes longer than asking the system about it, and an archive has thousands.
        return self.digests.of(os.path.join(self.parent, path)) == file.sha256  # noqa: PTH118

    def _find_entries(self, listed: tuple[ListedIssue, ...]) -> Iterator[bytes]:
        """Yield the entries of issues; one that the cache lacks is made from its issue again."""
        for issue in listed:
            number = number_of(issue.path)
            entry = self.entries.find(issue.path.name, number, issue.folder.entry)
            if entry is None:
                from briefgen.compile.emit import compose_entry  # noqa: PLC0415 - it imports the renderers

                composed = compose_entry(self.newsroom, issue.path, self.options)
                if composed is None:
                    continue
                entry = composed.entry
                self.contents.add(issue.path.name, number, composed.content)
                if digest_entry(entry) == issue.folder.entry:
                    self.entries.add(issue.path.name, number, entry)
            yield entry

    def _compare(
        self, archive: "Archive", before: Site, index: SearchFiles
    ) -> tuple[dict[str, SiteFile], list[StaleFile]]:
        """Return the files that may stay, by their paths, and the others in their order."""
        kept = {path: file for path, file in index.kept.items() if path not in index.made}
        stale = [StaleFile(path, index.kept[path].inputs, partial(bytes, file)) for path, file in index.made.items()]
        for file, digest in self._plan_files(archive, has_search=bool(index.kept)):
            old = before.files.get(file.path)
            if old is not None and old.inputs == digest and self._holds(file.path, old):
                kept[file.path] = old
            else:
                stale.append(StaleFile(file.path, digest, file.make))
        return kept, stale

    def _plan_files(self, archive: "Archive", *, has_search: bool) -> "Iterator[tuple[ArchiveFile, str]]":
        """Yield all files of the site, each with the digest of what it is made from."""
        from briefgen.archive.outputs import plan_files  # noqa: PLC0415 - a current site needs no pages
        from briefgen.archive.site_pages import make_pages, share  # noqa: PLC0415

        assets = self.load_assets()
        yield from ((share(file), "") for file in assets.files)
        styles = assets.style.page, assets.style.site
        pages = make_pages(archive, self._templates(), styles, has_search=has_search)
        for file in plan_files(archive, pages):
            shows = msgspec.msgpack.encode(file.shows, enc_hook=str)
            yield file, digest_of([self.shared, file.path, sha256(shows).hexdigest()])

    def _templates(self) -> "Templates":
        from briefgen.render.templates import Templates  # noqa: PLC0415 - for the same reason

        return Templates(folder=self.newsroom.templates, cache=self.options.cache)

    def _make_archive(self, listed: tuple[ListedIssue, ...]) -> "Archive":
        from briefgen.archive.archive import make_archive, make_head  # noqa: PLC0415 - for the same reason
        from briefgen.archive.entry import decode_entry  # noqa: PLC0415
        from briefgen.compile.content_loader import ContentLoader  # noqa: PLC0415
        from briefgen.languages import load_languages  # noqa: PLC0415

        publication, brand = self.newsroom.publication, self.load_assets().brand
        head = make_head(publication, brand.icon.path, brand.logo, brand.dark_logo)
        language = load_languages((publication.language,), publication.labels)[publication.language]
        entries = tuple(map(decode_entry, self._find_entries(listed)))
        paths = {issue.slug: issue.path for issue in listed}
        loader = ContentLoader(self.newsroom, self.options, self.contents, paths, entries)
        return make_archive(
            head, language, entries, self.newsroom.moved, feeds=publication.feeds, load_content=loader.load
        )

    def _write(self, kept: dict[str, SiteFile], stale: Sequence[StaleFile], before: Site, inputs: str) -> BuiltSite:
        """Make and write the stale files, and remove what is no longer of the site.

        Raises:
            CommandError: a template failed, or a file cannot be written.
        """
        from briefgen.compile.site_files import find_strangers, write_site_files  # noqa: PLC0415 - for the same reason
        from briefgen.render.templates import BrokenTemplateError  # noqa: PLC0415

        strangers = find_strangers(self.parent, (file.path for file in stale), before.files)
        for path in strangers:
            kept.pop(path, None)
        ours = [file for file in stale if file.path not in strangers]
        named = {*kept, *(file.path for file in stale)}
        gone = [path for path in before.files if path not in named]

        def make() -> Iterator[tuple[str, bytes]]:
            for file in ours:
                content = file.make()
                kept[file.path] = SiteFile(len(content), sha256(content).hexdigest(), file.inputs)
                yield file.path, content

        try:
            if ours or gone:
                write_site_files(self.parent, make(), gone)
        except BrokenTemplateError as fault:
            raise CommandError(f"template {fault}", fault.hint or "fix the template, or remove it") from fault
        except CommandError as fault:
            # Some files may be in their places, and some that are no longer of the site may be gone.
            known = (*before.files.items(), *kept.items())
            there = {path: file for path, file in known if self._is_there(path, file)}
            raise IncompleteSiteError(BuiltSite(Site("", there), 0), str(fault), fault.hint) from fault
        for file in ours:
            self.digests.learn(self.parent / file.path, kept[file.path].sha256)
        built = BuiltSite(Site("" if strangers else inputs, dict(sorted(kept.items()))), len(ours))
        if strangers:
            raise StrangerError(built, [format_path(self.parent / path) for path in strangers])
        return built


class IncompleteSiteError(CommandError):
    """Some files of the site could not be made; the others are written."""

    def __init__(self, built: BuiltSite, message: str, hint: str) -> None:
        """`built` is the site without them."""
        self.built = built
        super().__init__(message, hint)


class StrangerError(IncompleteSiteError):
    """Files that are not briefgen's stand where files of the site belong; the others are written."""

    def __init__(self, built: BuiltSite, paths: list[str]) -> None:
        """`built` is the site without them."""
        others = f" (and {len(paths) - 1} more)" if len(paths) > 1 else ""
        super().__init__(
            built,
            f"`{paths[0]}`{others} is not briefgen's, so it was left as it is; the rest of the site is written",
            "move it, or name another folder with `--output`",
        )
