"""The names of the files in an issue's output folder."""

import re
from collections.abc import Callable

from briefgen.model import Format

IMAGES = "images/"


def output_path(slug: str, output_format: Format) -> str:
    """Return the path of a format's file in an issue's output folder."""
    match output_format:
        case "html":
            return "index.html"
        case "markdown":
            return f"{slug}.md"
        case "pdf":
            return f"{slug}.pdf"


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return a predicate for paths in an issue's output folder: whether briefgen may have written the file."""
    ours = re.compile(
        rf"index\.html|email\.(?:html|txt)|{re.escape(slug)}\.(?:md|pdf|epub|txt|eml)|images/[^/]+\.(?:png|jpg)"
    )
    return lambda path: ours.fullmatch(path) is not None
