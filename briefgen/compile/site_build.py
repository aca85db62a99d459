"""Makes the site of a publication: what its issues show together. Only files whose content changes are made again."""

from collections.abc import Callable, Iterator, Mapping
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


class SiteBuilder(Struct, frozen=True):
    """What the site of a publication is made from."""

    newsroom: Newsroom
    options: CompileOptions
    parent: Path
    """The folder of the archive."""
    entries: EntryStore
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
            StrangerError: a file that is not briefgen's is in the way; the others are written.
        """
        listed = tuple(self._list_issues(folders, skipped))
        moved = [f"{each.old} {each.slug}" for each in self.newsroom.moved]
        inputs = digest_of([self.shared, *moved, *(f"{issue.slug} {issue.folder.entry}" for issue in listed)])
        before = previous or Site("", {})
        is_linked = all(issue.folder.around is not None for issue in listed if issue.folder.style)
        if before.inputs == inputs and is_linked and all(map(self._holds, before.files, before.files.values())):
            return BuiltSite(before, 0)
        if not listed:
            # Without any pages of issues, there is no site.
            return self._write({}, {}, before, inputs)
        archive = self._make_archive(tuple(self._find_entries(listed)))
        kept, made = self._render(archive, before)
        if any(issue.folder.style not in {"", self.load_assets().style.page} for issue in listed):
            # An issue that could not be built still needs the shared files of an earlier build.
            kept |= {path: file for path, file in before.files.items() if path.startswith(ASSETS) and path not in kept}
        linked = self._link_issues(archive, folders)
        built = self._write(kept, made, before, inputs)
        return built._replace(written=built.written + linked)

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
        return self.options.cache is not None and self.digests.of(self.parent / path) == file.sha256

    def _find_entries(self, listed: tuple[ListedIssue, ...]) -> Iterator[bytes]:
        """Yield the entries of issues; one that the cache lacks is made from its issue again."""
        for issue in listed:
            number = number_of(issue.path)
            entry = self.entries.find(issue.path.name, number, issue.folder.entry)
            if entry is None:
                from briefgen.compile.emit import compose_entry  # noqa: PLC0415 - it imports the renderers

                entry = compose_entry(self.newsroom, issue.path, self.options)
                if entry is None:
                    continue
                if digest_entry(entry) == issue.folder.entry:
                    self.entries.add(issue.path.name, number, entry)
            yield entry

    def _render(self, archive: "Archive", before: Site) -> tuple[dict[str, SiteFile], dict[str, bytes]]:
        """Return the files that may stay, and the content of the others, by their paths.

        Raises:
            CommandError: a template failed.
        """
        from briefgen.render.templates import BrokenTemplateError  # noqa: PLC0415 - a current site needs no templates

        kept: dict[str, SiteFile] = {}
        made: dict[str, bytes] = {}
        try:
            for file, digest in self._plan_files(archive):
                old = before.files.get(file.path)
                if old is not None and old.inputs == digest and self._holds(file.path, old):
                    kept[file.path] = old
                else:
                    made[file.path] = file.make()
                    kept[file.path] = SiteFile(len(made[file.path]), sha256(made[file.path]).hexdigest(), digest)
        except BrokenTemplateError as fault:
            raise CommandError(f"template {fault}", fault.hint or "fix the template, or remove it") from fault
        return kept, made

    def _plan_files(self, archive: "Archive") -> "Iterator[tuple[ArchiveFile, str]]":
        """Yield all files of the site, each with the digest of what it is made from."""
        from briefgen.archive.outputs import plan_files  # noqa: PLC0415 - for the same reason
        from briefgen.archive.site_pages import make_pages, share  # noqa: PLC0415

        assets = self.load_assets()
        yield from ((share(file), "") for file in assets.files)
        for file in plan_files(archive, make_pages(archive, self._templates(), (assets.style.page, assets.style.site))):
            shows = msgspec.msgpack.encode(file.shows, enc_hook=str)
            yield file, digest_of([self.shared, file.path, sha256(shows).hexdigest()])

    def _templates(self) -> "Templates":
        from briefgen.render.templates import Templates  # noqa: PLC0415 - for the same reason

        return Templates(folder=self.newsroom.templates, cache=self.options.cache)

    def _make_archive(self, entries: tuple[bytes, ...]) -> "Archive":
        from briefgen.archive.archive import make_archive, make_head  # noqa: PLC0415 - for the same reason
        from briefgen.archive.entry import decode_entry  # noqa: PLC0415
        from briefgen.languages import load_languages  # noqa: PLC0415

        publication, brand = self.newsroom.publication, self.load_assets().brand
        head = make_head(publication, brand.icon.path, brand.logo, brand.dark_logo)
        language = load_languages((publication.language,), publication.labels)[publication.language]
        return make_archive(head, language, map(decode_entry, entries), self.newsroom.moved)

    def _write(self, kept: dict[str, SiteFile], made: dict[str, bytes], before: Site, inputs: str) -> BuiltSite:
        """Write what was made, and remove what is no longer of the site."""
        from briefgen.compile.site_files import find_strangers, write_site_files  # noqa: PLC0415 - for the same reason

        strangers = find_strangers(self.parent, made, before.files)
        for path in strangers:
            del made[path], kept[path]
        gone = [path for path in before.files if path not in kept]
        if made or gone:
            write_site_files(self.parent, made, gone)
        for path in made:
            self.digests.learn(self.parent / path, kept[path].sha256)
        built = BuiltSite(Site("" if strangers else inputs, dict(sorted(kept.items()))), len(made))
        if strangers:
            raise StrangerError(built, [format_path(self.parent / path) for path in strangers])
        return built


class StrangerError(CommandError):
    """Files that are not briefgen's stand where files of the site belong; the others are written."""

    def __init__(self, built: BuiltSite, paths: list[str]) -> None:
        """`built` is the site without them."""
        self.built = built
        others = f" (and {len(paths) - 1} more)" if len(paths) > 1 else ""
        super().__init__(
            f"`{paths[0]}`{others} is not briefgen's, so it was left as it is; the rest of the site is written",
            "move it, or name another folder with `--output`",
        )
