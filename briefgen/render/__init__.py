"""From an edition to the bytes of its outputs, one module per format.

The names are looked up when they are first used, because the process that prints the PDF imports this
package too and must not pay for Jinja.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.render.glyphs import missing_characters
    from briefgen.render.libraries import INSTALL_HINT, missing_libraries
    from briefgen.render.markdown import render_markdown
    from briefgen.render.page import render_html
    from briefgen.render.pdf import PdfResult, render_pdf
    from briefgen.render.templates import TemplateFault, Templates
    from briefgen.render.worker import PdfFault, PdfWorker

_HOMES = {
    "INSTALL_HINT": "libraries",
    "PdfFault": "worker",
    "PdfResult": "pdf",
    "PdfWorker": "worker",
    "TemplateFault": "templates",
    "Templates": "templates",
    "missing_characters": "glyphs",
    "missing_libraries": "libraries",
    "render_html": "page",
    "render_markdown": "markdown",
    "render_pdf": "pdf",
}

__all__ = [
    "INSTALL_HINT",
    "PdfFault",
    "PdfResult",
    "PdfWorker",
    "TemplateFault",
    "Templates",
    "missing_characters",
    "missing_libraries",
    "render_html",
    "render_markdown",
    "render_pdf",
]


def __getattr__(name: str) -> object:
    """Import the module that holds `name`."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"briefgen.render.{_HOMES[name]}"), name)
