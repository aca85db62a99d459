"""An issue read whole: its text, its tree, its model, the prose of its items and where each citation leads."""

from briefgen.manuscript.borrowed import find_borrowed
from briefgen.manuscript.manuscript import (
    MAX_IMAGES,
    ImageFact,
    ItemText,
    ListedSource,
    Manuscript,
    Sibling,
    read_manuscript,
)
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.manuscript.shingles import likeness, shingle

__all__ = [
    "MAX_IMAGES",
    "ImageFact",
    "ItemText",
    "ListedSource",
    "Manuscript",
    "Mention",
    "Sibling",
    "find_borrowed",
    "likeness",
    "read_manuscript",
    "shingle",
]
