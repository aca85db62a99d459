"""Renders the PDF: the web page with the print style sheet, in a separate process."""

from html import escape
from typing import Final

from msgspec import Struct

from briefgen.edition.edition import Edition, Pictures
from briefgen.edition.output import Output
from briefgen.expressions import expression
from briefgen.render.house_style import PLAIN, HouseStyle
from briefgen.render.page import find_pictures, render_print_page
from briefgen.render.pdf_process import PdfError, PdfJob, PdfWorker, PrintedPdf
from briefgen.render.templates import Templates

_FULL: Final = ("css/base.css", "css/print.css")
_WATERMARK: Final = "css/draft.svg"
_SPACING: Final = expression(r'letter-spacing="\d+" ')
_PLAIN: Final = ("css/base.css", "css/plain.css")


class PdfResult(Struct, frozen=True):
    """A PDF, with information about its rendering."""

    output: Output
    pages: int
    missing: tuple[str, ...]
    """Characters that no font covers."""
    plain_because: str
    """Why the plain style sheet was used; empty if the full one was."""
    peak_memory: int
    """The peak memory of the process so far, in bytes."""


def render_pdf(
    edition: Edition,
    pictures: Pictures,
    templates: Templates,
    worker: PdfWorker,
    house: HouseStyle = PLAIN,
) -> PdfResult:
    """Render `<slug>.pdf`, tagged as PDF/UA-1.

    If the layout fails, the plain style sheet is tried. The same edition gives the same bytes with the same versions of
    WeasyPrint, Pango and HarfBuzz.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: text is missing from the page or the PDF.
        PdfError: the PDF cannot be made, even with the plain style sheet.
    """
    try:
        printed, reason = _print(edition, pictures, templates, worker, _FULL, house), ""
    except PdfError as fault:
        if not fault.in_layout:
            raise
        printed, reason = _print(edition, pictures, templates, worker, _PLAIN, house), str(fault)
    return PdfResult(
        output=Output(f"{edition.slug}.pdf", printed.content),
        pages=printed.pages,
        missing=printed.missing,
        plain_because=reason,
        peak_memory=printed.peak_memory,
    )


def _print(  # noqa: PLR0913, PLR0917 - everything that a page consists of
    edition: Edition,
    pictures: Pictures,
    templates: Templates,
    worker: PdfWorker,
    sheets: tuple[str, ...],
    house: HouseStyle,
) -> PrintedPdf:
    html, fonts = render_print_page(edition, templates, sheets, house)
    assets = {_WATERMARK: _mark_draft(edition, templates)} if edition.is_draft else {}
    assets |= fonts | {picture.path: pictures[picture.path] for picture in find_pictures(edition)}
    identifier = f"{edition.masthead.name} {edition.masthead.number} {edition.masthead.date}"
    return worker.render(PdfJob(html=html, assets=assets, identifier=identifier))


def _mark_draft(edition: Edition, templates: Templates) -> bytes:
    """Return the watermark of a draft, with the word in its language."""
    picture = templates.read(_WATERMARK).replace(">DRAFT<", f">{escape(edition.labels.draft_mark)}<")
    # Arabic letters are joined; letter spacing would separate them.
    return (_SPACING.sub("", picture) if edition.masthead.direction == "rtl" else picture).encode()
