"""YAML with exact positions: parses a text into a tree whose nodes know their spans in the file."""

from briefgen.yamltext.characters import BARS, LIKE_BARS, find_forbidden, format_character
from briefgen.yamltext.document import Document, Fault
from briefgen.yamltext.edits import Edit, apply_edits
from briefgen.yamltext.garbled import GARBLED, restore
from briefgen.yamltext.nodes import Entry, Mapping, Node, Path, Scalar, Sequence, to_plain, walk
from briefgen.yamltext.parse import MAX_REGISTER_NODES, find_missing_headings, parse_document, parse_text
from briefgen.yamltext.quoting import encode, quote, quote_if_needed
from briefgen.yamltext.scalars import ScalarMap
from briefgen.yamltext.span import LineIndex, Position, Span, SpanSet

__all__ = [
    "BARS",
    "GARBLED",
    "LIKE_BARS",
    "MAX_REGISTER_NODES",
    "Document",
    "Edit",
    "Entry",
    "Fault",
    "LineIndex",
    "Mapping",
    "Node",
    "Path",
    "Position",
    "Scalar",
    "ScalarMap",
    "Sequence",
    "Span",
    "SpanSet",
    "apply_edits",
    "encode",
    "find_forbidden",
    "find_missing_headings",
    "format_character",
    "parse_document",
    "parse_text",
    "quote",
    "quote_if_needed",
    "restore",
    "to_plain",
    "walk",
]
