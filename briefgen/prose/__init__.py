"""A body as prose: its sentences and quotations, and where its marks open and close."""

from briefgen.markdown import Block, BlockKind, Opaque
from briefgen.prose.loose_marks import LooseMark, find_loose_marks
from briefgen.prose.patterns import Pattern
from briefgen.prose.prose import Prose, scan_prose
from briefgen.prose.quotations import SPOKEN, Quotation
from briefgen.prose.term_search import Terms, TermUse, find_term_faults

__all__ = [
    "SPOKEN",
    "Block",
    "BlockKind",
    "LooseMark",
    "Opaque",
    "Pattern",
    "Prose",
    "Quotation",
    "TermUse",
    "Terms",
    "find_loose_marks",
    "find_term_faults",
    "scan_prose",
]
