"""Formats a publication's colours and fonts as CSS custom properties, with colours for dark mode."""

from collections.abc import Iterable

from briefgen.expressions import expression
from briefgen.model.contrast import lighten
from briefgen.model.theme_keys import DAY, INKS
from briefgen.render.templates import BrokenTemplateError

_NAME = expression(r"[a-z][a-z0-9-]*")
_UNSAFE = expression(r"[<>{};@\\]")
_COLOUR = expression(r"#|rgb|hsl|hwb|lab|lch|oklab|oklch|color\(")
_HEX = expression(r"#([0-9a-fA-F]{6})")


def format_theme(theme: Iterable[tuple[str, str]]) -> str:
    """Return the CSS rules to append to the default style sheet; empty if the theme is.

    `accent` and `link` in the form `#rrggbb` are lightened for dark mode until they are legible. Other colours apply
    only to light mode and print, unless there is a property with the prefix `dark-`.

    Raises:
        BrokenTemplateError: a value could end the CSS rule that it is in.
    """
    pairs = [(name, value) for name, value in theme if _checked(name, value)]
    light = [(name, value) for name, value in pairs if not name.startswith("dark-")]
    dark = {name: lighten(value) for name, value in light if name in INKS and _HEX.fullmatch(value)}
    dark |= {name.removeprefix("dark-"): value for name, value in pairs if name.startswith("dark-")}
    everywhere = [(name, value) for name, value in light if name in INKS or not _is_colour(name, value)]
    by_day = [pair for pair in light if pair not in everywhere]
    rules = f":root{{{_declarations(everywhere)}}}" if everywhere else ""
    if by_day:
        # Backgrounds and lines chosen for white paper would be too bright in dark mode, which keeps the defaults.
        rules += f"\n@media print,screen and (prefers-color-scheme:light){{:root{{{_declarations(by_day)}}}}}"
    if dark:
        rules += f"\n@media screen and (prefers-color-scheme:dark){{:root{{{_declarations(dark.items())}}}}}"
    return rules


def _is_colour(name: str, value: str) -> bool:
    return name in DAY or _COLOUR.match(value) is not None


def _checked(name: str, value: str) -> bool:
    if not _NAME.fullmatch(name) or _UNSAFE.search(value):
        message = f"theme {name!r} cannot be written as a CSS property: {value!r}"
        raise BrokenTemplateError("publication.yaml", 0, message)
    return True


def _declarations(pairs: Iterable[tuple[str, str]]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in pairs)
