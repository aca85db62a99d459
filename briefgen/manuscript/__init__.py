"""An issue read whole: its text, its tree, its model, the prose of its items and where each citation leads."""

from briefgen.manuscript.borrowed import find_borrowed
from briefgen.manuscript.facts import MAX_IMAGES, ImageFact, ListedSource, Sibling
from briefgen.manuscript.field_text import FieldText, ItemText, find_bylines
from briefgen.manuscript.manuscript import Manuscript, read_manuscript
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.manuscript.shingles import likeness, shingle
from briefgen.manuscript.written_language import is_east_asian, language_of

__all__ = [
    "MAX_IMAGES",
    "FieldText",
    "ImageFact",
    "ItemText",
    "ListedSource",
    "Manuscript",
    "Mention",
    "Sibling",
    "find_borrowed",
    "find_bylines",
    "is_east_asian",
    "language_of",
    "likeness",
    "read_manuscript",
    "shingle",
]
