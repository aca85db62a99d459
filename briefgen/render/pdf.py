"""The PDF: the web page set by the print style sheet, in a process of its own."""

import re
from html import escape
from typing import Final

from msgspec import Struct

from briefgen.edition.edition import Edition, Output, Pictures
from briefgen.render.house_style import PLAIN, HouseStyle
from briefgen.render.page import find_pictures, render_print_page
from briefgen.render.pdf_process import PdfError, PdfJob, PdfWorker, PrintedPdf
from briefgen.render.templates import Templates

_FULL: Final = ("css/base.css", "css/print.css")
_WATERMARK: Final = "css/draft.svg"
_SPACING: Final = re.compile(r'letter-spacing="\d+" ')
_PLAIN: Final = ("css/base.css", "css/plain.css")


class PdfResult(Struct, frozen=True):
    """A PDF and what its making found out."""

    output: Output
    pages: int
    missing: tuple[str, ...]
    """The characters that no bundled font draws."""
    plain_because: str
    """Why the plain style sheet was used; empty when the full one was."""
    peak_memory: int
    """The most memory that the printing process has held so far, in bytes."""


def render_pdf(
    edition: Edition,
    pictures: Pictures,
    templates: Templates,
    worker: PdfWorker,
    house: HouseStyle = PLAIN,
) -> PdfResult:
    """Render `<slug>.pdf`, tagged as PDF/UA-1.

    Raises `BrokenTemplateError`, `LostWordsError`, and `PdfError` when also the plain style sheet cannot be laid
    out. The same edition gives the same bytes under the same versions of WeasyPrint, Pango and HarfBuzz.
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


def _print(  # noqa: PLR0913, PLR0917 - what a page is made of
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
    """Return the picture behind a draft's pages, with the word of its language."""
    picture = templates.read(_WATERMARK).replace(">DRAFT<", f">{escape(edition.labels.draft_mark)}<")
    # The letters of Arabic are joined, and come apart where they are spaced.
    return (_SPACING.sub("", picture) if edition.masthead.direction == "rtl" else picture).encode()
