"""Checks a publication's theme: unknown keys, invalid colours, and text with too little contrast."""

from collections.abc import Iterator, Mapping

from briefgen.diagnostics import Finding, Severity
from briefgen.model import ShapeFinding
from briefgen.model.contrast import contrast, is_colour, is_hex, lighten, read_colour
from briefgen.model.theme_keys import DARK, DAY, FACES, INKS, is_theme_key, nearest_theme_key
from briefgen.yamltext import Document

MIN_CONTRAST = 4.5
"""The minimum contrast of text in WCAG 2.2 (success criterion 1.4.3)."""
_THEME = ("build", "theme")
_TEXT_PAIRS = (
    ("ink", "paper"),
    ("soft", "paper"),
    ("accent", "paper"),
    ("link", "paper"),
    ("ink", "panel"),
    ("link", "panel"),
)
"""Pairs of text colour and background that occur in the templates."""


def check_theme(theme: Mapping[str, str], document: Document) -> Iterator[ShapeFinding]:
    """Yield unknown keys, invalid colours, and text with too little contrast in light or dark mode."""
    wrong = [key for key, value in theme.items() if _is_colour_key(key) and not is_colour(value)]
    for key in theme:
        if not is_theme_key(key):
            yield ShapeFinding("unknown-key", _unknown(key, document))
    for key in wrong:
        yield ShapeFinding("bad-field", _invalid_colour(key, theme[key], document))
    if not wrong:
        day = {**DAY, **{key: value for key, value in theme.items() if key in DAY}}
        yield from _low_contrast(theme, day, "", document)
        yield from _low_contrast(theme, _dark_colours(theme), "dark-", document)


def _is_colour_key(key: str) -> bool:
    return is_theme_key(key) and key not in FACES and not key.startswith("x-")


def _dark_colours(theme: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of dark mode: explicit `dark-` values, lightened text colours, and the defaults."""
    inks = {key: lighten(value) if is_hex(value) else value for key, value in theme.items() if key in INKS}
    dark = {key.removeprefix("dark-"): value for key, value in theme.items() if key.startswith("dark-")}
    return {**DARK, **inks, **dark}


def _unknown(key: str, document: Document) -> Finding:
    closest = nearest_theme_key(key)
    return Finding(
        span=document.key_span(*_THEME, key) or document.nearest_span(*_THEME),
        message=f"unknown key `{key}`",
        help=f"did you mean `{closest}`?" if closest else f"the keys are {', '.join((*DAY, *FACES))}",
        severity=Severity.WARNING,
    )


def _invalid_colour(key: str, value: str, document: Document) -> Finding:
    return Finding(
        span=document.value_span(*_THEME, key),
        message=f"`build.theme.{key}` is “{value}”, expected a colour",
        help='write it like `"#0b5c4a"`',
    )


def _low_contrast(
    theme: Mapping[str, str], colours: Mapping[str, str], prefix: str, document: Document
) -> Iterator[ShapeFinding]:
    """Yield text with too little contrast, if the publication has set one of the two colours."""
    for name, under in _TEXT_PAIRS:
        # A lightened text colour is reported at the colour it was derived from.
        keys = [key for one in (name, under) for key in (f"{prefix}{one}", one if one in INKS else "") if key in theme]
        ink, ground = read_colour(colours[name]), read_colour(colours[under])
        if not keys or ink is None or ground is None or contrast(ink, ground) >= MIN_CONTRAST:
            continue
        ratio = f"a contrast of {contrast(ink, ground):.1f} : 1{' in dark mode' if prefix else ''}"
        yield ShapeFinding(
            "bad-field",
            Finding(
                span=document.value_span(*_THEME, keys[0]),
                message=f"{name} on {under} has {ratio}; text needs 4.5 : 1",
                help=f"set {colours[name]} and {colours[under]} further apart",
                severity=Severity.WARNING,
            ),
        )
