"""In which language an item is written."""

from briefgen.model import Brief
from briefgen.model.scripts import EAST_ASIAN, FIRST_RADICAL

_HAN = frozenset({"zh", "ja", "ko"})


def primary(language: str) -> str:
    """Return the primary subtag of a language: `zh` of `zh-Hans`."""
    return language.partition("-")[0].lower()


def language_of(item: Brief, publication: str) -> str:
    """Return the primary subtag of an item's language; `publication` is that of the newsletter.

    On an item in English, `language: ja` says how its few Han characters are read, and it stays English.
    """
    own = primary(item.language or publication)
    return own if own == publication or own not in _HAN or _is_east_asian(item.body) else publication


def _is_east_asian(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return 2 * sum(one >= FIRST_RADICAL and one in EAST_ASIAN for one in letters) > len(letters)
