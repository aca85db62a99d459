"""What a template of Markdown prints: text escaped, finished Markdown as it is."""

from markupsafe import Markup

from briefgen.edition.edition import Words
from briefgen.markdown import escape_markdown, format_address


class _Literal(str):
    """A piece of Markdown that is finished and goes out as it is."""

    __slots__ = ()


def finalize_markdown(value: object) -> str:
    """Return what is printed of a value; line breaks become spaces, so that none can begin a block of its own.

    Raises:
        TypeError: it is HTML, which no Markdown may hold.
    """
    match value:
        case _Literal():
            return value
        case Words(markdown=markdown):
            return markdown
        case Markup():
            raise TypeError("HTML cannot be printed in a template of Markdown")
        case _:
            return escape_markdown(str(value))


def literal_markdown(value: str) -> str:
    """Mark a finished piece of Markdown, for example the body of an item, as not to be escaped."""
    return _Literal(value)


def literal_label(words: str) -> str:
    """Return the words of a link, in which an address needs no escape."""
    return _Literal(escape_markdown(words, in_link=True))


def literal_address(url: str) -> str:
    """Return a link's target as CommonMark writes it, in angle brackets where it holds odd characters."""
    return _Literal(format_address(url))
