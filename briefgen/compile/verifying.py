"""Compares the outputs in a folder with its manifest, and the manifest with the issues."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefgen.compile.current_outputs import find_outputs
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.file_digests import FileDigests
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.compile.loading import load_manuscript
from briefgen.compile.manifest import MANIFEST, OutputFile, OutputFolder, Site, load_manifest
from briefgen.compile.options import CompileOptions
from briefgen.compile.plan import Plan
from briefgen.reports.visible import show_path


def verify_outputs(found: Sequence[FoundIssue], parent: Path, options: CompileOptions) -> Iterator[str]:
    """Yield what is wrong with the outputs of a publication: absent, outdated, changed, or strange.

    All files are read again. Drafts are built by name only, so they need no outputs.

    Raises:
        CommandError: there is no manifest.
    """
    manifest = load_manifest(parent)
    if manifest is None:
        message = f"there is no `{format_path(parent / MANIFEST)}` to compare with"
        raise CommandError(message, "`briefgen build` writes it with the outputs")
    by_source = {folder.source: (slug, folder) for slug, folder in manifest.issues.items()}
    for each in found:
        digests = FileDigests(None, "")
        manuscript = load_manuscript(each.newsroom, each.path)
        issue = manuscript.issue
        slug, folder = by_source.get(show_path(each.path.name), ("", None))
        if folder is None:
            if issue is None or not issue.draft or each.is_named:
                yield f"{format_path(each.path)}: not built"
            continue
        plan = Plan(each.newsroom, options, digests)
        if issue is None or folder.inputs != plan.digest_inputs(each.path, manuscript):
            yield f"{format_path(each.path)}: changed since {format_path(parent / slug)}/ was built"
        yield from _compare(parent / slug, folder, digests)
    site, digests = manifest.site or Site("", {}), FileDigests(None, "")
    yield from _compare_files(parent, site.files, digests)


def _compare_files(place: Path, files: Mapping[str, OutputFile], digests: FileDigests) -> Iterator[str]:
    for path, file in files.items():
        digest = digests.of(place / path)
        if digest != file.sha256:
            yield f"{format_path(place / path)}: {'changed since it was built' if digest else 'missing'}"


def _compare(place: Path, folder: OutputFolder, digests: FileDigests) -> Iterator[str]:
    yield from _compare_files(place, folder.files, digests)
    for path in sorted(find_outputs(place) - folder.files.keys()):
        yield f"{format_path(place / path)}: from an earlier build"
