"""The order in which readers look for names: accented letters beside plain ones."""

import unicodedata
from collections.abc import Mapping

from anyascii import anyascii

_AFTER = "\uffff"
"""Sorts after all letters that may follow another."""
_NORDIC = {"å": f"z{_AFTER}c", "ä": f"z{_AFTER}d", "ö": f"z{_AFTER}e"}
_DANISH = {"æ": f"z{_AFTER}a", "ø": f"z{_AFTER}b", "å": f"z{_AFTER}c"}
_TAILORED: Mapping[str, Mapping[str, str]] = {
    "da": _DANISH, "nb": _DANISH, "nn": _DANISH, "no": _DANISH, "fi": _NORDIC, "sv": _NORDIC,
    "es": {"ñ": f"n{_AFTER}"}, "gl": {"ñ": f"n{_AFTER}"},
    "pl": {letter: f"{plain}{_AFTER}" for letter, plain in zip("ąćęłńóśź", "acelnosz", strict=True)}
    | {"ż": f"z{_AFTER}{_AFTER}"},
}  # fmt: skip
"""The letters that a language sorts after others, as the CLDR has it (common/collation)."""


def sort_key(name: str, tag: str) -> tuple[str, str, str]:
    """Return a key that sorts names as a dictionary in a language does.

    Accents count only between names that are equal without them, capitals only between names that are equal with them.
    The letters of other scripts keep the order of Unicode, which is that of their alphabets.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    tailored = _TAILORED.get(tag.partition("-")[0].lower(), {})
    plain = "".join(tailored.get(letter) or _plain(letter) for letter in folded)
    return plain, folded, name


def _plain(letter: str) -> str:
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN"):
        return "е" if letter == "ё" else letter
    return anyascii(letter).casefold()
