"""Characters that no available font has: each would print as an empty box.

briefgen comes with fonts for Latin, Greek, Cyrillic, Arabic, Hebrew, common Hanzi, Kana and Hangul; put fonts for
other scripts into `fonts/`. Such a box is easy to miss, because search and copying still find the character. Each
script is reported once. Publications that make no PDF are not checked.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

MOST_PLACES = 20
_EMOJI = expression("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]")
# The scripts for which Noto has a face with serifs; for nearly all others it has one without.
_WITH_SERIFS = frozenset({
    *("Armenian", "Balinese", "Bengali", "Devanagari", "Dogra", "Ethiopic", "Georgian", "Grantha", "Gujarati"),
    *("Gurmukhi", "Kannada", "Khmer", "Khojki", "Lao", "Makasar", "Malayalam", "Myanmar", "Oriya", "Sinhala"),
    *("Tamil", "Tangut", "Telugu", "Thai", "Tibetan", "Toto", "Vithkuqi", "Yezidi"),
})  # fmt: skip
# Rare Hanzi are in none of Noto's.
_FACES = {"emoji": "Noto Emoji", "symbols": "Noto Sans Symbols 2", "Han": ""}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for each script without a font, with its first places."""
    scripts: dict[str, set[str]] = {}
    # T113 reports what stands for a lost character.
    for character in sorted({*manuscript.undrawable} - {"\ufffd"}):
        scripts.setdefault(_script(character), set()).add(character)
    for script, characters in scripts.items():
        places = sorted(_places(manuscript, characters))
        span, first = places[0] if places else (Span(0, 0), min(characters))
        yield Finding(
            span=span,
            message=f"no font for {script} ({len(characters)} {plural(len(characters), 'character')}, first “{first}”)",
            help=_advise(script),
            related=tuple(Related(place, "here too") for place, _ in places[1:MOST_PLACES]),
        )


def _places(manuscript: Manuscript, characters: set[str]) -> Iterator[tuple[Span, str]]:
    """Yield where a run of such characters begins, with the first of them."""
    pattern = re.compile(f"[{re.escape(''.join(sorted(characters)))}]+")
    for path, scalar in manuscript.texts:
        for match in pattern.finditer(scalar.value):
            yield manuscript.document.span(path, match.start(), match.start() + 1), match.group()[0]


def _script(character: str) -> str:
    """Name the script of a character as Unicode does, or what it is when it belongs to none."""
    from fontTools.unicodedata import script, script_name  # noqa: PLC0415 - takes 20 ms, and only missing fonts need it

    if _EMOJI.match(character):
        return "emoji"
    name = script_name(script(character), default="Unknown").replace("_", " ")
    return "symbols" if name in {"Common", "Inherited", "Unknown"} else name


def _advise(script: str) -> str:
    face = _FACES.get(script, f"Noto {'Serif' if script in _WITH_SERIFS else 'Sans'} {script}")
    if not face:
        return "write it another way, or put a font that has it into `fonts/` and list it under `build: fonts:`"
    return f"{face} has it: put it into `fonts/` and list it under `build: fonts:`"


RULE = Rule("P101", "missing-glyph", Severity.WARNING, check)
