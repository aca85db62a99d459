"""Escaping in templates of Markdown and plain text: text is escaped, what is finished is not."""

from markupsafe import Markup

from briefgen.edition.edition import FormattedText
from briefgen.markdown import escape_markdown, format_address
from briefgen.model.spaces import collapse_spaces


class _Literal(str):
    """Finished Markdown or text, which is not escaped."""

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


def finalize_text(value: object) -> str:
    """Return the output for a value in plain text; its line breaks become spaces, unless it has been laid out.

    Raises:
        TypeError: it is HTML, which is not allowed in plain text.
    """
    match value:
        case _Literal():
            return value
        case FormattedText(text=text):
            return text
        case Markup():
            raise TypeError("HTML cannot be printed in a template of plain text")
        case _:
            return collapse_spaces(str(value))


def literal_text(lines: str) -> str:
    """Mark text that has been laid out, whose line breaks stay."""
    return _Literal(lines)


def literal_markdown(value: str) -> str:
    """Mark finished Markdown, such as the body of an item, as not to be escaped."""
    return _Literal(value)


def literal_label(words: str) -> str:
    """Escape the text of a link, in which autolinks need no escaping."""
    return _Literal(escape_markdown(words, in_link=True))


def literal_address(url: str) -> str:
    """Format the target of a link, in angle brackets if it contains special characters."""
    return _Literal(format_address(url))
