"""The logo and the icon of a publication, as files that the pages of its site share."""

from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from briefgen.archive.icon import draw_icon, is_square_enough
from briefgen.compile.cache import Cache
from briefgen.compile.errors import CommandError
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.pictures import load_picture
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.edition.edition import FormattedText, Picture
from briefgen.edition.output import Output
from briefgen.render.shared_style import make_asset


class Brand(Struct, frozen=True):
    """The files, and which of them is what."""

    files: tuple[Output, ...]
    icon: Output
    logo: Picture | None = None
    dark_logo: Picture | None = None


def load_brand(newsroom: Newsroom, cache: Cache | None) -> Brand:
    """Load the logo of a publication, if it has one, and its icon: the logo, or else a letter.

    Raises:
        CommandError: the logo cannot be used.
    """
    setting, publication = newsroom.publication.logo, newsroom.publication
    icon = draw_icon(publication.name.strip(), tuple(publication.build.theme.items()))
    if setting is None or not setting.file:
        return Brand((icon,), icon)
    logo, picture = _load(newsroom.issues_folder, setting.file, cache)
    files, dark = [logo], None
    if setting.dark:
        file, dark = _load(newsroom.issues_folder, setting.dark, cache)
        files.append(file)
    if is_square_enough(picture):
        icon = logo
    else:
        files.append(icon)
    return Brand(tuple({file.path: file for file in files}.values()), icon, picture, dark)


def _load(folder: Path, name: str, cache: Cache | None) -> tuple[Output, Picture]:
    try:
        content, width, height = load_picture(folder, name, cache=cache)
    except UnreadableFileError as error:
        raise CommandError(f"the logo of the publication: {error}", error.hint) from error
    ending = "png" if content.startswith(b"\x89PNG") else "jpg"
    asset = make_asset("logo", ending, content)
    nothing = FormattedText(Markup(""), "")
    return asset, Picture(asset.path, "", nothing, nothing, width, height)
