"""Parses CSS colours, computes their contrast, and lightens them for dark mode."""

from briefgen.model.theme_keys import DARK

Channels = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""

_LEGIBLE = 5.0
"""Minimum contrast of a lightened colour on dark paper; WCAG 2.2 requires 4.5."""
_LINEAR_UNTIL = 0.04045
"""Up to this value sRGB is linear (IEC 61966-2-1)."""
_CONVERTED = frozenset({"srgb", "hsl", "hwb"})
_HEX_DIGITS = 7


def is_colour(value: str) -> bool:
    """Return whether a value is a valid CSS colour."""
    import tinycss2.color4  # noqa: PLC0415 - takes 20 ms, and only themes need it

    return tinycss2.color4.parse_color(value) is not None


def read_colour(value: str) -> Channels | None:
    """Parse an opaque sRGB colour; None for other notations, whose contrast is not checked."""
    import tinycss2.color4  # noqa: PLC0415 - takes 20 ms, and only themes need it

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
    """Mix `#rrggbb` with white in steps of 5 % until it is legible on `paper`."""
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
