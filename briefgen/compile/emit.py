"""Makes the edition of an issue and renders it in every format."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.compile.errors import CommandError
from briefgen.compile.loading import Newsroom, image_folder
from briefgen.compile.options import CompiledIssue, CompileOptions
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition, Output
from briefgen.fonts import HouseFace
from briefgen.render import BrokenTemplateError, Templates, render_html, render_markdown

if TYPE_CHECKING:
    from briefgen.render import PdfResult, PdfWorker


def emit_outputs(built: CompiledIssue, newsroom: Newsroom, press: CompileOptions) -> CompiledIssue:
    """Return an issue with its outputs, and with what the making of one had to say.

    Raises:
        CommandError: a template or the PDF failed for a reason that is not the author's.
    """
    issue, folder = built.manuscript.read_issue, image_folder(newsroom, built.path)
    gallery = load_gallery(folder, issue, newsroom.publication, cache=press.cache)
    edition = make_edition(built.manuscript, slug=built.slug, pictures=gallery.printed, is_draft=press.is_draft)
    templates = Templates(folder=newsroom.templates, cache_folder=press.cache / "templates" if press.cache else None)
    outputs, remarks = [Output(path, content) for path, content in gallery.content.items()], []
    try:
        if "html" in press.formats:
            outputs.append(render_html(edition, gallery.content, templates, newsroom.faces))
        if "markdown" in press.formats:
            outputs.append(render_markdown(edition, templates))
        if "pdf" in press.formats and press.worker is not None:
            result = _print_pdf(edition, gallery, templates, press.worker, newsroom.faces)
            outputs.append(result.output)
            if result.plain_because:
                remarks.append(f"the PDF is set plainly, for its layout failed: {result.plain_because}")
    except BrokenTemplateError as fault:
        raise CommandError(f"template {fault}", "mend the template, or remove it to use the shipped one") from fault
    return replace(built, outputs=tuple(outputs), remarks=tuple(remarks))


def _print_pdf(
    edition: Edition, gallery: Gallery, templates: Templates, worker: "PdfWorker", faces: Sequence[HouseFace]
) -> "PdfResult":
    from briefgen.render import PdfError, render_pdf  # noqa: PLC0415 - 5 ms that only a PDF needs

    try:
        return render_pdf(edition, gallery.content, templates, worker, faces)
    except PdfError as fault:
        raise CommandError(f"{edition.slug}: {fault}", "`--format html,markdown` builds the rest") from fault
