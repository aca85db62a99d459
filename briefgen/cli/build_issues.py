"""Implements `briefgen build` after start-up: finds the issues, builds those that have changed, and reports."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.build_teller import BuildTeller, format_reports, format_site
from briefgen.cli.presses import Presses, output_folder
from briefgen.cli.progress import show_progress
from briefgen.cli.terminal import COULD_NOT_RUN, report, say, say_fault
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import FoundIssue, find_issues, find_slug, refuse_collisions
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.publication_build import Crew, PublicationBuild, Target, build_stale
from briefgen.compile.published_lock import LOCK
from briefgen.compile.shards import choose_shard
from briefgen.compile.writing import check_output_folder, sweep_outputs
from briefgen.diagnostics import plural
from briefgen.reports.summary import format_summary
from briefgen.reports.visible import show_path

if TYPE_CHECKING:
    from briefgen.cli.build import BuildOptions, MakeWorker
    from briefgen.compile.spelling import Spelling

WHOLE = (1, 1)


def build_issues(options: "BuildOptions", make_worker: "MakeWorker", started: float) -> int:
    """Build the requested issues, report, and return the exit code."""
    found = find_issues(options.issues, Path.cwd(), cache=options.cache)
    if options.is_clean:
        _refuse_to_clean(found, options)
    if options.publishes:
        _refuse_to_publish(found, options)
    presses = Presses(options, make_worker)
    presses.check(found)
    if options.verifies:
        return _verify(found, presses, options)
    if options.parts is not None:
        return _merge(found, options.parts, presses, options)
    if not options.watches:
        code = _build_all(found, presses, options, started)
        if options.opens:
            _open(found, options)
        return presses.exit_code(code)
    from briefgen.cli.watching import watch_files  # noqa: PLC0415 - only needed for `--watch`

    # What is saved while the first build runs is a change already.
    changes = watch_files(lambda: presses.newsrooms)
    _build_on(found, presses, options, started)
    if options.opens:
        _open(found, options)
    say(f"watching {', '.join(_watched(found))}; stop with Ctrl-C")
    for _ in changes:
        _build_on(None, presses, options, time.perf_counter())
    return 0


def _build_on(found: Sequence[FoundIssue] | None, presses: Presses, options: "BuildOptions", started: float) -> None:
    """Build what was found, or search again; an error is only reported, because the next save may fix it."""
    try:
        if found is None:
            found = find_issues(options.issues, Path.cwd(), cache=options.cache)
            presses.check(found)
        presses.exit_code(_build_all(found, presses, options, started))
    except CommandError as fault:
        say_fault(str(fault), fault.hint)


def _build_all(found: Sequence[FoundIssue], presses: Presses, options: "BuildOptions", started: float) -> int:
    """Build and write the issues that have changed, report on all, and return the exit code.

    Raises:
        CommandError: two issues would be written to one folder, before anything is; or one could not be made.
    """
    newsrooms = tuple(dict.fromkeys(each.newsroom for each in found))
    for newsroom in newsrooms:
        check_output_folder(output_folder(options, newsroom), within=(Path.cwd(), newsroom.root))
        sweep_outputs(output_folder(options, newsroom))
    refuse_collisions((each, output_folder(options, each.newsroom)) for each in found)
    builds = {newsroom: _begin(newsroom, presses, options) for newsroom in newsrooms}
    targets = choose_shard([Target(each, builds[each.newsroom]) for each in found], *options.shard)
    teller = BuildTeller([fault for newsroom in newsrooms for fault in newsroom.faults])
    # What was found before an issue cannot be made is told too, once the bar is gone.
    with ExitStack() as stack:
        stack.callback(teller.flush)
        preparation = _Preparation(presses, stack)
        long = any(build.options.makes_pdf for build in builds.values())
        advance = stack.enter_context(show_progress(len(targets), wanted=long))
        teller.waits = advance is not None
        try:
            crew = Crew(options.jobs, preparation.prepare, presses.close)
            for target, built in zip(targets, build_stale(targets, crew), strict=True):
                teller.tell(built, target.found.newsroom)
                if advance is not None:
                    advance()
            _build_sites(builds if options.shard == WHOLE else {}, presses, teller)
        finally:
            for build in builds.values():
                build.save()
    if options.is_clean:
        for line in _clean(found, options):
            say(line)
        # What was removed is none of the manifest's any more.
        for build in builds.values():
            build.save()
    for line in _publish(teller) if options.publishes else ():
        say(line)
    if preparation.spelling is not None:
        preparation.spelling.report(say)
    say(format_summary(teller.counts, time.perf_counter() - started).rstrip())
    return COULD_NOT_RUN if teller.has_lost else int(teller.is_stopped)


def _build_sites(builds: Mapping[Newsroom, PublicationBuild], presses: Presses, teller: BuildTeller) -> None:
    """Make the sites of the publications that were built as a whole."""
    if builds and presses.is_crowded:
        folder = next(iter(builds.values())).parent
        say(f"note: no site is made in {format_path(folder)}/, since several publications are built into it")
    for newsroom, build in builds.items():
        if presses.is_whole(newsroom):
            teller.tell_site(build)


def _verify(found: Sequence[FoundIssue], presses: Presses, options: "BuildOptions") -> int:
    """Say what is wrong with the outputs of issues; return 1 if anything is."""
    from briefgen.compile.verifying import verify_outputs  # noqa: PLC0415 - only needed for `--verify`

    wrong = 0
    for newsroom in dict.fromkeys(each.newsroom for each in found):
        own = [each for each in found if each.newsroom is newsroom]
        for line in verify_outputs(own, output_folder(options, newsroom), presses.press(newsroom)):
            report(f"{show_path(line)}\n")
            wrong += 1
    issues = f"{len(found):,} {plural(len(found), 'issue')}"
    say(
        f"{issues} compared with the outputs: {wrong:,} {plural(wrong, 'difference')}"
        if wrong
        else f"{issues} verified"
    )
    return int(wrong > 0)


def _merge(found: Sequence[FoundIssue], parts: Sequence[Path], presses: Presses, options: "BuildOptions") -> int:
    """Put the outputs of several builds together, name the issues that none of them has, and make the site."""
    if not parts:
        message = "`--merge` needs the folders to merge"
        raise CommandError(message, "name all that `--shard I/N --output DIR` wrote: `briefgen build --merge parts/*`")
    from briefgen.compile.shards import merge_outputs  # noqa: PLC0415 - only needed for `--merge`

    newsroom = found[0].newsroom
    parent = output_folder(options, newsroom)
    check_output_folder(parent, within=(Path.cwd(), newsroom.root))
    sweep_outputs(parent)
    merged = {folder.name for folder in merge_outputs(parts, parent)}
    for slug in (slug for each in found if (slug := find_slug(each.path)) not in merged):
        say(f"note: no part has {slug}: it is a draft, or was not built")
    say(f"{len(merged):,} {plural(len(merged), 'issue')} merged into {format_path(real_path(parent))}/")
    build = _begin(newsroom, presses, options)
    try:
        site = build.build_site(frozenset(each.path.name for each in found if find_slug(each.path) not in merged))
    finally:
        build.save()
    for line in format_site(build, site):
        say(line)
    return 0


def _begin(newsroom: Newsroom, presses: Presses, options: "BuildOptions") -> PublicationBuild:
    parent = output_folder(options, newsroom)
    return PublicationBuild(newsroom, presses.press(newsroom), parent, options.cache, format_reports)


class _Preparation:
    """What is done once it is known that there are issues to build."""

    def __init__(self, presses: Presses, stack: ExitStack) -> None:
        self._presses = presses
        self._stack = stack
        self.spelling: Spelling | None = None

    def prepare(self, found: Sequence[FoundIssue], forks: bool) -> None:
        """Check the templates, and start what works beside us, or, if other processes will work, end and await it."""
        from briefgen.compile.emit import check_own_templates  # noqa: PLC0415 - it imports the renderers
        from briefgen.compile.spelling import start_spelling  # noqa: PLC0415 - it imports the rules

        newsrooms = tuple(dict.fromkeys(each.newsroom for each in found))
        if forks:
            self._presses.close()
        else:
            self._presses.start(newsrooms)
        for remark in (remark for newsroom in newsrooms for remark in check_own_templates(newsroom)):
            say(f"warning: {remark}")
        self.spelling = self._stack.enter_context(start_spelling(found))
        if forks:
            for newsroom in newsrooms:
                self.spelling.corrections(newsroom.publication)


def _refuse_to_clean(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Refuse to remove anything from a folder that may be shared with others.

    Raises:
        CommandError: such a folder is named, or an issue belongs to no publication.
    """
    if options.output is not None:
        message = "`--clean` works in a publication's own `dist/` only"
        raise CommandError(message, f"what else lies in `{options.output}` may be another's: delete it yourself there")
    alone = next((each.path for each in found if not each.newsroom.is_publication), None)
    if alone is not None:
        message = f"`{format_path(alone)}` belongs to no publication, so nobody knows which issues are gone"
        raise CommandError(message, "leave `--clean` out")


def _refuse_to_publish(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Refuse to record what is not what readers will get.

    Raises:
        CommandError: another option makes drafts, parts, or nothing; or an issue belongs to no publication.
    """
    others = {
        "--draft": options.is_draft,
        "--watch": options.watches,
        "--verify": options.verifies,
        "--merge": options.parts is not None,
        "--shard": options.shard != WHOLE,
    }
    other = next((name for name, is_given in others.items() if is_given), None)
    if other is not None:
        message = f"`--publish` does not go with `{other}`"
        raise CommandError(
            message, "build without it first; then name what is published: `briefgen build 133 --publish`"
        )
    alone = next((each.path for each in found if not each.newsroom.is_publication), None)
    if alone is not None:
        message = f"`{format_path(alone)}` belongs to no publication, which would keep what readers have"
        raise CommandError(message, "leave `--publish` out, or move it into the folder `issues/` of one")


def _publish(teller: BuildTeller) -> Iterator[str]:
    """Record what readers will have of the issues that were built, and say of how many."""
    from briefgen.compile.publishing import update_lock  # noqa: PLC0415 - only needed for `--publish`

    for slug in teller.unpublished:
        yield f"note: {slug} was not recorded as published: it is a draft, or has sample texts of `briefgen init`"
    for newsroom, entries in teller.published.items():
        if not entries:
            continue
        path = format_path(newsroom.issues_folder / LOCK)
        change = update_lock(newsroom.issues_folder, entries)
        counts = [f"{count:,} {word}" for count, word in ((change.new, "new"), (change.changed, "changed")) if count]
        yield f"recorded in {path}: {', '.join(counts)}; commit it" if counts else f"{path} is up to date"


def _clean(found: Sequence[FoundIssue], options: "BuildOptions") -> Iterator[str]:
    """Remove the outputs of issues that are gone, and say of what."""
    from briefgen.compile.cleaning import clean_outputs  # noqa: PLC0415 - only needed for `--clean`

    for newsroom in dict.fromkeys(each.newsroom for each in found):
        # At a former address of an issue stands a page that leads to the new one.
        slugs = frozenset(map(find_slug, newsroom.issue_paths)) | {each.old for each in newsroom.moved}
        for folder, kept_for in clean_outputs(output_folder(options, newsroom), slugs):
            shown = format_path(folder)
            yield f"kept {shown}/, of no issue: {kept_for}" if kept_for else f"removed {shown}/: its issue is gone"


def _open(found: Sequence[FoundIssue], options: "BuildOptions") -> None:
    """Show the first issue's page, or its PDF where no page was made."""
    folder = output_folder(options, found[0].newsroom) / find_slug(found[0].path)
    page = next((file for file in (folder / "index.html", *folder.glob("*.pdf")) if file.exists()), None)
    if page is not None:
        import webbrowser  # noqa: PLC0415 - only needed for `--open`

        webbrowser.open(real_path(page).as_uri())


def _watched(found: Sequence[FoundIssue]) -> list[str]:
    """Return where changes are looked for, as it is said: a publication, or a lone issue's folder."""
    newsrooms = dict.fromkeys(each.newsroom for each in found)
    return sorted({format_path(newsroom.root) for newsroom in newsrooms})
