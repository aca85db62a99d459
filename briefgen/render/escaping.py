"""Escaping in Markdown templates: plain text is escaped, finished Markdown is not."""

from markupsafe import Markup

from briefgen.edition.edition import FormattedText
from briefgen.markdown import escape_markdown, format_address


class _Literal(str):
    """Finished Markdown, which is not escaped."""

    __slots__ = ()


def finalize_markdown(value: object) -> str:
    """Return the output for a value; line breaks become spaces, so that none can start a new block.

    Raises:
        TypeError: it is HTML, which is not allowed in Markdown.
    """
    match value:
        case _Literal():
            return value
        case FormattedText(markdown=markdown):
            return markdown
        case Markup():
            raise TypeError("HTML cannot be printed in a template of Markdown")
        case _:
            return escape_markdown(str(value))


def literal_markdown(value: str) -> str:
    """Mark finished Markdown, such as the body of an item, as not to be escaped."""
    return _Literal(value)


def literal_label(words: str) -> str:
    """Escape the text of a link, in which autolinks need no escaping."""
    return _Literal(escape_markdown(words, in_link=True))


def literal_address(url: str) -> str:
    """Format the target of a link, in angle brackets if it contains special characters."""
    return _Literal(format_address(url))
