"""A body as prose: its sentences and quotations, and where its marks open and close."""

from briefgen.markdown import Block, BlockKind, Opaque
from briefgen.prose.pairs import LooseMark, find_loose_marks
from briefgen.prose.patterns import Pattern
from briefgen.prose.quotations import SPOKEN, Quotation
from briefgen.prose.terms import Terms, TermUse, find_term_faults
from briefgen.prose.types import Prose, scan_prose

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
