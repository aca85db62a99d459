"""The style sheet and fonts that the pages of a site share, as files whose names contain a digest of their content."""

from hashlib import sha256

from msgspec import Struct

from briefgen.edition.output import Output
from briefgen.render.house_style import HouseStyle
from briefgen.render.page import format_house_theme, list_web_sheets
from briefgen.render.templates import Templates
from briefgen.render.webfonts import list_shared_faces

ASSETS = "assets"
_DIGITS = 12


class SharedStyle(Struct, frozen=True):
    """The shared files, and which of them a page links to."""

    files: tuple[Output, ...]
    """By their paths from the folder of the site: `assets/page-5f1d0c93a2b7.css`."""
    page: str
    """The path of the style sheet of all pages."""
    site: str
    """The path of the style sheet that pages of the site need besides."""


def make_shared_style(
    language: str, theme: tuple[tuple[str, str], ...], templates: Templates, house: HouseStyle
) -> SharedStyle:
    """Make the shared files of a publication in a language.

    Raises:
        BrokenTemplateError: a style sheet is missing, or the theme cannot be written as CSS.
    """
    files, rules = [], []
    for stem, content, format_rule in list_shared_faces():
        font = make_asset(stem, "woff2", content)
        files.append(font)
        rules.append(format_rule(font.path.removeprefix(f"{ASSETS}/")))
    sheets = map(templates.read, list_web_sheets(language))
    page = "\n".join(filter(None, [*rules, *sheets, format_house_theme(theme, house), house.stylesheet]))
    style = make_asset("page", "css", page.encode()), make_asset("site", "css", templates.read("css/site.css").encode())
    return SharedStyle((*files, *style), style[0].path, style[1].path)


def make_asset(stem: str, ending: str, content: bytes) -> Output:
    """Return a shared file, named after its content."""
    return Output(f"{ASSETS}/{stem}-{sha256(content).hexdigest()[:_DIGITS]}.{ending}", content)
