"""The faces that come with briefgen: where they lie, what they draw, and subsets of them."""

from briefgen.fonts.faces import FONTS, missing_characters, subset_east_asian

__all__ = ["FONTS", "missing_characters", "subset_east_asian"]
