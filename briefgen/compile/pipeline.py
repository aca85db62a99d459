"""Building one issue: checked, made into an edition, rendered; nothing is written here."""

import re
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.emit import emit_outputs
from briefgen.compile.loading import Newsroom, find_undrawable, image_folder, load_manuscript
from briefgen.compile.options import CompiledIssue, CompileOptions
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.compile.writing import write_outputs
from briefgen.manuscript import Manuscript
from briefgen.model import make_issue_slug
from briefgen.rules import run_rules


def compile_issue(newsroom: Newsroom, path: Path, press: CompileOptions) -> CompiledIssue:
    """Check and render one issue; a draft is rendered in spite of errors, as long as it can be read at all.

    Raises:
        CommandError: a template or the PDF failed for a reason that is not the author's.
    """
    manuscript = load_manuscript(newsroom, path)
    if press.worker is not None:
        manuscript = replace(manuscript, undrawable=find_undrawable(manuscript, newsroom.fonts))
    gallery = Gallery({}, {}, {})
    if manuscript.issue is not None:
        gallery = load_gallery(image_folder(newsroom, path), manuscript.issue, newsroom.publication, cache=press.cache)
        # Some damage shows only when a picture is decoded, and a rule then reports it like any other.
        manuscript = replace(manuscript, images={**manuscript.images, **gallery.faults})
    number = manuscript.issue.number if manuscript.issue else 0
    diagnostics = (*newsroom.faults, *run_rules(manuscript))
    built = CompiledIssue(path, make_issue_slug(path.stem, number), manuscript, diagnostics)
    if press.is_stopped(diagnostics) or not _can_be_rendered(manuscript):
        return built
    return emit_outputs(built, newsroom, press, gallery)


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Return whether the issue parsed and exceeds no limit, which would keep the renderers busy for minutes."""
    return manuscript.issue is not None and not any(text.prose.limit_faults for text in manuscript.fields)


def write_issue(built: CompiledIssue, shelf: Path) -> Path:
    """Write an issue's outputs into its folder below `shelf`, all or none; return the folder.

    Raises:
        CommandError: the folder cannot be written.
    """
    folder = shelf / built.slug
    write_outputs(folder, built.outputs, is_ours=is_ours(built.slug))
    return folder


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return what tells a file of an issue's output folder that some build wrote from one that somebody put there."""
    ours = re.compile(
        rf"index\.html|email\.(?:html|txt)|{re.escape(slug)}\.(?:md|pdf|epub|txt|eml)|images/[^/]+\.(?:png|jpg)"
    )
    return lambda path: ours.fullmatch(path) is not None
