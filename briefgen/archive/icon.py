"""The icon of the site, which browsers show beside its title."""

from markupsafe import Markup

from briefgen.edition.edition import Picture
from briefgen.edition.output import Output
from briefgen.render.shared_style import make_asset

_ACCENT = "#9b1b1e"
_WIDEST = 1.5
"""The ratio of the sides up to which a logo can be made out at the size of an icon."""


def is_square_enough(logo: Picture) -> bool:
    """Return whether a logo can serve as icon."""
    return max(logo.width, logo.height) <= _WIDEST * min(logo.width, logo.height)


def draw_icon(name: str, theme: tuple[tuple[str, str], ...]) -> Output:
    """Return an icon with the first letter of a publication's name, in its accent colour."""
    icon = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="{}"/>'
        '<text x="16" y="23" text-anchor="middle" font-family="serif" font-weight="700" font-size="21" fill="#fff">{}'
        "</text></svg>\n"
    ).format(dict(theme).get("accent", _ACCENT), name[:1].upper())
    return make_asset("icon", "svg", icon.encode())
