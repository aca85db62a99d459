"""Tells of each issue and site when it is built, and keeps the totals."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefgen.cli.terminal import columns, report, say, say_fault, wants_colour
from briefgen.compile.built_issue import BuiltIssue
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.publication_build import Lost, PublicationBuild
from briefgen.diagnostics import Diagnostic, Severity, plural
from briefgen.reports.full import format_full
from briefgen.reports.summary import Counts, count
from briefgen.reports.visible import show_path

if TYPE_CHECKING:
    from briefgen.compile.site_build import BuiltSite
    from briefgen.manuscript import Published

MEGABYTE = 1_000_000


class BuildTeller:
    """Tells of each issue when it is built, and keeps the totals."""

    def __init__(self, faults: Sequence[Diagnostic]) -> None:
        """`faults` are those of the publications themselves."""
        self.waits = False
        """Whether to say nothing before `flush`, because a progress bar is shown."""
        self.counts: Counts = count(faults, [])
        self.is_stopped = False
        self.has_lost = False
        self.published: dict[Newsroom, list[Published]] = {}
        """What readers have once the outputs are published."""
        self.unpublished: list[str] = []
        """The slugs of issues that were built and are not to be published: drafts, and those with sample texts."""
        self._unchanged = 0
        self._skipped: set[str] = set()
        self._waiting: list[Callable[[], None]] = []
        shown = [each for each in dict.fromkeys(faults) if each.severity is not Severity.NOTE]
        self._say_report(format_reports(shown))

    def tell(self, built: BuiltIssue | Lost, newsroom: Newsroom) -> None:
        """Tell of an issue of a publication."""
        if isinstance(built, Lost):
            self.has_lost = True
            message = f"{format_path(real_path(built.path))} was not built: its process died ({built.how})"
            self._do(lambda: say_fault(message, "the others were built; build this one alone to see more"))
            return
        self.counts += built.counts
        self.is_stopped = self.is_stopped or built.is_stopped or _is_unbuilt(built)
        self._unchanged += built.is_current
        if built.is_skipped:
            self._skipped.add(built.path.name)
        entries = self.published.setdefault(newsroom, [])
        if built.is_current or built.written is not None:
            if built.published is not None:
                entries.append(built.published)
            else:
                self.unpublished.append(built.slug)
        self._say_report(built.report)
        for line in _format_result(built):
            self._do(partial(say, line))

    def tell_site(self, build: PublicationBuild) -> None:
        """Make the site of a publication, and tell how much of it was written."""
        for line in format_site(build, build.build_site(frozenset(self._skipped))):
            self._do(partial(say, line))

    def flush(self) -> None:
        """Tell what was held back."""
        for each in self._waiting:
            each()
        self._waiting.clear()
        if self._unchanged:
            issues = "1 issue is" if self._unchanged == 1 else f"{self._unchanged:,} issues are"
            say(f"{issues} unchanged")

    def _say_report(self, text: str) -> None:
        if text:
            self._do(partial(report, text))

    def _do(self, action: Callable[[], None]) -> None:
        if self.waits:
            self._waiting.append(action)
        else:
            action()


def _is_unbuilt(built: BuiltIssue) -> bool:
    return built.written is None and not built.is_current and not built.is_skipped


def _format_result(built: BuiltIssue) -> Iterator[str]:
    yield from (f"note: {built.slug}: {remark}" for remark in built.remarks)
    if built.is_skipped:
        yield f"skipped {format_path(real_path(built.path))}: it has `draft: true`; name it to build it"
        return
    if built.is_current:
        return
    if built.written is None:
        # Even a draft cannot be made of a file that cannot be read, or of too long a text.
        way_out = ", or use --draft" if built.is_stopped else ""
        yield f"{show_path(format_path(real_path(built.path)))}: not built; fix the errors{way_out}"
        return
    names = ", ".join(f"{path} {_format_size(size)}" for path, size in built.sizes)
    folder = format_path(real_path(built.written))
    yield f"wrote {folder}/ ({names})"
    # A picture that an issue no longer shows goes without a word; a format that somebody made may be missed.
    removed = [name for name in built.removed if not name.startswith("images/")]
    if removed:
        yield f"removed from {folder}/: {', '.join(removed)}; to keep them, name their formats too"


def format_site(build: PublicationBuild, site: "BuiltSite") -> Iterator[str]:
    """Yield what there is to say of a site after its build."""
    place = show_path(format_path(real_path(build.parent)))
    if site.written:
        yield f"wrote {site.written:,} {plural(site.written, 'file')} of the site in {place}/"
    if site.indexing:
        yield f"indexed the issues for the search in {site.indexing:.2f} s"
    if site.remark:
        yield f"note: {site.remark}"
    if site.written and not build.newsroom.publication.url:
        yield "note: the site has no feeds and no site map, which need its address: add `url:` to publication.yaml"


def _format_size(size: int) -> str:
    """Return a count of bytes in kB or MB, as file managers show it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / 1000:.0f} kB"


def format_reports(diagnostics: Iterable[Diagnostic]) -> str:
    """Format diagnostics as wide as the terminal."""
    return format_full(diagnostics, columns=columns(), colour=wants_colour(sys.stdout))
