"""Compiles one issue: checks it, composes the edition, renders it; writing is a separate step."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.emit import emit_outputs
from briefgen.compile.loading import find_undrawable, image_folder, load_manuscript
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.compile.writing import Written, write_outputs
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
    manuscript = load_manuscript(newsroom, path, measures_mail=False)
    if options.skips_drafts and manuscript.issue is not None and manuscript.issue.draft:
        slug = make_issue_slug(path.stem, manuscript.issue.number)
        return CompiledIssue(path, slug, manuscript, is_skipped=True)
    if options.worker is not None:
        manuscript = replace(manuscript, undrawable=find_undrawable(manuscript, newsroom.style))
    gallery = Gallery({}, {}, {})
    if manuscript.issue is not None:
        gallery = load_gallery(image_folder(newsroom, path), manuscript, cache=options.cache)
        # Some damage is only detected when a picture is decoded; a rule then reports it.
        manuscript = replace(manuscript, images={**manuscript.images, **gallery.faults})
    number = manuscript.issue.number if manuscript.issue else 0
    mail = _prepare_mail(manuscript, newsroom, make_issue_slug(path.stem, number), options, gallery)
    manuscript = manuscript.with_mail(mail.fact) if mail else manuscript
    diagnostics = (*newsroom.faults, *run_rules(manuscript))
    compiled = CompiledIssue(path, make_issue_slug(path.stem, number), manuscript, diagnostics)
    if options.is_stopped(diagnostics) or not _can_be_rendered(manuscript):
        return compiled
    return emit_outputs(compiled, newsroom, options, gallery, mail)


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
        has_pdf="pdf" in options.formats and options.worker is not None,
    )


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Return whether the issue parsed and exceeds no limit, which would keep the renderers busy for minutes."""
    return manuscript.issue is not None and not manuscript.limit_faults


def write_issue(compiled: CompiledIssue, output_folder: Path) -> Written:
    """Write an issue's outputs to its folder below `output_folder`, all or none.

    Raises:
        CommandError: the folder cannot be written.
    """
    return write_outputs(output_folder / compiled.slug, compiled.outputs, is_ours=is_ours(compiled.slug))


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return a predicate for paths in an issue's output folder: whether briefgen may have written the file."""
    ours = re.compile(
        rf"index\.html|email\.(?:html|txt)|{re.escape(slug)}\.(?:md|pdf|epub|txt|eml)|images/[^/]+\.(?:png|jpg)"
    )
    return lambda path: ours.fullmatch(path) is not None
