"""The names of the files in an issue's output folder."""

import re
from collections.abc import Callable

from briefgen.model import Format

IMAGES = "images/"
PREVIEW = "preview.png"
"""Made with the web page of an issue without a lead picture, if it is part of a site with an address."""


def output_paths(slug: str, output_format: Format) -> tuple[str, ...]:
    """Return the paths of a format's files in an issue's output folder."""
    match output_format:
        case "html":
            return ("index.html",)
        case "markdown":
            return (f"{slug}.md",)
        case "pdf":
            return (f"{slug}.pdf",)
        case "email":
            return ("email.html", "email.txt", f"{slug}.eml")
        case "text":
            return (f"{slug}.txt",)


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return a predicate for paths in an issue's output folder: whether briefgen may have written the file."""
    ours = re.compile(
        rf"index\.html|preview\.png|email\.(?:html|txt)|{re.escape(slug)}\.(?:md|pdf|epub|txt|eml)|images/[^/]+\.(?:png|jpg)"
    )
    return lambda path: ours.fullmatch(path) is not None
