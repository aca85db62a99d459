"""The custom properties that a theme can set: colours with their defaults, and typefaces."""

from briefgen.model.nearest import nearest

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
"""Font stacks."""
INKS = frozenset({"accent", "link"})
"""The text colours that are lightened for dark mode."""


_OTHER_NAMES = {
    "accent": "color colour primary brand highlight main",
    "paper": "background bg page",
    "ink": "text foreground body font-color",
    "soft": "muted secondary grey gray",
    "link": "links anchor a",
    "rule": "border borders line lines",
    "serif": "font font-family fonts typeface body-font text-font",
    "sans": "heading headings heading-font headline sans-serif",
    "mono": "code monospace code-font",
}


def is_theme_key(key: str) -> bool:
    """Return whether a key is allowed: a known property, with or without `dark-`, or any key that starts with `x-`."""
    return key.startswith("x-") or key in FACES or key.removeprefix("dark-") in DAY


def nearest_theme_key(key: str) -> str | None:
    """Return the known property closest to a mistyped one, or None."""
    folded = key.casefold().replace("_", "-").removesuffix("-color").removesuffix("-colour")
    meant = next((ours for ours, words in _OTHER_NAMES.items() if folded in words.split()), "")
    if meant or is_theme_key(folded):
        return meant or folded
    return nearest(key, (*DAY, *FACES, *(f"dark-{name}" for name in DAY)))
