"""The codes of a word processor's fields, which are text where its file is pasted without it."""

from briefgen.prose import Pattern

CITING = ("CITATION", "ZOTERO", "EN.CITE", "Mendeley", "CSL")
"""Of these, a citation is left."""
FIELD_CODES = Pattern(
    r"\{ ?(?:CITATION|REF|PAGEREF|NOTEREF|HYPERLINK|TOC|SEQ|XE|ADDIN)\b[^{}\n]{0,300}\}"
    r"|\bADDIN (?:ZOTERO|EN\.CITE|Mendeley|CSL)[\w.]{0,30}(?: CSL_CITATION)?(?: ?\{[^{}\n]{0,400}\})?",
    literals=("CITATION ", "REF ", "HYPERLINK ", "TOC ", "SEQ ", "XE ", "ADDIN "),
)
