"""The language that each item of an issue is printed in."""

from briefgen.edition.language_runs import DEFAULT_HAN
from briefgen.edition.words import Surroundings
from briefgen.model import Brief, Language
from briefgen.model.scripts import EAST_ASIAN

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def language_of(item: Brief, own: str) -> str:
    """Return the language of an item of a newsletter in the language `own`.

    On an item in letters of another script, `language: ja` only says what its Han characters are.
    """
    if item.language is None or (_is_east_asian(item.language) and not _is_written_so(item.body)):
        return own
    return item.language


def surroundings(item: Brief | None, language: Language) -> Surroundings:
    """Return what the words of an item stand in, or those of the whole issue."""
    han = language.tag if _is_east_asian(language.tag) else DEFAULT_HAN
    return Surroundings(language.tag, language.direction, (item.language if item else None) or han)


def _is_east_asian(tag: str) -> bool:
    return tag.partition("-")[0] in _EAST_ASIAN


def _is_written_so(body: str) -> bool:
    letters = [each for each in body if each.isalpha()]
    return sum(each in EAST_ASIAN for each in letters) * 2 > len(letters)
