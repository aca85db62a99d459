"""Bibliographies in the formats of other programs: CSL-JSON, BibTeX, RIS and CSV.

No value can end its field, or start another one: each module escapes what its format would obey.
"""

from briefgen.citations.exports.bibtex import format_bibtex
from briefgen.citations.exports.csl_json import make_csl
from briefgen.citations.exports.csv_file import format_csv, format_csv_table
from briefgen.citations.exports.ris import format_ris

__all__ = ["format_bibtex", "format_csv", "format_csv_table", "format_ris", "make_csl"]
