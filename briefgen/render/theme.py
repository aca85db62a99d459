"""Writes a publication's colours and fonts as CSS custom properties, and lightens them for the dark."""

import re
from collections.abc import Iterable

from briefgen.render.templates import BrokenTemplateError

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_UNSAFE = re.compile(r"[<>{};@\\]")
_COLOUR = re.compile(r"#|rgb|hsl|hwb|lab|lch|oklab|oklch|color\(")
_HEX = re.compile(r"#([0-9a-fA-F]{6})")

_DARK_PAPER = "#12161e"
_LEGIBLE = 5.0
"""Contrast that a lightened colour reaches on dark paper; WCAG 2.2 asks 4.5 for text."""
_LINEAR_UNTIL = 0.04045
"""Below this, sRGB is linear (IEC 61966-2-1)."""
_INKS = frozenset({"accent", "link"})
"""The properties that colour text, which need a lighter shade on dark paper."""


def format_theme(theme: Iterable[tuple[str, str]]) -> str:
    """Return the rules that follow the default style sheet; empty when the publication sets nothing.

    `accent` and `link` given as `#rrggbb` are lightened for dark mode until they are legible there;
    other colours hold by day and in print only; a property that begins with `dark-` says the dark value
    itself. Raises `BrokenTemplateError` for a value
    that could end the rule it stands in.
    """
    pairs = [(name, value) for name, value in theme if _checked(name, value)]
    light = [(name, value) for name, value in pairs if not name.startswith("dark-")]
    dark = {name: lighten(value) for name, value in light if name in _INKS and _HEX.fullmatch(value)}
    dark |= {name.removeprefix("dark-"): value for name, value in pairs if name.startswith("dark-")}
    everywhere = [(name, value) for name, value in light if name in _INKS or not _COLOUR.match(value)]
    by_day = [pair for pair in light if pair not in everywhere]
    rules = f":root{{{_declarations(everywhere)}}}" if everywhere else ""
    if by_day:
        # A ground or a rule chosen for white paper would glare in the dark, where the house's own stand.
        rules += f"\n@media print,screen and (prefers-color-scheme:light){{:root{{{_declarations(by_day)}}}}}"
    if dark:
        rules += f"\n@media screen and (prefers-color-scheme:dark){{:root{{{_declarations(dark.items())}}}}}"
    return rules


def _checked(name: str, value: str) -> bool:
    if not _NAME.fullmatch(name) or _UNSAFE.search(value):
        message = f"theme {name!r} cannot be written as a CSS property: {value!r}"
        raise BrokenTemplateError("publication.yaml", 0, message)
    return True


def _declarations(pairs: Iterable[tuple[str, str]]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in pairs)


def lighten(colour: str, paper: str = _DARK_PAPER) -> str:
    """Mix `#rrggbb` with white in steps of 5 % until its contrast on `paper` is legible."""
    channels = mixed = _channels(colour)
    for step in range(21):
        mixed = tuple(round(value + (255 - value) * step / 20) for value in channels)
        if _contrast(mixed, _channels(paper)) >= _LEGIBLE:
            break
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


def _contrast(ink: tuple[int, ...], paper: tuple[int, ...]) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(channels: tuple[int, ...]) -> float:
    linear = [
        value / 255 / 12.92 if value / 255 <= _LINEAR_UNTIL else ((value / 255 + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
