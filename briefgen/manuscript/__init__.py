"""An issue read whole: its text, its tree, its model, the prose of its items and where each citation leads."""

from briefgen.manuscript.shingles import likeness, shingle
from briefgen.manuscript.types import ImageFact, ItemText, ListedSource, Manuscript, Sibling, read_manuscript

__all__ = ["ImageFact", "ItemText", "ListedSource", "Manuscript", "Sibling", "likeness", "read_manuscript", "shingle"]
