"""Citations: their syntax, how they resolve to sources, and how house style formats them."""

from briefgen.citations.citation import Citation, Form, Group, Malformed, Scan, TypedDate
from briefgen.citations.keyed import find_keyed
from briefgen.citations.labels import add_letter, format_source, make_letters
from briefgen.citations.resolve import Resolution, Resolver
from briefgen.citations.scan import find_citations
from briefgen.citations.typed_names import is_post
from briefgen.citations.written import as_typed, is_read_as, to_typed, write_date, write_group, write_part

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
    "as_typed",
    "find_citations",
    "find_keyed",
    "format_source",
    "is_post",
    "is_read_as",
    "make_letters",
    "to_typed",
    "write_date",
    "write_group",
    "write_part",
]
