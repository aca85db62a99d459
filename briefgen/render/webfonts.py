"""Generates `@font-face` rules for page and PDF; those of the page embed the fonts."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from msgspec import Struct

from briefgen.fonts import FONTS, RANGES, HouseFace, missing_characters, subset_scripts
from briefgen.render.house_style import PLAIN, HouseStyle

_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXT = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,"
    "U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
"""Unicode ranges of the two subsets, from `unicode.json` of the npm package `@fontsource/source-serif-4`."""


class _Face(Struct, frozen=True):
    family: str
    weight: int
    style: str = "normal"
    subset: str = "latin"

    @property
    def name(self) -> str:
        family = self.family.lower().replace(" ", "-")
        return f"{family}-{self.subset}-{self.weight}-{self.style}"

    @property
    def path(self) -> Path:
        return FONTS / "web" / f"{self.name}.woff2"


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
_OTHERS = ("Noto Serif SC", "Noto Serif KR", "Amiri", "Noto Serif Hebrew")
_STACKS = {"serif": (_SERIF, "serif"), "sans": (_SANS, "sans-serif"), "mono": (_MONO, "monospace")}
"""The Latin font of each stack, and its generic family."""
_SYSTEM_FAMILIES = {
    "zh": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    "zh-Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "zh-TW": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "zh-HK": ("Noto Serif CJK HK", "Source Han Serif HC", "Songti TC", "PMingLiU"),
    "ja": ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"),
    "ko": ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
}
"""Serif fonts of Linux distributions, macOS and Windows by language; later rules override earlier ones."""


def format_faces(text: str, house: HouseStyle = PLAIN, style: str = "") -> str:
    """Return the `@font-face` rules for a page, given its HTML.

    Latin fonts are embedded completely: extended Latin only if the text needs it, the code font only with code. Fonts
    for other scripts and the publication's own are embedded as subsets for the characters of the text.
    """
    characters = {one for one in set(text) if one > "\xff"}
    faces = _FACES + (_EXTENDED_FACES if any(_is_extended(one) for one in characters) else ())
    if "<code" in text:
        faces += _CODE_FACES
    return "\n".join([*map(_rule, faces), *_subset_rules(text, house, style)])


def format_subset_faces(text: str, house: HouseStyle = PLAIN, style: str = "") -> str:
    """Return the `@font-face` rules that a page needs besides those of `list_shared_faces`, given its HTML."""
    return "\n".join(_subset_rules(text, house, style))


def list_shared_faces() -> Iterator[tuple[str, bytes, Callable[[str], str]]]:
    """Yield the Latin fonts that the pages of a site share.

    Each comes with its name without ending, its content as WOFF2, and a function that returns its `@font-face` rule
    for an address.
    """
    for face in (*_FACES, *_EXTENDED_FACES, *_CODE_FACES):
        # A font that comes late is used from the next page on: it would move the text that is being read.
        yield face.name, face.path.read_bytes(), partial(_face_rule, face, "optional")


def _subset_rules(text: str, house: HouseStyle, style: str) -> Iterator[str]:
    """Yield the rules with fonts for other scripts and the publication's own, as subsets for a text."""
    yield from (_foreign_rule(*face) for face in subset_scripts(text).items())
    yield from (_house_rule(face, _data_uri(font)) for face, font in subset_house(text, house.faces, style))


def subset_house(text: str, house: Sequence[HouseFace], style: str) -> Iterator[tuple[HouseFace, bytes]]:
    """Yield the publication's fonts that a text needs, each with its subset.

    A font that a style sheet or theme names is used for all characters it has; the others only for those that the
    bundled fonts lack.
    """
    missing = "".join(missing_characters(text)) if house else ""
    for face in house:
        font = face.subset(text if face.family in style else missing)
        if font:
            yield face, font


def add_families(theme: Sequence[tuple[str, str]], house: Sequence[HouseFace]) -> tuple[tuple[str, str], ...]:
    """Append the publication's fonts to the font stacks of a theme, as fallbacks."""
    if not house:
        return tuple(theme)
    stacks = {key: _stack(key, theme, (), house) for key in _STACKS}
    return tuple((dict(theme) | stacks).items())


def format_system_rules(theme: Sequence[tuple[str, str]], house: HouseStyle) -> str:
    """Return the rules that use system fonts for Chinese, Japanese and Korean, if the publication wants them.

    Each language has its own glyphs for the same characters. If a machine has none of the families, the bundled fonts
    are used.
    """
    if not house.has_system_fonts:
        return ""
    rules = []
    for language, families in _SYSTEM_FAMILIES.items():
        stacks = ";".join(f"--{key}:{_stack(key, theme, families, house.faces)}" for key in _STACKS)
        rules.append(f'[lang|="{language}"]{{{stacks}}}')
    # Elements with a font of their own, such as labels, keep it.
    return "\n".join([*rules, ":where([lang]){font-family:var(--serif)}"])


def _stack(key: str, theme: Sequence[tuple[str, str]], first: Sequence[str], house: Sequence[HouseFace]) -> str:
    """Return a font stack: Latin or the theme's fonts, system, bundled, the publication's, and a generic one."""
    latin, generic = _STACKS[key]
    own = dict(theme).get(key)
    families = dict.fromkeys((*first, *(() if own else _OTHERS), *(face.family for face in house)))
    return ", ".join([own or f'"{latin}"', *(f'"{family}"' for family in families), generic])


def _is_extended(character: str) -> bool:
    """Return whether a letter is in the extended Latin fonts and not in the basic ones."""
    return ("\u0100" <= character <= "\u02ff" or "\u1e00" <= character <= "\u1eff") and character not in "ıŒœ"


@cache
def _rule(face: _Face) -> str:
    return _face_rule(face, "swap", f"data:font/woff2;base64,{b64encode(face.path.read_bytes()).decode('ascii')}")


def _face_rule(face: _Face, display: str, address: str) -> str:
    ranges = _LATIN if face.subset == "latin" else _LATIN_EXT
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:{display};src:url({address})format("woff2");unicode-range:{ranges}}}'
    )


def format_print_faces(families: Iterable[str], house: Sequence[HouseFace] = ()) -> str:
    """Return the rules that refer to font subsets as assets of a print job."""
    rules = [f'@font-face{{font-family:"{family}";src:url("asset:{name_asset(family)}")}}' for family in families]
    return "\n".join([*rules, *(_house_rule(face, f'url("asset:{name_house_asset(face)}")') for face in house)])


def name_house_asset(face: HouseFace) -> str:
    """Return the asset name of one of the publication's fonts."""
    return f"fonts/house-{face.family.lower().replace(' ', '-')}-{face.weight}-{face.style}.ttf"


def _house_rule(face: HouseFace, address: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f"font-display:swap;src:{address}}}"
    )


def _data_uri(font: bytes) -> str:
    return f"url(data:font/ttf;base64,{b64encode(font).decode('ascii')})"


def name_asset(family: str) -> str:
    """Return the asset name of a family's subset."""
    return f"fonts/{family.lower().replace(' ', '-')}.ttf"


def _foreign_rule(family: str, font: bytes) -> str:
    ranges = ",".join(f"U+{ord(first):04X}-{ord(last):04X}" for first, last in RANGES[family])
    return (
        f'@font-face{{font-family:"{family}";font-weight:400 700;font-display:swap;'
        f'src:{_data_uri(font)}format("truetype");unicode-range:{ranges}}}'
    )
