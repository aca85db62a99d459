"""How wide characters are in a font."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def find_advances(path: Path) -> Mapping[int, float]:
    """Return the advance width of each character of a font by its code point, in parts of the font's size."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - takes 60 ms, and only preview pictures need it

    with TTFont(path, lazy=True) as font:
        unit, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[name][0] / unit for code, name in font.getBestCmap().items()}
