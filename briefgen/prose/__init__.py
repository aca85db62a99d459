"""A body scanned once: its paragraphs, what in it is not prose, and where its marks open and close."""

from briefgen.prose.blocks import Block, BlockKind, find_blocks
from briefgen.prose.limits import Excess, find_excesses
from briefgen.prose.opaque import Opaque, blanked, find_opaque
from briefgen.prose.pairs import LooseMark, find_loose_marks
from briefgen.prose.patterns import Pattern
from briefgen.prose.quotations import SPOKEN, Quotation
from briefgen.prose.terms import Terms, TermUse, find_term_faults
from briefgen.prose.types import Prose, scan_prose

__all__ = [
    "SPOKEN",
    "Block",
    "BlockKind",
    "Excess",
    "LooseMark",
    "Opaque",
    "Pattern",
    "Prose",
    "Quotation",
    "TermUse",
    "Terms",
    "blanked",
    "find_blocks",
    "find_excesses",
    "find_loose_marks",
    "find_opaque",
    "find_term_faults",
    "scan_prose",
]
