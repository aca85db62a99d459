"""Compiles one issue: checks it, composes the edition, renders it; writing is a separate step."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.emit import emit_outputs
from briefgen.compile.loading import find_undrawable, image_folder, load_manuscript
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.manuscript import Manuscript
from briefgen.model import make_issue_slug
from briefgen.rules import run_rules

if TYPE_CHECKING:
    from briefgen.compile.prepared_mail import PreparedMail


def compile_issue(newsroom: Newsroom, path: Path, options: CompileOptions) -> CompiledIssue:
    """Check and render one issue; a draft is rendered despite errors, if it parses.

    Raises:
        CommandError: a template or the PDF failed, for a reason other than the issue.
    """
    checked = check_issue(newsroom, path, options)
    if not checked.is_wanted:
        return checked.compiled
    return emit_outputs(checked.compiled, newsroom, options, checked.gallery, checked.mail)


class CheckedIssue(NamedTuple):
    """An issue after the rules have run, without its outputs."""

    compiled: CompiledIssue
    gallery: Gallery
    is_wanted: bool
    """Whether it is to be rendered: it is no draft to be skipped, and nothing was found that prevents it."""
    mail: "PreparedMail | None" = None
    """Its mail, if one is wanted, which the rules have seen."""


def check_issue(newsroom: Newsroom, path: Path, options: CompileOptions) -> CheckedIssue:
    """Load an issue with its pictures, and run the rules.

    Raises:
        CommandError: there is no such file.
    """
    manuscript = load_manuscript(newsroom, path, measures_mail=False)
    gallery = Gallery({}, {}, {})
    if options.skips_drafts and manuscript.issue is not None and manuscript.issue.draft:
        slug = make_issue_slug(path.stem, manuscript.issue.number)
        return CheckedIssue(CompiledIssue(path, slug, manuscript, is_skipped=True), gallery, is_wanted=False)
    if options.publishes:
        manuscript = replace(manuscript, file=replace(manuscript.file, is_publishing=True))
    if options.worker is not None:
        manuscript = replace(manuscript, undrawable=find_undrawable(manuscript, newsroom.style))
    if manuscript.issue is not None:
        gallery = load_gallery(
            image_folder(newsroom, path), manuscript, cache=options.cache, is_on_site=bool(options.shares)
        )
        # Some damage is only detected when a picture is decoded; a rule then reports it.
        manuscript = replace(manuscript, images={**manuscript.images, **gallery.faults})
    number = manuscript.issue.number if manuscript.issue else 0
    slug = make_issue_slug(path.stem, number)
    mail = _prepare_mail(manuscript, newsroom, slug, options, gallery)
    manuscript = manuscript.with_mail(mail.fact) if mail else manuscript
    compiled = CompiledIssue(path, slug, manuscript, run_rules(manuscript))
    is_stopped = options.is_stopped((*newsroom.faults, *compiled.diagnostics))
    return CheckedIssue(compiled, gallery, is_wanted=not is_stopped and _can_be_rendered(manuscript), mail=mail)


def _prepare_mail(
    manuscript: Manuscript, newsroom: Newsroom, slug: str, options: CompileOptions, gallery: Gallery
) -> "PreparedMail | None":
    """Render and measure the mail for the rules, if one is wanted."""
    if "email" not in options.formats:
        return None
    from briefgen.compile.prepared_mail import prepare_mail  # noqa: PLC0415 - few publications make mails

    return prepare_mail(
        manuscript,
        newsroom,
        slug=slug,
        pictures=gallery.printed,
        cache=options.cache,
        is_draft=options.is_draft,
    )


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Return whether the issue parsed and exceeds no limit, which would keep the renderers busy for minutes."""
    return manuscript.issue is not None and not manuscript.limit_faults
