"""The Markdown dialect: each body is parsed once, with exact positions, for all checks and outputs."""

from briefgen.markdown.bare_addresses import find_addresses
from briefgen.markdown.body import Body, blank, parse_body, parse_field
from briefgen.markdown.commonmark import MarkdownWriter, escape_markdown, format_address, format_link, indent
from briefgen.markdown.cutting import cut
from briefgen.markdown.guard import UnsafeHtmlError, guard
from briefgen.markdown.html import HtmlWriter
from briefgen.markdown.plain import PlainWriter, TextBlock, TextRun
from briefgen.markdown.reading import MAX_DEPTH, MAX_LENGTH, LimitFault, MarkupFault
from briefgen.markdown.shown import Shown
from briefgen.markdown.tree import (
    Block,
    BlockKind,
    Call,
    Cited,
    Element,
    Opaque,
    Part,
    Tag,
    Text,
    find_figures,
    references_in,
    words_in,
)

__all__ = [
    "MAX_DEPTH",
    "MAX_LENGTH",
    "Block",
    "BlockKind",
    "Body",
    "Call",
    "Cited",
    "Element",
    "HtmlWriter",
    "LimitFault",
    "MarkdownWriter",
    "MarkupFault",
    "Opaque",
    "Part",
    "PlainWriter",
    "Shown",
    "Tag",
    "Text",
    "TextBlock",
    "TextRun",
    "UnsafeHtmlError",
    "blank",
    "cut",
    "escape_markdown",
    "find_addresses",
    "find_figures",
    "format_address",
    "format_link",
    "guard",
    "indent",
    "parse_body",
    "parse_field",
    "references_in",
    "words_in",
]
