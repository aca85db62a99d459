"""The context of a text in an output: its language, writing direction, and the language of its Han characters."""

from msgspec import Struct

from briefgen.edition.language_runs import DEFAULT_HAN
from briefgen.manuscript import is_east_asian
from briefgen.model import Article, Direction, Language


class TextContext(Struct, frozen=True):
    """The language and direction around a text; `han` is the language of Han characters that several scripts share."""

    language: str = "en"
    direction: Direction = "ltr"
    han: str = DEFAULT_HAN


def make_context(item: Article | None, language: Language) -> TextContext:
    """Return the context of an item's text, or of text outside of items."""
    han = language.tag if is_east_asian(language.tag) else DEFAULT_HAN
    return TextContext(language.tag, language.direction, (item.language if item else None) or han)
