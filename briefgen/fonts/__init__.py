"""Bundled fonts and the publication's own: character coverage and subsets."""

from briefgen.fonts.advances import find_advances
from briefgen.fonts.faces import FONTS, RANGES, missing_characters, subset_scripts
from briefgen.fonts.house import MAX_BYTES, HouseFace, RefusedFontError, validate_font

__all__ = [
    "FONTS",
    "MAX_BYTES",
    "RANGES",
    "HouseFace",
    "RefusedFontError",
    "find_advances",
    "missing_characters",
    "subset_scripts",
    "validate_font",
]
