"""Tells words of other languages from placeholders: Spanish “dio TODO por su país”, “la XXX Cumbre”."""

import re

# Where the word means “all”.
_TODO_IS_WORD = frozenset({"es", "gl", "pt"})
# Where a Roman number stands beside the noun without a full stop.
_ROMAN_IS_BARE = frozenset({"ca", "es", "fr", "gl", "it", "pt", "ro"})
_BRACKETS = "([{"
# A figure is missing before a unit or a plural: `XXX kilómetros`.
_COUNTS = r"\s?(?:%|[€$]|por ciento|por cento|pour cent|per cento|de? |millón\b|[^\W\d_A-Z]+s\b)"
# “Die XXX. Olympischen Spiele”: German Roman numbers have a full stop, and an article before them.
_ARTICLE = r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Zz]u[rm]|[IiVv](?:m|om)|seine[rnms]?) \Z"
_NEAR, _FAR = 12, 80


def is_ordinary_word(language: str, text: str, word: re.Match[str]) -> bool:
    """Return whether `TODO` or `XXX` is a word of a language there, not a placeholder."""
    written, after = word.group(), text[word.end() : word.end() + _FAR]
    if written not in {"TODO", "XXX"}:
        return False
    before = text[max(0, word.start() - _FAR) : word.start()].rpartition("\n")[2]
    if language == "de":
        return written == "XXX" and after.startswith(". ") and re.search(_ARTICLE, before[-_NEAR:]) is not None
    if language not in (_TODO_IS_WORD if written == "TODO" else _ROMAN_IS_BARE):
        return False
    is_alone = not before.strip(" *_") and not after.partition("\n")[0].strip(" *_.!?")
    is_mark = is_alone or before[-1:] in {*_BRACKETS} or re.match(r"\s?[:\])]", after) is not None
    return not is_mark and (written == "TODO" or re.match(_COUNTS, after) is None)
