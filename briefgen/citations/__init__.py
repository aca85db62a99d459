"""Citations: their syntax, how they resolve to sources, and how house style formats them."""

from briefgen.citations.citation import Citation, Form, Group, Malformed, Scan, TypedDate
from briefgen.citations.keyed import find_keyed
from briefgen.citations.labels import add_letter, format_source, make_letters
from briefgen.citations.resolve import Resolution, Resolver
from briefgen.citations.scan import find_citations

__all__ = [
    "Citation",
    "Form",
    "Group",
    "Malformed",
    "Resolution",
    "Resolver",
    "Scan",
    "TypedDate",
    "add_letter",
    "find_citations",
    "find_keyed",
    "format_source",
    "make_letters",
]
