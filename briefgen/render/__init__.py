"""From an edition to the bytes of its outputs, one module per format."""

from briefgen.render.losses import LostWords
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.pdf import PdfResult, render_pdf
from briefgen.render.templates import TemplateFault, Templates
from briefgen.render.worker import PdfFault, PdfWorker

__all__ = [
    "LostWords",
    "PdfFault",
    "PdfResult",
    "PdfWorker",
    "TemplateFault",
    "Templates",
    "render_html",
    "render_markdown",
    "render_pdf",
]
