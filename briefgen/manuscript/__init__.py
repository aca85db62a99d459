"""The manuscript: a parsed issue with its document, model, prose and resolved citations."""

from briefgen.manuscript.acronym_search import find_acronyms, find_explained
from briefgen.manuscript.facts import (
    MAX_IMAGE_BYTES,
    MAX_IMAGES,
    FileFact,
    ImageFact,
    ImageTotals,
    ListedSource,
    MailFact,
    Sibling,
)
from briefgen.manuscript.field_text import FieldText, ItemText, find_bylines
from briefgen.manuscript.manuscript import Manuscript, read_manuscript
from briefgen.manuscript.neighbour_view import view_neighbour
from briefgen.manuscript.outlet_mentions import Mention
from briefgen.manuscript.own_register import OwnRegister
from briefgen.manuscript.published import PARTS, Published, describe_published, find_changes, is_uncorrected
from briefgen.manuscript.shingles import containment, shingle
from briefgen.manuscript.verbatim import find_verbatim
from briefgen.manuscript.written_language import is_east_asian, language_of

__all__ = [
    "MAX_IMAGES",
    "MAX_IMAGE_BYTES",
    "PARTS",
    "FieldText",
    "FileFact",
    "ImageFact",
    "ImageTotals",
    "ItemText",
    "ListedSource",
    "MailFact",
    "Manuscript",
    "Mention",
    "OwnRegister",
    "Published",
    "Sibling",
    "containment",
    "describe_published",
    "find_acronyms",
    "find_bylines",
    "find_changes",
    "find_explained",
    "find_verbatim",
    "is_east_asian",
    "is_uncorrected",
    "language_of",
    "read_manuscript",
    "shingle",
    "view_neighbour",
]
