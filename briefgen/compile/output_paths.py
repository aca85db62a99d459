"""The names of the files in an issue's output folder."""

from collections.abc import Callable

from briefgen.expressions import expression
from briefgen.model import Format

IMAGES = "images/"
_ALWAYS = frozenset({"index.html", "email.html", "email.txt"})
_ENDINGS = (".md", ".pdf", ".epub", ".txt", ".eml")
_PICTURE = expression(r"images/[^/]+\.(?:png|jpg)")
_PREVIEW = expression(r"preview-[0-9a-f]{12}\.png")


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


def is_preview(path: str) -> bool:
    """Return whether a file is the preview of an issue without a lead picture, made with its page on a site."""
    return _PREVIEW.fullmatch(path) is not None


def is_picture(path: str) -> bool:
    """Return whether a file is a picture."""
    return path.startswith(IMAGES) or is_preview(path)


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return a predicate for paths in an issue's output folder: whether briefgen may have written the file."""
    named = {f"{slug}{ending}" for ending in _ENDINGS} | _ALWAYS
    return lambda path: path in named or _PICTURE.fullmatch(path) is not None or is_preview(path)
