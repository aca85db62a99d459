"""The faces of page and PDF as `@font-face` rules; those of the page hold the fonts themselves."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct

from briefgen.fonts import FONTS, subset_east_asian

_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXT = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,"
    "U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
"""The ranges of the two subsets, from `unicode.json` of the npm package `@fontsource/source-serif-4`."""


class _Face(Struct, frozen=True):
    family: str
    weight: int
    style: str = "normal"
    subset: str = "latin"

    @property
    def path(self) -> Path:
        name = self.family.lower().replace(" ", "-")
        return FONTS / "web" / f"{name}-{self.subset}-{self.weight}-{self.style}.woff2"


_SERIF, _SANS = "Source Serif 4", "Source Sans 3"
_FACES = (
    _Face(family=_SERIF, weight=400),
    _Face(family=_SERIF, weight=400, style="italic"),
    _Face(family=_SERIF, weight=600),
    _Face(family=_SERIF, weight=700),
    _Face(family=_SANS, weight=400),
    _Face(family=_SANS, weight=400, style="italic"),
    _Face(family=_SANS, weight=600),
)
_EXTENDED_FACES = (
    _Face(family=_SERIF, weight=400, subset="latin-ext"),
    _Face(family=_SERIF, weight=400, style="italic", subset="latin-ext"),
    _Face(family=_SERIF, weight=600, subset="latin-ext"),
    _Face(family=_SANS, weight=400, subset="latin-ext"),
)
_CODE_FACES = (
    _Face(family="Source Code Pro", weight=400),
    _Face(family="Source Code Pro", weight=400, subset="latin-ext"),
)
_EAST_ASIAN_RANGE = "U+2E80-10FFFF"
"""From the CJK radicals on; what stands before is drawn by the Latin faces."""


def format_faces(text: str) -> str:
    """Return the `@font-face` rules for a page, given as its HTML.

    Latin faces come whole, the one for code only with code. Extended Latin comes only when the text has such
    letters, Hanzi, Kana and Hangul as a subset of just the characters that the text has.
    """
    characters = {one for one in set(text) if one > "\xff"}
    faces = _FACES + (_EXTENDED_FACES if any(_is_extended(one) for one in characters) else ())
    if "<code" in text:
        faces += _CODE_FACES
    east_asian = (_east_asian_rule(*face) for face in subset_east_asian(text).items())
    return "\n".join([*map(_rule, faces), *east_asian])


def _is_extended(character: str) -> bool:
    """Tell whether a letter is in the extended Latin files and not in the plain ones."""
    return ("\u0100" <= character <= "\u02ff" or "\u1e00" <= character <= "\u1eff") and character not in "ıŒœ"


@cache
def _rule(face: _Face) -> str:
    data = b64encode(face.path.read_bytes()).decode("ascii")
    ranges = _LATIN if face.subset == "latin" else _LATIN_EXT
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:swap;src:url(data:font/woff2;base64,{data})format("woff2");unicode-range:{ranges}}}'
    )


def format_print_faces(families: Iterable[str]) -> str:
    """Return the rules that name the subsets of `subset_east_asian` as assets of a print job."""
    return "\n".join(
        f'@font-face{{font-family:"{family}";src:url("asset:{name_asset(family)}")}}' for family in families
    )


def name_asset(family: str) -> str:
    """Return the name under which a family's subset travels with a print job."""
    return f"fonts/{family.lower().replace(' ', '-')}.ttf"


def _east_asian_rule(family: str, font: bytes) -> str:
    data = b64encode(font).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:400 700;font-display:swap;'
        f'src:url(data:font/ttf;base64,{data})format("truetype");unicode-range:{_EAST_ASIAN_RANGE}}}'
    )
