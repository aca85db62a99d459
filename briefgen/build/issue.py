"""Building one issue: checked, made into an edition, rendered; nothing is written here."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from briefgen.build.beside import Beside
from briefgen.build.faults import CommandFault
from briefgen.build.loading import Newsroom, image_folder, load_manuscript
from briefgen.build.pictures import Gallery, load_gallery
from briefgen.build.writing import write_outputs
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.edition import Edition, Output, make_edition, make_slug
from briefgen.frozen import Frozen
from briefgen.manuscript import Manuscript
from briefgen.model import Format
from briefgen.prose import find_excesses
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
    checks_beside: bool = False
    """Render while another process checks, and throw away what the checks then stop; for a single issue."""

    def is_stopped(self, diagnostics: Sequence[Diagnostic]) -> bool:
        """Say whether diagnostics keep an issue from being built."""
        return not self.is_draft and any(each.severity.reaches(self.stops_at) for each in diagnostics)


class Built(Frozen):
    """An issue after its build; without outputs when diagnostics stopped it."""

    path: Path
    slug: str
    manuscript: Manuscript
    diagnostics: tuple[Diagnostic, ...] = ()
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
        manuscript = manuscript._replace(unprintable=_unprintable(manuscript))
    number = manuscript.issue.number if manuscript.issue else 0
    built = Built(path, make_slug(path.stem, number), manuscript)
    checks = Beside(lambda: _check(newsroom, manuscript), shared=manuscript.document, at_once=press.checks_beside)
    may_print = press.checks_beside or not press.is_stopped(checks.result())
    if may_print and _can_be_rendered(manuscript):
        built = _print(built, newsroom, press)
    diagnostics = checks.result()
    if press.is_stopped(diagnostics):
        return built._replace(diagnostics=diagnostics, outputs=(), remarks=())
    return built._replace(diagnostics=diagnostics)


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Say whether there is an issue, and none that would keep the renderers busy for minutes; drafts are no better."""
    return manuscript.issue is not None and not any(
        excess for item in manuscript.items for excess in find_excesses(item.prose.text)
    )


def _check(newsroom: Newsroom, manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    from briefgen.rules import run_rules  # noqa: PLC0415 - the rules may be loaded by another process

    return (*newsroom.faults, *run_rules(manuscript))


def _print(built: Built, newsroom: Newsroom, press: Press) -> Built:
    """Make the edition and render it in every format."""
    issue, folder = built.manuscript.issue, image_folder(newsroom, built.path)
    gallery = load_gallery(folder, issue, newsroom.publication, cache=press.cache) if issue else Gallery({}, {})
    edition = make_edition(built.manuscript, slug=built.slug, pictures=gallery.printed, is_draft=press.is_draft)
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
    return missing_characters("".join(scalar.value for _, scalar in manuscript.texts))


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
