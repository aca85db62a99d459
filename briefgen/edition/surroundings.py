"""What the words of an item stand in: its language, and what its Han characters are."""

from briefgen.edition.language_runs import DEFAULT_HAN
from briefgen.edition.words import Surroundings
from briefgen.manuscript import is_east_asian
from briefgen.model import Article, Language


def surroundings(item: Article | None, language: Language) -> Surroundings:
    """Return what the words of an item stand in, or those of the whole issue."""
    han = language.tag if is_east_asian(language.tag) else DEFAULT_HAN
    return Surroundings(language.tag, language.direction, (item.language if item else None) or han)
