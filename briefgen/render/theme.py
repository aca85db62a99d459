"""Writes a publication's colours and fonts as CSS custom properties, and lightens them for the dark."""

import re
from collections.abc import Iterable

from briefgen.model.colours import DAY, INKS, lighten
from briefgen.render.templates import BrokenTemplateError

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_UNSAFE = re.compile(r"[<>{};@\\]")
_COLOUR = re.compile(r"#|rgb|hsl|hwb|lab|lch|oklab|oklch|color\(")
_HEX = re.compile(r"#([0-9a-fA-F]{6})")


def format_theme(theme: Iterable[tuple[str, str]]) -> str:
    """Return the rules that follow the default style sheet; empty when the publication sets nothing.

    `accent` and `link` given as `#rrggbb` are lightened for dark mode until they are legible there;
    other colours hold by day and in print only; a property that begins with `dark-` says the dark value
    itself. Raises `BrokenTemplateError` for a value
    that could end the rule it stands in.
    """
    pairs = [(name, value) for name, value in theme if _checked(name, value)]
    light = [(name, value) for name, value in pairs if not name.startswith("dark-")]
    dark = {name: lighten(value) for name, value in light if name in INKS and _HEX.fullmatch(value)}
    dark |= {name.removeprefix("dark-"): value for name, value in pairs if name.startswith("dark-")}
    everywhere = [(name, value) for name, value in light if name in INKS or not _is_colour(name, value)]
    by_day = [pair for pair in light if pair not in everywhere]
    rules = f":root{{{_declarations(everywhere)}}}" if everywhere else ""
    if by_day:
        # A ground or a rule chosen for white paper would glare in the dark, where the house's own stand.
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
