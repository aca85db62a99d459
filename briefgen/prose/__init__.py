"""A body as prose: sentences, quotations, paired marks, and house terms."""

from briefgen.markdown import Block, BlockKind, Opaque
from briefgen.prose.patterns import Pattern
from briefgen.prose.prose import Prose, scan_prose
from briefgen.prose.quotations import PROSE_BLOCKS, Quotation
from briefgen.prose.term_search import Terms, TermUse, find_term_faults
from briefgen.prose.unpaired_marks import UnpairedMark, find_unpaired_marks

__all__ = [
    "PROSE_BLOCKS",
    "Block",
    "BlockKind",
    "Opaque",
    "Pattern",
    "Prose",
    "Quotation",
    "TermUse",
    "Terms",
    "UnpairedMark",
    "find_term_faults",
    "find_unpaired_marks",
    "scan_prose",
]
