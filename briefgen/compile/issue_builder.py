"""Builds one issue from beginning to end, and lets go of it."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import filterfalse
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compile.built_issue import BuiltIssue
from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.current_outputs import CurrentOutputs
from briefgen.compile.emit import emit_outputs
from briefgen.compile.entry_store import digest_entry
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.compile.issue_record import IssueRecord, keep_reports
from briefgen.compile.manifest import OutputFile, OutputFolder
from briefgen.compile.options import CompileOptions
from briefgen.compile.output_paths import IMAGES, is_ours, is_picture, is_preview
from briefgen.compile.pipeline import CheckedIssue, check_issue
from briefgen.compile.plan import FoundInputs, Plan
from briefgen.compile.writing import write_outputs
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.manuscript import Published, describe_published
from briefgen.render.site_form import Around
from briefgen.reports.summary import count
from briefgen.reports.visible import show_path
from briefgen.rules.structure import sample_text


class PageFacts(TypedDict):
    """What the manifest says of a web page."""

    links_pdf: bool
    style: str
    around: Around | None


FormatReports = Callable[[Iterable[Diagnostic]], str]


class Builder(Struct, frozen=True):
    """Builds the issues of one publication."""

    plan: Plan
    options: CompileOptions
    outputs: CurrentOutputs
    format_reports: FormatReports

    def build(self, found: FoundIssue, previous: OutputFolder | None) -> BuiltIssue:
        """Check an issue, and render and write it if nothing prevents that.

        Files of formats that are not wanted now stay if `previous` says that they come from the same inputs.

        Raises:
            CommandError: a template or the PDF failed, or the folder cannot be written.
        """
        # A page of a site that stays, since no page is wanted now, needs the pictures it was made with.
        keeps_shared = previous is not None and bool(previous.style) and "html" not in self.options.formats
        shares = ("html" in self.options.formats and self.options.shares) or keeps_shared
        options = replace(self.options, skips_drafts=not found.is_named, shares=shares)
        checked = check_issue(found.newsroom, found.path, options)
        compiled = checked.compiled
        inputs = self.plan.find_inputs(found.path, compiled.manuscript, compiled.diagnostics)
        if not checked.is_wanted:
            return self._tell(found, compiled, inputs if compiled.is_skipped else None)
        kept = self._find_kept(compiled.slug, previous, inputs)
        return self._write(found, checked, inputs, kept, previous)

    def _find_kept(self, slug: str, previous: OutputFolder | None, inputs: FoundInputs | None) -> dict[str, OutputFile]:
        """Return the files of other formats that may stay, since they come from the same inputs."""
        if previous is None or inputs is None or previous.inputs != inputs.inputs:
            return {}
        made = self.outputs.wanted(slug)
        others = {path for path in previous.files if path not in made and not path.startswith(IMAGES)}
        if "html" in self.options.formats:
            # It belongs to the page, and is made with it or not at all.
            others = set(filterfalse(is_preview, others))
        return {path: previous.files[path] for path in sorted(others) if self.outputs.is_intact(slug, path, previous)}

    def _write(
        self,
        found: FoundIssue,
        checked: CheckedIssue,
        inputs: FoundInputs | None,
        kept: dict[str, OutputFile],
        previous: OutputFolder | None,
    ) -> BuiltIssue:
        options = replace(self.options, has_pdf=self.options.makes_pdf or f"{checked.compiled.slug}.pdf" in kept)
        # The issues around it are put right when all are built: see `compile/site_build.py`.
        around = previous.around if previous else None
        if options.site:
            options = replace(options, site=replace(options.site, around=around or Around()))
        compiled = emit_outputs(checked.compiled, found.newsroom, options, checked.gallery, checked.mail)
        ours = is_ours(compiled.slug)
        folder = self.outputs.parent / compiled.slug
        written = write_outputs(folder, compiled.outputs, is_ours=lambda path: ours(path) and path not in kept)
        made = {each.path: OutputFile(len(each.content), sha256(each.content).hexdigest()) for each in compiled.outputs}
        for path, file in made.items():
            self.plan.digests.learn(folder / path, file.sha256)
        built = self._tell(found, compiled, inputs)
        files = dict(sorted({**kept, **made}.items()))
        return replace(
            built,
            written=written.folder,
            removed=written.removed,
            sizes=tuple((path, file.size) for path, file in made.items() if not is_picture(path)),
            entry=compiled.entry,
            content=compiled.content,
            folder=OutputFolder(
                show_path(found.path.name),
                inputs.inputs if inputs else "",
                files,
                entry=digest_entry(compiled.entry) if compiled.entry else "",
                **self._describe_page(previous, kept, around=around, links_pdf=bool(options.has_pdf)),
            ),
        )

    def _describe_page(
        self, previous: OutputFolder | None, kept: dict[str, OutputFile], *, around: Around | None, links_pdf: bool
    ) -> PageFacts:
        """Return what the manifest says of the web page, which may be one that stays."""
        if "html" in self.options.formats:
            return PageFacts(
                links_pdf=links_pdf,
                style=self.options.site.stylesheet if self.options.site else "",
                around=around if self.options.site else None,
            )
        if previous is not None and "index.html" in kept:
            return PageFacts(links_pdf=previous.links_pdf, style=previous.style, around=previous.around)
        return PageFacts(links_pdf=False, style="", around=None)

    def _tell(self, found: FoundIssue, compiled: CompiledIssue, inputs: FoundInputs | None) -> BuiltIssue:
        counts = count(compiled.diagnostics, [compiled.manuscript])
        published = _describe(compiled)
        record = (
            None
            if inputs is None
            else IssueRecord(
                run=self.plan.digest_run(found.path),
                own=inputs.own,
                images=inputs.images,
                neighbours=inputs.neighbours,
                inputs=inputs.inputs,
                slug=compiled.slug,
                is_draft=compiled.manuscript.issue is not None and compiled.manuscript.issue.draft,
                is_skipped=compiled.is_skipped,
                published=published,
                is_uncorrected=published is not None and found.newsroom.published.is_uncorrected(published),
                reports=tuple(keep_reports(compiled.diagnostics)),
                counts=counts,
                remarks=compiled.remarks,
            )
        )
        return BuiltIssue(
            found.path,
            compiled.slug,
            self.format_reports(each for each in compiled.diagnostics if each.severity is not Severity.NOTE),
            compiled.remarks,
            counts,
            is_stopped=self.options.is_stopped((*found.newsroom.faults, *compiled.diagnostics)),
            is_skipped=compiled.is_skipped,
            record=record,
            published=published,
        )


def _describe(compiled: CompiledIssue) -> Published | None:
    """Return what readers would have of an issue; None of a draft, a sample, or what cannot be rendered."""
    manuscript = compiled.manuscript
    if any(each.code == sample_text.RULE.code for each in compiled.diagnostics):
        return None
    if manuscript.issue is None or manuscript.issue.draft or manuscript.limit_faults:
        return None
    return describe_published(manuscript, compiled.slug)
