"""From an edition to the bytes of its outputs, one module per format."""

from briefgen.render.losses import LostWordsError
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.pdf import PdfResult, render_pdf
from briefgen.render.pdf_process import PdfError, PdfWorker
from briefgen.render.templates import BrokenTemplateError, Templates

__all__ = [
    "BrokenTemplateError",
    "LostWordsError",
    "PdfError",
    "PdfResult",
    "PdfWorker",
    "Templates",
    "render_html",
    "render_markdown",
    "render_pdf",
]
