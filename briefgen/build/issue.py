"""Building one issue: checked, made into an edition, rendered; nothing is written here."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from briefgen.build.faults import CommandFault
from briefgen.build.loading import Newsroom, image_folder, load_manuscript
from briefgen.build.pictures import Gallery, load_gallery
from briefgen.build.writing import write_outputs
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.edition import Edition, Output, make_edition, make_slug
from briefgen.frozen import Frozen
from briefgen.manuscript import Manuscript
from briefgen.model import Format, Issue
from briefgen.render import (
    PdfFault,
    PdfWorker,
    TemplateFault,
    Templates,
    missing_characters,
    render_html,
    render_markdown,
    render_pdf,
)
from briefgen.rules import run_rules

# What these rules report would keep the renderers busy for minutes, in a draft too.
NEVER_RENDERED = frozenset({"over-limit"})


class Press(Frozen):
    """What renders and what is wanted of it."""

    templates: Templates
    formats: tuple[Format, ...]
    worker: PdfWorker | None = None
    """The process that prints PDFs; without it none are made."""
    cache: Path | None = None
    is_draft: bool = False
    """Render in spite of errors, and mark the outputs."""
    stops_at: Severity = Severity.ERROR
    """The least severity that keeps an issue from being rendered."""


class Built(Frozen):
    """An issue after its build; without outputs when diagnostics stopped it."""

    path: Path
    slug: str
    manuscript: Manuscript
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[Output, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the making of an output had to say: that the plain style sheet was used, for example."""


def build_issue(newsroom: Newsroom, path: Path, press: Press) -> Built:
    """Check and render one issue; a draft is rendered in spite of errors, as long as it can be read at all.

    Raises:
        CommandFault: a template or the PDF failed for a reason that is not the author's.
    """
    manuscript = load_manuscript(newsroom, path)
    if press.worker is not None:
        manuscript = replace(manuscript, unprintable=_unprintable(manuscript))
    diagnostics = (*newsroom.faults, *run_rules(manuscript))
    number = manuscript.issue.number if manuscript.issue else 0
    built = Built(path, make_slug(path.stem, number), manuscript, diagnostics)
    is_stopped = any(
        each.name in NEVER_RENDERED or (not press.is_draft and each.severity.reaches(press.stops_at))
        for each in diagnostics
    )
    if manuscript.issue is None or is_stopped:
        return built
    gallery = _load_gallery(newsroom, path, manuscript.issue, press)
    edition = make_edition(manuscript, slug=built.slug, pictures=gallery.printed, is_draft=press.is_draft)
    outputs, remarks = _render(edition, gallery, press)
    return built._replace(outputs=outputs, remarks=remarks)


def write_issue(built: Built, shelf: Path) -> Path:
    """Write an issue's outputs into its folder below `shelf`, all or none; return the folder.

    Raises:
        CommandFault: the folder cannot be written.
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


def _unprintable(manuscript: Manuscript) -> frozenset[str]:
    return missing_characters("".join(scalar.value for _, scalar in manuscript.texts()))


def _load_gallery(newsroom: Newsroom, path: Path, issue: Issue, press: Press) -> Gallery:
    return load_gallery(image_folder(newsroom, path), issue, newsroom.publication, cache=press.cache)


def _render(edition: Edition, gallery: Gallery, press: Press) -> tuple[tuple[Output, ...], tuple[str, ...]]:
    outputs, remarks = [Output(path, content) for path, content in gallery.content.items()], []
    try:
        if "html" in press.formats:
            outputs.append(render_html(edition, gallery.content, press.templates))
        if "markdown" in press.formats:
            outputs.append(render_markdown(edition, press.templates))
        if "pdf" in press.formats and press.worker is not None:
            result = render_pdf(edition, gallery.content, press.templates, press.worker)
            outputs.append(result.output)
            if result.plain_because:
                remarks.append(f"the PDF is set plainly, for its layout failed: {result.plain_because}")
    except TemplateFault as fault:
        raise CommandFault(f"template {fault}", "mend the template, or remove it to use the shipped one") from fault
    except PdfFault as fault:
        raise CommandFault(f"{edition.slug}: {fault}", "`--format html,markdown` builds the rest") from fault
    return tuple(outputs), tuple(remarks)
