"""Theme colours: their names and defaults, CSS notation, and contrast."""

from briefgen.model.nearest import nearest

Channels = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""

DAY = {
    "ink": "#17202e",
    "soft": "#566072",
    "paper": "#ffffff",
    "ground": "#f6f3ee",
    "rule": "#d8d2c6",
    "hair": "#e7e2d8",
    "accent": "#9b1b1e",
    "navy": "#14233f",
    "link": "#8a1a1d",
    "panel": "#f6f3ee",
}
"""Default colours in light mode, as in `templates/css/base.css`."""
DARK = {
    "ink": "#e9e4da",
    "soft": "#a6adba",
    "paper": "#12161e",
    "ground": "#0b0e14",
    "rule": "#333a47",
    "hair": "#252b36",
    "accent": "#ef7a73",
    "navy": "#22314f",
    "link": "#f09a92",
    "panel": "#1a202b",
}
"""Default colours in dark mode, as in `templates/css/screen.css`."""
FACES = ("serif", "sans", "mono")
INKS = frozenset({"accent", "link"})
"""Properties for text colours, which are lightened in dark mode."""

_LEGIBLE = 5.0
"""Minimum contrast of a lightened colour on dark paper; WCAG 2.2 asks for 4.5."""
_LINEAR_UNTIL = 0.04045
"""Up to this value sRGB is linear (IEC 61966-2-1)."""
_CONVERTED = frozenset({"srgb", "hsl", "hwb"})
_HEX_DIGITS = 7


def is_theme_key(key: str) -> bool:
    """Return whether a property is known, with or without `dark-`; keys that start with `x-` are always allowed."""
    return key.startswith("x-") or key in FACES or key.removeprefix("dark-") in DAY


def nearest_theme_key(key: str) -> str | None:
    """Return the known property closest to a mistyped one, or None."""
    return nearest(key, (*DAY, *FACES, *(f"dark-{name}" for name in DAY)))


def is_colour(value: str) -> bool:
    """Return whether a value is a valid CSS colour."""
    import tinycss2.color4  # noqa: PLC0415 - 20 ms that only a theme needs

    return tinycss2.color4.parse_color(value) is not None


def read_colour(value: str) -> Channels | None:
    """Parse an opaque sRGB colour; None for other notations, whose contrast is not checked."""
    import tinycss2.color4  # noqa: PLC0415 - 20 ms that only a theme needs

    colour = tinycss2.color4.parse_color(value)
    if colour is None or isinstance(colour, str) or colour.alpha < 1 or colour.space not in _CONVERTED:
        return None
    red, green, blue = colour.to("srgb").coordinates
    return float(red), float(green), float(blue)


def contrast(one: Channels, other: Channels) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lighten(colour: str, paper: str = DARK["paper"]) -> str:
    """Mix `#rrggbb` with white in steps of 5 % until its contrast on `paper` is legible."""
    channels = mixed = _channels(colour)
    for step in range(21):
        mixed = tuple(round(value + (255 - value) * step / 20) for value in channels)
        if contrast(_share(mixed), _share(_channels(paper))) >= _LEGIBLE:
            break
    return "#" + "".join(f"{value:02x}" for value in mixed)


def is_hex(value: str) -> bool:
    """Return whether a colour is written as `#rrggbb`."""
    return len(value) == _HEX_DIGITS and value.startswith("#") and is_colour(value)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


def _share(channels: tuple[int, ...]) -> Channels:
    red, green, blue = channels
    return red / 255, green / 255, blue / 255


def _luminance(channels: Channels) -> float:
    red, green, blue = (
        value / 12.92 if value <= _LINEAR_UNTIL else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
