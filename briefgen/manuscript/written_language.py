"""The language of an item."""

from functools import lru_cache

from briefgen.model import Article
from briefgen.model.scripts import EAST_ASIAN, FIRST_RADICAL

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """Return the primary subtag of a language tag: `zh` for `zh-Hans`."""
    return tag.partition("-")[0].lower()


def is_east_asian(tag: str) -> bool:
    """Return whether a language is Chinese, Japanese or Korean."""
    return primary(tag) in _EAST_ASIAN


def language_of(item: Article, own: str) -> str:
    """Return the language of an item; `own` is the language of the newsletter.

    In an item in another script, `language: ja` only selects the glyph forms of its Han characters.
    """
    if item.language is None or (is_east_asian(item.language) and not _is_mostly_east_asian(item.body)):
        return own
    return item.language


def _is_mostly_east_asian(body: str) -> bool:
    letters = [each for each in body if each.isalpha()]
    return sum(each >= FIRST_RADICAL and each in EAST_ASIAN for each in letters) * 2 > len(letters)
