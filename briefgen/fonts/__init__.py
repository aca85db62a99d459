"""The faces that come with briefgen: where they lie, what they draw, and subsets of them."""

from briefgen.fonts.faces import FONTS, RANGES, missing_characters, subset_scripts
from briefgen.fonts.house import MAX_BYTES, HouseFace, RefusedFontError, judge_font

__all__ = [
    "FONTS",
    "MAX_BYTES",
    "RANGES",
    "HouseFace",
    "RefusedFontError",
    "judge_font",
    "missing_characters",
    "subset_scripts",
]
