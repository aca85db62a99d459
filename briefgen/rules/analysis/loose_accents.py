"""Reads an accent that stands alone between two letters: `man´ana`, `d´ecada`, `l´eau`, `don`t`.

Some keyboards have it where others have the apostrophe, and on others it becomes part of the next letter. In languages
whose letters have accents and whose words have no apostrophe, it is an accent that missed its letter.
"""

from unicodedata import normalize

from msgspec import Struct

_COMBINING = {"´": "\u0301", "`": "\u0300", "ˊ": "\u0301", "ˋ": "\u0300"}


class _Letters(Struct, frozen=True):
    """The letters of a language that have an accent, and the words that lose their last letter before an apostrophe."""

    accented: str
    elided: frozenset[str] = frozenset()


# Some letters need another accent than the one that was typed: `man´ana`, `tamb´em`.
_LANGUAGES = {
    "ca": _Letters("àèéíòóúïüç", frozenset({"d", "l", "m", "n", "s", "t"})),
    "cs": _Letters("áéíóúý"),
    "es": _Letters("áéíóúñ", frozenset({"d", "l", "o"})),
    "fr": _Letters(
        "àâçéèêëîïôûùü",
        frozenset({
            "aujourd", "c", "d", "entr", "j", "jusqu", "l", "lorsqu", "m", "n", "presqu", "puisqu", "qu", "quelqu",
            "quoiqu", "s", "t",
        }),
    ),
    "hu": _Letters("áéíóú"),
    "pl": _Letters("ćńóśź"),
    "pt": _Letters("áâãàçéêíóôõú", frozenset({"d", "l", "o"})),
    "sk": _Letters("áéíĺóŕúý"),
}  # fmt: skip
# What follows the apostrophe in English names and titles, in whatever language: `McDonald´s`, `Don´t`.
_ENGLISH = frozenset({"d", "ll", "m", "re", "s", "t", "ve"})


def find_meant_letters(language: str, before: str, mark: str, after: str) -> tuple[str, ...] | None:
    """Return the letters that may be meant, or None where the mark is an apostrophe.

    `before` and `after` are the letters of the word on either side of the mark.
    """
    letters = _LANGUAGES.get(language)
    if letters is None or mark not in _COMBINING or after in _ENGLISH:
        return None
    # In Spanish and Portuguese, only names are elided: `L´Oréal`, `O´Higgins`.
    is_elided = before.casefold() in letters.elided and (after[0].isupper() or language in {"ca", "fr", "pt"})
    if is_elided:
        return None
    accented = frozenset(letters.accented)
    meant = [normalize("NFC", letter + _COMBINING[mark]) for letter in (after[0], before[-1])]
    if language == "es" and before[-1] in "nN":
        meant.append("ñ" if before[-1] == "n" else "Ñ")
    return tuple(each for each in meant if each.casefold() in accented)
