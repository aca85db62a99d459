"""A build of a publication's issues: only of those that have changed, on several processors if they are many."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefgen.compile.built_issue import BuiltIssue
from briefgen.compile.cache import Cache
from briefgen.compile.current_outputs import CurrentOutputs
from briefgen.compile.documents import real_path
from briefgen.compile.entry_store import CONTENTS, EntryStore
from briefgen.compile.file_digests import FileDigests
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.compile.issue_record import load_records, restore_reports, save_records
from briefgen.compile.manifest import Manifest, OutputFolder, load_manifest, write_manifest
from briefgen.compile.newsroom import Newsroom, number_of
from briefgen.compile.options import CompileOptions
from briefgen.compile.plan import Plan
from briefgen.diagnostics import Diagnostic
from briefgen.reports.visible import show_path

if TYPE_CHECKING:
    from briefgen.compile.issue_builder import Builder
    from briefgen.compile.site_assets import SiteAssets
    from briefgen.compile.site_build import BuiltSite
    from briefgen.compile.workers import Died

FEWEST = 8
"""Fewer issues are built in this process: starting others takes as long as building two or three."""
FEWEST_PDFS = 2
FormatReports = Callable[[Iterable[Diagnostic]], str]


class PublicationBuild:
    """What is known of a publication's outputs before a build, and what is remembered after it."""

    def __init__(
        self,
        newsroom: Newsroom,
        options: CompileOptions,
        parent: Path,
        cache: Cache | None,
        format_reports: FormatReports,
    ) -> None:
        """`parent` is the folder with the output folders of the issues; without a cache, all issues are built."""
        manifest = load_manifest(parent) or Manifest()
        shares = manifest.site is not None if options.shares is None else options.shares
        options = replace(options, shares=shares and newsroom.is_publication)
        self.newsroom = newsroom
        self.options = options
        self.parent = parent
        self._cache = cache
        self._name = "\n".join([str(newsroom.root), str(real_path(parent)), str(Path.cwd())])
        self._digests = FileDigests(cache, self._name)
        self._records = load_records(cache, self._name)
        self._folders = dict(manifest.issues)
        self._site = manifest.site
        self._entries = EntryStore(cache, self._name)
        self._contents = EntryStore(cache, self._name, CONTENTS)
        self._sources = {folder.source: folder for folder in self._folders.values()}
        self._plan = Plan(newsroom, options, self._digests)
        self._outputs = CurrentOutputs(parent, options, self._digests)
        self._format_reports = format_reports
        self._has_new_records = False

    def find_current(self, found: FoundIssue) -> BuiltIssue | None:
        """Return what the last build of an issue found, if another one would change nothing; None otherwise."""
        record = self._records.get(found.path.name)
        if self._cache is None or record is None or not self.newsroom.is_publication:
            return None
        if self.options.is_stopped(self.newsroom.faults):
            # A fault of the settings, or a stray file under `--strict`, stops a build of any issue.
            return None
        if not self._plan.holds(record, found.path, is_named=found.is_named):
            return None
        previous = self._folders.get(record.slug)
        if not record.is_skipped and not (previous and self._outputs.are_current(record, previous)):
            return None
        return BuiltIssue(
            found.path,
            record.slug,
            self._format_reports(restore_reports(record.reports, found.path)),
            record.remarks,
            record.counts,
            is_stopped=False,
            is_current=not record.is_skipped,
            is_skipped=record.is_skipped,
            published=record.published,
        )

    def builder(self) -> "Builder":
        """Return what builds the others."""
        from briefgen.compile.issue_builder import Builder  # noqa: PLC0415 - a current archive needs no rules and templates

        site = None
        if self.options.shares and "html" in self.options.formats:
            from briefgen.compile.site_assets import write_missing  # noqa: PLC0415 - for the same reason

            write_missing(self.parent, self._assets.files)
            site = self._assets.form
        return Builder(self._plan, replace(self.options, site=site), self._outputs, self._format_reports)

    @cached_property
    def _assets(self) -> "SiteAssets":
        """The files that all pages of the site share."""
        from briefgen.compile.site_assets import load_assets  # noqa: PLC0415 - for the same reason

        return load_assets(self.newsroom, self._cache)

    def previous(self, found: FoundIssue) -> OutputFolder | None:
        """Return what the manifest says of an issue's output folder."""
        return self._sources.get(show_path(found.path.name))

    def take(self, built: BuiltIssue) -> None:
        """Remember an issue that has been built."""
        self._has_new_records = True
        if built.record is not None:
            self._records[built.path.name] = built.record
        else:
            self._records.pop(built.path.name, None)
        if built.folder is not None:
            self._folders[built.slug] = built.folder
            for path, file in built.folder.files.items():
                self._digests.learn(self.parent / built.slug / path, file.sha256)

        if built.entry is not None:
            self._entries.add(built.path.name, number_of(built.path), built.entry)
        if built.content is not None:
            self._contents.add(built.path.name, number_of(built.path), built.content)

    def build_site(self, skipped: frozenset[str]) -> "BuiltSite":
        """Bring the site up to date, after all issues have been built.

        `skipped` are the names of the files of drafts.

        Raises:
            CommandError: a template failed, or a file cannot be written; or a file that is not briefgen's is in the
                way, or the index of the search could not be made: then the others are written.
        """
        from briefgen.compile.site_build import IncompleteSiteError, SiteBuilder  # noqa: PLC0415 - single issues have no site

        builder = SiteBuilder(
            self.newsroom,
            self.options,
            self.parent,
            self._entries,
            self._contents,
            self._digests,
            self._plan.shared,
            lambda: self._assets,
        )
        try:
            built = builder.build(self._folders, skipped, self._site)
        except IncompleteSiteError as fault:
            self._site = fault.built.site
            raise
        self._site = built.site if built.site.files else None
        return built

    def save(self) -> None:
        """Write the manifest, and what the next build needs to know.

        Raises:
            CommandError: another program's file stands where the manifest belongs, or it cannot be written.
        """
        if not self.newsroom.is_publication:
            # Nobody says which issues there are, and the folder may be anyone's.
            return
        names = frozenset(path.name for path in self.newsroom.issue_paths)
        if self._has_new_records:
            kept = {name: one for name, one in self._records.items() if name in names}
            save_records(self._cache, self._name, kept)
        self._entries.save(names)
        self._contents.save(names)
        self._digests.save()
        there = {slug: folder for slug, folder in self._folders.items() if (self.parent / slug).is_dir()}
        if there:
            write_manifest(self.parent, Manifest(there, self._site))


class Target(NamedTuple):
    """An issue to build, and the build of its publication."""

    found: FoundIssue
    build: PublicationBuild


class Lost(NamedTuple):
    """An issue whose process has died."""

    path: Path
    how: str


class Crew(NamedTuple):
    """Who builds, and what is to be done around it."""

    jobs: int
    """How many processes may work at a time."""
    prepare: Callable[[Sequence[FoundIssue], bool], None]
    """Called before issues are built, with them and with whether other processes will build them."""
    close: Callable[[], None]
    """Called in each of those processes at its end."""


def build_stale(targets: Sequence[Target], crew: Crew) -> Iterator[BuiltIssue | Lost]:
    """Yield all issues in their order, building those that are not current.

    Raises:
        CommandError: an issue could not be made; those before it are written.
    """
    current = [target.build.find_current(target.found) for target in targets]
    stale = [target for target, known in zip(targets, current, strict=True) if known is None]
    fresh = _build(stale, crew) if stale else iter(())
    for known in current:
        yield known or next(fresh)


def _build(targets: Sequence[Target], crew: Crew) -> Iterator[BuiltIssue | Lost]:
    """Yield the issues in their order as they are built."""
    from briefgen.compile.workers import can_fork, run_forked  # noqa: PLC0415 - takes 6 ms, and a current archive needs none

    makes_pdfs = any(target.build.options.makes_pdf for target in targets)
    forks = crew.jobs > 1 and can_fork() and len(targets) >= (FEWEST_PDFS if makes_pdfs else FEWEST)
    crew.prepare([target.found for target in targets], forks)
    builders = {target.build: target.build.builder() for target in targets}

    def build(place: int) -> BuiltIssue:
        found, publication = targets[place]
        return builders[publication].build(found, publication.previous(found))

    results: Iterator[tuple[int, BuiltIssue | Died]] = ((place, build(place)) for place in range(len(targets)))
    if forks:
        # What is there before the others start stays shared with them.
        gc.freeze()
        results = run_forked(len(targets), build, crew.jobs, close=crew.close)
    waiting: dict[int, BuiltIssue | Lost] = {}
    done = 0
    for place, result in results:
        found, publication = targets[place]
        if isinstance(result, BuiltIssue):
            publication.take(result)
        waiting[place] = result if isinstance(result, BuiltIssue) else Lost(found.path, result.how)
        while done in waiting:
            yield waiting.pop(done)
            done += 1
