"""The faces of page and PDF as `@font-face` rules; those of the page hold the fonts themselves."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from briefgen.fonts import FONTS, RANGES, HouseFace, missing_characters, subset_scripts

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


_SERIF, _SANS, _MONO = "Source Serif 4", "Source Sans 3", "Source Code Pro"
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
    _Face(family=_MONO, weight=400),
    _Face(family=_MONO, weight=400, subset="latin-ext"),
)
_SERIF_STACK = (_SERIF, "Noto Serif SC", "Noto Serif KR", "Amiri", "Noto Serif Hebrew")
_SANS_STACK = (_SANS, *_SERIF_STACK[1:])
_MONO_STACK = (_MONO, *_SERIF_STACK[1:])


def format_faces(text: str, house: Sequence[HouseFace] = (), style: str = "") -> str:
    """Return the `@font-face` rules for a page, given as its HTML.

    Latin faces come whole, the one for code only with code. Extended Latin comes only when the text has such
    letters; Hanzi, Kana and Hangul, Arabic and Hebrew as a subset of just the characters that the text has, and so do
    the faces of the house.
    """
    characters = {one for one in set(text) if one > "\xff"}
    faces = _FACES + (_EXTENDED_FACES if any(_is_extended(one) for one in characters) else ())
    if "<code" in text:
        faces += _CODE_FACES
    foreign = (_foreign_rule(*face) for face in subset_scripts(text).items())
    own = (_house_rule(face, _data_uri(font)) for face, font in subset_house(text, house, style))
    return "\n".join([*map(_rule, faces), *foreign, *own])


def subset_house(text: str, house: Sequence[HouseFace], style: str) -> Iterator[tuple[HouseFace, bytes]]:
    """Yield the faces of the house that are needed for a text, each cut down to it.

    One that a style sheet or theme names draws what it can, another what the faces of briefgen do not.
    """
    missing = "".join(missing_characters(text)) if house else ""
    for face in house:
        font = face.subset(text if face.family in style else missing)
        if font:
            yield face, font


def add_families(theme: Sequence[tuple[str, str]], house: Sequence[HouseFace]) -> tuple[tuple[str, str], ...]:
    """Return a theme whose lists of faces end with those of the house, for what no face before them draws."""
    families = tuple(dict.fromkeys(f'"{face.family}"' for face in house))
    if not families:
        return tuple(theme)
    default = {"serif": _SERIF_STACK, "sans": _SANS_STACK, "mono": _MONO_STACK}
    stacks = {key: dict(theme).get(key) or ", ".join(f'"{one}"' for one in names) for key, names in default.items()}
    generic = {"serif": "serif", "sans": "sans-serif", "mono": "monospace"}
    extended = {key: ", ".join((stack, *families, generic[key])) for key, stack in stacks.items()}
    return tuple((dict(theme) | extended).items())


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


def format_print_faces(families: Iterable[str], house: Sequence[HouseFace] = ()) -> str:
    """Return the rules that name the subsets of `subset_scripts` and those of the house as assets of a print job."""
    rules = [f'@font-face{{font-family:"{family}";src:url("asset:{name_asset(family)}")}}' for family in families]
    return "\n".join([*rules, *(_house_rule(face, f'url("asset:{name_house_asset(face)}")') for face in house)])


def name_house_asset(face: HouseFace) -> str:
    """Return the name under which a face of the house travels with a print job."""
    return f"fonts/house-{face.family.lower().replace(' ', '-')}-{face.weight}-{face.style}.ttf"


def _house_rule(face: HouseFace, address: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f"font-display:swap;src:{address}}}"
    )


def _data_uri(font: bytes) -> str:
    return f"url(data:font/ttf;base64,{b64encode(font).decode('ascii')})"


def name_asset(family: str) -> str:
    """Return the name under which a family's subset travels with a print job."""
    return f"fonts/{family.lower().replace(' ', '-')}.ttf"


def _foreign_rule(family: str, font: bytes) -> str:
    ranges = ",".join(f"U+{ord(first):04X}-{ord(last):04X}" for first, last in RANGES[family])
    return (
        f'@font-face{{font-family:"{family}";font-weight:400 700;font-display:swap;'
        f'src:{_data_uri(font)}format("truetype");unicode-range:{ranges}}}'
    )
