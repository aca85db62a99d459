"""The files that all pages of a publication's site share: style sheets, fonts, logo and icon."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.compile.errors import CommandError
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.site_brand import Brand, load_brand
from briefgen.compile.site_files import write_site_files
from briefgen.edition.output import Output
from briefgen.render.shared_style import SharedStyle, make_shared_style
from briefgen.render.site_form import SiteForm
from briefgen.render.templates import BrokenTemplateError, Templates


class SiteAssets(Struct, frozen=True):
    """The shared files of a site."""

    style: SharedStyle
    brand: Brand

    @property
    def files(self) -> tuple[Output, ...]:
        """All of them, by their paths from the folder of the site."""
        return (*self.style.files, *self.brand.files)

    @property
    def form(self) -> SiteForm:
        """How the pages of issues refer to them."""
        brand = self.brand
        return SiteForm(
            self.style.page,
            brand.icon.path,
            brand.logo.path if brand.logo else "",
            brand.dark_logo.path if brand.dark_logo else "",
        )


def load_assets(newsroom: Newsroom, cache: Cache | None) -> SiteAssets:
    """Make the shared files of a publication.

    Raises:
        CommandError: the logo, the theme or a style sheet cannot be used.
    """
    publication = newsroom.publication
    templates = Templates(folder=newsroom.templates, cache=cache)
    theme = tuple(publication.build.theme.items())
    try:
        style = make_shared_style(publication.language, theme, templates, newsroom.style)
    except BrokenTemplateError as fault:
        raise CommandError(f"template {fault}", fault.hint or "fix the style sheet, or remove it") from fault
    return SiteAssets(style, load_brand(newsroom, cache))


def write_missing(parent: Path, files: Iterable[Output]) -> None:
    """Write the shared files that are not there yet, before a page that needs them; their names tell their content.

    Raises:
        CommandError: one cannot be written.
    """
    missing = {file.path: file.content for file in files if not (parent / file.path).is_file()}
    if missing and (parent.is_dir() or not parent.exists()):
        # Whatever else stands there is refused when the issues are written.
        write_site_files(parent, missing.items(), ())
